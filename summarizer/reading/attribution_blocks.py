"""Attributions block by block: turns of a transcript, sentences of a paragraph, quotations carried over paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from summarizer.reading.attribution_found import Found, Range
from summarizer.reading.attribution_phrases import introduction
from summarizer.reading.attribution_rules import cue_tokens, find_in_sentence, sentences_of
from summarizer.reading.attribution_subjects import antecedent
from summarizer.reading.attribution_tokens import QUOTE, Stream
from summarizer.reading.blocks import Block, BlockKind
from summarizer.reading.cues import CueClass
from summarizer.reading.quotations import Quotation
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading

Kind = Literal["direct", "indirect", "mixed"]


@dataclass(slots=True, eq=False)
class Draft:
    """An attribution in the making; `named` is the span that names the speaker, where it is not the speaker's own."""

    rule: str
    content: list[Span]
    kind: Kind
    speaker: Span | None = None
    named: Span | None = None
    cue: Span | None = None
    strong: bool = True
    negated: bool = False
    addressee: Span | None = None
    reports: CueClass = CueClass.SPEECH
    groups: set[int] = field(default_factory=set)
    waits: bool = False

    @property
    def anchor(self) -> int:
        """Where the words that attribute stand."""
        return self.cue.start if self.cue else self.speaker.start if self.speaker else self.content[0].start


def read_blocks(reading: Reading) -> list[Draft]:
    """Return the attributions of all blocks, ordered by where they begin; every one has content."""
    quotations = reading.quotations
    outside = [q.outside.start for q in quotations]
    drafts: list[Draft] = []
    turn: Draft | None = None
    last: Draft | None = None
    opens = True  # the first line of the story
    for block in reading.blocks:
        if block.furniture:
            continue
        turn = _turn(reading.text, block, turn, drafts)
        own = quotations[bisect_left(outside, block.span.start) : bisect_left(outside, block.span.end)]
        stream = _stream(reading.text, block, own)
        found = list(_in_stream(stream, last))
        drafts.extend(found)
        last = _speaking(found) or (
            last if last is not None and not found and _only_quotes(stream, 0, len(stream)) else None
        )
        heads = block.kind in (BlockKind.TITLE, BlockKind.HEADING) or (
            opens and len(stream) <= LONGEST_HEADLINE
        )
        if heads and turn is None:
            drafts.extend(_headline(stream))
        opens = False
        drafts.extend(_in_quotations(reading.text, own))
    drafts = [d for d in drafts if d.content]
    _join_groups(drafts, quotations)
    drafts.extend(_unattributed(drafts, quotations))
    drafts.sort(key=lambda d: (min(d.anchor, d.content[0].start), -d.content[-1].end))
    return drafts


def _turn(text: str, block: Block, turn: Draft | None, drafts: list[Draft]) -> Draft | None:
    """Add a speaker's turn, or the block to the turn it goes on."""
    if block.speaker is None:
        return None
    start = block.span.start
    label = block.label or _question_mark(text, block)
    if label is not None:
        turn = Draft("label", [], "direct", label)
        drafts.append(turn)
        start = label.end
    body = text[start : block.span.end]
    start += len(body) - len(body.lstrip(" \t:*\n\r\u00a0"))
    if turn is not None and start < block.span.end:
        turn.content.append(Span(start, block.span.end))
    return turn


def _question_mark(text: str, block: Block) -> Span | None:
    """Return the "Q" or "A" that opens a turn without a colon, parted from it by several spaces."""
    match = _QUESTION.match(text, block.span.start, block.span.end)
    return Span(*match.span(1)) if match else None


_QUESTION = re.compile(r"(Q|A)[ \t\u00a0]{2,}")


def _stream(text: str, block: Block, quotations: Sequence[Quotation]) -> Stream:
    start = block.label.end if block.label else block.span.start
    return Stream(text, Span(start, block.span.end), [q for q in quotations if q.depth == 0])


def _in_quotations(text: str, quotations: Sequence[Quotation]) -> Iterator[Draft]:
    for quotation in quotations:
        if quotation.speech is not False and quotation.inside.end - quotation.inside.start > 8:
            yield from _in_stream(
                Stream(text, quotation.inside, _directly_inside(quotation, quotations)), None
            )


def _speaking(drafts: Sequence[Draft]) -> Draft | None:
    """Return the attribution whose speaker a quotation without a tag would go on: the last one, with quoted words if any is."""
    if not drafts:
        return None
    speaking = [d for d in drafts if d.reports is CueClass.SPEECH]
    quoting = [d for d in speaking if d.kind != "indirect" or d.waits]
    return (quoting or speaking)[-1] if speaking else None


def _directly_inside(outer: Quotation, quotations: Sequence[Quotation]) -> list[Quotation]:
    return [q for q in quotations if q.depth == outer.depth + 1 and outer.inside.contains(q.outside)]


def _in_stream(stream: Stream, above: Draft | None) -> Iterator[Draft]:
    last: Draft | None = above
    fresh = False  # whether `last` is of this stream
    triggers = cue_tokens(stream)
    for first, stop in sentences_of(stream):
        own = triggers[bisect_left(triggers, first) : bisect_left(triggers, stop)] if triggers else triggers
        read = own or (stream.quotes and QUOTE in stream.words[first:stop])
        found = find_in_sentence(stream, first, stop, own) if read else []
        if stop == len(stream) and not (found and not found[-1].content):
            before_quotation = introduction(stream, first, stop)
            found += [before_quotation] if before_quotation else []
        drafts = [_draft(stream, one) for one in found]
        if not drafts and _only_quotes(stream, first, stop):
            carried = _carried(stream, first, stop, last, fresh)
            if carried is not None:
                yield carried
                last, fresh = carried, True
            continue
        yield from drafts
        speaking = _speaking(drafts)
        if speaking is not None:
            last, fresh = speaking, True
        elif drafts or not fresh:
            last = None


def _only_quotes(stream: Stream, first: int, stop: int) -> bool:
    words = stream.words
    first += words[first] in ("but", "and") and first + 1 < stop
    return (
        words[first] == QUOTE
        and all(w in (QUOTE, ".", ",", "!", "?", "…", "-", "—") for w in words[first:stop])
        and any(stream.quotes[i].speech for i in range(first, stop) if words[i] == QUOTE)
    )


def _carried(stream: Stream, first: int, stop: int, last: Draft | None, fresh: bool) -> Draft | None:
    """Give a sentence that is only a quotation to the speaker before it.

    In the same paragraph, after a quotation with its tag, that is sure, and after "He said:" above; otherwise it is a guess.
    """
    if last is None:
        return None
    pieces = _pieces(stream, [(first, stop)])
    if last.waits or (fresh and last.kind != "indirect"):
        last.content.extend(pieces)
        last.groups.update(_groups(stream, [(first, stop)]))
        last.waits = False
        return None
    return Draft(
        "carried speaker",
        pieces,
        "direct",
        last.speaker,
        last.named,
        None,
        strong=False,
        groups=_groups(stream, [(first, stop)]),
    )


def _draft(stream: Stream, one: Found) -> Draft:
    subject = one.subject
    draft = Draft(one.rule, _pieces(stream, one.content), _kind(stream, one.content))
    if subject is not None:
        before = antecedent(stream, subject)
        draft.speaker = stream.span(before[0] if before else subject.first, subject.stop)
        name = before or subject.name
        draft.named = stream.span(*name) if name != (subject.first, subject.stop) else None
    draft.cue = stream.span(*one.cue)
    draft.strong, draft.negated, draft.reports = one.strong, one.negated, one.reports
    draft.addressee = stream.span(*one.addressee) if one.addressee else None
    draft.groups = _groups(stream, one.content)
    draft.waits = not one.content
    return draft


def _pieces(stream: Stream, ranges: Sequence[Range]) -> list[Span]:
    if not stream.quotes:
        return [stream.span(first, stop) for first, stop in ranges]
    pieces: list[Span] = []
    for first, stop in ranges:
        words = stream.words[first:stop]
        if all(word == QUOTE or (len(word) == 1 and not word.isalnum()) for word in words):
            pieces.extend(stream.quotes[i].inside for i in range(first, stop) if i in stream.quotes)
        else:
            pieces.append(stream.span(first, stop))
    return [p for p in pieces if p.start < p.end]


def _kind(stream: Stream, ranges: Sequence[Range]) -> Kind:
    if not stream.quotes:
        return "indirect"
    quoted = [i for first, stop in ranges for i in range(first, stop) if i in stream.quotes]
    plain = any(w != QUOTE and w[0].isalnum() for first, stop in ranges for w in stream.words[first:stop])
    if not plain:
        return "direct"
    return "mixed" if any(stream.quotes[i].speech is not False for i in quoted) else "indirect"


def _groups(stream: Stream, ranges: Sequence[Range]) -> set[int]:
    if not stream.quotes:
        return set()
    return {
        stream.quotes[i].group for first, stop in ranges for i in range(first, stop) if i in stream.quotes
    }


LONGEST_HEADLINE = 30  # tokens


def _headline(stream: Stream) -> Iterator[Draft]:
    """Read "Minister: talks will resume" and "Talks will resume: minister": weak, a colon has many uses."""
    words = stream.words
    stop = len(words) - (words[-1] == "." if words else 0)
    colon = words.index(":") if ":" in words else -1
    if colon < 1 or stop > 40 or not words[0][0].isalpha() or not words[colon - 1][0].isalpha():
        return
    if colon <= 5 and colon + 3 <= stop and words[0] not in _NO_SPEAKER and not _ends_early(words, stop):
        first = 0
        end = next((i for i in range(1, colon) if words[i] in ("on", "to", "at", "in")), colon)
        content = (colon + 1, next((i for i in range(colon, stop) if words[i] == ";"), stop))
    elif stop - 4 <= colon < stop - 1 and words[stop - 1][0].isalpha():
        first, end, content = colon + 1, stop, (0, colon)
    else:
        return
    pieces = _pieces(stream, [content])
    if pieces:
        cue, speaker = stream.span(colon, colon + 1), stream.span(first, end)
        groups = _groups(stream, [content])
        yield Draft(
            "headline", pieces, _kind(stream, [content]), speaker, cue=cue, strong=False, groups=groups
        )


# What stands before a colon in a headline and says nothing.
_NO_SPEAKER = frozenset(
    """
    live watch video opinion analysis breaking exclusive update updated review editorial column factbox explainer photos timeline listen read
    correction fact report special news the this what how why here coming note notes part chapter day week""".split()
)


def _ends_early(words: list[str], stop: int) -> bool:
    """Whether a sentence ends inside a line: then it is no headline."""
    return any(words[i] in (".", "?", "!") for i in range(stop - 1))


def _join_groups(drafts: list[Draft], quotations: Sequence[Quotation]) -> None:
    """Give all paragraphs of a quotation that runs over several to the one attribution that has a part of it."""
    members: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        members.setdefault(quotation.group, []).append(quotation)
    running = {group: parts for group, parts in members.items() if len(parts) > 1}
    if not running:
        return
    owners: dict[int, Draft] = {}
    for draft in drafts:
        for group in draft.groups & running.keys():
            if group not in owners or (draft.strong and not owners[group].strong):
                owners[group] = draft
    chosen = {id(owner) for owner in owners.values()}
    taken = {
        piece for d in drafts if d.rule != "carried speaker" and id(d) not in chosen for piece in d.content
    }
    for group, owner in owners.items():
        have = set(owner.content)
        running[group] = [q for q in running[group] if q.inside not in taken]
        owner.content = sorted(
            have
            | {q.inside for q in running[group]} - {q.inside for q in running[group] if _covered(q, owner)}
        )
    drafts[:] = [
        d
        for d in drafts
        if not (d.rule == "carried speaker" and d.groups & owners.keys() and id(d) not in chosen)
    ]


def _unattributed(drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """Return the outermost quotations of speech that no attribution holds, their speaker unknown."""
    pieces = sorted(piece for draft in drafts if draft.rule != "label" for piece in draft.content)
    reach: list[int] = []  # the furthest end of the pieces up to each
    for piece in pieces:
        reach.append(max(piece.end, reach[-1] if reach else 0))
    missing = []
    for quotation in quotations:
        at = bisect_right(pieces, (quotation.inside.start, 1 << 60)) - 1
        if quotation.depth == 0 and quotation.speech and (at < 0 or reach[at] <= quotation.inside.start):
            missing.append(Draft("no speaker", [quotation.inside], "direct", strong=False))
    return missing


def _covered(quotation: Quotation, owner: Draft) -> bool:
    return any(piece.contains(quotation.inside) for piece in owner.content)
