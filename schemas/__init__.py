"""The kinds of briefing: one file each, with one constant `KIND`."""
