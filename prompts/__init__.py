"""The prompts of the kinds: one Jinja2 template each, `<kind>.md.j2`."""
