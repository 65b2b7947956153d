"""Settings: flags, then the environment, then `summarizer.toml` in the project, then the user's own.

Read without pydantic-settings where there are none, which is the usual case.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.settings.names import DEFAULTS, FILE, PREFIX

__all__ = ["DEFAULTS", "Setting", "Settings", "project_file", "read_settings", "user_file"]

# Set in a file that comes with a project, these would send documents, or a key, where its author likes.
_ADDRESSES = ("base_url", "judge_base_url")


@dataclass(frozen=True)
class Setting:
    """One value and where it came from: `flag`, a variable's name, a file's path, or `default`."""

    value: Any
    origin: str
    by_project: bool = False


@dataclass(frozen=True)
class Settings:
    """All values, by name."""

    all: Mapping[str, Setting]

    def __getitem__(self, name: str) -> Any:
        return self.all[name].value

    @property
    def strange_address(self) -> Setting | None:
        """The address that the project's file names, if it is in force: keys of the environment do not go there."""
        return next((self.all[name] for name in _ADDRESSES if self.all[name].by_project), None)


def read_settings(flags: Mapping[str, Any] | None = None) -> Settings:
    """Return every setting; `flags` that are None are not given. Raises UsageError that names the place.

    `local_only` holds as soon as the environment or any file asks for it: no file can take it back.
    """
    given = {name: value for name, value in (flags or {}).items() if value is not None}
    found = {name: Setting(value, "default") for name, value in DEFAULTS.items()}
    project = project_file()
    for origin, values in _sources(project):
        for name, value in values.items():
            if name == "local_only" and found[name].value and not value:
                continue
            place = f"{PREFIX}{name.upper()}" if origin is None else str(origin)
            found[name] = Setting(value, place, by_project=origin is not None and origin == project)
    found |= {name: Setting(value, "flag") for name, value in given.items()}
    return Settings(found)


def project_file() -> Path | None:
    """Return the `summarizer.toml` of the project: in this folder, or above it as far as the repository's root."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        if (folder / ".git").exists():
            return None
    return None


def user_file() -> Path:
    """Return where the user's own settings are, whether or not there are any."""
    from platformdirs import user_config_path

    return user_config_path("summarizer", appauthor=False) / FILE


def _sources(project: Path | None) -> list[tuple[Path | None, dict[str, Any]]]:
    """Return the sources that say anything, the weakest first; None stands for the environment."""
    files = [path for path in (user_file(), project) if path is not None and path.is_file()]
    names = {f"{PREFIX}{name}".upper() for name in DEFAULTS}
    in_environment = any(name.upper() in names for name in os.environ)
    if not files and not in_environment:
        return []
    from summarizer.settings.model import read_environment, read_file

    found: list[tuple[Path | None, dict[str, Any]]] = [(path, read_file(path)) for path in files]
    return [*found, (None, read_environment())] if in_environment else found
