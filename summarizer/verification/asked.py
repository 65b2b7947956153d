"""A statement with what is asked of it, and whether its speaker says the words it was found in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.reading.sentences import Sentence
from summarizer.source import Span
from summarizer.verification.context import Document
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.speakers import Agreement, compare_speaker, voices


@dataclass(frozen=True)
class Asked:
    """A statement with what is asked of it: its speaker, if given, and the sentences to search (None: all)."""

    text: str
    speaker: str | None = None
    within: tuple[Sentence, ...] | None = None


def judge_voice(document: Document, speaker: str, spans: Sequence[Span], check: Check) -> Outcome | None:
    """Judge who says the words at `spans`; None when it is `speaker`."""
    found = voices(document, spans)
    if not found:
        return check.review(
            "not_attributed", f"the source does not attribute these words to {speaker}", spans
        )
    if any(compare_speaker(document, speaker, voice) is Agreement.SAME for voice in found):
        return None
    if compare_speaker(document, speaker, found[0]) is Agreement.UNKNOWN or found[0].weak:
        return check.review(
            "speaker_unclear",
            f"said by “{found[0].text}”; that may not be {speaker}",
            [*spans, found[0].span],
        )
    return check.contradicted(
        "speaker_mismatch", f"said by “{found[0].text}”, not by {speaker}", [*spans, found[0].span]
    )
