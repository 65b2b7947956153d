"""Whether two names, roles or holders stand for the same: by their words and the gazetteer, not by the verifier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.reading.naming.gazetteer import country_of, fold, organisation

_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady president prime minister secretary chancellor king queen prince general senator "
    "ambassador professor judge justice commissioner mayor councilor jr sr ii iii iv".split()
)
_SMALL = frozenset("the a an of and for to in on at by his her its their us u s".split())
# "both leaders", "the two presidents", "the parties": all who took part, taken together.
_TOGETHER = re.compile(
    r"(?:the|both|all|we|they|two|three|four|five|participants?)\b.*|(?:leaders|presidents|ministers|parties|sides|countries|participants)"
)
_HEADS = frozenset(
    "leaders presidents heads principals chancellors premiers men ministers secretaries parties sides countries nations "
    "states delegations delegates governments participants attendees members both they we all".split()
)
# Who speaks where a text has no voice but its own.
_THE_TEXT = re.compile(
    r"(?:the\s+)?(?:joint\s+)?(?:statement|declaration|communiqu[eé]|readout|joint readout|minutes|text|document|report|press release)",
    re.IGNORECASE,
)


def alternatives(name: str | None) -> list[str]:
    """Return the readings that an annotation allows ("Joe Biden / United States"); remarks in brackets go.

    A first name in brackets, as in "(Joseph) Biden", is one that may be there.
    """
    if name is None:
        return []
    found = []
    for part in name.split(" / "):
        opened = re.sub(r"\(([A-Z][\w.-]+)\)\s+(?=[A-Z])", r"\1 ", part)
        bare = " ".join(re.sub(r"\([^()]*\)", " ", opened).split())
        if bare:
            found.append(bare)
    return found


def same_name(gold: str | None, given: str | None) -> bool:
    """Whether a given name stands for the one in the annotation, in any of its readings."""
    return given is not None and any(_same(one, given) for one in alternatives(gold))


def same_party(gold: str, given: str) -> bool:
    """Whether a party is the one in the annotation, or one of the two only says more: "the OSCE participating states"."""
    a, b = set(content_words(gold)), set(content_words(given))
    return same_name(gold, given) or bool(a and b and (a <= b or b <= a))


def _same(a: str, b: str) -> bool:
    if _key(a) == _key(b):
        return True
    if (body := organisation(a)) or organisation(b):
        return body == organisation(b)
    if (country := country_of(a)) or country_of(b):
        return country == country_of(b)
    return _same_person(_names(a), _names(b)) or same_role(a, b)


def _key(name: str) -> str:
    return " ".join(w for w in _WORD.findall(fold(name)) if w not in ("the", "a", "an"))


def _names(name: str) -> list[str]:
    words = _WORD.findall(fold(name))
    return [w for w in words if w not in _TITLES] or words


def _same_person(a: list[str], b: list[str]) -> bool:
    """Whether the surnames are one and no first name speaks against it: "J. Biden" and "Biden" are "Joe Biden"."""
    if not a or not b or a[-1] != b[-1]:
        return False
    return len(a) == 1 or len(b) == 1 or a[0][0] == b[0][0]


def same_role(gold: str | None, given: str | None) -> bool:
    """Whether one role says what the other says, or less: the last word is one, and the words of one are all in the other."""
    if given is None or gold is None:
        return False
    return any(_roles_agree(_role_words(one), _role_words(given)) for one in alternatives(gold))


def _role_words(role: str) -> list[str]:
    return [w for w in _WORD.findall(fold(role)) if w not in _SMALL and not country_of(w)]


def _roles_agree(a: list[str], b: list[str]) -> bool:
    return bool(a and b) and (a[-1] == b[-1] or a[0] == b[0]) and (set(a) <= set(b) or set(b) <= set(a))


def same_holder(gold: str, given: str | None, participants: int) -> bool:
    """Whether a holder is the one in the annotation; all together is told in many words ("both sides", "we")."""
    if given is None:
        return False
    if same_name(gold, given):
        return True
    return any(_together(one, participants) and _together(given, participants) for one in alternatives(gold))


def _together(holder: str, participants: int) -> bool:
    words = _WORD.findall(fold(holder))
    if not any(w in _HEADS for w in words[:5]):
        return participants > 1 and _names_many(holder, participants)
    return bool(_TOGETHER.fullmatch(fold(holder)))


def _names_many(holder: str, participants: int) -> bool:
    """Whether a holder lists all who took part: "Ana Reyes and Bo Lind"."""
    names = [n for n in re.split(r",\s*(?:and\s+)?|\s+and\s+", holder) if n.strip()]
    return len(names) > 1 and len(names) >= participants


def same_speaker(gold: str | None, given: str | None) -> bool:
    """Whether a speaker is the one in the annotation; where the text itself may be the speaker, none need be named."""
    of_the_text = gold is None or any(_THE_TEXT.fullmatch(one) for one in alternatives(gold))
    if given is None or _THE_TEXT.fullmatch(given):
        return of_the_text
    return same_holder(gold, given, 0) if gold else False


def same_person(gold: tuple[str | None, str | None, str | None], given: tuple[str | None, ...]) -> bool:
    """Whether two of (name, role, affiliation) are one person; without a name on either side, role and side decide."""
    name, role, affiliation = gold
    if name is not None and alternatives(name):
        if given[0] is None and role and affiliation:  # known by office and state alone
            return same_role(role, given[1]) and same_affiliation(affiliation, given[2])
        return same_name(name, given[0])
    if given[0] is not None:
        return same_role(role, given[0])
    sides = affiliation is None or given[2] is None or same_affiliation(affiliation, given[2])
    return same_role(role, given[1]) and sides


def same_affiliation(gold: str | None, given: str | None) -> bool:
    """Whether two affiliations stand for the same state or body; both may be unknown."""
    if not alternatives(gold):
        return given is None
    return same_name(gold, given)


def same_place(gold: str | None, given: str | None) -> bool:
    """Whether one place is the other, or names it with what lies around it ("Geneva" and "Geneva, Switzerland")."""
    if given is None:
        return False
    words = set(_WORD.findall(fold(given)))
    return any(_place_words(one) <= words or words <= _place_words(one) for one in alternatives(gold))


def _place_words(place: str) -> set[str]:
    return set(_WORD.findall(fold(place)))


def content_words(phrase: str | None) -> Iterator[str]:
    """Yield the words of a phrase that are no function words, a plural as its singular."""
    for word in _WORD.findall(fold(phrase or "")):
        if word not in _SMALL:
            yield word.removesuffix("s") if len(word) > 3 else word
