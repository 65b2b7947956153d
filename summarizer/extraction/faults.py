"""What can go wrong with a model, told in one or two plain lines that hold no secret."""

from __future__ import annotations

import json
import re
import socket
import ssl
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from summarizer.errors import ModelAnswerError, ModelError, ModelSetupError, ModelUnreachableError
from summarizer.extraction.endpoint import Endpoint

SHOWN = 160  # characters of a server's or model's own words that a message repeats

_AGAIN = frozenset({408, 409, 429})  # besides 500 and above: worth another try, as the openai client has it
_NEVER = frozenset({501, 505})
_VARIABLE = re.compile(r"\b[A-Z][A-Z0-9_]*(?:_KEY|_TOKEN|_ENDPOINT|_HOST|_PROJECT)\b")
_PACKAGE = re.compile(r"pip install \"?([\w.\[\]-]+)")


def is_passing(error: BaseException) -> bool:
    """Whether the same request may succeed in a moment: a full or failing server, a broken connection."""
    status = status_of(error)
    if status is not None:
        return status in _AGAIN or (status >= 500 and status not in _NEVER)
    broken = any(type(e).__name__ in ("ReadError", "WriteError", "RemoteProtocolError") for e in chain(error))
    return broken or any(isinstance(e, ConnectionResetError) for e in chain(error))


def is_misfit(error: BaseException) -> bool:
    """Whether an answer came that is not of the schema's shape."""
    kinds = ("ResponseParsingError", "AsyncValidationError")
    return isinstance(error, (ValidationError, json.JSONDecodeError)) or type(error).__name__ in kinds


def status_of(error: BaseException) -> int | None:
    """Return the HTTP status that a client library's error carries, if it has one."""
    for one in chain(error):
        for name in ("status_code", "code", "http_status"):
            status = getattr(one, name, None)
            if isinstance(status, int) and 300 <= status <= 599:
                return status
    return None


def chain(error: BaseException) -> Iterator[BaseException]:
    """Walk an error, what caused it, and the members of a group, each once."""
    waiting, seen = [error], set()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [e for e in (one.__cause__, one.__context__) if e is not None]
        waiting += list(getattr(one, "exceptions", ()))


def plain(text: object, endpoint: Endpoint) -> str:
    """Return foreign words for a message: one line, printable, short, without the endpoint's secrets."""
    words = str(text)
    for secret in endpoint.secrets:
        words = words.replace(secret, "***")
    words = " ".join("".join(c if c.isprintable() else " " for c in words[: SHOWN * 4]).split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"


# -- before a request --------------------------------------------------------------------------


def setup_error(error: BaseException, endpoint: Endpoint) -> ModelSetupError:
    """Tell why a provider's client could not be made: a missing package, a missing key, something else."""
    text = str(error)
    package = _PACKAGE.search(text)
    if package or isinstance(error, ImportError):
        name = package[1] if package else (getattr(error, "name", None) or endpoint.provider)
        return ModelSetupError(
            f"The provider {endpoint.provider} needs a package that is not installed: {name}.",
            remedy=f'Install it: pip install "{name}"',
        )
    variable = _VARIABLE.search(text)
    named = variable[0] if variable else endpoint.key_variable
    if named and re.search(r"key|token|auth|credential|not set", text, re.IGNORECASE):
        return ModelSetupError(f"No key for {endpoint.label}: {named} is not set.", remedy=f"Set {named}.")
    return ModelSetupError(f"The provider {endpoint.provider} cannot be used: {plain(text, endpoint)}.")


# -- no answer ---------------------------------------------------------------------------------


def timeout_error(endpoint: Endpoint, seconds: float) -> ModelUnreachableError:
    """Tell that the whole time went by without a usable answer."""
    return ModelUnreachableError(
        f"{endpoint.host} gave no answer within {seconds:g} seconds.",
        remedy="Allow more time, or try a shorter document or a faster model.",
    )


def request_error(error: BaseException, endpoint: Endpoint, requests: int) -> ModelError:
    """Tell why no answer came."""
    status = status_of(error)
    if status is not None:
        return _status_error(status, error, endpoint, requests)
    if any(
        "Connect" in type(e).__name__ or "Timeout" in type(e).__name__ for e in chain(error)
    ) or is_passing(error):
        return _connection_error(error, endpoint)
    if any(isinstance(e, (json.JSONDecodeError, UnicodeDecodeError)) for e in chain(error)):
        return ModelAnswerError(
            f"{endpoint.host} answered with what is no JSON.",
            remedy="Check that the address is that of an OpenAI-compatible server.",
        )
    if endpoint.key_variable and "authentication method" in str(error):
        return setup_error(error, endpoint)
    return ModelError(
        f"{endpoint.label} could not be asked: {plain(error, endpoint)} ({type(error).__name__})."
    )


def _connection_error(error: BaseException, endpoint: Endpoint) -> ModelUnreachableError:
    causes = list(chain(error))
    if any(isinstance(e, socket.gaierror) for e in causes):
        return ModelUnreachableError(
            f"The host {endpoint.host} is not known.", remedy="Check the address and the network connection."
        )
    if any(isinstance(e, ConnectionRefusedError) for e in causes):
        return ModelUnreachableError(
            f"{endpoint.host} refused the connection.",
            remedy="Check that the server runs and that the port is right.",
        )
    if any(isinstance(e, ssl.SSLError) for e in causes):
        return ModelUnreachableError(
            f"No secure connection to {endpoint.host} could be made.",
            remedy="Check its certificate, and whether the address begins with http or https.",
        )
    if any("Timeout" in type(e).__name__ for e in causes):
        return ModelUnreachableError(
            f"{endpoint.host} could not be reached in time.",
            remedy="Check the address and the network connection.",
        )
    if is_passing(error):
        return ModelUnreachableError(
            f"{endpoint.host} broke off the connection.",
            remedy="Look at the server's log, or try again later.",
        )
    return ModelUnreachableError(
        f"{endpoint.host} could not be reached.", remedy="Check the address and the network connection."
    )


def _status_error(
    status: int, error: BaseException, endpoint: Endpoint, requests: int
) -> ModelUnreachableError:
    host, said = endpoint.host, _server_words(error, endpoint)
    tries = f", {requests} times" if requests > 1 else ""
    if status in (401, 403):
        return ModelUnreachableError(
            f"{host} did not accept the key (HTTP {status}).",
            remedy=f"Check {endpoint.key_variable}." if endpoint.key_variable else "Check the key.",
        )
    if status == 404:
        return ModelUnreachableError(
            f"{host} knows no model {plain(endpoint.model, endpoint)!r}, or nothing at this address (HTTP 404){said}",
            remedy="Check the model's name, and the base URL: most end in /v1.",
        )
    if status == 429:
        return ModelUnreachableError(
            f"{host} takes no more requests for now (HTTP 429{tries}){said}",
            remedy="Wait a little, or look at the account's limits and balance.",
        )
    if status >= 500:
        return ModelUnreachableError(
            f"{host} failed (HTTP {status}{tries}){said}",
            remedy="Look at the server's log, or try again later.",
        )
    if status < 400:
        return ModelUnreachableError(
            f"{host} points to another address (HTTP {status}).",
            remedy="Nothing was sent there. Give the new address as the base URL if it can be trusted.",
        )
    return ModelUnreachableError(
        f"{host} did not take the request (HTTP {status}){said}",
        remedy="Check the model's name and what it can do.",
    )


def _server_words(error: BaseException, endpoint: Endpoint) -> str:
    """Return `: "what the server says"` and a full stop, or only the full stop."""
    for one in chain(error):
        body = getattr(one, "body", None)
        body = body.get("error", body) if isinstance(body, dict) else body
        words = body.get("message") if isinstance(body, dict) else body
        if isinstance(words, str) and words.strip() and not words.lstrip().startswith("<"):
            return f": “{plain(words, endpoint)}”."
    return "."


# -- an answer that is of no use ---------------------------------------------------------------


def text_of(response: Any) -> str:
    """Return the text of a chat completion: the arguments of its first tool call, else its content."""
    message = _message(response)
    for call in getattr(message, "tool_calls", None) or ():
        arguments = getattr(getattr(call, "function", None), "arguments", None)
        if isinstance(arguments, str) and arguments.strip():
            return arguments
    content = getattr(message, "content", None)
    return content if isinstance(content, str) else ""


def is_completion(response: Any) -> bool:
    """Whether a response is a chat completion with a message in it."""
    return _message(response) is not None


def refusal_of(response: Any) -> str | None:
    """Return the words in which a model refused to answer, if it did."""
    refusal = getattr(_message(response), "refusal", None)
    return str(refusal) if refusal else None


def answer_error(
    response: Any, error: BaseException, face: type[BaseModel], endpoint: Endpoint
) -> ModelAnswerError:
    """Tell what came instead of a usable answer."""
    came, remedy = _came(response, error, face, endpoint)
    return ModelAnswerError(f"{endpoint.label} gave {came}.", remedy=remedy)


def _came(response: Any, error: BaseException, face: type[BaseModel], endpoint: Endpoint) -> tuple[str, str]:
    another = "Try again, or take another model."
    if (
        any(type(e).__name__ == "IncompleteOutputException" for e in chain(error))
        or _ended(response) == "length"
    ):
        return (
            "an answer that was cut off at its length limit",
            "Allow longer answers, or take a shorter document.",
        )
    if _ended(response) == "content_filter":
        return "no answer: the provider's content filter stopped it", another
    if refusal := refusal_of(response):
        return f"a refusal: “{plain(refusal, endpoint)}”", another
    if _message(response) is None:
        return _no_completion(
            response, error, endpoint
        ), "Check that the address is that of an OpenAI-compatible server."
    text = text_of(response).strip()
    if not text or text == "null":
        return "an empty answer" if not text else "null for an answer", another
    return _misfit(text, face, endpoint), another


def _no_completion(response: Any, error: BaseException, endpoint: Endpoint) -> str:
    if isinstance(response, str):
        return (
            f"no chat completion, but “{plain(response, endpoint)}”"
            if response.strip()
            else "an empty response"
        )
    inner = (getattr(response, "model_extra", None) or {}).get("error")
    if inner:
        words = inner.get("message", inner) if isinstance(inner, dict) else inner
        return f"an error instead of an answer: “{plain(words, endpoint)}”"
    if hasattr(response, "choices"):
        return "a response without an answer in it (no choices)"
    misfits = [e for e in chain(error) if isinstance(e, ValidationError)]
    return f"an answer that does not fit: {_misfits(misfits[0])}" if misfits else "nothing usable"


def _misfit(text: str, face: type[BaseModel], endpoint: Endpoint) -> str:
    try:
        face.model_validate_json(text)
    except ValidationError as error:
        if error.errors()[0]["type"] != "json_invalid":
            return f"an answer that does not fit: {_misfits(error)}"
        kind = "broken JSON" if text.startswith(("{", "[")) else "prose instead of JSON"
        return f"{kind}: “{plain(text, endpoint)}”"
    return "nothing usable"


def _misfits(error: ValidationError) -> str:
    """Name the first field that does not fit, by JSON Pointer, and how many more there are."""
    errors = error.errors(include_url=False, include_input=False)
    path = "".join(f"/{part}" for part in errors[0]["loc"]) or "the whole"
    more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
    return f"{path}: {errors[0]['msg']}{more}"


def _message(response: Any) -> Any:
    choices = getattr(response, "choices", None)
    return getattr(choices[0], "message", None) if isinstance(choices, list) and choices else None


def _ended(response: Any) -> str | None:
    choices = getattr(response, "choices", None)
    return getattr(choices[0], "finish_reason", None) if isinstance(choices, list) and choices else None
