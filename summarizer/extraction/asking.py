"""Asks a model until there is an answer that fits, or a reason why not: the one layer of retries."""

from __future__ import annotations

import asyncio
import json
import random
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any

from summarizer.errors import MisfitError, ModelError, RefusalError, SummarizerError
from summarizer.extraction import faults
from summarizer.extraction.answers import Answer, read_answer, read_words
from summarizer.extraction.client import OPENAI_MODES, Client, Mode, RequestError
from summarizer.extraction.memory import Forgetful, Memory, key_of
from summarizer.extraction.meter import Meter
from summarizer.extraction.quiet import silenced

if TYPE_CHECKING:
    from pydantic import BaseModel

    from summarizer.extraction.endpoint import Endpoint
    from summarizer.extraction.prices import Price

TRIES = 3  # of one request, where a server is full or failing or the connection breaks
REASKS = 1  # further requests when an answer does not fit, with what was wrong in it
FIRST_WAIT, LONGEST_WAIT = 0.5, 4.0  # seconds between tries: doubled each time, and a random part on top
SHOWN_AGAIN = 2000  # characters of an answer that did not fit that the model is shown

_AGAIN = "That does not fit: {}. Give the whole answer again, as JSON of the form asked for and nothing else."


@dataclass(frozen=True)
class Question:
    """What a model is asked: the messages, and the form of the answer (None: words)."""

    messages: list[dict[str, str]]
    face: type[BaseModel] | None = None
    schema: dict[str, Any] | None = None

    @property
    def size(self) -> int:
        """Bytes of all that is sent."""
        sent = json.dumps([self.messages, self.schema], ensure_ascii=False)
        return len(sent.encode("utf-8", "replace"))


@dataclass
class Asker:
    """One model, with what asking it may use; usable for any number of questions, side by side too."""

    endpoint: Endpoint
    meter: Meter
    price: Price | None = None
    memory: Memory = field(default_factory=Forgetful)
    _client: Client | None = None

    async def __aenter__(self) -> Asker:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client:
            with silenced():
                await self._client.close()

    @property
    def client(self) -> Client:
        """The client, made when it is first needed: an answer that was kept needs none."""
        if self._client is None:
            self._client = Client(self.endpoint, self.meter.seconds_left())
        return self._client

    async def ask(self, question: Question) -> dict[str, Any]:
        """Return the data of an answer that fits the question's form.

        Raises ModelSetupError, ModelUnreachableError, ModelAnswerError (TooLongError, RefusalError among
        them) and BudgetError.
        """
        turn = _Turn(self, question)
        await self._settle(turn)
        return turn.data

    async def ask_words(self, question: Question) -> str:
        """Return the words of an answer that need not be JSON."""
        turn = _Turn(self, question)
        await self._settle(turn)
        return turn.words

    async def _settle(self, turn: _Turn) -> None:
        """Raise what went wrong in this package's own words, without the libraries' tracebacks."""
        seconds = self.meter.seconds_left()
        deadline = asyncio.timeout(seconds)
        try:
            with silenced():
                async with deadline:
                    return await turn.settle()
        except ModelError as error:
            fault: SummarizerError = error
            if isinstance(error, (MisfitError, RefusalError)):
                turn.discard()
        except Exception as error:
            told = self.meter.limits.timeout or seconds
            if deadline.expired():
                fault = faults.timeout_error(self.endpoint, told)
            else:
                fault = faults.request_error(error, self.endpoint, turn.tries)
        raise fault


class _Turn:
    """One question, with the requests and answers that it takes."""

    def __init__(self, asker: Asker, question: Question) -> None:
        self.asker = asker
        self.question = question
        self.messages = list(question.messages)
        self.tries = 0  # since the last answer
        self.reasks = 0
        self.data: dict[str, Any] = {}
        self.words = ""
        self._keys: list[str] = []

    def discard(self) -> None:
        """Forget the answers: of no use now, they would be of none the next time."""
        for key in self._keys:
            self.asker.memory.discard(key)

    async def settle(self) -> None:
        """Ask in one mode after the other, each but the last given up when the server refuses it."""
        modes = self._modes()
        for mode in modes:
            try:
                await self._retrying()(self._ask, mode)
            except RequestError as error:
                if mode is modes[-1] or not faults.may_be_the_mode(error):
                    raise
                self.tries = 0 if faults.status_of(error) != 500 else TRIES - 1
            else:
                if mode is not modes[0]:
                    self.asker.memory.keep_mode(self.asker.endpoint.address, mode)
                return

    def _modes(self) -> list[Mode]:
        if not self.asker.endpoint.is_openai_like:
            return [Mode.NATIVE]
        if self.question.face is None:
            return [Mode.TEXT]
        known = self.asker.memory.mode(self.asker.endpoint.address)
        return list(OPENAI_MODES[OPENAI_MODES.index(Mode(known)) if known else 0 :])

    async def _ask(self, mode: Mode) -> None:
        answer = await self._answer(mode)
        self.tries = 0
        try:
            if self.question.face is None:
                self.words = read_words(answer, self.asker.endpoint)
            else:
                self.data = read_answer(answer, self.question.face, self.asker.endpoint)
        except MisfitError as error:
            self._ask_again(answer, error)
            raise

    async def _answer(self, mode: Mode) -> Answer:
        """Return an answer that was kept, or make the request; what was paid for is kept at once."""
        asker, question = self.asker, self.question
        key = key_of(asker.endpoint, mode, self.messages, question.schema)
        self._keys.append(key)
        if kept := asker.memory.recall(key):
            return kept
        most = asker.meter.admit(Question(self.messages, schema=question.schema).size, asker.price)
        self.tries += 1
        client = asker.client
        asker.meter.sent()
        answer = await client.request(self.messages, question.face, question.schema, mode, most)
        asker.memory.keep(key, asker.endpoint.label, answer)
        asker.meter.answered(answer, asker.price)
        return answer

    def _ask_again(self, answer: Answer, error: MisfitError) -> None:
        """Put the answer that did not fit and what was wrong with it behind the question."""
        said = answer.text[:SHOWN_AGAIN].strip() or "null"
        self.messages += [
            {"role": "assistant", "content": said},
            {"role": "user", "content": _AGAIN.format(error.message.partition(" gave ")[2].rstrip("."))},
        ]

    def _retrying(self) -> Any:
        """Return the one layer of retries: the clients' own are switched off."""
        from tenacity import AsyncRetrying, retry_if_exception

        return AsyncRetrying(retry=retry_if_exception(self._try_again), wait=self._pause, reraise=True)

    def _pause(self, state: Any) -> float:
        """Return the seconds until the next request: none before an answer is asked for again."""
        error = state.outcome.exception()
        if isinstance(error, MisfitError):
            return 0.0
        wait = faults.retry_after(error)
        if wait is None:
            wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (self.tries - 1))
        return float(wait + random.uniform(0, FIRST_WAIT))

    def _try_again(self, error: BaseException) -> bool:
        if isinstance(error, MisfitError):
            self.reasks += 1
            return self.reasks <= REASKS
        if not isinstance(error, RequestError) or self.tries >= TRIES or not faults.is_passing(error):
            return False
        wait = faults.retry_after(error)
        return wait is None or wait < self.asker.meter.seconds_left()
