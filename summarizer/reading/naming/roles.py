"""Roles and affiliations in a form to compare: "US President" is the role "president" of the United States."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarizer.reading.naming import lexicon
from summarizer.reading.naming.gazetteer import Sort, country_of, fold, organisation
from summarizer.reading.naming.scan import Class, scan

RoleLikeness = Literal["same", "compatible", "different"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’\-‑][^\W_]+)*")
_LEADERS = frozenset({"prime-minister", "leader", *lexicon.LEADERS})
_TOPS = frozenset(
    "secretary-general director-general president chairperson director ceo commissioner governor head".split()
)
POSTED = re.compile(
    r"(?:\bto|\b(?:envoy|representative|coordinator|rapporteur|commissioner|negotiator)\s+for)(?:\s+the)?\s+$",
    re.IGNORECASE,
)
_RANKS = frozenset("deputy vice assistant associate under shadow under-secretary vice-president".split())
_LONGEST = 300  # characters of a role that are read
_SMALL = frozenset("the a an of for at to in on and with s his her its their our".split())
_SAME_WORD = {
    "defence": "defense", "labour": "labor", "adviser": "advisor", "premier": "prime-minister", "taoiseach": "prime-minister",
    "spokeswoman": "spokesperson", "spokesman": "spokesperson", "chairman": "chairperson", "chairwoman": "chairperson", "chair": "chairperson",
    "congresswoman": "congressman", "lawmaker": "legislator", "parliamentarian": "legislator", "sen": "senator", "rep": "representative",
    "gov": "governor", "gen": "general", "adm": "admiral", "col": "colonel", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant",
    "sec": "secretary", "amb": "ambassador", "pres": "president", "secretaries": "secretary", "undersecretary": "under-secretary",
    "co-ordinator": "coordinator", "counsellor": "counselor", "attaché": "attache", "aide": "advisor", "chief": "head",
}  # fmt: skip
_PHRASES = (
    # What a minister is called in Nairobi and Edinburgh, in Manila and Mexico City.
    (re.compile(r"\bcabinet secretary (?:of|for) (?:the )?(\w+)(?: affairs)?\b"), r"\1 minister"),
    (re.compile(r"\bcabinet secretary\b"), "minister"),
    (re.compile(r"\bsecretary (?:of|for) foreign affairs\b"), "foreign minister"),
    (re.compile(r"\bcharges? d['’]affaires\b"), "chargé"),
    (re.compile(r"\bprime minister\b|\bpm\b"), "prime-minister"),
    (re.compile(r"\bfm\b"), "foreign minister"),
    (re.compile(r"\bnsa\b"), "national security adviser"),
    (
        re.compile(
            r"\bforeign affairs minister\b|\bminister (?:of|for) foreign affairs\b|\bminister (?:of|for) external affairs\b"
        ),
        "foreign minister",
    ),
    (re.compile(r"\bminister (?:of|for) (?:the )?(\w+)(?: affairs)?\b"), r"\1 minister"),
    (re.compile(r"\bsecretary (?:of|for) (?!state)(?:the )?(\w+)\b"), r"\1 secretary"),
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\bpress spokes(?:man|woman|person)\b"), "spokesperson"),
    (re.compile(r"\bunder secretary\b"), "under-secretary"),
    (re.compile(r"\bvice president\b"), "vice-president"),
    (re.compile(r"\bsecretary general\b"), "secretary-general"),
    (re.compile(r"\bhead of state\b"), "leader"),
    (re.compile(r"\bhead of government\b"), "leader"),
)


@dataclass(frozen=True, slots=True)
class RoleForm:
    """A role taken apart.

    `words` are its comparable words without affiliation; `head` the noun among them; `affiliations` the states
    and bodies named in it (canonical where known); `former` whether it is over; `bare` the text without
    states; `institutions` the seats and bodies of the gazetteer in it ("Kremlin"), by their first name.
    """

    text: str
    words: frozenset[str]
    head: str
    affiliations: frozenset[str]
    former: bool
    bare: str
    institutions: frozenset[str] = frozenset()


@lru_cache(maxsize=2_048)
def role_form(text: str) -> RoleForm:
    """Take a role phrase apart: its words, head noun and the affiliations named in it."""
    text = text[:_LONGEST]
    affiliations: set[str] = set()
    posted: set[str] = set()
    institutions: set[str] = set()
    rest = text
    bare = text
    for token in reversed(scan(text, 0, len(text))):
        if token.cls is not Class.GAZETTEER or token.entry is None:
            continue
        canonical = affiliation(token.word) or token.word
        rest = f"{rest[: token.start]} {rest[token.end :]}"
        if POSTED.search(text[: token.start]):
            posted.add(canonical)  # an ambassador to Ukraine is not Ukraine's
            continue
        affiliations.add(canonical)
        if token.entry.sort in (Sort.SEAT, Sort.ORGANISATION):
            institutions.add(token.entry.canonical)
        else:
            bare = f"{bare[: token.start]} {bare[token.end :]}"
    plain = re.sub(r"['’]s?(?=\s|$)", " ", rest)
    lowered = " ".join(fold(plain).replace(".", " ").split())
    for pattern, replacement in _PHRASES:
        lowered = pattern.sub(replacement, lowered)
    words = _words(lowered)
    found = [_SAME_WORD.get(w, w) for w in words]
    head = _head(words) or (found[-1] if found else "")
    former = any(w in lexicon.FORMER for w in words)
    kept = {w for w in found if w not in _SMALL and w not in lexicon.FORMER and w not in lexicon.RANKING}
    return RoleForm(
        text,
        frozenset(kept | posted),
        head,
        frozenset(affiliations),
        former,
        _tidy(bare),
        frozenset(institutions),
    )


def _words(text: str) -> list[str]:
    return [lexicon.ROLE_PLURALS.get(w, w) for w in _WORD.findall(text)]


def _is_role(word: str) -> bool:
    return word in lexicon.ROLES or word in ("prime-minister", "foreign-minister")


def _head(words: list[str]) -> str:
    """Return the last role noun before a preposition: the president in "vice-president", "aide" in "aide to the president"."""
    head = ""
    for word in words:
        if word in ("of", "for", "to", "at", "in") and head:
            break
        if _is_role(word):
            head = _SAME_WORD.get(word, word)
    return head


def _tidy(text: str) -> str:
    text = re.sub(r"^(?:the|a|an|his|her|its|their|our)\s+", "", " ".join(text.split()), flags=re.IGNORECASE)
    text = re.sub(r"^['’]s?\s+", "", text)
    return re.sub(r"\s+(?:of|for|to|at|in)(?:\s+the)?$", "", text).strip(" ,")


@lru_cache(maxsize=2_048)
def affiliation(text: str) -> str | None:
    """Return the state or body that `text` stands for: "Kremlin" and "Russian" give "Russia"; None when unknown."""
    return country_of(text) or organisation(text)


def same_affiliation(a: str, b: str) -> bool:
    """Whether two affiliations are the same state or body, or one body names the other."""
    if fold(a).removeprefix("the ") == fold(b).removeprefix("the "):
        return True
    first, second = affiliation(a), affiliation(b)
    if first is not None and second is not None:
        return first == second
    return _words(fold(a)) == _words(fold(b))


def same_role(a: str, b: str) -> RoleLikeness:
    """Compare two roles; `compatible` when one says less ("Press Secretary", "White House Press Secretary")."""
    first, second = role_form(a), role_form(b)
    if first.former != second.former and first.head == second.head:
        return "different"
    known_first = {x for x in first.affiliations if affiliation(x)}
    known_second = {x for x in second.affiliations if affiliation(x)}
    if known_first and known_second and not known_first & known_second:
        return "different"
    if first.words == second.words and _same_house(first, second) and _same_house(second, first):
        return "same" if first.affiliations == second.affiliations else "compatible"
    if roles_fit(first, second) or roles_fit(second, first):
        return "compatible"
    if "leader" in (first.head, second.head) and {first.head, second.head} <= _LEADERS:
        return "compatible"
    return "different"


def _same_house(less: RoleForm, more: RoleForm) -> bool:
    """Whether the bodies named in two roles may be one: the Kremlin's spokesman is not the foreign ministry's."""
    if not less.institutions or less.institutions & more.institutions:
        return True
    return not more.institutions and not more.words & lexicon.GOVERNMENT_BODIES


def loose_heads(head: str) -> tuple[str, ...]:
    """Return the looser words that journalists put for a role noun: a president is a leader, a secretary-general a chief."""
    return (("leader",) if head in _LEADERS else ()) + (("head",) if head in _TOPS else ())


def roles_fit(less: RoleForm, more: RoleForm) -> bool:
    """Whether a role described by `less` may be the role `more`: "the official" may be a senior defence official.

    A deputy is not the one he deputises for, and a leader is who holds a state's highest office.
    """
    if not _same_house(less, more):
        return False
    if less.head != more.head and less.head in loose_heads(more.head):
        return less.words <= more.words | {less.head} and not _RANKS & more.words
    if less.head != more.head or not less.words <= more.words:
        return False
    return not _RANKS & (less.words ^ more.words)
