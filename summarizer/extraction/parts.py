"""Cuts a long document into parts: at turns of speakers and paragraphs, each with the names of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest

from summarizer.extraction.meter import BYTES_PER_TOKEN
from summarizer.extraction.prompting import Prompt, Surroundings, render_prompt
from summarizer.kinds import Kind
from summarizer.reading import Reading
from summarizer.reading.blocks import BlockKind
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

# Tokens of the document in one part. A briefing of more is longer than many models write at once, and what stands
# in the middle of a long prompt is passed over.
DEFAULT_TOKENS = 12_000
LEAST_TOKENS = 100
CAST = 60  # names that every part is given
_CAST = (NameKind.PERSON, NameKind.ORGANISATION)
_LINE = 8  # bytes of a line's number
_LOOK_BACK = 0.25  # of a part: how far back a better place to cut is looked for


@dataclass(frozen=True)
class DocumentPart:
    """Some sentences of a document that are asked about at once."""

    sentences: tuple[Sentence, ...]

    @cached_property
    def span(self) -> Span:
        """Where the part stands in the source."""
        return Span(self.sentences[0].span.start, self.sentences[-1].span.end)

    @property
    def numbers(self) -> range:
        """The numbers of its sentences."""
        return range(self.sentences[0].number, self.sentences[-1].number + 1)

    def halves(self) -> tuple[DocumentPart, DocumentPart] | None:
        """Cut the part in two, None when it is a single sentence."""
        if len(self.sentences) < 2:
            return None
        cut = _best_cut(self.sentences, len(self.sentences) // 4 or 1, 3 * len(self.sentences) // 4 or 1)
        return DocumentPart(self.sentences[:cut]), DocumentPart(self.sentences[cut:])


def cut(reading: Reading, tokens: int | None = None) -> list[DocumentPart]:
    """Cut a document into parts of at most so many tokens (a rough count, on the safe side)."""
    room = max(tokens or DEFAULT_TOKENS, LEAST_TOKENS) * BYTES_PER_TOKEN
    return [DocumentPart(tuple(some)) for some in _cut(shown(reading), room)] or [DocumentPart(())]


def shown(reading: Reading) -> list[Sentence]:
    """Return the sentences that a model is shown: front matter is told above them, as date and title."""
    return [s for s in reading.sentences if s.block.kind is not BlockKind.FRONT_MATTER]


def _cut(sentences: Sequence[Sentence], room: int) -> Iterator[Sequence[Sentence]]:
    start, used = 0, 0
    for at, sentence in enumerate(sentences):
        size = len(sentence.text.encode("utf-8", "replace")) + _LINE
        if used + size > room and at > start:
            end = _best_cut(sentences, at - int((at - start) * _LOOK_BACK), at)
            yield sentences[start:end]
            used = sum(len(s.text.encode("utf-8", "replace")) + _LINE for s in sentences[end:at])
            start = end
        used += size
    if start < len(sentences):
        yield sentences[start:]


def _best_cut(sentences: Sequence[Sentence], first: int, last: int) -> int:
    """Return the best place to cut between two indices: a new speaker, else a new block, else the last."""
    places = range(max(first, 1), last + 1)
    turns = [i for i in places if sentences[i].block.speaker not in (None, sentences[i - 1].block.speaker)]
    blocks = [i for i in places if sentences[i].block != sentences[i - 1].block]
    return (turns or blocks or [last])[-1]


def part_prompt(part: DocumentPart, reading: Reading, kind: Kind) -> Prompt:
    """Render the prompt of a part; that of the whole document is the usual one."""
    whole = len(part.sentences) == len(shown(reading))
    around = None if whole else Surroundings(cast(reading), speaker_before(part, reading))
    return render_prompt(kind, reading.source, part.sentences, around=around)


def speaker_before(part: DocumentPart, reading: Reading) -> str | None:
    """Return who is speaking where a part begins, when the label that says so stands before it."""
    label = part.sentences[0].block.speaker if part.sentences else None
    return reading.source[label] if label is not None and label.start < part.span.start else None


def cast(reading: Reading) -> tuple[str, ...]:
    """Return the people and bodies of a document, the most often named ones, in the order of the text."""
    named = [e for e in reading.names.entities if e.name and not e.furniture_only and e.kind in _CAST]
    often = {e.id for e in nlargest(CAST, named, key=lambda e: len(e.mentions))}
    return tuple(f"{e.name} ({e.roles[0][0]})" if e.roles else str(e.name) for e in named if e.id in often)
