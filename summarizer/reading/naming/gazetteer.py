"""Countries, capitals, seats of government and international bodies, with their names, adjectives and abbreviations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files


class Sort(StrEnum):
    """What an entry of the gazetteer names."""

    POLITY = "polity"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    SEAT = "seat"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name as written, what it stands for (`canonical`), and the polity behind it, if any.

    `exact` entries are abbreviations: they hold only in capitals ("US" is a country, "us" is not).
    """

    written: str
    canonical: str
    sort: Sort
    country: str | None = None
    exact: bool = False


_APOSTROPHES = str.maketrans("’‘ʼ‑–", "'''--")
_INITIALISM = re.compile(r"(?:[A-Z]\.){2,}|(?:[A-Z]\.)+[A-Z]")
_ABBREVIATION = re.compile(r"[A-Z0-9][A-Z0-9+&-]{1,7}")
_TAKES_S = re.compile(r"(?:an|i|er|in|ot|ar)$")
# What stands for a state beside its name: "the Russian side", "the government of Japan".
_STATE_WORDS = frozenset(
    "a an and the of government governments administration authorities authority side sides state presidency leadership "
    "delegation regime cabinet officials official diplomats diplomat ministry ministries minister foreign defense defence "
    "interior finance embassy mission parliament military army forces armed negotiators party team press service "
    "people nation republic kingdom president leader leaders senate treasury department".split()
)


@lru_cache(maxsize=4_096)
def fold(text: str) -> str:
    """Return `text` without accents, case, doubled spaces or typographic marks: a key to compare names by."""
    if text.isascii():
        folded = " ".join(text.lower().split())
        return text if folded == text else folded  # no copy is kept
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    kept = "".join(c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return " ".join(kept.casefold().replace("ı", "i").replace("ø", "o").replace("ł", "l").split())


def _rows(name: str) -> Iterator[list[str]]:
    table = files("summarizer.reading").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _cell(cell: str) -> list[str]:
    return [item for item in cell.split(";") if item]


def _is_abbreviation(name: str) -> bool:
    return bool(_ABBREVIATION.fullmatch(name) or _INITIALISM.fullmatch(name))


def _countries() -> Iterator[Entry]:
    for name, others_of, adjectives, capitals, seats in _rows("countries.tsv"):
        for other in (name, *_cell(others_of)):
            yield Entry(other, name, Sort.POLITY, name, _is_abbreviation(other))
            if " and " in other:  # "Trinidad & Tobago"
                yield Entry(other.replace(" and ", " & "), name, Sort.POLITY, name)
        for adjective in _cell(adjectives):
            yield Entry(adjective, name, Sort.ADJECTIVE, name, _is_abbreviation(adjective))
            if _TAKES_S.search(adjective):
                yield Entry(adjective + "s", name, Sort.ADJECTIVE, name)
        for capital in _cell(capitals):
            yield Entry(capital, capital, Sort.CAPITAL, name)
        for seat in _cell(seats):
            first, *others = seat.split("=")
            for other in (first, *others):
                yield Entry(other, first, Sort.SEAT, name, _is_abbreviation(other))


def _bodies() -> Iterator[Entry]:
    for abbreviations, name, others in _rows("organisations.tsv"):
        for short in _cell(abbreviations):
            yield Entry(short, name, Sort.ORGANISATION, exact=True)
            if len(short) > 3 and short.isalpha():
                yield Entry(
                    short.capitalize(), name, Sort.ORGANISATION, exact=True
                )  # "Nato", as British papers write
        for other in (name, *_cell(others)):
            yield Entry(other, name, Sort.ORGANISATION)


def _places() -> Iterator[Entry]:
    for country, names in _rows("places.tsv"):
        for name in _cell(names):
            yield Entry(name, name, Sort.PLACE, None if country == "*" else country)


@cache
def entries() -> tuple[Entry, ...]:
    """Return all entries of the gazetteer, those that name a state first."""
    return (*_countries(), *_bodies(), *_places())


@cache
def _index() -> tuple[dict[str, tuple[Entry, ...]], dict[str, tuple[Entry, ...]]]:
    loose: dict[str, tuple[Entry, ...]] = {}
    exact: dict[str, tuple[Entry, ...]] = {}
    for entry in entries():
        where, key = (exact, entry.written.replace(".", "")) if entry.exact else (loose, _key(entry.written))
        where[key] = (*where.get(key, ()), entry)
    return loose, exact


def _key(phrase: str) -> str:
    return fold(phrase).removeprefix("the ")


def _bare(phrase: str) -> str:
    text = " ".join(phrase.split())
    if text[:4].lower() == "the ":
        text = text[4:]
    return (
        re.sub(r"['’]s?$", "", text.strip(" ,;:"))
        if text[-1:] in "s'’" and ("'" in text[-2:] or "’" in text[-2:])
        else text
    )


@lru_cache(maxsize=2_048)
def look_up(phrase: str) -> tuple[Entry, ...]:
    """Return the entries written as `phrase` (a leading "the" and a possessive ending are no part of it)."""
    loose, exact = _index()
    text = _bare(phrase)
    if not text or len(text) > 80:
        return ()
    short = text.replace(".", "") if _INITIALISM.fullmatch(text.upper()) else text
    found = exact.get(short.upper() if short != text else short, ())
    return (*found, *loose.get(fold(text), ()))


@lru_cache(maxsize=2_048)
def country_of(phrase: str) -> str | None:
    """Return the polity that a name, an adjective, a capital or a seat of government stands for, else None.

    "US", "American", "Washington", "the White House" and "the US government" all give "United States".
    """
    for entry in look_up(phrase):
        if entry.country and entry.sort is not Sort.PLACE:
            return entry.country
    return _state_behind(_bare(phrase))


def _state_behind(phrase: str) -> str | None:
    """Read phrases such as "the government of Japan" or "Russia's foreign ministry": one state, and its organs."""
    words = phrase.split()
    if not 2 <= len(words) <= 9:
        return None
    found: set[str] = set()
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + 5), at, -1):
            entry = next(
                (e for e in look_up(" ".join(words[at:end])) if e.country and e.sort is not Sort.PLACE), None
            )
            if entry and entry.country:
                found.add(entry.country)
                at = end
                break
        else:
            if words[at].lower() not in _STATE_WORDS:
                return None
            at += 1
    return found.pop() if len(found) == 1 else None


def same_polity(a: str, b: str) -> bool:
    """Whether two phrases stand for the same state or body of states ("Kremlin" and "the Russian side" do)."""
    first = country_of(a) or organisation(a)
    return first is not None and first == (country_of(b) or organisation(b))


def is_adjective(phrase: str) -> bool:
    """Whether a phrase is nothing but the adjective of a state: "German"."""
    return {entry.sort for entry in look_up(phrase)} == {Sort.ADJECTIVE}


def organisation(phrase: str) -> str | None:
    """Return the full name of the body that `phrase` names or abbreviates, else None."""
    return next((e.canonical for e in look_up(phrase) if e.sort is Sort.ORGANISATION), None)


def is_place(phrase: str) -> bool:
    """Whether `phrase` names a country, city, region or sea."""
    return any(e.sort in (Sort.POLITY, Sort.CAPITAL, Sort.PLACE) for e in look_up(phrase))


def country_of_place(phrase: str) -> str | None:
    """Return the country in which a place lies (itself, for a country), else None."""
    return next(
        (e.country for e in look_up(phrase) if e.sort in (Sort.POLITY, Sort.CAPITAL, Sort.PLACE)), None
    )
