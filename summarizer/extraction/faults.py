"""What can go wrong with a model, told in one or two plain lines that hold no secret."""

from __future__ import annotations

import json
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from summarizer.errors import (
    ModelAnswerError,
    ModelError,
    ModelSetupError,
    ModelUnreachableError,
    SummarizerError,
    TooLongError,
)
from summarizer.extraction.endpoint import Endpoint
from summarizer.patterns import late_regex

SHOWN = 160  # characters of a server's or model's own words that a message repeats

_AGAIN = frozenset({408, 409, 429})  # besides 500 and above: worth another try, as the openai client has it
_NEVER = frozenset({501, 505})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MODE = frozenset({400, 415, 422, 500, 501})
_BROKEN = frozenset(
    {
        "ReadError",
        "WriteError",
        "RemoteProtocolError",
        "ConnectTimeout",
        "ReadTimeout",
        "WriteTimeout",
        "PoolTimeout",
    }
)
_WINDOW = late_regex(
    r"context[ _](?:length|window|size)|maximum context|(?:prompt|input|request) (?:is )?too (?:long|large)|too many tokens"
    r"|exceeds? the (?:available|maximum|model)",
    re.IGNORECASE,
)
_VARIABLE = late_regex(r"\b[A-Z][A-Z0-9_]*(?:_KEY|_TOKEN|_ENDPOINT|_HOST|_PROJECT)\b")
_PACKAGE = late_regex(r"pip install \"?([\w.\[\]-]+)")


def is_passing(error: BaseException) -> bool:
    """Whether the same request may succeed in a moment: a full or failing server, a broken or slow connection."""
    if own_error(error):
        return False
    status = status_of(error)
    if status is not None:
        return status in _AGAIN or (status >= 500 and status not in _NEVER)
    kinds = {type(e).__name__ for e in chain(error)}
    return bool(kinds & _BROKEN) or any(isinstance(e, ConnectionResetError) for e in chain(error))


def may_be_the_mode(error: BaseException) -> bool:
    """Whether a server may have refused only the way in which the answer's form was asked for.

    llama.cpp's Python server says 500 to a JSON Schema, others 400, 422 or 501.
    """
    return not own_error(error) and status_of(error) in _MODE and not is_too_long(error)


def is_too_long(error: BaseException) -> bool:
    """Whether a server says that the request is longer than the model's window."""
    if status_of(error) not in (400, 413, 422, 500):
        return False
    return any(_WINDOW.search(words) for one in chain(error) for words in _words_of(one))


def own_error(error: BaseException) -> SummarizerError | None:
    """Return the error of this package that a library has wrapped, if there is one."""
    return next((e for e in chain(error) if isinstance(e, SummarizerError)), None)


def retry_after(error: BaseException) -> float | None:
    """Return the seconds that a server asks to be left alone for (Retry-After: seconds or a date), if it does."""
    for one in chain(error):
        headers = getattr(getattr(one, "response", None), "headers", None)
        value = headers.get("retry-after") if headers is not None else None
        if not isinstance(value, str):
            continue
        if re.fullmatch(r"\s*\d{1,9}(\.\d+)?\s*", value):
            return float(value)
        with suppress(ValueError):
            return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    return None


def status_of(error: BaseException) -> int | None:
    """Return the HTTP status that a client library's error carries, if it has one."""
    for one in chain(error):
        for name in ("status_code", "code", "http_status"):
            status = getattr(one, name, None)
            if isinstance(status, int) and 300 <= status <= 999:
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
    own = own_error(error)
    if isinstance(own, ModelError):
        return own
    status = status_of(error)
    if is_too_long(error):
        return TooLongError(
            f"{endpoint.host} says that the document is too long for {endpoint.label}{_server_words(error, endpoint)}",
            remedy="Take smaller parts (--chunk-tokens), or a model with a larger window.",
        )
    if status is not None:
        return _status_error(status, error, endpoint, requests)
    if any(
        "Connect" in type(e).__name__ or "Timeout" in type(e).__name__ for e in chain(error)
    ) or is_passing(error):
        return _connection_error(error, endpoint)
    if any(isinstance(e, (json.JSONDecodeError, UnicodeDecodeError, RecursionError)) for e in chain(error)):
        return ModelAnswerError(
            f"{endpoint.host} answered with what is no JSON.",
            remedy="Check that the address is that of an OpenAI-compatible server.",
        )
    if endpoint.key_variable and "authentication method" in str(error):
        return setup_error(error, endpoint)
    cause = next((e for e in chain(error) if str(e)), error)
    return ModelError(
        f"{endpoint.label} could not be asked: {plain(cause, endpoint)} ({type(cause).__name__}).",
        remedy="Try again, or take another model or server.",
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
        wait = retry_after(error)
        remedy = f"Try again in {wait:,.0f} seconds" if wait else "Wait a little"
        return ModelUnreachableError(
            f"{host} takes no more requests for now (HTTP 429{tries}){said}",
            remedy=f"{remedy}, or look at the account's limits and balance.",
        )
    if status >= 500:
        return ModelUnreachableError(
            f"{host} failed (HTTP {status}{tries}){said}",
            remedy="Look at the server's log, or try again later.",
        )
    if status in _REDIRECTS:
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
        for words in _words_of(one):
            if words.strip() and not words.lstrip().startswith("<"):
                return f": “{plain(words, endpoint)}”."
    return "."


def _words_of(error: BaseException) -> Iterator[str]:
    """Yield the message that a server put into its error, in OpenAI's form or as it stands."""
    body = getattr(error, "body", None)
    body = body.get("error", body) if isinstance(body, dict) else body
    words = body.get("message") if isinstance(body, dict) else body
    if isinstance(words, str):
        yield words
