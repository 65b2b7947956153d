"""The one seam to the network: a client of instructor's for an endpoint, and one request through it."""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from summarizer.extraction import faults
from summarizer.extraction.answers import Answer, answer_of, no_answer
from summarizer.extraction.endpoint import Endpoint, check_provider
from summarizer.extraction.quiet import hush

if TYPE_CHECKING:
    from pydantic import BaseModel

CONNECT_TIMEOUT = 10.0  # seconds to reach the endpoint
ANTHROPIC_OUTPUT = (
    8192  # tokens: that API demands a limit, and instructor's own, 4096, cuts long briefings off
)


class Mode(StrEnum):
    """How the form of an answer is asked for.

    Ollama, llama.cpp and vLLM hold a model to a JSON Schema while it writes, whereas Ollama ignores a forced
    tool and LM Studio refuses one: so the schema comes first. `NATIVE` is instructor's own choice for a
    provider with another protocol.
    """

    SCHEMA = "json_schema"
    TOOLS = "tools"
    TEXT = "text"
    NATIVE = "native"


OPENAI_MODES = (Mode.SCHEMA, Mode.TOOLS, Mode.TEXT)


class RequestError(Exception):
    """A request that brought no answer; its cause is what the client library raised."""


class Client:
    """Makes requests to one endpoint. Nothing is tried twice here."""

    def __init__(self, endpoint: Endpoint, timeout: float) -> None:
        self.endpoint = endpoint
        self._timeout = timeout
        self._made: dict[Mode, Any] = {}

    async def request(
        self,
        messages: list[dict[str, str]],
        face: type[BaseModel] | None,
        schema: dict[str, Any] | None,
        mode: Mode,
        most: int | None,
    ) -> Answer:
        """Make one request and return what the model said, fitting or not.

        `most` limits the tokens of the answer. Raises RequestError where there was no answer, ModelAnswerError
        where a response holds none.
        """
        from instructor.core.hooks import Hooks
        from tenacity import AsyncRetrying, stop_after_attempt

        client = self._client(mode)
        seen: list[Any] = []
        hooks = Hooks()
        hooks.on("completion:response", seen.append)
        options = self._options(schema if face else None, mode, most)
        model = face if mode is not Mode.TEXT else None
        parsed, cut = None, False
        try:
            # Never with `context`: instructor would then render every message, and so the document, as Jinja.
            parsed = await client.create(
                response_model=model,
                messages=_with_schema(messages, schema) if face and mode is Mode.TEXT else messages,
                max_retries=AsyncRetrying(stop=stop_after_attempt(1), reraise=True),
                strict=False,
                hooks=hooks,
                **options,
            )
        except Exception as error:
            cut = any(type(e).__name__ == "IncompleteOutputException" for e in faults.chain(error))
            if not seen:
                raise RequestError from error
            failed: Exception | None = error
        else:
            failed = None
        response = seen[-1] if seen else parsed
        answer = answer_of(response, parsed if seen else None, self.endpoint, cut=cut)
        if answer is None:
            raise no_answer(response, failed or ValueError(), self.endpoint)
        return answer

    async def close(self) -> None:
        """Close the connections."""
        for client in self._made.values():
            close = getattr(client.client, "close", None) or getattr(client.client, "aclose", None)
            with suppress(Exception):  # nothing is lost with a connection that is given up
                await (close() if close else asyncio.sleep(0))

    def _client(self, mode: Mode) -> Any:
        if mode not in self._made:
            self._made[mode] = _make(self.endpoint, mode, self._timeout)
        return self._made[mode]

    def _options(self, schema: dict[str, Any] | None, mode: Mode, most: int | None) -> dict[str, Any]:
        options: dict[str, Any] = {}
        if schema and mode is Mode.SCHEMA:
            # instructor leaves out `strict`
            form = {"name": schema.get("title", "Answer"), "schema": schema, "strict": True}
            options["extra_body"] = {"response_format": {"type": "json_schema", "json_schema": form}}
        if self.endpoint.provider == "anthropic":
            options["max_tokens"] = min(most or ANTHROPIC_OUTPUT, ANTHROPIC_OUTPUT)
        elif most and self.endpoint.is_openai_like:
            # OpenAI's later models refuse the older name, many servers do not know the newer one.
            options["max_completion_tokens" if self.endpoint.is_openai else "max_tokens"] = most
        return options


def _with_schema(messages: list[dict[str, str]], schema: dict[str, Any] | None) -> list[dict[str, str]]:
    """Write the schema out, for a server that takes it in no other way."""
    first, *rest = messages
    text = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    return [{**first, "content": f"{first['content']}\n\nJSON Schema of the answer:\n{text}"}, *rest]


def _make(endpoint: Endpoint, mode: Mode, timeout: float) -> Any:
    """Return instructor's asynchronous client; raises ModelSetupError when it cannot be made."""
    from instructor import from_provider
    from instructor.auto_client import supported_providers

    hush()
    check_provider(endpoint, supported_providers)
    try:
        options = (
            _openai_options(endpoint, mode, timeout) if endpoint.is_openai_like else _other_options(endpoint)
        )
        client: Any = from_provider(f"{endpoint.provider}/{endpoint.model}", async_client=True, **options)
    except Exception as error:
        fault = faults.setup_error(error, endpoint)
    else:
        if hasattr(client.client, "max_retries"):
            client.client.max_retries = 0
        hush()
        return client
    raise fault


def _openai_options(endpoint: Endpoint, mode: Mode, timeout: float) -> dict[str, Any]:
    """Return what the OpenAI protocol needs. A proxy is not asked for this machine."""
    import instructor
    from openai import Timeout

    from summarizer.extraction.wire import BoundedClient

    options: dict[str, Any] = {
        "mode": instructor.Mode.JSON_SCHEMA if mode is Mode.SCHEMA else instructor.Mode.TOOLS,
        "api_key": endpoint.api_key,
        "base_url": endpoint.base_url,
        "timeout": Timeout(timeout, connect=min(timeout, CONNECT_TIMEOUT)),
        "max_retries": 0,
        "http_client": BoundedClient(endpoint.host, trust_env=not endpoint.is_loopback),
    }
    if endpoint.is_foreign:
        options["default_headers"] = _headers_withheld(endpoint)
    return options


def _headers_withheld(endpoint: Endpoint) -> dict[str, Any]:
    """Take back the headers that the openai client adds from the environment: they are meant for OpenAI."""
    from openai import Omit

    lines = os.environ.get("OPENAI_CUSTOM_HEADERS", "").split("\n")
    names = {line.partition(":")[0].strip() for line in lines if ":" in line}
    withheld: dict[str, Any] = {name: Omit() for name in (names | {"OpenAI-Organization", "OpenAI-Project"})}
    for name in [n for n in withheld if n.lower() == "authorization"]:
        withheld[name] = f"Bearer {endpoint.api_key}"
    return withheld


def _other_options(endpoint: Endpoint) -> dict[str, Any]:
    """Return what instructor's builder for another provider takes; it knows the address and the best mode."""
    options: dict[str, Any] = {"api_key": endpoint.api_key} if endpoint.api_key else {}
    if endpoint.provider == "anthropic":
        options["max_tokens"] = ANTHROPIC_OUTPUT
    return options
