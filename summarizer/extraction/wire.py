"""The HTTP client under the OpenAI protocol: no redirects, no proxy for this machine, no answer without end."""

from __future__ import annotations

from typing import Any

from openai import DefaultAsyncHttpxClient

from summarizer.errors import ModelAnswerError

LONGEST = 4 * 1024 * 1024  # bytes of a response, unpacked: a briefing of a book has a tenth of it

_UNPACKED = ("content-encoding", "content-length", "transfer-encoding")


class BoundedClient(DefaultAsyncHttpxClient):
    """Reads a response whole, up to a limit; raises ModelAnswerError beyond it."""

    def __init__(self, host: str, *, trust_env: bool) -> None:
        # Redirects would take the document to a host that nobody named.
        super().__init__(follow_redirects=False, trust_env=trust_env)
        self._host = host

    async def send(self, request: Any, *, stream: bool = False, **options: Any) -> Any:
        """Send a request and read its response within bounds, whoever asks for a stream."""
        response = await super().send(request, stream=True, **options)
        body = bytearray()
        try:
            async for piece in response.aiter_bytes():
                body += piece
                if len(body) > LONGEST:
                    raise ModelAnswerError(
                        f"{self._host} answered with more than {LONGEST // 1024 // 1024} MB.",
                        remedy="Look at the server's log, or take another model.",
                    )
        finally:
            await response.aclose()
        headers = [(k, v) for k, v in response.headers.multi_items() if k.lower() not in _UNPACKED]
        return type(response)(  # of httpx or its successor, as this openai has it
            response.status_code,
            headers=headers,
            content=bytes(body),
            request=request,
            extensions=response.extensions,
            history=response.history,
        )
