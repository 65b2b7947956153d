"""A real HTTP server on the loopback interface, what it may answer, and how an address of it is refused."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from summarizer import load
from summarizer.errors import InputError

STORY = (
    "<p>The envoys of both countries met in Bern on Monday for about two hours, their offices said.</p>"
    "<p>“We will open the bridge in May,” Ada Brunner told reporters after the meeting.</p>"
)
PAGE = f"<!DOCTYPE html><html><head><title>Envoys meet</title></head><body><h1>Envoys meet</h1>{STORY}</body></html>"

Answer = Callable[[socket.socket, str], None]


class Server:
    """A real HTTP server on the loopback interface that answers as it is told, byte for byte."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.requests: list[str] = []
        self.answers: dict[str, Answer] = {}
        self.sent = 0
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def address(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def close(self) -> None:
        """Stop listening, a wait for the next connection included."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(4096)
                if not piece:
                    return
                head += piece
                if not head[:1].isalpha():  # no request: a web server says so at once, in plain text
                    plain("400 Bad Request")(connection, "")
                    return
            request = head.decode("latin-1")
            self.requests.append(request)
            path = request.split(" ")[1]
            self.answers.get(path.partition("?")[0], plain("404 Not Found"))(connection, path)

    def endless(self, head: bytes, piece: bytes, pause: float = 0.0) -> Answer:
        """Return an answer that never ends, and counts what it could send."""

        def answer(connection: socket.socket, _: str) -> None:
            connection.sendall(head)
            while True:
                connection.sendall(piece)
                self.sent += len(piece)
                time.sleep(pause)

        return answer


def plain(status: str, headers: str = "", body: bytes = b"") -> Answer:
    def answer(connection: socket.socket, _: str) -> None:
        head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
        connection.sendall(head.encode("utf-8") + body)

    return answer


def page(body: bytes | str = PAGE, media: str = "text/html; charset=utf-8", headers: str = "") -> Answer:
    data = body.encode() if isinstance(body, str) else body
    return plain("200 OK", f"Content-Type: {media}\r\n{headers}", data)


def moved(to: str, status: str = "302 Found") -> Answer:
    return plain(status, f"Location: {to}\r\n")


def refused(address: str, *, allow_private: bool = True) -> str:
    """Return the message of a refusal, which names the address and has a remedy."""
    with pytest.raises(InputError) as caught:
        load(address, allow_private=allow_private)
    assert caught.value.remedy
    assert "\n" not in caught.value.message
    return caught.value.message
