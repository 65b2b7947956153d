"""The model path over real HTTP, against a scripted OpenAI-compatible server: what is sent, and with which key."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from model_calls import FIT, FITTING, KEY, a_prompt, ask, failure, leave_the_machine, words

from summarizer.errors import ModelUnreachableError
from summarizer.extraction.endpoint import NO_KEY, resolve
from summarizer.extraction.model import extract
from summarizer.extraction.prompting import Prompt
from summarizer.kinds import get_kind, kind_names
from summarizer.testing import Fault, Reply, Request, ScriptedModel


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_the_machine(monkeypatch)


@pytest.fixture(scope="module")
def prompt() -> Prompt:
    return a_prompt()


# -- what is sent ------------------------------------------------------------------------------


def test_an_answer_comes_back_as_plain_data(prompt: Prompt) -> None:
    """The model's answer is a dict, unchanged, with what made it and what it used."""
    with ScriptedModel(FIT) as server:
        found = ask(prompt, server)
    assert found.data == FIT
    assert found.extractor.name == "openai/scripted"
    assert found.extractor.prompt_sha256 == prompt.sha256
    assert len(found.extractor.schema_sha256 or "") == 64
    assert found.usage.requests == 1
    assert found.usage.input_tokens == len(json.dumps(server.requests[0].body)) // 4
    assert found.usage.output_tokens == len(FITTING) // 4
    assert found.usage.cost is None
    assert found.usage.seconds > 0


def test_the_messages_go_out_as_they_are(prompt: Prompt) -> None:
    """Nothing is added to the prompt, and template syntax in an article is not obeyed."""
    with ScriptedModel(FIT) as server:
        ask(prompt, server)
    assert server.requests[0].messages == prompt.messages
    assert "{{ 6*7 }}" in server.requests[0].text
    assert "{% raw %}" in server.requests[0].text


def test_template_syntax_survives_being_asked_again(prompt: Prompt) -> None:
    """A second request holds the first one's messages to the letter, then what was wrong."""
    with ScriptedModel(["{{ 6*7 }}", FIT]) as server:
        assert ask(prompt, server).usage.requests == 2
    again = server.requests[1].messages
    assert again[: len(prompt.messages)] == prompt.messages
    assert "{{ 6*7 }}" in again[len(prompt.messages)]["content"]


@pytest.mark.parametrize("name", kind_names())
def test_the_schema_is_sent_as_strict(name: str, prompt: Prompt) -> None:
    """The kind's JSON Schema is the response format, with `strict`."""
    kind = get_kind(name)
    empty = {key: [] if "items" in rule else None for key, rule in kind.model_schema["properties"].items()}
    with ScriptedModel(empty) as server:
        asyncio.run(extract(prompt, kind, model="m", base_url=server.base_url))
    sent = server.requests[0].body["response_format"]
    assert sent["type"] == "json_schema"
    assert sent["json_schema"]["strict"] is True
    assert sent["json_schema"]["schema"] == kind.model_schema


def schemas(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema inside a JSON Schema, properties' names apart."""
    if isinstance(node, list):
        for one in node:
            yield from schemas(one)
    elif isinstance(node, dict):
        yield node
        for key, value in node.items():
            if key in ("properties", "$defs"):
                yield from schemas(list(value.values()))
            elif key in ("items", "anyOf"):
                yield from schemas(value)


@pytest.mark.parametrize("name", kind_names())
def test_schemas_meet_strict_mode(name: str) -> None:
    """OpenAI's strict mode: an object at the root, every key required, no other key, no default."""
    schema = get_kind(name).model_schema
    known = {"$defs", "$ref", "additionalProperties", "anyOf", "description", "enum", "items"}
    known |= {"properties", "required", "title", "type"}
    found = list(schemas(schema))
    assert schema["type"] == "object"
    assert all(set(one) <= known for one in found)
    for one in found:
        if one.get("type") == "object":
            assert one["additionalProperties"] is False
            assert sorted(one["required"]) == sorted(one["properties"])


@pytest.mark.parametrize("name", kind_names())
def test_schemas_repeat_no_names(name: str) -> None:
    """Titles and descriptions cost tokens and say nothing that the prompt does not: the root alone has a title."""
    schema = get_kind(name).model_schema
    assert not [one for one in schemas(schema) if "description" in one]
    assert [one["title"] for one in schemas(schema) if "title" in one] == [schema["title"]]


@pytest.mark.parametrize(
    ("asked", "sent", "label"),
    [
        ("scripted", "scripted", "openai/scripted"),
        ("openai/gpt-5", "gpt-5", "openai/gpt-5"),
        ("ollama/llama3.1:8b", "llama3.1:8b", "ollama/llama3.1:8b"),
        ("org/some-7b", "org/some-7b", "openai/org/some-7b"),
        ("openai/openai/oss", "openai/oss", "openai/openai/oss"),
    ],
)
def test_a_server_is_told_its_own_name_for_the_model(
    prompt: Prompt, asked: str, sent: str, label: str
) -> None:
    """With a base URL `openai/` and `ollama/` are prefixes of ours; any other name goes out whole."""
    with ScriptedModel(FIT) as server:
        found = ask(prompt, server, model=asked)
    assert server.requests[0].body["model"] == sent
    assert found.extractor.name == label


def test_a_base_url_may_name_the_chat_path(prompt: Prompt) -> None:
    """The address as servers print it in their logs works too."""
    with ScriptedModel(FIT) as server:
        assert ask(prompt, server, base_url=f"{server.base_url}/chat/completions").data == FIT
        assert ask(prompt, server, base_url=f"{server.base_url}/").data == FIT


def test_a_proxy_is_not_asked_for_this_machine(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes to a local server stays on this machine, whatever proxy is set."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with ScriptedModel(FIT) as server:
        assert ask(prompt, server).data == FIT


def test_another_provider_is_asked_by_its_own_client(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """A provider that instructor knows is reached with its own settings; the document is no template there either."""
    with ScriptedModel([Fault(503), {"claims": []}, FIT]) as server:
        monkeypatch.setenv("DATABRICKS_HOST", f"http://{server.host}")
        monkeypatch.setenv("DATABRICKS_TOKEN", KEY)
        found = ask(prompt, model="databricks/some-model")
    assert found.data == FIT
    assert found.extractor.name == "databricks/some-model"
    assert found.usage.requests == len(server.requests) == 3
    assert server.requests[0].messages == prompt.messages
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert server.requests[0].body["tools"][0]["function"]["parameters"]["properties"].keys() == {
        "statements"
    }


# -- keys --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "options", "sent"),
    [
        ({}, {}, NO_KEY),
        ({"OPENAI_API_KEY": KEY}, {}, NO_KEY),
        ({"OPENAI_API_KEY": KEY}, {"model": "openai/gpt-5"}, NO_KEY),
        ({"OPENAI_API_KEY": KEY}, {"api_key": "given"}, "given"),
        ({"OPENAI_API_KEY": KEY, "SUMMARIZER_API_KEY": "meant"}, {}, "meant"),
        ({"SUMMARIZER_API_KEY": KEY}, {"api_key": " given\n"}, "given"),
        ({"OPENAI_API_KEY": KEY, "OPENAI_ADMIN_KEY": KEY}, {"api_key": ""}, NO_KEY),
    ],
    ids=["none", "another host's", "named so", "given", "the endpoint's", "given first", "empty"],
)
def test_a_key_goes_only_where_it_is_meant_to(
    prompt: Prompt,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    options: dict[str, str],
    sent: str,
) -> None:
    """OPENAI_API_KEY never travels to a base URL; a key that was given for it does."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with ScriptedModel(FIT) as server:
        ask(prompt, server, **options)
    assert server.requests[0].headers["authorization"] == f"Bearer {sent}"
    assert KEY not in json.dumps(server.requests[0].headers) or sent == KEY


def test_nothing_else_of_openai_s_settings_travels(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """Organization, project and custom headers in the environment are meant for OpenAI, not for a base URL."""
    monkeypatch.setenv("OPENAI_ORG_ID", "org-secret")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-secret")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", f"X-Gateway: gate-secret\nAuthorization: Bearer {KEY}")
    with ScriptedModel(FIT) as server:
        ask(prompt, server)
    sent = json.dumps(server.requests[0].headers)
    assert "secret" not in sent
    assert server.requests[0].headers["authorization"] == f"Bearer {NO_KEY}"


def test_openai_s_own_base_url_variable_is_paired_with_its_key(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """OPENAI_BASE_URL and OPENAI_API_KEY, set together, are used together when no other address is given."""
    with ScriptedModel(FIT) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        assert ask(prompt, model="openai/scripted").data == FIT
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("base_url", "travels"),
    [
        ("https://api.openai.com/v1", True),
        ("http://api.openai.com/v1", False),
        ("https://api.openai.com.example.org/v1", False),
        ("https://api.openai.com@example.org/v1", False),
        ("https://example.org/api.openai.com", False),
        ("https://eu.example.org:443/v1", False),
    ],
)
def test_openai_s_host_is_recognised_exactly(
    monkeypatch: pytest.MonkeyPatch, base_url: str, travels: bool
) -> None:
    """OPENAI_API_KEY goes to https://api.openai.com, and to no address that only looks like it."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert resolve("openai/gpt-5", base_url).api_key == (KEY if travels else NO_KEY)


def test_an_endpoint_does_not_show_its_key() -> None:
    """Neither the endpoint's representation nor its host gives a key or a password away."""
    endpoint = resolve("m", f"https://user:{KEY}@example.org:8443/v1?key={KEY}", KEY)
    assert endpoint.host == "example.org:8443"
    assert endpoint.api_key == KEY
    assert f"api_key='{KEY}'" not in repr(endpoint)


def test_no_message_repeats_a_key(prompt: Prompt) -> None:
    """A server that echoes the key into its error does not bring it onto the screen."""
    for status in (400, 401, 404, 500):
        error, _ = failure(
            prompt, lambda r, status=status: Fault(status, f"no: {r.headers['authorization']}")
        )
        assert KEY not in words(error)
    for reply in (f"My key is {KEY}.", Reply(None, message={"refusal": KEY})):
        assert KEY not in words(failure(prompt, reply)[0])


# -- the scripted model ------------------------------------------------------------------------


def test_a_script_may_be_a_function(prompt: Prompt) -> None:
    """A function of the request can play any model, such as one that is fooled by the document."""

    def fooled(request: Request) -> dict[str, Any]:
        assert request.path == "/v1/chat/completions"
        return {"statements": [{"evidence": [], "text": "obeyed" if "Korva" in request.text else None}]}

    with ScriptedModel(fooled) as server:
        assert ask(prompt, server).data["statements"][0]["text"] == "obeyed"


def test_a_script_that_has_ended_says_so(prompt: Prompt) -> None:
    """A request beyond the script's end fails at once, so that a test notices it."""
    with ScriptedModel([FIT]) as server:
        ask(prompt, server)
        with pytest.raises(ModelUnreachableError, match="no more answers"):
            ask(prompt, server)
