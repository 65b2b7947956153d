"""What each setting may be, and how pydantic-settings reads it from the environment or a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from summarizer.errors import InputError, UsageError
from summarizer.settings.names import DEFAULTS, PREFIX


class SettingsModel(BaseSettings):
    """The types of the settings; every one may be missing."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", env_ignore_empty=True)

    model: str | None = None
    base_url: str | None = None
    timeout: float | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    price: str | None = None
    local_only: bool = DEFAULTS["local_only"]
    repairs: int = DEFAULTS["repairs"]
    drop_unsupported: bool = DEFAULTS["drop_unsupported"]
    chunk_tokens: int | None = None
    judge: str | None = None
    judge_base_url: str | None = None
    store: bool = DEFAULTS["store"]
    store_path: Path | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take values from one source at a time: which one said what is to be shown."""
        return (init_settings,)


def read_environment() -> dict[str, Any]:
    """Return the settings that the environment names; raises UsageError for a value that is none."""
    return _checked(EnvSettingsSource(SettingsModel)(), "environment")


def read_file(path: Path) -> dict[str, Any]:
    """Return the settings of a file; raises InputError when it cannot be read, UsageError for what is no setting."""
    try:
        values = TomlConfigSettingsSource(SettingsModel, path)()
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read as TOML: {' '.join(str(error).split())[:200]}.") from None
    if unknown := [name for name in values if name not in SettingsModel.model_fields]:
        raise UsageError(
            f"{path}: there is no setting {', '.join(map(repr, sorted(unknown)))}.",
            remedy=f"Settings: {', '.join(DEFAULTS)}. A key belongs into the environment.",
        )
    return _checked(values, str(path))


def _checked(values: dict[str, Any], place: str) -> dict[str, Any]:
    try:
        read = SettingsModel(**values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(map(str, first["loc"]))
        where = f"{PREFIX}{name.upper()}" if place == "environment" else f"{place}: {name}"
        raise UsageError(f"{where} is not usable: {first['msg']}.") from None
    return {name: getattr(read, name) for name in values}
