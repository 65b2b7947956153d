"""Settings come from flags, the environment, the project's file and the user's, in that order, and say so."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from command_line import STORY, Result, assert_refused, give, run
from model_calls import KEY

from summarizer.extraction.options import Choices, Options
from summarizer.settings import DEFAULTS
from summarizer.settings.model import SettingsModel
from summarizer.testing import ScriptedModel

EMPTY: dict[str, Any] = {"statements": []}


class Desk:
    """A user with a project folder and a configuration folder."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "work" / "project"
        (self.project / "texts").mkdir(parents=True)
        (self.project / ".git").mkdir()
        self.config = folder / "config" / "summarizer"
        self.config.mkdir(parents=True)
        self.env = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
        give(self.project, STORY, "story.txt")

    def run(self, *args: str, cwd: Path | None = None, **env: str) -> Result:
        return run(*args, env={**self.env, **env}, cwd=cwd or self.project)

    def settings(self, cwd: Path | None = None, **env: str) -> dict[str, tuple[Any, str]]:
        result = self.run("settings", "--format", "json", cwd=cwd, **env)
        assert result.code == 0, result.err
        return {name: (one["value"], one["from"]) for name, one in json.loads(result.out).items()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_every_setting_has_a_default(desk: Desk) -> None:
    """Without files or variables all values are defaults, and all are shown."""
    found = desk.settings()
    assert {name: value for name, (value, _) in found.items()} == DEFAULTS
    assert {origin for _, origin in found.values()} == {"default"}
    text = desk.run("settings").out
    assert all(name in text for name in DEFAULTS)
    assert "summarizer.toml" in text


def test_settings_and_options_are_the_same_fields() -> None:
    """What can be set is what a run can be asked for, but for the store; each default stands in one place."""
    options = {f.name: f for f in dataclasses.fields(Options)}
    settable = set(DEFAULTS) - {"store", "store_path"}
    assert settable == set(options) - {"api_key", "memory", "on_progress"}
    assert {name: options[name].default for name in settable - {"model"}} == {
        name: DEFAULTS[name] for name in settable - {"model"}
    }
    assert set(Choices.__annotations__) == set(options) - {"model"}
    assert {name: info.default for name, info in SettingsModel.model_fields.items()} == DEFAULTS


def test_each_source_goes_before_the_next(desk: Desk) -> None:
    """The environment goes before the project, the project before the user; each value names its place."""
    user = give(desk.config, 'model = "openai/user"\nrepairs = 3\ntimeout = 9.5\n', "summarizer.toml")
    project = give(desk.project, 'model = "openai/project"\nrepairs = 2\n', "summarizer.toml")
    found = desk.settings(SUMMARIZER_MODEL="openai/environment")
    assert found["model"] == ("openai/environment", "SUMMARIZER_MODEL")
    assert found["repairs"] == (2, str(project))
    assert found["timeout"] == (9.5, str(user))
    assert found["judge"] == (None, "default")


def test_a_project_s_file_holds_below_it(desk: Desk, tmp_path: Path) -> None:
    """It is found from a folder of the project, and not from above the repository's root."""
    give(desk.project, "repairs = 2\n", "summarizer.toml")
    assert desk.settings(cwd=desk.project / "texts")["repairs"][0] == 2
    give(tmp_path / "work", "repairs = 7\n", "summarizer.toml")
    (desk.project / "summarizer.toml").unlink()
    assert desk.settings()["repairs"] == (1, "default")


def test_a_flag_goes_before_all(desk: Desk) -> None:
    """The command's own word counts."""
    give(desk.project, 'model = "openai/project"\n', "summarizer.toml")
    with ScriptedModel(EMPTY) as server:
        result = desk.run(
            "brief",
            "story.txt",
            "--model",
            "flag",
            "--base-url",
            server.base_url,
            "--kind",
            "statements",
            SUMMARIZER_MODEL="openai/environment",
        )
    assert result.code == 0, result.err
    assert server.requests[0].body["model"] == "flag"


def test_a_model_in_the_user_s_file_is_asked(desk: Desk) -> None:
    """What is set once need not be said again, and the key goes to the user's own address."""
    with ScriptedModel(EMPTY) as server:
        give(desk.config, f'model = "mine"\nbase_url = "{server.base_url}"\n', "summarizer.toml")
        result = desk.run("brief", "story.txt", "--kind", "statements", SUMMARIZER_API_KEY=KEY)
    assert result.code == 0, result.err
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert "offline" not in result.err


def test_a_project_s_address_gets_no_key(desk: Desk) -> None:
    """A file that came with a folder cannot send the user's key to its author; the address is named."""
    with ScriptedModel(EMPTY) as server:
        give(desk.project, f'model = "theirs"\nbase_url = "{server.base_url}"\n', "summarizer.toml")
        result = desk.run("brief", "story.txt", "--kind", "statements", SUMMARIZER_API_KEY=KEY)
    assert result.code == 0, result.err
    assert KEY not in json.dumps(server.requests[0].headers)
    assert server.base_url in result.err


def test_local_only_is_not_taken_back_by_a_file(desk: Desk) -> None:
    """A project cannot undo what the user set for privacy."""
    give(desk.config, "local_only = true\n", "summarizer.toml")
    give(desk.project, 'local_only = false\nmodel = "openai/gpt-5"\n', "summarizer.toml")
    assert desk.settings()["local_only"][0] is True
    assert_refused(desk.run("brief", "story.txt", OPENAI_API_KEY=KEY), 2, "not this machine")


@pytest.mark.parametrize(
    ("text", "env", "told"),
    [
        ("repairs = 'often'\n", {}, ["summarizer.toml", "repairs"]),
        ("repair = 2\n", {}, ["summarizer.toml", "'repair'", "repairs"]),
        (f'api_key = "{KEY}"\n', {}, ["'api_key'", "environment"]),
        ("repairs = = 2\n", {}, ["summarizer.toml", "TOML"]),
        ("", {"SUMMARIZER_TIMEOUT": "soon"}, ["SUMMARIZER_TIMEOUT"]),
    ],
    ids=["wrong type", "unknown", "a key in a file", "no TOML", "variable"],
)
def test_a_setting_that_is_none_is_named(desk: Desk, text: str, env: dict[str, str], told: list[str]) -> None:
    """The place and the name are told in a line or two, and no secret is repeated."""
    give(desk.project, text, "summarizer.toml")
    for args in (("settings",), ("brief", "story.txt")):
        result = desk.run(*args, **env)
        assert_refused(result, 2, *told)
        assert KEY not in result.err


def test_keys_are_shown_as_set_and_never_as_they_are(desk: Desk) -> None:
    """A user sees which keys are there."""
    for form in ("text", "json"):
        result = desk.run("settings", "--format", form, OPENAI_API_KEY=KEY, SUMMARIZER_API_KEY=KEY)
        assert "OPENAI_API_KEY" in result.out
        assert KEY not in result.out


def test_verify_needs_no_settings(desk: Desk) -> None:
    """A broken file does not keep anyone from verifying."""
    give(desk.project, "repairs = = 2\n", "summarizer.toml")
    give(desk.project, "Ana Reyes met Bo Lind in Geneva.\n", "memo.md")
    assert desk.run("verify", "memo.md", "story.txt").code == 0
