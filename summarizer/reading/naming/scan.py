"""Tokens for names: capitalised words and lower-case roles, each with its class and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from summarizer.reading.naming import lexicon
from summarizer.reading.naming.gaps import GAPS_MET, Gap, gap_kind
from summarizer.reading.naming.gazetteer import Entry, Sort, entries, fold, look_up
from summarizer.reading.triggers import trie


class Class(IntEnum):
    """What a token may be; classes up to SUFFIX may stand in a person's name."""

    NAME = 1  # a capitalised word of no list
    GIVEN = 2
    INITIAL = 3
    PARTICLE = 4
    SUFFIX = 5
    ACRONYM = 6
    HONORIFIC = 7
    ROLE = 8
    ROLES = 9  # a role in the plural
    MODIFIER = 10
    BODY = 11
    EVENT = 12
    PLACE = 13
    GAZETTEER = 14
    ADJECTIVE = 15
    CALENDAR = 16
    OPENER = 17

    __hash__ = int.__hash__  # the one of Enum hashes the name, in Python: too slow for every token


class Token(NamedTuple):
    """A word: where it stands, its class, the gap before it, and its gazetteer entry; `lower` for lower case."""

    start: int
    end: int
    word: str
    cls: Class
    gap: Gap
    entry: Entry | None = None
    lower: bool = False


_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_ABBREVIATIONS = frozenset(
    "Mrs Mr Ms Mx Messrs Dr Prof Gen Sen Rep Gov Lt Col Sgt Capt Cpl Adm Maj Brig Amb Sec Pres Hon Rev Jr Sr St Fr Det Supt Insp Cllr Cllrs Coun Ald Corp Inc Ltd "
    "MRS MR MS DR GEN SEN REP GOV JR SR".split()
)


_LOWER_WORDS = (*lexicon.ROLES, *lexicon.ROLE_PLURALS, *lexicon.GOVERNMENT_BODIES)
_LOWER_PARTICLES = "von van de der den da di del della dos du la le bin ibn ben al el ter zu".split()
_LOWER = trie(w for w in (*_LOWER_WORDS, *_LOWER_PARTICLES) if w.replace("-", "").isalpha())
LOWER_PATTERN = rf"{_LOWER}(?![\w{_MARKS}]|[-‑]\w)"
LOWER_STARTS = frozenset(w.partition("-")[0] for w in (*_LOWER_WORDS, *_LOWER_PARTICLES))


def _after_capital(upper: str) -> str:
    """Return the pattern of what follows the first letter of a capitalised word."""
    return rf"""(?:
                (?:\.[{upper}]){{0,6}}\.(?!\w)
              | [\w{_MARKS}]*(?:(?:['’](?!s(?![^\W_]))|[-‑])[\w{_MARKS}]+)*
            )"""


AFTER_CAPITAL = _after_capital("A-Z")


def _token_pattern(upper: str) -> re.Pattern[str]:
    """Return the pattern of a token for a text whose capitals are `upper`."""
    return re.compile(
        rf"""
        \b_*(?!(?<=\d\s)[Pp][Mm]\b)(  # "6 PM" is no prime minister
            (?:[aei][ldnrst]h?-)?[{upper}]{_after_capital(upper)}
          | {LOWER_PATTERN}
          | [dl]['’][{upper}][\w{_MARKS}-]+
        )
        """,
        re.VERBOSE,
    )


_TOKEN = _token_pattern("A-Z")
_BEYOND = re.compile(
    "[\u00c0-\u00de\u0100-\u1fff]"
)  # where other capitals lie, with small letters among them


@cache
def _any_token() -> re.Pattern[str]:
    """Return the pattern of a token for a text with capitals of other alphabets: slow to make, and rarely needed."""
    others = "".join(c for c in map(chr, range(0x80, 0x2000)) if c.isupper() or c.istitle())
    return _token_pattern("A-Z" + others)


@cache
def _multiword() -> dict[str, set[str]]:
    """Map the folded first word of each longer gazetteer entry to all of its entries."""
    forms: dict[str, set[str]] = {}
    for entry in entries():
        if entry.written.isalpha():
            continue
        for written in {entry.written, fold(entry.written)}:
            forms.setdefault(_first(written), set()).add(written)
    return forms


class Longer(NamedTuple):
    """The longer entries that begin with one word: each in small letters and as written, the longest first."""

    forms: tuple[tuple[str, str], ...]
    reach: int  # characters of a text that the longest may take, wide spaces included
    initials: frozenset[str]  # of all their words but the first
    marks: frozenset[str]

    def match(self, text: str, at: int, stop: int, end: int) -> re.Match[str] | None:
        """Return the longest entry that stands at `at` and goes on behind the word that ends at `stop`.

        A pattern is made only for one whose letters stand there.
        """
        follows = text[stop : stop + 2]
        if follows[:1] == " " and follows[1:].isalnum():
            if follows[1:].lower() not in self.initials:
                return None
        elif follows[:1] in _ENDS and follows[:1] not in self.marks:
            return None
        ahead = _small(text[at : min(end, at + self.reach)])
        for small, form in self.forms:
            if ahead.startswith(small) and (found := _pattern(form).match(text, at, end)):
                return found
        return None


def _longer(first: str) -> Longer | None:
    """Return the longer entries that begin with a word; most words of most texts begin none."""
    return _group(first) if first in _multiword() else None


@lru_cache(maxsize=4096)
def _group(first: str) -> Longer:
    group = sorted(_multiword()[first], key=len, reverse=True)
    reach = max(len(form) + _WIDEST_SPACE * form.count(" ") for form in group)
    forms = tuple((_small(form), form) for form in group)
    initials = frozenset(word[0] for small, _ in forms for word in small.split()[1:])
    return Longer(forms, reach, initials, frozenset("".join(small for small, _ in forms)))


_WIDEST_SPACE = 16
_ENDS = frozenset(',.;:?!)”"')
_SPACE = r"(?:\s|\\_){1,8}"  # front matter writes a fixed space as "\_"
_VARIANTS = str.maketrans("’‑–", "'--")


def _small(text: str) -> str:
    return " ".join(text.replace("\\_", " ").lower().translate(_VARIANTS).split())


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(_SPACE.join(map(_loose, form.split())) + r"(?!\w)", re.IGNORECASE)


def _first(written: str) -> str:
    match = re.match(r"[^\W_]+", fold(written))
    return match[0] if match else ""


def _loose(word: str) -> str:
    return re.escape(word).replace("'", "['’]").replace(r"\-", "[-‑–]")


class Known(NamedTuple):
    """What is known of a word by itself."""

    cls: Class
    entry: Entry | None
    longer: Longer | None
    lower: bool
    plain: bool  # nothing but the class has to be looked at


_known: dict[str, Known] = {}
_MOST_KNOWN = 8_192


def know(word: str) -> Known:
    """Return the class of a word as written, its gazetteer entry, and the longer entries it begins."""
    found = _known.get(word)
    if found is None:
        if len(_known) > _MOST_KNOWN:
            _known.clear()
        found = _known[word] = _learn(word)
    return found


_LISTS: tuple[tuple[frozenset[str], Class], ...] = (
    (lexicon.HONORIFICS, Class.HONORIFIC),
    (lexicon.SUFFIXES, Class.SUFFIX),
    (lexicon.ROLES, Class.ROLE),
    (frozenset(lexicon.ROLE_PLURALS), Class.ROLES),
    (lexicon.CALENDAR, Class.CALENDAR),
    (lexicon.BODIES, Class.BODY),
    (lexicon.MODIFIERS, Class.MODIFIER),
    (lexicon.EVENTS, Class.EVENT),
    (lexicon.PLACES, Class.PLACE),
    (lexicon.ADJECTIVES, Class.ADJECTIVE),
    (lexicon.OPENERS | lexicon.INITIALISMS, Class.OPENER),
)


@cache
def _class_of_word() -> dict[str, Class]:
    return {word: cls for words, cls in reversed(_LISTS) for word in words}


def _learn(word: str) -> Known:
    lowered = fold(word)
    longer = _longer(_first(word))
    entry = next(iter(look_up(word)), None)
    listed = _class_of_word().get(lowered) or _class_of_word().get(word.lower())
    if (word if word.isascii() else normalize("NFC", word)) in lexicon.given_names():
        cls = Class.GIVEN
    elif entry is not None and not word.islower():
        cls = Class.GAZETTEER
    else:
        entry = None
        known = listed is not Class.OPENER or not (len(word) > 1 and word.isupper())
        cls = listed if listed and (known or lowered in lexicon.INITIALISMS) else _by_form(word)
    lower = word[0].islower() and cls is not Class.NAME
    special = longer is not None or "-" in word or word[-1] == "_" or word in _ABBREVIATIONS
    plain = not special and not (lower and cls is Class.PARTICLE)
    return Known(cls, entry, longer, lower, plain) if entry or longer else _of_class(cls, lower, plain)


@cache
def _of_class(cls: Class, lower: bool, plain: bool) -> Known:
    """Return the one object for all words of which only the class is known: most of any text."""
    return Known(cls, None, None, lower, plain)


_OPENERS = lexicon.OPENERS | {word.replace("'", "’") for word in lexicon.OPENERS}


def opens_only(word: str) -> bool:
    """Whether a capitalised word is one that opens a sentence, and nothing else: "The", "And"."""
    if word.lower() not in _OPENERS:
        return False
    known = _known.get(word) or know(word)
    return known.plain and known.cls is Class.OPENER


def is_listed(word: str) -> bool:
    """Whether a word stands in one of the lists of the lexicon, whatever else it is."""
    return fold(word) in _class_of_word() or fold(word) in lexicon.COMMON


def _by_form(word: str) -> Class:
    if word[0].islower():
        return Class.PARTICLE if word in lexicon.PARTICLES else Class.NAME
    if "." in word or len(word) == 1:
        return Class.INITIAL
    if any(c.isdigit() for c in word) or (len(word) > 1 and word.isupper()):
        return Class.ACRONYM
    if fold(word) in lexicon.PARTICLES:
        return Class.PARTICLE
    return Class.NAME


_token = tuple.__new__  # without the detour of a named tuple's own constructor: this is done for every word


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the tokens of `text[start:end]` begin and end."""
    pattern = _any_token() if _BEYOND.search(text, start, end) else _TOKEN
    return (match.span(1) for match in pattern.finditer(text, start, end))


def scan(text: str, start: int, end: int, places: Iterable[tuple[int, int]] | None = None) -> list[Token]:
    """Return the tokens of `text[start:end]`, longer gazetteer entries as one; `places` are theirs, if known."""
    tokens: list[Token] = []
    last = start
    for at, stop in _places(text, start, end) if places is None else places:
        if at < last:
            continue
        word = text[at:stop]
        known = _known.get(word) or know(word)
        before = text[last:at]
        gap = (GAPS_MET.get(before) or gap_kind(before)) if last > start else Gap.BREAK
        if not known.plain:
            word, stop = _whole(text, word, stop)
            known = know(word)
            special = _special(text, word, at, stop, end, gap, known)
            if special is not None:
                tokens += special
                last = special[-1].end if special else last
                continue
        last = stop
        tokens.append(_token(Token, (at, stop, word, known.cls, gap, known.entry, known.lower)))
    return tokens


def _whole(text: str, word: str, stop: int) -> tuple[str, int]:
    """Return a word without the underscores of markup and with the point of its abbreviation."""
    if word[-1] == "_":
        bare = word.rstrip("_")
        return bare, stop - len(word) + len(bare)
    if word in _ABBREVIATIONS and text[stop : stop + 1] == ".":
        return word + ".", stop + 1
    return word, stop


def _special(
    text: str, word: str, at: int, stop: int, end: int, gap: Gap, known: Known
) -> list[Token] | None:
    """Return the tokens of a word that begins a longer entry, joins two states or is no name by itself; else None."""
    if (
        known.longer is not None
        and (longer := known.longer.match(text, at, stop, end))
        and longer.end() > stop
    ):
        entry = next(iter(look_up(longer[0])), None)
        if entry is not None:
            return [Token(at, longer.end(), longer[0], Class.GAZETTEER, gap, entry)]
    if known.cls is Class.PARTICLE and known.lower and not _leads_name(text, stop, end):
        return []
    if "-" in word and known.entry is None:
        return list(_compound(word, at, gap)) or None
    return None


def _leads_name(text: str, at: int, end: int) -> bool:
    """Whether a particle is followed by a capitalised word, or by another particle ("de la Cruz")."""
    if at + 1 >= end or not text[at].isspace():
        return False
    return text[at + 1].isupper() or text[at + 1 : at + 4].strip() in _LOWER_PARTICLES


def _compound(word: str, at: int, gap: Gap) -> Iterator[Token]:
    """Yield the states and bodies of "NATO-Russia" or "US-led"; nothing for a name such as "Jean-Luc"."""
    parts = word.split("-")
    known = [know(p) if p else None for p in parts]
    heads = [k is not None and k.entry is not None and k.cls is Class.GAZETTEER for k in known]
    if not heads[0] or not all(h or (p[:1].islower()) for h, p in zip(heads, parts, strict=True)):
        return
    for part, k, is_head in zip(parts, known, heads, strict=True):
        if is_head and k is not None:
            yield Token(at, at + len(part), part, Class.GAZETTEER, gap, k.entry)
            gap = Gap.BREAK
        at += len(part) + 1


def is_adjective(token: Token) -> bool:
    """Whether a token is the adjective of a state ("Russian")."""
    return token.entry is not None and token.entry.sort is Sort.ADJECTIVE
