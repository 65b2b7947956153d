"""Attributions block by block: turns of a transcript, sentences of a paragraph, quotations carried over paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.reading.attribution.captions import Turn, caption_turns
from summarizer.reading.attribution.clauses import main_subject
from summarizer.reading.attribution.cue_places import CuePlaces, cue_tokens
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.drafts import Draft, draft_of, groups_of, pieces_of
from summarizer.reading.attribution.found import Found, Range
from summarizer.reading.attribution.groups import join_groups, unattributed
from summarizer.reading.attribution.headlines import LONGEST_HEADLINE, headline, sign
from summarizer.reading.attribution.noun_phrases import Subject, is_name
from summarizer.reading.attribution.phrases import VIEWPOINTS, answering, introduction, viewpoint
from summarizer.reading.attribution.rules import find_in_sentence, sentences_of
from summarizer.reading.attribution.tokens import QUOTE, Stream
from summarizer.reading.attribution.words import SUBJECT_PRONOUNS, is_person_noun
from summarizer.reading.blocks import Block, BlockKind
from summarizer.reading.quotations import Quotation
from summarizer.reading.records import new
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading


def read_blocks(reading: Reading) -> list[Draft]:
    """Return the attributions of all blocks, ordered by where they begin; every one has content."""
    quotations = tuple(reading.quotations)  # made once: each is asked for several times
    turns = caption_turns(reading.text)
    drafts = _in_blocks(reading, quotations) if turns is None else _in_captions(reading, turns, quotations)
    drafts = [d for d in drafts if d.content]
    join_groups(drafts, quotations)
    left = unattributed(drafts, quotations)
    if left and turns is None:
        sign(reading.text, reading.blocks, left)
    drafts.extend(left)
    drafts.sort(key=lambda d: (min(d.anchor, d.content[0].start), -d.content[-1].end))
    return drafts


def _in_captions(reading: Reading, turns: Sequence[Turn], quotations: Sequence[Quotation]) -> list[Draft]:
    """Return the turns of a captioned text, and what is reported inside each."""
    cues = CuePlaces(reading.tokens)
    outside = [q.outside.start for q in quotations]
    drafts: list[Draft] = []
    for turn in turns:
        drafts.append(Draft("label", list(turn.pieces), "direct", turn.speaker))
        for piece in turn.pieces:
            own = quotations[bisect_left(outside, piece.start) : bisect_left(outside, piece.end)]
            whole = [q for q in own if piece.contains(q.outside) and q.depth == 0]
            drafts.extend(_in_stream(Stream(reading.text, piece, whole), None, cues.within(piece)))
    return drafts


def _in_blocks(reading: Reading, quotations: Sequence[Quotation]) -> list[Draft]:
    outside = [q.outside.start for q in quotations]
    cues = CuePlaces(reading.tokens)
    drafts: list[Draft] = []
    turn: Draft | None = None
    last: Draft | None = None
    opens = True  # the first line of the story
    for block in reading.blocks:
        if block.furniture:
            continue
        turn = _turn(reading.text, block, turn, drafts)
        own = quotations[bisect_left(outside, block.span.start) : bisect_left(outside, block.span.end)]
        if last is not None and last.waits and turn is None and _shown(last, block, own):
            last = None
        heads = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
        places = cues.within(block.span)
        silent = places is not None and not places and not _speaks(reading.text, block, own)
        if silent and not (heads or opens):
            last = None
            continue
        stream = _stream(reading.text, block, own)
        stream.headline = heads or (opens and len(stream) <= LONGEST_HEADLINE)
        found = list(_in_stream(stream, last, places))
        drafts.extend(found)
        quoted = last is not None and not found and _only_quotes(stream, 0, len(stream))
        last = _speaking(found) or (last if quoted else None)
        if turn is None and stream.headline:
            drafts.extend(headline(stream))
        opens = False
        if own:
            drafts.extend(_in_quotations(reading.text, own, cues))
    return drafts


def _speaks(text: str, block: Block, own: Sequence[Quotation]) -> bool:
    """Whether a block without a cue may tell what somebody says: it quotes speech, or a colon at its end announces some."""
    return any(q.speech for q in own) or text[block.span.start : block.span.end].rstrip().endswith(":")


def _shown(last: Draft, block: Block, own: Sequence[Quotation]) -> bool:
    """Take a paragraph under "Ann Lee writes:" that lost its quotation marks as what she wrote: a guess."""
    if last.rule != "cue then quote" or (own and own[0].outside.start - block.span.start < 3):
        return False
    last.content, last.kind, last.strong, last.waits = [block.span], "direct", False, False
    return True


def _turn(text: str, block: Block, turn: Draft | None, drafts: list[Draft]) -> Draft | None:
    """Add a speaker's turn, or the block to the turn it goes on."""
    if block.speaker is None:
        return None
    start = block.span.start
    label = block.label or _question_mark(text, block)
    if label is not None:
        turn = Draft("label", [], "direct", label, _name_of(text, label))
        drafts.append(turn)
        start = label.end
    body = text[start : block.span.end]
    start += len(body) - len(body.lstrip(" \t:*\n\r\u00a0"))
    if turn is not None and start < block.span.end:
        turn.content.append(Span(start, block.span.end))
    return turn


def _name_of(text: str, label: Span) -> Span | None:
    """Return the name in "Ann Lee, Director of Parks", None where the label has no title behind its name."""
    name, comma, _ = text[label.start : label.end].partition(",")
    return Span(label.start, label.start + len(name)) if comma and " " in name.strip() else None


def _question_mark(text: str, block: Block) -> Span | None:
    """Return the "Q" or "A" that opens a turn without a colon, parted from it by several spaces."""
    match = _QUESTION.match(text, block.span.start, block.span.end)
    return Span(*match.span(match.lastindex or 0)) if match else None


_QUESTION = re.compile(r"(?:(Q)[ \t\u00a0]+(?=[A-Z\"“])|(A)[ \t\u00a0]{2,})")


def _stream(text: str, block: Block, quotations: Sequence[Quotation]) -> Stream:
    start = block.label.end if block.label else block.span.start
    outermost = [q for q in quotations if q.depth == 0] if quotations else quotations
    return Stream(text, new(Span, (start, block.span.end)), outermost)


def _in_quotations(text: str, quotations: Sequence[Quotation], cues: CuePlaces) -> Iterator[Draft]:
    for at, quotation in enumerate(quotations):
        start, end = quotation.outside
        if quotation.speech and end - start - sum(quotation.marks) > _SHORTEST:
            span = quotation.inside
            stream = Stream(text, span, _directly_inside(at, quotations))
            yield from _in_stream(stream, None, cues.within(span))


_SHORTEST = 8  # characters of a quotation in which somebody else may be told to speak


def _speaking(drafts: Sequence[Draft]) -> Draft | None:
    """Return the attribution whose speaker a quotation without a tag would go on: the last one, with quoted words if any is."""
    if not drafts:
        return None
    if len(drafts) == 1:
        return drafts[0] if drafts[0].reports is CueClass.SPEECH else None
    speaking = [d for d in drafts if d.reports is CueClass.SPEECH]
    quoting = [d for d in speaking if d.kind != "indirect" or d.waits]
    return (quoting or speaking)[-1] if speaking else None


def _directly_inside(at: int, quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations one deeper than that at index `at`: they follow it, outer before inner."""
    outer = quotations[at]
    inside = []
    for i in range(at + 1, len(quotations)):
        q = quotations[i]
        if q.outside.start >= outer.inside.end:
            break
        if q.depth == outer.depth + 1 and outer.inside.contains(q.outside):
            inside.append(q)
    return inside


def _in_stream(stream: Stream, above: Draft | None, places: Sequence[int] | None) -> Iterator[Draft]:
    last: Draft | None = above
    fresh = False  # whether `last` is of this stream
    between: Range | None = None  # the sentence before, where it has no cue
    triggers = cue_tokens(stream, places)
    if not triggers and not stream.quotes and stream.words[-1:] != [":"]:
        return  # nothing here can attribute
    for first, stop in sentences_of(stream):
        own = triggers[bisect_left(triggers, first) : bisect_left(triggers, stop)] if triggers else triggers
        read = own or (stream.quotes and QUOTE in stream.words[first:stop])
        found = find_in_sentence(stream, first, stop, own) if read else []
        if stream.words[first] in VIEWPOINTS and (seen := viewpoint(stream, first, stop)) is not None:
            found.insert(0, seen)
        if stop == len(stream) and not (found and not found[-1].content):
            before_quotation = introduction(stream, first, stop)
            found += [before_quotation] if before_quotation else []
        drafts = [draft_of(stream, one) for one in found]
        if not drafts and _only_quotes(stream, first, stop):
            acts = _acting(stream, *between) if between is not None else None
            carried = (acts and _spoken(stream, first, stop, acts)) or _carried(
                stream, first, stop, last, fresh
            )
            between = None
            if carried is not None:
                yield carried
                last, fresh = carried, True
            continue
        between = (first, stop) if stream.quotes and not drafts else None
        if not drafts and fresh and last is not None and stream.quotes:
            yield from _goes_on(stream, first, stop, last)
            continue
        yield from drafts
        speaking = _speaking(drafts)
        if speaking is not None:
            last, fresh = speaking, True
        elif not fresh:
            last = None


def _only_quotes(stream: Stream, first: int, stop: int) -> bool:
    words = stream.words
    first += words[first] in ("but", "and") and first + 1 < stop
    return (
        words[first] == QUOTE
        and all(w in (QUOTE, ".", ",", "!", "?", "…", "-", "—") for w in words[first:stop])
        and any(_is_spoken(stream, i) for i in range(first, stop) if words[i] == QUOTE)
    )


def _is_spoken(stream: Stream, at: int) -> bool:
    """Whether a quotation is speech, a single word with its full stop or question mark too."""
    quotation = stream.quotes[at]
    return quotation.speech or (quotation.speech is None and stream.ends_sentence(at))


def _goes_on(stream: Stream, first: int, stop: int, last: Draft) -> Iterator[Draft]:
    """Give the speech quoted in a sentence without a cue to the speaker quoted before it in the paragraph.

    A sentence that begins with the quotation goes on what was said, any other is a guess.
    """
    spoken = [(i, i + 1) for i in range(first, stop) if i in stream.quotes and stream.quotes[i].speech]
    if not spoken or last.kind == "indirect" or last.waits:
        return
    pieces, groups = pieces_of(stream, spoken), groups_of(stream, spoken)
    if spoken[0][0] == first and len(spoken) == 1:
        last.content.extend(pieces)
        last.groups.update(groups)
        return
    yield Draft("carried speaker", pieces, "direct", last.speaker, last.named, strong=False, groups=groups)


def _acting(stream: Stream, first: int, stop: int) -> Subject | None:
    """Return the person, other than a pronoun, whom a sentence before a quotation tells of: "The judge turned to me. ..."."""
    if QUOTE in stream.words[first:stop]:
        return None
    if stream.words[stop - 1] == "?":
        return answering(stream, first, stop)
    subject = main_subject(stream, first, stop)
    if subject is None:
        return None
    words = stream.words[subject.name[0] : subject.name[1]]
    person = is_person_noun(words[-1]) or (
        is_name(stream, *subject.name) and words[0] not in SUBJECT_PRONOUNS
    )
    return subject if person else None


def _spoken(stream: Stream, first: int, stop: int, by: Subject) -> Draft:
    """Give a quotation to the person that the sentence before it tells of: a guess."""
    return draft_of(stream, Found("carried speaker", (first, first), [(first, stop)], by, strong=False))


def _carried(stream: Stream, first: int, stop: int, last: Draft | None, fresh: bool) -> Draft | None:
    """Give a sentence that is only a quotation to the speaker before it.

    In the same paragraph, after a quotation with its tag, that is sure, and after "He said:" above; otherwise it is a guess.
    """
    if last is None:
        return None
    pieces = pieces_of(stream, [(first, stop)])
    if last.waits or (fresh and last.kind != "indirect"):
        last.content.extend(pieces)
        last.groups.update(groups_of(stream, [(first, stop)]))
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
        groups=groups_of(stream, [(first, stop)]),
    )
