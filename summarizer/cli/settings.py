"""`summarizer settings`: every value and where it came from; no key is ever shown."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

import click


@click.command(name="settings", short_help="Show every setting, its value and where it came from.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the result."
)
def settings(form: str) -> int:
    """Show every setting, its value and where it came from.

    A flag goes before the environment (SUMMARIZER_MODEL and so on), that before summarizer.toml in the
    project, and that before your own. Keys are taken from the environment only; whether one is set is
    shown, the key is not.
    """
    from summarizer.cli.console import write_stdout
    from summarizer.rendering.safe import json_safe, plain
    from summarizer.settings import project_file, read_settings, user_file

    rows = list(_rows(read_settings().all))
    if form == "json":
        data = {name: {"value": value, "from": origin} for name, value, origin in rows}
        write_stdout(json_safe(json.dumps(data, ensure_ascii=False, indent=2, default=str)) + "\n")
        return 0
    shown = [(name, _shown(value), origin) for name, value, origin in rows]
    widths = [max(len(row[i]) for row in shown) for i in (0, 1)]
    lines = [plain(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}") for name, value, origin in shown]
    project = project_file()
    lines += [
        "",
        plain(f"project: {project or 'no summarizer.toml here or above'}"),
        plain(f"user:    {user_file()}{'' if user_file().is_file() else ' (not there)'}"),
    ]
    write_stdout("\n".join(lines) + "\n")
    return 0


def _rows(found: Any) -> Iterator[tuple[str, Any, str]]:
    from summarizer.extraction.endpoint import ENDPOINT_KEY, KEY_VARIABLES, without_secrets

    for name, setting in found.items():
        value = setting.value
        if name.endswith("base_url") and isinstance(value, str):
            value = without_secrets(value)
        yield name, value, setting.origin
    for variable in (ENDPOINT_KEY, *sorted(set(KEY_VARIABLES.values()))):
        if os.environ.get(variable):
            yield "key", "set, not shown", variable


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value is None else str(value)


COMMAND = settings
