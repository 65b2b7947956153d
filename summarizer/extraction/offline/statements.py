"""The kind `statements` offline: the sentences of a text that attribute something, and those that tell the event."""

from __future__ import annotations

from typing import Any

from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.sentences import Sentence

_LEADING = 2  # sentences of the body that a text opens with
_LABEL = late_regex(r"^(?:\W*\(?\w{1,3}[.)]\s+|[-*•]\s+)")


def statements(scene: Scene) -> dict[str, Any]:
    """Return the claims of a text, verbatim, in its order; of a text that is not in English, none."""
    chosen = _chosen(scene) if scene.english else []
    return {
        "statements": [
            {"text": _words(s), "evidence": [{"quote": s.text, "sentence": s.number}]} for s in chosen
        ]
    }


def _chosen(scene: Scene) -> list[Sentence]:
    wanted = {s.number for s in scene.body[:_LEADING]}
    if scene.event is not None:
        wanted.add(scene.event.sentence.number)
    for attribution in scene.reading.attributions:
        for piece in (
            attribution.content if attribution.strength == "strong" and attribution.rule != "label" else ()
        ):
            wanted.update(s.number for s in scene.reading.sentences_of(piece))
    wanted.update(
        s.number for d in scene.reading.event_durations if (s := scene.reading.sentence_at(d.span.start))
    )
    return [s for s in scene.body if s.number in wanted and _is_claim(s)]


def _is_claim(sentence: Sentence) -> bool:
    """Whether a sentence states something: not a question, not a fragment of a line."""
    return not sentence.text.rstrip('"”’) ').endswith(("?", ":")) and len(sentence.text.split()) >= 4


def _words(sentence: Sentence) -> str:
    """Return a sentence on one line, without the label of a speaker or of a list."""
    label = sentence.block.label
    text = sentence.text
    if label is not None and sentence.span.contains(label):
        text = text[label.end - sentence.span.start :].lstrip(" \t:*\u00a0")
    return one_line(_LABEL.sub("", text, count=1))
