"""What a text tells of the people that it names: beside a name, or in a clause that says who leads or speaks for what.

A title before a name, an apposition on either side, a bracket or a relative clause behind it ("A, who heads B", "A, of B",
"A (finance)"), a predicate ("A chairs B") and a passive ("B, led by A").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.patterns import late_regex
from summarizer.reading import Reading
from summarizer.reading.naming.finder import Entity, Form, Mention, NameKind
from summarizer.reading.naming.lexicon import ROLE_PLURALS, ROLES
from summarizer.reading.stems import stem
from summarizer.reading.words import is_function_word
from summarizer.source import Span

BEHIND_HEAD = re.compile(r"\s(?:of|for|from|with|at|in|to|who|which)\s")
_WITH_ARTICLE = re.compile(r"\s*(?:an?|the|its|their|his|her|our)\s", re.IGNORECASE)
OF = "<of>"  # stands for no word: who is told of as "A, of the League", with no office there
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_OWNING = ("'s", "’s")
_TITLES = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Madam|Justice)\.?\s+(?:\(\w+\.?\)\s+)?)*$")
_AGE = r"(?:,\s\d{1,3}(?=,))?"
_BRACKET = re.compile(rf"{_AGE}\s*\((?P<told>[^()\n]{{2,60}})\)")
_ENDS = r"(?=[,;:\n]|\.\s|\.?$)"
_BEHIND = re.compile(
    rf"{_AGE},\s+(?P<told>(?:who\s+(?:also\s+)?(?:is|was|heads?|headed|leads?|led|chairs?|chaired|runs?|represents?|represented|speaks?|spoke|mediates?|mediated)|of|from|with|for|an?|the|its|their|his|her|our|appearing|speaking|representing|acting|heading|leading|chairing|[A-Z][\w’'-]*['’]s)"
    rf"\s[^,;:()\n\"“”]{{2,120}}?){_ENDS}"
)
_OF_BODY = re.compile(
    r"\s+(?P<told>(?:of|from|for)\s+(?:the\s+)?[A-Z][\w’'&.-]*(?:\s+(?:(?:of|and|the|for)\s+)*[A-Z][\w’'&.-]*){0,5})"
)
_BARE = re.compile(rf"{_AGE},\s+(?P<told>[A-Za-z][^,;:()\n\"“”]{{3,80}}?){_ENDS}")
_IS = re.compile(
    r"\s+(?P<told>(?:(?:is|was|has\s+been)\s+(?:an?|the|its|their)|heads?|headed|leads?|led|chairs?|chaired|runs?|ran|has\s+run|represents?|represented|speaks?\s+for|spoke\s+for|"
    rf"mediates?|mediated)\s[^,;:()\n\"“”]{{3,80}}?)(?:{_ENDS}|(?=\s(?:and|but|since|when|while|until|in\s+\d|on\s+[A-Z])\b))"
)
_BEFORE = re.compile(
    r"(?:^|[.;:,]\s|\b(?:and|but|while|by|with|to)\s)(?P<told>(?:the|its|their|his|her|our|[A-Z][\w’'-]*['’]s)\s[^,;:()\n\"“”]{2,80}),\s+$",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"(?P<told>(?:the\s+|an?\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){1,7}?(?:,\s+)?(?:(?:is|was|were|are|has\s+been|had\s+been)\s+)?"
    r"(?:led|headed|chaired|run|represented|mediated)\s+by)\s+(?:[\w.’'()-]+\s+){0,5}$",
    re.IGNORECASE,
)
_ITS = re.compile(r"(?:its|their)\s", re.IGNORECASE)
_SUBJECT = late_regex(
    r"(?:the\s+)?(?:[\w’'-]+\s+){0,4}?[\w’'-]+(?=,|\s+(?:is|was|has|had|will|said|says)\b|;)", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s(?:of|for|with|at|to)\s[^,;:.()\n\"“”]{2,60}")
_OWNER = re.compile(r"[\w’'-]+['’]s?\s$")
_NEAR = 140  # characters on either side of a name in which the text tells who its bearer is
_MOST = 12  # mentions of one person that are looked at


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells of a person in one place: its stems, its words in small letters, and those with a capital.

    `head` is the noun for the person, in a phrase with an article ("a schoolteacher from Balipur"), else "".
    """

    stems: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    head: str = ""


def presented(reading: Reading) -> dict[int, tuple[Told, ...]]:
    """Return what a text tells of each person that its story names, by the number of the person."""
    found: dict[int, tuple[Told, ...]] = {}
    for entity in reading.names.entities:
        if not entity.name or entity.furniture_only or not may_be_person(entity):
            continue
        mentions = [reading.names.mentions[i] for i in entity.mentions[:_MOST]]
        told = [taken(words) for mention in mentions for words in _beside(reading, mention)]
        told += [taken(_whole(reading.text, role)) for _, role in entity.roles]
        if kept := tuple(dict.fromkeys(t for t in told if t.stems)):
            found[entity.id] = kept
    return found


def may_be_person(entity: Entity) -> bool:
    """Whether a name is a person's, or may be one that the reader of names has no kind for."""
    return entity.kind is NameKind.PERSON or (entity.kind is NameKind.OTHER and " " in (entity.name or ""))


def words_of(text: str) -> list[str]:
    """Return the words of some text, without a possessive ending."""
    return [w[:-2] if w.endswith(_OWNING) else w for w in _WORD.findall(text)]


def plain(word: str) -> str:
    """Return the stem that a word is compared by: plural offices are those of one."""
    small = word.casefold()
    small = small[:-2] if small.endswith(_OWNING) else small.removesuffix("'").removesuffix("’")
    return stem(ROLE_PLURALS.get(small, small))


def taken(text: str) -> Told:
    """Take apart what is told of a person."""
    found = words_of(text)
    stems = {plain(w) for w in found if not is_function_word(w.casefold())}
    if re.match(r"\s*(?:of|for|from)\s", text):
        stems.add(OF)
    small = frozenset(w.casefold() for w in found)
    core = words_of(BEHIND_HEAD.split(text.strip(), maxsplit=1)[0]) if _WITH_ARTICLE.match(text) else []
    return Told(
        frozenset(stems),
        small,
        frozenset(w for w in found if w[:1].isupper()),
        plain(core[-1]) if core else "",
    )


def _beside(reading: Reading, mention: Mention) -> Iterator[str]:
    """Yield what stands beside one mention of a person and tells who that is."""
    text = reading.text
    sentence = reading.sentence_at(mention.span.start)
    if mention.form is not Form.NAME or sentence is None or sentence.furniture:
        return
    low = max(sentence.span.start, mention.full.start - _NEAR)
    high = min(sentence.span.end, mention.span.end + _NEAR)
    if (title := text[mention.full.start : mention.span.start]).strip():
        yield title
    lead = _TITLES.sub("", text[low : mention.full.start])
    before = _BEFORE.search(lead)
    if before and not _of_another(
        reading, Span(low + before.start("told"), low + before.end("told")), mention
    ):
        yield _with_owner(text, before["told"], Span(sentence.span.start, mention.full.start))
    if led := _LED_BY.search(text[low : mention.span.start]):
        yield led["told"]
    at = mention.span.end
    if bracket := _BRACKET.match(text, at, high):
        yield f"{_listed_as(text[low : mention.full.start])} {bracket['told']}"
        at = bracket.end()
    behind = _BEHIND.match(text, at, high) or _bare(text, at, high) or _IS.match(text, at, high)
    behind = behind or _OF_BODY.match(text, at, high)
    if behind and not _of_another(reading, Span(*behind.span("told")), mention):
        yield _with_owner(text, behind["told"], Span(sentence.span.start, mention.full.start))


def _bare(text: str, at: int, high: int) -> re.Match[str] | None:
    """Return an apposition without an article: "A, president of B", "A, Minister of Trade"."""
    found = _BARE.match(text, at, high)
    head = re.split(r"\s(?:of|for|at|to|with|in)\s", found["told"])[0].split() if found else []
    return found if head and head[-1].casefold() in ROLES and "and" not in head else None


def _with_owner(text: str, told: str, before: Span) -> str:
    """Return what is told with whose it is: "its president" of "The union, …; its president, A"."""
    owner = _SUBJECT.match(text, before.start, before.end) if _ITS.match(told) else None
    return f"{owner[0]} {told}" if owner else told


def _listed_as(before: str) -> str:
    """Return the plural for those of a list that a name with a bracket stands in: "members A (law) and B (finance)"."""
    nouns = [w for w in re.findall(r"[a-z]+", before) if w in ROLE_PLURALS or w == "members"]
    return nouns[-1] if nouns else ""


def _whole(text: str, role: Span) -> str:
    """Return an office with whose it is and what goes on behind it: "spokeswoman" "for the transport ministry"."""
    behind = _GOES_ON.match(text, role.end, role.end + 70)
    before = _OWNER.search(text[max(0, role.start - 30) : role.start])
    return f"{before[0] if before else ''}{text[role.start : role.end]}{behind[0] if behind else ''}"


def _of_another(reading: Reading, words: Span, beside: Mention) -> bool:
    """Whether words begin with the name of somebody else: they are no apposition, but the next of a list."""
    entities = reading.names.entities
    return any(
        m.kind is NameKind.PERSON
        and m.entity != beside.entity
        and entities[m.entity].name
        and m.full.start <= words.start + 4
        for m in reading.mentions_in(words)
    )
