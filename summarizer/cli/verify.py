"""`summarizer verify`: every field or sentence of what is given, checked against a document. No model."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from summarizer.cli.console import announce_waiting, complain
from summarizer.cli.options import (
    allow_private_option,
    date_option,
    fail_on_option,
    kind_option,
    output_options,
)
from summarizer.errors import UsageError


@click.command(name="verify", short_help="Check a briefing, a memo or any prose against a document.")
@click.argument("briefing")
@click.argument("source")
@kind_option
@date_option
@allow_private_option
@fail_on_option
@output_options
def verify(
    briefing: str,
    source: str,
    kind: str | None,
    published: date | None,
    allow_private: bool,
    fail_on: str | None,
    form: str | None,
    target: Path | None,
    force: bool,
    no_source_text: bool,
    quiet: bool,
) -> int:
    """Check every field of BRIEFING against SOURCE. No model is needed, nothing is sent.

    BRIEFING is a briefing or a report (JSON), a memo (Markdown) or any prose: then every sentence is
    checked. SOURCE is a text file, an HTML page or an address (http or https). Either may be - for
    standard input, not both.
    """
    from summarizer.cli.output import open_output, tell
    from summarizer.cli.progress import working
    from summarizer.face import load, verify_given
    from summarizer.given import read_given

    if briefing == source == "-":
        raise UsageError(
            "BRIEFING and SOURCE cannot both be standard input.", remedy="Name a file for one of them."
        )
    output = open_output(form, target, force=force, source_text=not no_source_text, inputs=(briefing, source))
    if not quiet:
        announce_waiting(briefing, source)
    given = read_given(briefing, kind)
    document = load(source, published=published, allow_private=allow_private)
    if given.source_sha256 not in (None, document.sha256) and not quiet:
        complain(f"{briefing} was made from another text than {source}: their sha256 differ")
    with working(f"Verifying {briefing} against {document.id}", quiet=quiet):
        report = verify_given(given, document)
    output.write(report)
    return tell(report, fail_on=fail_on, quiet=quiet)


COMMAND = verify
