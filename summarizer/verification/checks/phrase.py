"""A noun phrase: each of its content words must stand in the evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.wording import Tokens
from summarizer.reading.words import Concepts, concepts, exclude_each_other
from summarizer.source import Span
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.who.stances import COLLECTIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.reading.sentences import Sentence
    from summarizer.verification.align import Placement
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Find the phrase in the evidence as it is, then word by word, then in the rest of the story."""
    value = str(leaf.value)
    places = [
        p
        for p in context.document.aligner.place_all(value)
        if p.found and not context.document.in_furniture(p.spans[0])
    ]
    if inside := [p for p in places if context.inside(p.spans[0])]:
        best = next((p for p in inside if context.in_quotes(p.spans[0])), inside[0])
        return CHECK.supported("exact", "these words stand in the evidence", best.spans)
    wanted = concepts(Tokens(value).slice_forms())
    told = [s for s in context.sentences if not context.document.in_furniture(s.span)]
    spans, missing = find_words(context, wanted, told)
    if title := _quoted_title(context) if missing else None:
        in_title = context.document.concepts(context.reading.source.title or "")
        spans, missing = [*spans, title], [c.form for c in concepts(missing).without(in_title).each]
    if len(wanted) and not missing and len(context.sentences) <= 6:
        return CHECK.supported("all_words", "all its words stand in the evidence", spans, 0.9)
    if context.node.path.endswith("/event") and (outcome := _event_noun(value, context)):
        return outcome
    if spans and (outcome := _short_form(context, places, missing) or _antecedent(context, missing, spans)):
        return outcome
    if places:
        return CHECK.review(
            "outside_evidence", "the words stand in the source, but not in the evidence", places[0].spans
        )
    elsewhere, unknown = find_words(context, wanted, context.document.story)
    if not unknown and not missing:
        return CHECK.review("all_words", "all its words stand in the source, far apart", elsewhere[:3])
    for word in unknown:
        if rival := _rival(context, word):
            return CHECK.contradicted(
                "word_mismatch",
                f"the evidence has “{context.text[rival.start : rival.end]}”, not “{word}”",
                [rival],
            )
    if unknown:
        return CHECK.unsupported(
            "words_not_found", "not in the source: " + ", ".join(f"“{w}”" for w in unknown), spans
        )
    return CHECK.review(
        "outside_evidence",
        "not in the evidence: " + ", ".join(f"“{w}”" for w in missing),
        spans or elsewhere[:1],
    )


def _quoted_title(context: Context) -> Span | None:
    """Return the place of the title in the front matter, where the evidence quotes it."""
    return next((q for q in context.quotes if context.document.in_title(q)), None)


# What a format or event is by kind: left out where its name stands for it ("the Baltic Sea" for its council).
KINDS = frozenset(
    "council dialogue talks talk meeting summit session conference consultations negotiations format conversation call group "
    "committee forum process commission round track discussions".split()
)


def _short_form(context: Context, places: Sequence[Placement], missing: Sequence[str]) -> Outcome | None:
    """Support a name that the source has in full elsewhere, where the evidence leaves out only the word for its kind."""
    if places and missing and {w.casefold() for w in missing} <= KINDS:
        return CHECK.supported(
            "short_form", "the evidence has a shorter form of this name", places[0].spans, 0.85
        )
    return None


def _event_noun(value: str, context: Context) -> Outcome | None:
    """Support the noun that the title, or another sentence, has for the event that the evidence tells by a verb."""
    event = context.reading.event
    told = event is not None and any(event.sentence.span.overlaps(q) for q in context.quotes)
    if event is None or not (told or context.document.in_title(event.span)):
        return None
    words = context.document.concepts(value)
    place = event.named or event.span
    if len(words) and words.within(
        context.document.concepts(f"{event.what} {context.text[place.start : place.end]}")
    ):
        return CHECK.supported(
            "event_noun", f"the source calls the event “{event.what}”", [place, event.span], 0.85
        )
    return None


_BACK = late_regex(
    r"\s*(?:[\"“‘'(]\s*)?(?:they|it|he|she|this|these|both|the\s+(?:two|three))\b", re.IGNORECASE
)


def _antecedent(context: Context, missing: Sequence[str], spans: Sequence[Span]) -> Outcome | None:
    """Support words that stand in the sentence before, where the evidence begins with a word that refers to it."""
    first = context.sentences[0]
    if not context.has_evidence or not _BACK.match(first.text) or first.number < 2:
        return None
    before = context.reading.sentences[max(0, first.number - 3) : first.number - 1]
    subjects = [
        Span(*m.span())
        for s in before
        if not s.furniture
        for m in COLLECTIVE.finditer(context.text, *s.span)
        if m["who"]
    ]
    wanted = concepts(list(missing))
    found = [
        s for s in subjects[-2:] if wanted.within(context.document.concepts(context.text[s.start : s.end]))
    ]
    if not found:
        return None
    word = first.text.split()[0]
    message = f"all its words stand in the evidence and in what “{word}” refers to"
    return CHECK.supported("antecedent", message, [*spans, *found], 0.8)


def find_words(
    context: Context, wanted: Concepts, sentences: Sequence[Sentence]
) -> tuple[list[Span], list[str]]:
    """Return where the wanted words (or other forms of them) stand in `sentences`, and which do not."""
    tokens = context.reading.tokens
    spans: list[Span] = []
    for sentence in sentences:
        if not len(wanted):
            break
        at = tokens.within(sentence.span)
        here = concepts(tokens.slice_forms(at.start, at.stop))
        spans += [
            tokens.span(at.start + c.at, at.start + c.at + 1) for c in here.without(here.without(wanted)).each
        ]
        wanted = wanted.without(here)
    return spans, [c.form for c in wanted.each]


def _rival(context: Context, word: str) -> Span | None:
    """Return a word of the evidence that excludes `word`."""
    tokens = context.reading.tokens
    for sentence in context.sentences[:6]:
        for i in tokens.within(sentence.span):
            if exclude_each_other(word, tokens.form(i)):
                return tokens.span(i, i + 1)
    return None


CHECK = Check("phrase", judge)
