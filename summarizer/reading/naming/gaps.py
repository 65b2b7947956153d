"""What stands between two tokens of names: a joint of one name, or a break."""

from __future__ import annotations

from enum import IntEnum

from summarizer.reading.lexicon import FUNCTION_WORDS
from summarizer.reading.naming import lexicon
from summarizer.reading.stems import is_irregular

_GAP_LIMIT = 48
_MOST_NOUNS = 3
_DETERMINERS = frozenset("the a an his her its their our my one another".split())
_PREPOSITIONS = frozenset("for at to in with on from".split())
_MOST_KNOWN = 4_096
_OFTEN_MET = 16  # characters: longer gaps hardly come again


class Gap(IntEnum):
    """What stands between a token and the one before it."""

    BREAK = 0
    JOIN = 1  # white space
    MODIFIERS = 2  # white space and lower-case modifiers: "US [administration] official"
    POSSESSIVE = 3
    OF = 4
    FOR = 5  # another preposition that binds a role to a body: for, at, to, in, with
    COMMA = 6
    COMMA_DET = 7  # ", the", ", a", ", his": what an apposition begins with
    PAREN = 8
    AND = 9

    __hash__ = int.__hash__


GAPS_MET: dict[str, Gap] = {
    " ": Gap.JOIN,
    ", ": Gap.COMMA,
    " of ": Gap.OF,
    " and ": Gap.AND,
    ", the ": Gap.COMMA_DET,
}


def gap_kind(gap: str) -> Gap:
    """Return what kind of joint `gap`, the text between two tokens, is."""
    if len(gap) > _OFTEN_MET:
        return _read_gap(gap) if len(gap) <= _GAP_LIMIT else Gap.BREAK
    kind = GAPS_MET.get(gap)
    if kind is None:
        if len(GAPS_MET) > _MOST_KNOWN:
            GAPS_MET.clear()
        kind = GAPS_MET[gap] = _read_gap(gap)
    return kind


def _read_gap(gap: str) -> Gap:
    words = gap.replace("\\_", " ").replace(",", " , ").replace("(", " ( ").lower().split()
    words = words[1:] if words[:1] in (["d'affaires"], ["d’affaires"]) else words  # "chargé d'affaires"
    if not words:
        return Gap.JOIN if gap and gap.count("\n") < 2 else Gap.BREAK
    if not gap[-1:].isspace() and gap[-1] not in "(_":
        return Gap.BREAK
    head, rest = words[0], words[1:]
    if head in ("'s", "’s", "'", "’"):
        return Gap.POSSESSIVE if _modifiers(rest) or may_be_nouns(rest) else Gap.BREAK
    if head == ",":
        return _comma(rest)
    if head == "(":
        return Gap.PAREN if not rest or (rest[0] in _DETERMINERS and len(rest) == 1) else Gap.BREAK
    if head in ("and", "&"):
        return Gap.AND if not rest or rest == ["the"] else Gap.BREAK
    if head == "of":
        return _of(rest)
    if head in _PREPOSITIONS:
        return Gap.FOR if not rest or rest == ["the"] else Gap.BREAK
    return Gap.MODIFIERS if _modifiers(words) else Gap.BREAK


def _of(rest: list[str]) -> Gap:
    if not rest or rest == ["the"]:
        return Gap.OF
    return Gap.MODIFIERS if _modifiers(rest) else Gap.BREAK  # "secretary [of state] Antony Blinken"


def _comma(rest: list[str]) -> Gap:
    if not rest:
        return Gap.COMMA
    if rest[0].isdigit() and rest[1:2] == [","]:
        return _comma(rest[2:])  # ", 54, the head of"
    if rest[0] in _DETERMINERS or rest[0] in lexicon.MODIFIERS:
        return Gap.COMMA_DET if _modifiers(rest[1:]) else Gap.BREAK
    return Gap.BREAK


def may_be_nouns(words: list[str]) -> bool:
    """Whether the words behind a possessive may all be nouns before another: "Botswana's [water affairs] director".

    What they lead to decides: only a role or a body behind them makes one phrase of it.
    """
    return len(words) <= _MOST_NOUNS and all(
        w.isalpha() and w not in FUNCTION_WORDS and not w.endswith(("ed", "ly")) and not is_irregular(w)
        for w in words
    )


def _modifiers(words: list[str]) -> bool:
    return all(w in lexicon.MODIFIERS or w in lexicon.GOVERNMENT_BODIES for w in words)
