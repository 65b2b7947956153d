"""A model's answer as plain words, and what is told where they are of no use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from summarizer.errors import BrokenOffError, MisfitError, ModelAnswerError, RefusalError, TooLongError
from summarizer.extraction.endpoint import Endpoint
from summarizer.extraction.faults import chain, plain
from summarizer.patterns import late_regex

_HALVES = late_regex("[\ud800-\udfff]")
# Of one answer. A part of a document has some 12,000 tokens, and a full briefing of it less than a tenth of this.
LONGEST_TEXT = 5_000
LONGEST_LIST = 400
MOST_VALUES = 10_000
_MOST_TOKENS = 10**9  # a count beyond is none
_ANOTHER = "Try again, or take another model."


@dataclass(frozen=True)
class Answer:
    """What a model said, how it ended (`stop`, `length`, …), and its tokens as the server counts them.

    `kept` says that it was paid for in an earlier run.
    """

    text: str
    ended: str | None = None
    refusal: str | None = None
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    kept: bool = False

    @property
    def is_cut(self) -> bool:
        """Whether it ended at its length limit."""
        return self.ended == "length"


def answer_of(
    response: Any, parsed: BaseModel | None, endpoint: Endpoint, *, cut: bool = False
) -> Answer | None:
    """Take the answer out of a provider's response; None when there is none in it.

    `parsed` is what instructor read, for a response that has another form than OpenAI's. Keys and passwords
    that a server repeats are taken out here, so that they get no further.
    """
    if not is_completion(response) and parsed is None and not cut:
        return None
    text = text_of(response) if is_completion(response) else parsed.model_dump_json() if parsed else ""
    asked, said, cached = _token_counts(response)
    return Answer(
        text=_clean(text, endpoint),
        ended="length" if cut else _ended(response),
        refusal=_clean(_refusal_of(response), endpoint) or None,
        input_tokens=asked,
        output_tokens=said,
        cached_tokens=cached,
    )


def read_answer(answer: Answer, face: type[BaseModel], endpoint: Endpoint) -> dict[str, Any]:
    """Return the data of an answer that fits `face`; raises ModelAnswerError that says what came instead."""
    complain = _complaint(answer, endpoint)
    if complain:
        raise complain
    for text in _json_texts(answer.text):
        try:
            data: dict[str, Any] = face.model_validate_json(text).model_dump()
        except ValueError:  # a ValidationError, or a number of thousands of digits
            continue
        if beyond := _beyond_measure(data):
            raise MisfitError(
                f"{endpoint.label} gave an answer that does not fit: {beyond}.", remedy=_ANOTHER
            )
        return data
    kind = BrokenOffError if _breaks_off(answer.text.strip()) else MisfitError
    raise kind(f"{endpoint.label} gave {_misfit(answer.text.strip(), face, endpoint)}.", remedy=_ANOTHER)


def read_words(answer: Answer, endpoint: Endpoint) -> str:
    """Return the words of an answer that need not be JSON; raises ModelAnswerError when there are none."""
    complain = _complaint(answer, endpoint)
    if complain:
        raise complain
    return answer.text.rpartition("</think>")[2].strip()


def no_answer(response: Any, error: BaseException, endpoint: Endpoint) -> ModelAnswerError:
    """Tell that a response has no answer in it."""
    return ModelAnswerError(
        f"{endpoint.label} gave {_no_completion(response, error, endpoint)}.",
        remedy="Check that the address is that of an OpenAI-compatible server.",
    )


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


def _complaint(answer: Answer, endpoint: Endpoint) -> ModelAnswerError | None:
    """Say what is wrong with an answer whatever was asked for; None when nothing is."""
    if answer.is_cut:
        return TooLongError(
            f"{endpoint.label} gave an answer that was cut off at its length limit.",
            remedy="Take a shorter document or smaller parts (--chunk-tokens), or allow longer answers.",
        )
    if answer.ended == "content_filter":
        return MisfitError(
            f"{endpoint.label} gave no answer: the provider's content filter stopped it.", remedy=_ANOTHER
        )
    if answer.refusal:
        return RefusalError(
            f"{endpoint.label} gave a refusal: “{plain(answer.refusal, endpoint)}”.", remedy=_ANOTHER
        )
    text = answer.text.strip()
    if not text or text == "null":
        came = "an empty answer" if not text else "null for an answer"
        return MisfitError(f"{endpoint.label} gave {came}.", remedy=_ANOTHER)
    return None


def _no_completion(response: Any, error: BaseException, endpoint: Endpoint) -> str:
    if isinstance(response, str):
        if not response.strip():
            return "an empty response"
        return f"no chat completion, but “{plain(response, endpoint)}”"
    inner = (getattr(response, "model_extra", None) or {}).get("error")
    if inner:
        words = inner.get("message", inner) if isinstance(inner, dict) else inner
        return f"an error instead of an answer: “{plain(words, endpoint)}”"
    if hasattr(response, "choices"):
        return "a response without an answer in it (no choices)"
    misfits = [e for e in chain(error) if isinstance(e, ValidationError)]
    return f"an answer that does not fit: {_misfits(misfits[0])}" if misfits else "nothing usable"


def _beyond_measure(data: Any) -> str | None:
    """Say what makes an answer one that nobody could have meant, and that would take minutes to verify."""
    waiting, values = [data], 0
    while waiting:
        one = waiting.pop()
        values += 1
        if isinstance(one, str) and len(one) > LONGEST_TEXT:
            return f"a text of {len(one):,} characters"
        if isinstance(one, list) and len(one) > LONGEST_LIST:
            return f"a list of {len(one):,} entries"
        if values > MOST_VALUES:
            return f"more than {MOST_VALUES:,} values"
        waiting += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return None


def _misfit(text: str, face: type[BaseModel], endpoint: Endpoint) -> str:
    try:
        face.model_validate_json(text)
    except ValidationError as error:
        if error.errors()[0]["type"] != "json_invalid":
            return f"an answer that does not fit: {_misfits(error)}"
        kind = "broken JSON" if text.startswith(("{", "[")) else "prose instead of JSON"
        return f"{kind}: “{plain(text, endpoint)}”"
    except ValueError as error:
        return f"JSON that cannot be read: {plain(error, endpoint)}"
    return "nothing usable"


def _breaks_off(text: str) -> bool:
    """Whether an answer is the beginning of a JSON object and nothing else."""
    if not text.startswith("{"):
        return False
    try:
        json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        return error.msg.startswith("Unterminated") or error.pos >= len(text)
    except (ValueError, RecursionError):
        pass
    return False


def _misfits(error: ValidationError) -> str:
    """Name the first field that does not fit, by JSON Pointer, and how many more there are."""
    errors = error.errors(include_url=False, include_input=False)
    path = "".join(f"/{part}" for part in errors[0]["loc"]) or "the whole"
    more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
    return f"{path}: {errors[0]['msg']}{more}"


def _json_texts(text: str) -> Iterator[str]:
    """Yield the parts of an answer that may be its JSON: all of it, and what stands within fences or prose.

    The latter also with its line breaks escaped, which some models leave as they are.
    """
    yield text
    after = text.rpartition("</think>")[2]
    start, end = after.find("{"), after.rfind("}") + 1
    if 0 <= start < end:
        yield after[start:end]
        with suppress(ValueError, RecursionError):
            yield json.dumps(json.loads(after[start:end], strict=False))


def _clean(text: str, endpoint: Endpoint) -> str:
    """Take out the endpoint's secrets, and halves of a surrogate pair, which can be neither kept nor sent again."""
    for secret in endpoint.secrets:
        text = text.replace(secret, "***")
    return _HALVES.sub("\ufffd", text)


def _message(response: Any) -> Any:
    choices = getattr(response, "choices", None)
    return getattr(choices[0], "message", None) if isinstance(choices, list) and choices else None


def _refusal_of(response: Any) -> str:
    refusal = getattr(_message(response), "refusal", None)
    return str(refusal) if refusal else ""


def _ended(response: Any) -> str | None:
    choices = getattr(response, "choices", None)
    ended = getattr(choices[0], "finish_reason", None) if isinstance(choices, list) and choices else None
    return ended if isinstance(ended, str) else None


def _token_counts(response: Any) -> tuple[int, int, int]:
    """Return the tokens in, out, and in from a cache, under the names that the providers use; else 0."""
    usage = getattr(response, "usage", None) or getattr(response, "usage_metadata", None)
    details = getattr(usage, "prompt_tokens_details", None)
    return (
        _count(usage, "prompt_tokens", "input_tokens", "prompt_token_count"),
        _count(usage, "completion_tokens", "output_tokens", "candidates_token_count"),
        _count(details, "cached_tokens") or _count(usage, "cache_read_input_tokens"),
    )


def _count(usage: Any, *names: str) -> int:
    counts = (getattr(usage, name, None) for name in names)
    return next((c for c in counts if isinstance(c, int) and 0 < c < _MOST_TOKENS), 0)
