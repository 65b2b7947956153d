"""What a tag tells of: the words before it, and those that go on behind it: "The deal, he said, is done."."""

from __future__ import annotations

from summarizer.reading.attribution.cues import verb_cues
from summarizer.reading.attribution.extents import clause_end, reports
from summarizer.reading.attribution.found import Found, Range
from summarizer.reading.attribution.tokens import QUOTE, Stream
from summarizer.reading.attribution.words import AUXILIARIES, RELATIVES, VERBS


def content_before(stream: Stream, first: int, stop: int) -> list[Range]:
    """Return the content that ends before token `stop`: the whole sentence so far, or its quotation after an opening word."""
    words = stream.words
    while first < stop and words[first] in ("and", "but", "so", "yet", "or", "then", ",", ":", "•", "-"):
        first += 1
    while stop > first and words[stop - 1] in (",", "—", "–", "--", "-"):
        stop -= 1
    parted = next((j for j in range(stop - 1, first, -1) if words[j] == ";"), None)
    if parted is not None and reports(words, first, parted):
        first = parted + 1  # what stands before the semicolon somebody else says, or the same one said before
    return [(first, stop)] if first < stop else []


def interposed(stream: Stream, at: int, stop: int, made: Found, inverted: bool = False) -> None:
    """Add what goes on after an interposed tag: "The deal, he said, is done."; "No," he said, "never"."""
    words = stream.words
    quoted = bool(made.content) and words[made.content[-1][1] - 1] == QUOTE
    for j in range(at, stop):
        if words[j] == QUOTE and quoted and stream.quotes[j].speech is not False:
            made.content.append((j, run_of_quotes(stream, j, stop)))
            return
        if words[j] == "," and not (quoted and words[made.content[0][0]] == QUOTE):
            closing = _apposition_end(words, j, stop) if inverted else None
            if closing is not None:
                made.content.append((closing + 1, clause_end(stream, closing + 1, stop, None)))
                return
            resumed = _resumed(stream, at, j, stop, made, inverted)
            made.content += [resumed] if resumed else []
            return
        if words[j] == "," and quoted and j <= at + 1 and j + 2 < stop and words[j + 1] in _RESUMES:
            made.content.append((j + 1, clause_end(stream, j + 1, stop, None)))
            return
        if (
            words[j] == ";"
            and j <= at + 1
            and j + 2 < stop
            and not quoted
            and not reports(words, j + 1, stop)
        ):
            made.content.append((j + 1, clause_end(stream, j + 1, stop, None)))
            return  # "No deal is near, he said; the sides still talk."
        if quoted and words[j] in ("—", "–", "--", "-") and (opened := _over_dashes(words, j, stop)):
            made.content.append((opened, run_of_quotes(stream, opened, stop)))
            return
        if words[j] in (";", ".", "—") or (
            words[j] in verb_cues()
            and verb_cues()[words[j]].finite
            and not verb_cues()[words[j]].nominal
            and quoted
            and j > at
        ):
            return


def _over_dashes(words: list[str], dash: int, stop: int) -> int | None:
    """Return where a quotation goes on behind "— his third stop of the day —"."""
    closing = next((j for j in range(dash + 1, min(stop - 1, dash + 16)) if words[j] == words[dash]), None)
    return closing + 1 if closing is not None and words[closing + 1] == QUOTE else None


def _apposition_end(words: list[str], comma: int, stop: int) -> int | None:
    """Return the comma behind "said Ann Lee, an expert on tides, [would ...]", where the clause that the tag parts goes on."""
    if comma + 2 >= stop or words[comma + 1] not in ("a", "an", "the", "who", "whose"):
        return None
    closing = next((j for j in range(comma + 2, min(stop - 1, comma + 24)) if words[j] == ","), None)
    goes_on = closing is not None and (words[closing + 1] in AUXILIARIES or words[closing + 1] in VERBS)
    return closing if goes_on else None


# A fragment in quotation marks goes on outside them: "Only you," she said, would come.
_RESUMES = AUXILIARIES | {"to"}


def _resumed(stream: Stream, at: int, comma: int, stop: int, made: Found, inverted: bool) -> Range | None:
    """Return the rest of a clause that an interposed tag parts: what stands after the comma that closes the tag."""
    words = stream.words
    if comma + 1 >= stop or comma - at > 12:
        return None
    if words[comma + 1].endswith("ing") and not _acts_as_subject(stream, comma + 1, stop):
        return None
    apposed = inverted and words[comma + 1] in ("a", "an", "the", "his", "her", "its", "who", "whose")
    brief = bool(made.content) and made.content[0][1] - made.content[0][0] <= 5
    turns = words[comma + 1] in _TURNS and not reports(words, comma + 2, stop)
    if apposed or (words[comma + 1] in NOT_RESUMED and not brief and not turns):
        return None
    end = clause_end(stream, comma + 1, stop, None)
    return (comma + 1, end) if end - comma > 2 or words[comma + 1] == QUOTE else None


def _acts_as_subject(stream: Stream, at: int, stop: int) -> bool:
    """Whether a word in -ing begins a subject: ", she added, closing the port would be unwise"."""
    words = stream.words
    if words[at] in verb_cues():
        return False
    end = next((j for j in range(at, min(stop, at + 12)) if words[j] == "," or words[j] in RELATIVES), stop)
    return any(w in AUXILIARIES for w in words[at:end])


_TURNS = frozenset("but while although though whereas who which as because".split())
SUBORDINATORS = frozenset(
    "while until after before since when as if although though because like unless".split()
)


# Before ", he said,": the content is only what goes on after the tag.
OPENS_CONTENT = frozenset("because when which who where if although though while whom".split())


NOT_RESUMED = frozenset(
    "but while although though whereas who which as when after citing according with in on at".split()
)


def run_of_quotes(stream: Stream, at: int, stop: int) -> int:
    """Return the token after the quotations that follow each other from `at`."""
    while at < stop and stream.words[at] == QUOTE:
        at += 1
    return at
