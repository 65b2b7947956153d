"""Personal names as forms to compare: titles off, accents and spellings folded, nicknames, initials, particles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.reading.naming import lexicon
from summarizer.reading.naming.gazetteer import fold

Likeness = Literal["same", "compatible", "different"]

_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W_]+(?:['’\-‑][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ar|at|ad|ul)-")
_SUFFIX_KEY = {"jr": "jr", "sr": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
# One sound, several spellings; applied to both sides of a comparison, in this order.
_SPELLINGS = (
    (re.compile(r"ks"), "x"),
    (re.compile(r"y"), "i"),
    (re.compile(r"ij|ii+"), "i"),
    (re.compile(r"([aeou])e(?=[^aeiou]|$)"), r"\1"),  # Mueller, Schroeder, Goebel: the umlaut written out
    (re.compile(r"sch"), "sh"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
)
_SPELLED = re.compile(r"ks|y|i[ij]|[aeou]e|sch|ou|[kp]h")


@dataclass(frozen=True, slots=True)
class NameForm:
    """A personal name taken apart: comparable `tokens` without particles, and the suffix ("jr") on its own."""

    tokens: tuple[str, ...]
    suffix: str = ""

    @property
    def family(self) -> str:
        """The last token: the surname, where it stands last."""
        return self.tokens[-1] if self.tokens else ""

    @property
    def given(self) -> tuple[str, ...]:
        """What stands before the surname."""
        return self.tokens[:-1]


@lru_cache(maxsize=4_096)
def spell(word: str) -> str:
    """Return a key that is equal for the usual spellings of one name ("Zelensky", "Zelenskyy", "Zelenskiy")."""
    key = _ARTICLE.sub("", fold(word)).replace(".", "").replace("'", "")
    if len(key) < 4 or not _SPELLED.search(key):
        return key
    for pattern, letters in _SPELLINGS:
        key = pattern.sub(letters, key)
    return key


@lru_cache(maxsize=2_048)
def name_form(name: str) -> NameForm:
    """Return the form of a personal name given without a title."""
    plain = name.isascii() and name.replace(" ", "").isalpha()
    words = (name.split() if plain else _WORD.findall(_POSSESSIVE.sub("", name.strip())))[:12]
    suffix = ""
    while len(words) > 1 and words[-1].lower().strip(".") in lexicon.SUFFIXES:
        suffix = _SUFFIX_KEY.get(words.pop().lower().strip("."), suffix)
    last = len(words) - 1
    kept = [
        spell(w)
        for at, w in enumerate(words)
        if at == last or len(w) == 1 or fold(w) not in lexicon.PARTICLES
    ]
    return NameForm(tuple(filter(None, kept)), suffix)


def given_likeness(a: str, b: str) -> Likeness:
    """Compare two given names: equal or one another's short form is `same`, an initial is `compatible`."""
    if a == b:
        return "same"
    if _groups(a) & _groups(b):
        return "same"
    short, long = sorted((a, b), key=len)
    if len(short) <= 2 and short and long.startswith(short[0]):
        return "compatible"
    return "different"


@lru_cache(maxsize=1)
def _keys() -> dict[str, frozenset[int]]:
    spelled: dict[str, frozenset[int]] = {}
    for name, numbers in lexicon.nicknames().items():
        key = spell(name)
        spelled[key] = spelled.get(key, frozenset()) | numbers
    return spelled


def _groups(name: str) -> frozenset[int]:
    return _keys().get(name, frozenset())


def compare_forms(a: NameForm, b: NameForm) -> Likeness:
    """Compare two forms: `compatible` when one is a part of the other (a surname, a given name, an initial)."""
    if not a.tokens or not b.tokens:
        return "different"
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return "different"
    if a.tokens == b.tokens:
        return "same"
    if len(a.tokens) == 1 or len(b.tokens) == 1:
        return _partial(a, b)
    if sorted(a.tokens) == sorted(b.tokens):
        return "same"  # "Xi Jinping", "Jinping Xi"
    if a.family == b.family or _hyphen_part(a.family, b.family):
        return _compare_given(a.given, b.given)
    return _compare_longer(a, b)


def _hyphen_part(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return "-" in long and short in long.split("-")


def _partial(a: NameForm, b: NameForm) -> Likeness:
    single, full = (a, b) if len(a.tokens) == 1 else (b, a)
    word = single.tokens[0]
    if word in full.tokens or any(_hyphen_part(word, t) for t in full.tokens):
        return "compatible"
    if len(full.tokens) > 1 and given_likeness(word, full.tokens[0]) == "same":
        return "compatible"
    return "different"


def _compare_given(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    if not a or not b:
        return "compatible"
    first = given_likeness(a[0], b[0])
    if first == "different":
        short, long = sorted((a, b), key=len)
        known_by_middle = any(given_likeness(short[0], other) == "same" for other in long[1:])
        return "same" if known_by_middle or "".join(a) == "".join(b) else "different"
    if len(a) > 1 and len(b) > 1 and given_likeness(a[1], b[1]) == "different":
        return "different"
    return first


def _compare_longer(a: NameForm, b: NameForm) -> Likeness:
    short, long = (a, b) if len(a.tokens) <= len(b.tokens) else (b, a)
    if len(short.tokens) == len(long.tokens):
        return "different"
    if short.tokens == long.tokens[-len(short.tokens) :] or set(short.tokens) <= set(long.tokens[1:]):
        return "compatible"
    given_fits = given_likeness(short.tokens[0], long.tokens[0]) != "different"
    return "same" if given_fits and set(short.tokens[1:]) <= set(long.tokens[1:]) else "different"
