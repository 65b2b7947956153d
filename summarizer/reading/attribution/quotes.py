"""Quotations that no cue took: "..., retaliated the minister", "The minister issued a statement, ...", "X was blunt: ..."."""

from __future__ import annotations

from summarizer.reading.attribution.around import run_of_quotes
from summarizer.reading.attribution.before import after_speech
from summarizer.reading.attribution.clauses import first_subject, last_clause, main_subject
from summarizer.reading.attribution.cues import CUE_NOUNS, verb_cues
from summarizer.reading.attribution.found import Found, Range
from summarizer.reading.attribution.inverted import right_subject
from summarizer.reading.attribution.noun_phrases import Subject, is_name
from summarizer.reading.attribution.nouns import owner_of_words, possessor
from summarizer.reading.attribution.pointing import pointing_tag
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tokens import MARKS, QUOTE, Stream
from summarizer.reading.attribution.verbs import verb_group
from summarizer.reading.attribution.words import AUXILIARIES, POSSESSIVES, RELATIVES, VERBS

_REACH = 14  # tokens between a quotation and the verb of its tag


def loose_quotations(stream: Stream, first: int, stop: int, found: list[Found]) -> list[Found]:
    """Return attributions of the speech in quotation marks that `found` leaves without a speaker."""
    made: list[Found] = []
    at = first
    while at < stop:
        if stream.words[at] != QUOTE or not stream.quotes[at].speech or _taken(at, found):
            at += 1
            continue
        end = run_of_quotes(stream, at, stop)
        one = (
            pointing_tag(stream, at, end, stop)
            or _tagged(stream, at, end, stop)
            or _interrupted(stream, at, end, stop)
            or _signed(stream, at, end, stop)
            or _owned(stream, first, at, end, stop)
            or _given(stream, first, at, end)
            or _led(stream, first, at, end)
        )
        if one is not None:
            made.append(one)
        at = end
    return made


def _taken(at: int, found: list[Found]) -> bool:
    return any(start <= at < end for one in found for start, end in one.content)


def _tagged(stream: Stream, at: int, end: int, stop: int) -> Found | None:
    """Read a tag with any verb: after a quotation that ends in a comma stands who said it."""
    words = stream.words
    if end >= stop or not after_speech(stream, at, end):
        return None
    if _any_verb(stream, end) and end + 1 < stop:
        subject = right_subject(stream, end + 1, stop)
        if subject is not None:
            content = [(at, end), *_next_piece(stream, subject.stop, stop)]
            return Found("quote then tag", (end, end + 1), content, subject, strong=False, tag=True)
    for j in range(end + 1, min(stop, end + _REACH)):
        if words[j] in (QUOTE, ";", ":"):
            return None
        if not _any_verb(stream, j):
            continue
        group = verb_group(stream, end, j)
        subject = left_subject(stream, end, group.left) if group.left >= end else None
        if subject is not None and subject.first == end and words[end] not in RELATIVES:
            content = [(at, end), *_next_piece(stream, j + 1, stop)]
            return Found("quote then tag", (group.first, j + 1), content, subject, strong=False, tag=True)
    return None


def _next_piece(stream: Stream, at: int, stop: int) -> list[Range]:
    """Return the quotation that goes on right behind a tag and its comma or full stop."""
    for _ in range(2):  # "Lee broke in, ..."
        at += at < stop and stream.words[at] not in MARKS
    opening = at + 1 if at < stop and stream.words[at] in (",", ".", ":", "—", "–", "--") else at
    if opening >= stop or stream.words[opening] != QUOTE:
        return []
    return [(opening, run_of_quotes(stream, opening, stop))]


def _interrupted(stream: Stream, at: int, end: int, stop: int) -> Found | None:
    """Read "“If they close it” — Lee looked away — “we will strike.”": the clause between dashes tells of who speaks."""
    words = stream.words
    if end + 2 >= stop or words[end] not in ("—", "–", "--", "-"):
        return None
    closing = next((j for j in range(end + 2, min(stop - 1, end + _REACH)) if words[j] == words[end]), None)
    if closing is None or words[closing + 1] != QUOTE:
        return None
    inside = stream.quotes[closing + 1].inside
    subject = first_subject(stream, end + 1, closing) if stream.text[inside.start].islower() else None
    if subject is None or subject.first != end + 1:
        return None
    content = [(at, end), (closing + 1, run_of_quotes(stream, closing + 1, stop))]
    return Found("interposed tag", (end, end + 1), content, subject, tag=True)


def _signed(stream: Stream, at: int, end: int, stop: int) -> Found | None:
    """Read "“...” — Ann Lee, harbour master": a name, and no clause, behind a dash."""
    words = stream.words
    if end + 1 >= stop or words[end] not in ("—", "–", "--", "-") or stop - end > 14:
        return None
    last = end + 1
    while last < stop and stream.capital(last) and last - end <= 6:
        last += 1
    closed = last >= stop or words[last] in (",", ".", "(")
    if (
        not closed
        or last - end < 3
        or any(_any_verb(stream, j) or words[j] in AUXILIARIES for j in range(last, stop))
    ):
        return None
    return Found("signature", (end, end + 1), [(at, end)], Subject(end + 1, last, (end + 1, last)), tag=True)


def _owned(stream: Stream, first: int, at: int, end: int, stop: int) -> Found | None:
    """Read "Lee's “if you build it they will come” promise", "her “not on my watch” line": a noun of speech with its owner."""
    words = stream.words
    if end >= stop or at - 1 < first or not (words[end] in CUE_NOUNS or words[end] in _LINES):
        return None
    if words[at - 1] in POSSESSIVES:
        owner: Subject | None = Subject(at - 1, at, (at - 1, at))
    else:
        owner = possessor(stream, first, at - 1) if words[at - 1].endswith(("'s", "’s", "s'", "s’")) else None
    return Found("noun cue", (end, end + 1), [(at, end)], owner, strong=False) if owner is not None else None


_LINES = frozenset(
    "line slogan mantra motto speech quip tweet rhetoric chant refrain battle-cry post letter".split()
)


def _given(stream: Stream, first: int, at: int, end: int) -> Found | None:
    """Read "He ended his letter with “...”", "greeted them with lines like “...”": a guess."""
    words = stream.words
    like = words[at - 1] in ("with", "like") or words[at - 2 : at] == ["such", "as"]
    if at - 3 < first or not like or stream.quotes[at].speech is not True:
        return None
    subject = last_clause(stream, first, at - 1)
    if (
        subject is None
        or stream.words[subject.first] in RELATIVES
        or words[subject.first] in ("it", "there", "this")
    ):
        return None
    return Found("comma", (at - 1, at), [(at, end)], subject, strong=False, finite=False)


def _any_verb(stream: Stream, j: int) -> bool:
    word = stream.words[j]
    cue = verb_cues().get(word)
    if stream.capital(j) or word in AUXILIARIES:
        return False
    return (
        word in VERBS
        or (cue is not None and cue.finite and not cue.nominal)
        or (word.endswith("ed") and len(word) > 4)
    )


def _led(stream: Stream, first: int, at: int, end: int) -> Found | None:
    """Read a sentence in quotation marks after a colon or a comma that no cue took: a guess."""
    if at - 1 <= first or stream.words[at - 1] not in (":", ","):
        return None
    colon = stream.words[at - 1] == ":"
    inside = stream.quotes[at].inside
    if not colon and not (
        stream.text[inside.start].isupper() and stream.quotes[at].inside.end - inside.start > 20
    ):
        return None
    label = _label(stream, first, at - 1) or owner_of_words(stream, first, at - 1) if colon else None
    subject = label or last_clause(stream, first, at - 1, main=True) or main_subject(stream, first, at - 1)
    if subject is None or stream.words[subject.first] in RELATIVES:
        return None
    return Found(
        "colon" if colon else "comma", (at - 1, at), [(at, end)], subject, strong=False, finite=False
    )


def _label(stream: Stream, first: int, colon: int) -> Subject | None:
    """Return the name before a colon, as in "Polls differ - Ann Lee: ..."."""
    words = stream.words
    if words[colon - 1] == ")":  # "Ann Lee (on the deal): ..."
        colon = next((j for j in range(colon - 1, first, -1) if words[j] == "("), colon)
    if words[first] == "to" and words[first + 1] in ("quote", "paraphrase", "cite", "echo"):
        return Subject(first + 2, colon, (first + 2, colon)) if first + 2 < colon else None
    on = next((j for j in range(first + 1, colon) if words[j] in ("on", "about")), None)
    dashed = any(w in ("-", "—", "–", "--") for w in words[first:colon])
    if on is not None and is_name(stream, first, on) and not dashed:
        return Subject(first, on, (first, on))  # "Ann Lee on the deal: ..."
    start = colon
    while (
        start > first and words[start - 1] not in ("-", "—", "–", "--", ".", ",", QUOTE) and colon - start < 6
    ):
        start -= 1
    source = next((j for j in range(start, colon - 1) if words[j] in ("from", "per", "via")), None)
    if source is not None:
        if words[source + 1] in ("the", "its", "his", "her", "their"):
            return Subject(source + 1, colon, (source + 1, colon))  # "What it means - From the report: ..."
        start = source + 1
    if start == colon or not all(
        stream.capital(i) or words[i] in ("and", "of", "the") for i in range(start, colon)
    ):
        return None
    return Subject(start, colon, (start, colon))
