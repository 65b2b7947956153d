"""Fetches one document from an http or https address: bounded in size, time and redirects."""

from __future__ import annotations

import re
import ssl
from collections.abc import Mapping
from http import HTTPStatus
from posixpath import splitext
from typing import NoReturn
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

import httpcore2

from summarizer import __version__
from summarizer.errors import InputError
from summarizer.loading.loader import Raw
from summarizer.loading.web.decompression import DamagedError, unpack
from summarizer.loading.web.hosts import PrivateHostError, UnknownHostError
from summarizer.loading.web.network import Deadline, GuardedBackend

SECONDS = 30.0  # for everything: names, connections, redirects, the last byte
LARGEST = 16 * 1024 * 1024  # bytes, unpacked
REDIRECTS = 10
_SCHEMES = ("http", "https")
_MOVED = frozenset((301, 302, 303, 307, 308))
_READ_MEDIA = re.compile(r"text/|application/(?:xhtml\+xml|xml|json|pdf)|application/octet-stream")
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/json": ".json",
    "application/pdf": ".pdf",
}
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_SAVE = "Open it in a browser, save the page, and give the file."


def fetch(address: str, *, allow_private: bool = False) -> Raw:
    """Return the document at `address`, redirects followed, its `url` the one it was found at.

    Raises InputError in a line that says what went wrong and what to do: an address that is none or is
    private, a host that is unknown or does not answer, an answer that is an error, no text, or too large.
    """
    url = _split(address, address)
    backend = GuardedBackend(Deadline(SECONDS), allow_private=allow_private)
    try:
        with httpcore2.ConnectionPool(network_backend=backend, max_connections=1) as pool:
            return _follow(pool, url, address)
    except PrivateHostError as error:
        _refuse_private(address, error)
    except UnknownHostError as error:
        raise _failed(address, f"there is no host {error}", "Check the address and the connection.") from None
    except (httpcore2.TimeoutException, TimeoutError):
        raise _failed(address, f"it did not come within {SECONDS:g} seconds", _SAVE) from None
    except DamagedError:
        raise _failed(address, "it came damaged or broke off", "Try again later.") from None
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
        raise _failed(address, _cause(error), "Check the address and the connection.") from None


def _follow(pool: httpcore2.ConnectionPool, url: SplitResult, address: str) -> Raw:
    for _ in range(REDIRECTS + 1):
        with pool.stream("GET", _wire(url), headers=_headers(url)) as answer:
            headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in answer.headers}
            if answer.status in _MOVED and "location" in headers:
                url = _split(urljoin(urlunsplit(url), _as_utf8(headers["location"])), address)
                continue
            if answer.status != HTTPStatus.OK:
                raise _failed(address, f"the server answered {_status(answer.status)}", _SAVE)
            return _take(answer, headers, url, address)
    raise _failed(address, f"it is redirected more than {REDIRECTS} times", _SAVE)


def _take(answer: httpcore2.Response, headers: Mapping[str, str], url: SplitResult, address: str) -> Raw:
    """Read the body, unpacked and bounded."""
    declared = headers.get("content-type", "")
    media = declared.partition(";")[0].strip().lower()
    if media and not _READ_MEDIA.match(media):
        raise _failed(address, f"it is {media[:60]}, not a page or text", "Give the address of a page.")
    encoding = headers.get("content-encoding", "identity").strip().lower().replace("x-gzip", "gzip")
    if encoding not in ("identity", "gzip", "deflate", ""):
        raise _failed(address, f"it came packed in a way that was not asked for: {encoding[:40]}", _SAVE)
    data = bytearray()
    for piece in unpack(answer.iter_stream(), encoding or "identity"):
        data += piece
        if len(data) > LARGEST:
            raise _failed(address, f"it is larger than {LARGEST >> 20} MiB", "Save the part that matters.")
    charset = _CHARSET.search(declared)
    return Raw(
        bytes(data),
        name=address,
        suffix=_SUFFIXES.get(media) or splitext(url.path)[1].lower(),
        url=urlunsplit(url),
        charset=charset[1] if charset else None,
    )


def _split(text: str, address: str) -> SplitResult:
    """Take an address apart; `address` is the one that was asked for, named in errors."""
    try:
        url = urlsplit(text.strip())
        port, host = url.port, url.hostname
    except ValueError:
        raise _failed(address, "it is not well formed", "Check the address.") from None
    if url.scheme.lower() not in _SCHEMES:
        where = "" if text == address else f" and leads to {_shown(text)}"
        raise InputError(
            f"{_shown(address)} is an address{where}: only http and https are read.",
            remedy="Save the document to a file and give that.",
        )
    if not host or port == 0:
        raise _failed(address, "it names no host", "Check the address.")
    if url.username is not None or url.password is not None:
        raise InputError("The address has a user name in it: none is ever sent.", remedy=_SAVE)
    return url._replace(fragment="")


def _wire(url: SplitResult) -> httpcore2.URL:
    """Write an address as it is sent: ASCII, the host's name in its encoded form."""
    try:
        host = (url.hostname or "").encode("idna" if not (url.hostname or "").isascii() else "ascii")
    except UnicodeError:
        raise UnknownHostError(url.hostname) from None
    target = quote(url.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if url.query:
        target += "?" + quote(url.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return httpcore2.URL(
        scheme=url.scheme.lower().encode(), host=host, port=url.port, target=target.encode("ascii")
    )


def _headers(url: SplitResult) -> list[tuple[bytes | str, bytes | str]]:
    host = _wire(url).host.decode("ascii")
    host = f"[{host}]" if ":" in host else host
    return [
        ("Host", f"{host}:{url.port}" if url.port else host),
        ("User-Agent", f"summarizer/{__version__}"),
        ("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1"),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
    ]


def _as_utf8(location: str) -> str:
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return location


def _status(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)


def _cause(error: Exception) -> str:
    inner = error.__context__
    if isinstance(inner, ssl.SSLCertVerificationError) or "certificate verify failed" in str(error).lower():
        return "the server's certificate is not trusted"
    if isinstance(error, httpcore2.ConnectError):
        return "the connection was refused or failed"
    if isinstance(error, httpcore2.ProtocolError):
        return "the answer broke off or is no HTTP"
    return "the connection broke off"


def _refuse_private(address: str, error: PrivateHostError) -> NoReturn:
    where = error.address if error.host == error.address else f"{error.host} ({error.address})"
    raise InputError(
        f"{_shown(address)} leads to {where[:120]}, which is not on the public Internet.",
        remedy="To read from your own network: --allow-private, or allow_private=True.",
    ) from None


def _failed(address: str, cause: str, remedy: str) -> InputError:
    return InputError(f"{_shown(address)} cannot be read: {cause}.", remedy=remedy)


def _shown(address: str) -> str:
    return address if len(address) <= 200 else f"{address[:150]}…"
