"""The one seam to the network: a prompt goes to a model, a dict of the kind's shape comes back."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from summarizer.errors import ModelError, UsageError
from summarizer.extraction import faults
from summarizer.extraction.endpoint import Endpoint, check_provider, resolve
from summarizer.extraction.quiet import hush, silenced
from summarizer.kinds import Kind, get_kind
from summarizer.report import Extractor, Usage

if TYPE_CHECKING:
    from summarizer.extraction.prompting import Prompt

TIMEOUT = 50.0  # seconds for all requests together: an endpoint that only fails ends within a minute
CONNECT_TIMEOUT = 10.0  # seconds to reach the endpoint
TRIES = 3  # of one request, where a server is full or failing or the connection breaks
REASKS = 1  # further requests when an answer does not fit, with what was wrong in it
FIRST_WAIT, LONGEST_WAIT = 0.5, 4.0  # seconds between tries: doubled each time, and a random part on top
ANTHROPIC_OUTPUT = (
    8192  # tokens: that API demands a limit, and instructor's own, 4096, cuts long briefings off
)


@dataclass(frozen=True)
class Extraction:
    """A model's answer, what made it, and what it used. `data` has the shape of the kind's model face."""

    data: dict[str, Any]
    extractor: Extractor
    usage: Usage


async def extract(
    prompt: Prompt,
    kind: Kind | str,
    *,
    model: str,
    base_url: str | None = None,
    api_key: str | None = None,
    timeout: float | None = None,
) -> Extraction:
    """Ask a model for a briefing of `kind` and return its answer, checked against the model's face.

    `model`, `base_url` and `api_key` are as `endpoint.resolve` takes them; `timeout` is in seconds, for
    everything together (default 50). Passing faults are tried again, and an answer that does not fit is
    sent back once with what was wrong. Raises UsageError, ModelSetupError, ModelUnreachableError,
    ModelAnswerError. No value of a field is judged or changed here.
    """
    timeout = TIMEOUT if timeout is None else timeout
    if timeout <= 0:
        raise UsageError("The time allowed for the model must be more than 0 seconds.")
    kind = get_kind(kind) if isinstance(kind, str) else kind
    endpoint = resolve(model, base_url, api_key)
    call = _Call(kind, endpoint)
    start = time.monotonic()
    with silenced():
        data = await _within(timeout, call, prompt)
    return Extraction(
        data=data,
        extractor=Extractor(
            name=endpoint.label, prompt_sha256=prompt.sha256, schema_sha256=_sha256(kind.model_schema)
        ),
        usage=call.usage(time.monotonic() - start),
    )


async def _within(timeout: float, call: _Call, prompt: Prompt) -> dict[str, Any]:
    """Make the call; raises what went wrong in this package's own words, without the libraries' tracebacks."""
    deadline = asyncio.timeout(timeout)
    try:
        async with deadline:
            return await call.ask(prompt, timeout)
    except ModelError:
        raise
    except Exception as error:
        fault = faults.timeout_error(call.endpoint, timeout) if deadline.expired() else call.fault(error)
    raise fault


class _Call:
    """One question to a model, with the requests and responses that it took."""

    def __init__(self, kind: Kind, endpoint: Endpoint) -> None:
        self.kind = kind
        self.endpoint = endpoint
        self.requests = 0
        self.tries = 0
        self.reasks = 0
        self.responses: list[Any] = []
        self.tokens = [0, 0]

    async def ask(self, prompt: Prompt, timeout: float) -> dict[str, Any]:
        client = _client(self.endpoint, timeout)
        client.on("completion:kwargs", self._on_request)
        client.on("completion:response", self._on_response)
        try:
            # Never with `context`: instructor would then render every message, and so the document, as Jinja.
            answer = await client.create(
                response_model=self.kind.model_face,
                messages=prompt.messages,
                max_retries=self._retrying(),
                strict=False,
                **_strict_schema(self.kind, self.endpoint),
            )
        except Exception:
            found = self._found()
            if found is None:
                raise
            answer = found
        finally:
            with suppress(Exception):
                await client.client.close()
        data: dict[str, Any] = answer.model_dump()
        return data

    def fault(self, error: Exception) -> ModelError:
        """Say what went wrong, by whether the last request was answered."""
        if self._answered:
            return faults.answer_error(self.responses[-1], error, self.kind.model_face, self.endpoint)
        return faults.request_error(error, self.endpoint, self.tries)

    def usage(self, seconds: float) -> Usage:
        """Add up all requests, those that were in vain too."""
        return Usage(
            input_tokens=self.tokens[0],
            output_tokens=self.tokens[1],
            requests=self.requests,
            seconds=round(seconds, 3),
        )

    @property
    def _answered(self) -> bool:
        return bool(self.responses) and not self.tries

    def _on_request(self, **_: Any) -> None:
        self.requests += 1
        self.tries += 1

    def _on_response(self, response: Any) -> None:
        self.responses.append(response)
        self.tries = 0
        for side, count in enumerate(_token_counts(response)):
            self.tokens[side] += count

    def _found(self) -> BaseModel | None:
        """Return a fitting answer that instructor did not look for, such as JSON after a model's thoughts."""
        if not self._answered:
            return None
        for text in _json_texts(faults.text_of(self.responses[-1])):
            with suppress(ValidationError):
                return self.kind.model_face.model_validate_json(text)
        return None

    def _retrying(self) -> Any:
        """Return the one layer of retries: the client's own are switched off."""
        from tenacity import AsyncRetrying, retry_if_exception

        return AsyncRetrying(retry=retry_if_exception(self._try_again), wait=self._pause, reraise=True)

    def _pause(self, _: Any) -> float:
        """Return the seconds until the next request: none before an answer is asked for again."""
        if self._answered:
            return 0.0
        return float(min(LONGEST_WAIT, FIRST_WAIT * 2 ** (self.tries - 1)) + random.uniform(0, FIRST_WAIT))

    def _try_again(self, error: BaseException) -> bool:
        if not self._answered:
            return self.tries < TRIES and faults.is_passing(error)
        response = self.responses[-1]
        if self.reasks >= REASKS or not faults.is_misfit(error) or faults.refusal_of(response):
            return False
        if self._found() is not None or (self.endpoint.is_openai_like and not faults.is_completion(response)):
            return False
        self.reasks += 1
        return True


def _client(endpoint: Endpoint, timeout: float) -> Any:
    """Return instructor's asynchronous client; raises ModelSetupError when it cannot be made."""
    from instructor import from_provider
    from instructor.auto_client import supported_providers

    hush()
    check_provider(endpoint, supported_providers)
    try:
        options = _openai_options(endpoint, timeout) if endpoint.is_openai_like else _other_options(endpoint)
        client: Any = from_provider(f"{endpoint.provider}/{endpoint.model}", async_client=True, **options)
    except Exception as error:
        fault = faults.setup_error(error, endpoint)
    else:
        if hasattr(client.client, "max_retries"):
            client.client.max_retries = 0
        hush()
        return client
    raise fault


def _openai_options(endpoint: Endpoint, timeout: float) -> dict[str, Any]:
    """Return what the OpenAI protocol needs.

    The answer is asked for by `response_format`, as JSON Schema: Ollama, llama.cpp and vLLM hold a model to it
    while it writes, whereas Ollama ignores a forced tool and LM Studio refuses one. Redirects are not followed:
    they would take the document to a host that nobody named. A proxy is not asked for this machine.
    """
    from instructor import Mode
    from openai import DefaultAsyncHttpxClient, Timeout

    options: dict[str, Any] = {
        "mode": Mode.JSON_SCHEMA,
        "api_key": endpoint.api_key,
        "base_url": endpoint.base_url,
        "timeout": Timeout(timeout, connect=min(timeout, CONNECT_TIMEOUT)),
        "max_retries": 0,
        "http_client": DefaultAsyncHttpxClient(follow_redirects=False, trust_env=not endpoint.is_loopback),
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


def _strict_schema(kind: Kind, endpoint: Endpoint) -> dict[str, Any]:
    """Return the request's `response_format` with `strict`, which instructor leaves out."""
    if not endpoint.is_openai_like:
        return {}
    schema = {"name": kind.model_face.__name__, "schema": kind.model_schema, "strict": True}
    return {"extra_body": {"response_format": {"type": "json_schema", "json_schema": schema}}}


def _json_texts(text: str) -> Iterator[str]:
    """Yield the parts of an answer that may be its JSON: all of it, and what stands within fences or prose."""
    yield text
    after = text.rpartition("</think>")[2]
    start, end = after.find("{"), after.rfind("}") + 1
    if 0 <= start < end:
        yield after[start:end]


def _token_counts(response: Any) -> tuple[int, int]:
    """Return the tokens in and out that a response reports, under the names that the providers use; else 0."""
    usage = getattr(response, "usage", None) or getattr(response, "usage_metadata", None)
    return (
        _count(usage, "prompt_tokens", "input_tokens", "prompt_token_count"),
        _count(usage, "completion_tokens", "output_tokens", "candidates_token_count"),
    )


def _count(usage: Any, *names: str) -> int:
    counts = (getattr(usage, name, None) for name in names)
    return next((c for c in counts if isinstance(c, int) and c > 0), 0)


def _sha256(schema: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(schema, sort_keys=True).encode()).hexdigest()
