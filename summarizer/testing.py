"""A scripted model for tests: an OpenAI-compatible server on loopback that says what a test tells it to say."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any


@dataclass(frozen=True)
class Request:
    """A request that the server received; header names are in lower case."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The chat messages, as they arrived."""
        messages: list[dict[str, Any]] = self.body.get("messages", [])
        return messages

    @property
    def text(self) -> str:
        """All messages as one text."""
        return "\n".join(str(message.get("content")) for message in self.messages)


@dataclass(frozen=True)
class Reply:
    """An answer with its circumstances.

    `content` is text, or JSON to be written as text. `message` adds to or replaces keys of the message
    (`{"refusal": "…"}`), `completion` those of the whole response (`{"choices": []}`). `delay` is in
    seconds.
    """

    content: Any = None
    finish_reason: str = "stop"
    message: Mapping[str, Any] = field(default_factory=dict)
    completion: Mapping[str, Any] = field(default_factory=dict)
    delay: float = 0.0


@dataclass(frozen=True)
class Fault:
    """An HTTP status other than 200, with an error message in the form that OpenAI gives it."""

    status: int
    message: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0


@dataclass(frozen=True)
class Raw:
    """Any bytes as the response's body; with `drip`, byte by byte, so many seconds apart."""

    body: bytes
    content_type: str = "application/json"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    drip: float = 0.0


@dataclass(frozen=True)
class HangUp:
    """The connection is reset after the request was read, with no response."""


Answer = Reply | Fault | Raw | HangUp | str | Mapping[str, Any]
Script = Answer | Sequence[Answer] | Callable[[Request], Answer]


class ScriptedModel:
    """An OpenAI-compatible chat server on 127.0.0.1, for tests that go over real HTTP.

        with ScriptedModel([{"title": None, …}, Fault(503), "Sorry, I cannot."]) as server:
            report = brief(source, model="openai/scripted", base_url=server.base_url)
        assert "Geneva" in server.requests[0].text

    The script is one answer, given to every request; or a list of answers, one for each request; or a
    function of the Request that returns one. An answer is a mapping (a fitting model's JSON), a text (sent
    as the model's words, be they prose or broken JSON), a `Reply`, a `Fault`, `Raw` bytes or a `HangUp`.
    JSON goes where the request asks for it: into the arguments of the tool that the request offers, else
    into the message. A request beyond the list's end gets HTTP 400. `usage` counts a token for every four
    characters. Standard library only.
    """

    def __init__(self, script: Script) -> None:
        self.requests: list[Request] = []
        self._script = script
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.model = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def host(self) -> str:
        """Host and port: `127.0.0.1:…`."""
        return f"127.0.0.1:{self._server.server_port}"

    @property
    def base_url(self) -> str:
        """The address to give as a base URL."""
        return f"http://{self.host}/v1"

    def __enter__(self) -> ScriptedModel:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _next(self, request: Request) -> Answer:
        with self._lock:
            self.requests.append(request)
            at = len(self.requests) - 1
        if callable(self._script):
            return self._script(request)
        if isinstance(self._script, (str, Mapping)) or not isinstance(self._script, Sequence):
            return self._script
        return self._script[at] if at < len(self._script) else Fault(400, "the script has no more answers")

    def _wait(self, seconds: float) -> None:
        self._closing.wait(seconds)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    model: ScriptedModel


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Stay silent."""

    def do_POST(self) -> None:
        """Answer a chat request as the script says."""
        body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))) or b"{}")
        request = Request(self.path, {k.lower(): v for k, v in self.headers.items()}, body)
        if self.path.endswith("/chat/completions"):
            self._answer(self.server.model._next(request), request)
        else:
            self._send(404, _error(f"no such path: {self.path}"))

    def _answer(self, answer: Answer, request: Request) -> None:
        self.server.model._wait(getattr(answer, "delay", 0.0))
        if isinstance(answer, HangUp):
            return self._reset()
        if isinstance(answer, Raw):
            headers = {"content-type": answer.content_type, **answer.headers}
            return self._send(answer.status, answer.body, headers, answer.drip)
        if isinstance(answer, Fault):
            return self._send(answer.status, _error(answer.message), answer.headers)
        reply = answer if isinstance(answer, Reply) else Reply(answer)
        return self._send(200, json.dumps(_completion(reply, request)).encode())

    def _send(
        self, status: int, body: bytes, headers: Mapping[str, str] | None = None, drip: float = 0.0
    ) -> None:
        self.send_response(status)
        for name, value in {"content-type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        if not drip:
            self.wfile.write(body)
            return
        for at in range(len(body)):
            self.server.model._wait(drip)
            self.wfile.write(body[at : at + 1])

    def _reset(self) -> None:
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def handle(self) -> None:
        with suppress(OSError, ValueError):  # the client went away, or was hung up on
            super().handle()

    def finish(self) -> None:
        with suppress(OSError, ValueError):
            super().finish()


def _error(message: str) -> bytes:
    return json.dumps({"error": {"message": message, "type": "scripted"}}).encode()


def _completion(reply: Reply, request: Request) -> dict[str, Any]:
    text = (
        reply.content
        if isinstance(reply.content, str | None)
        else json.dumps(reply.content, ensure_ascii=False)
    )
    tools = request.body.get("tools")
    message: dict[str, Any] = {"role": "assistant", "content": text}
    if tools and not isinstance(reply.content, str | None):
        call = {"name": tools[0]["function"]["name"], "arguments": text}
        message.update(content=None, tool_calls=[{"id": "call_1", "type": "function", "function": call}])
    asked, said = len(json.dumps(request.body)) // 4, len(text or "") // 4
    return {
        "id": "chatcmpl-scripted",
        "object": "chat.completion",
        "created": 0,
        "model": request.body.get("model", "scripted"),
        "choices": [
            {"index": 0, "message": {**message, **reply.message}, "finish_reason": reply.finish_reason}
        ],
        "usage": {"prompt_tokens": asked, "completion_tokens": said, "total_tokens": asked + said},
        **reply.completion,
    }
