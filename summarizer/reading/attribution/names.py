"""The name behind a speaker's words: title words taken off, pronouns and "the official" traced to an earlier speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from summarizer.reading.attribution.initials import INITIALS, people_by_initials
from summarizer.reading.attribution.words import (
    CONTRACTED,
    DETERMINERS,
    POSSESSIVES,
    RELATIVES,
    SUBJECT_PRONOUNS,
)
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.attribution.drafts import Draft
    from summarizer.reading.document import Reading

_TITLES = frozenset("""
    president vice prime minister secretary spokesman spokeswoman spokesperson chancellor ambassador senator congressman congresswoman
    representative governor mayor general colonel major captain admiral lieutenant sergeant judge justice professor doctor director chief
    chairman chairwoman chairperson chair leader commissioner king queen prince princess pope cardinal bishop rabbi imam sheikh
    mr mrs ms mx dr sen rep gov gen col maj capt lt sgt adm prof rev hon sir dame lord lady press foreign defense defence deputy
    candidate nominee strategist manager adviser advisor aide attorney lawyer analyst expert author editor reporter correspondent
    host anchor founder ceo cfo coo officer official sheriff superintendent principal dean commander envoy speaker premier counsel delegate
    former acting senior""".split())  # fmt: skip
# Words of titles that need another one after them.
_BEFORE_TITLES = frozenset(
    "vice prime press foreign defense defence deputy former acting senior chief major general foreign".split()
)
_WORD = re.compile(r"[^\W_][\w.'’&\-]*")
_PARTICLES = frozenset("de la van von der den al el bin ibn ben du da di of".split())
_REACH = 2500  # characters a pronoun looks back
_MALE = frozenset("mr sir lord king prince spokesman congressman chairman pope".split())
_FEMALE = frozenset("ms mrs miss lady queen princess spokeswoman congresswoman chairwoman".split())
# A sentence that begins with a name, and its verb: who the text is about from there.
_TOPIC = re.compile(
    r"(?:[.!?][\"”’')]*\s+|\n)([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4})(?:, (?:the|an?|[a-z’'-]+['’]s|of|who)\s[^,.\n]{1,60},)? (?=[a-z]+(?:ed|s)?\b)"
)
_NO_TOPIC = frozenset(
    """the a an this that these those he she it they we i you in on at but and so if when while as after before for his her
    its their there here what who how why yet both many some most according earlier later now then still also however""".split()
)
_INTRODUCED = re.compile(
    r"(?:\A|[.!?][\"”’')]*\s+|\n[ \t]*\n[ \t]*)([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,4})(?:, [^,.\n]{1,60},)? (?=[a-z]+(?:ed|s|se)?\b)"
)
_NEAR = 600  # characters before a pronoun in which somebody is introduced
_PERSONAL = frozenset({"he", "she", "his", "her"})
_IMPERSONAL = frozenset({"it", "its", "they", "their"})
BODIES = frozenset("""
    ministry government administration agency department office party company group organisation organization committee council court commission
    parliament senate house university institute bank board union alliance bloc coalition army military force police embassy delegation
    secretariat association foundation campaign firm newspaper report statement study survey state team federation league kremlin pentagon""".split())  # fmt: skip
_MANY = frozenset("""
    officials ministers leaders sources lawmakers researchers analysts experts diplomats prosecutors lawyers aides residents witnesses
    authorities police spokesmen envoys scientists doctors critics supporters members workers families parents students people both""".split())  # fmt: skip


_POINTING = SUBJECT_PRONOUNS | POSSESSIVES | RELATIVES


_LAST_TITLES = _TITLES - _BEFORE_TITLES


@lru_cache(maxsize=4096)
def plain_name(text: str) -> str | None:
    """Return a speaker's words without title words and determiner; None for a pronoun or an empty text."""
    words = _WORD.findall(text)
    if not words:
        return None
    lowered = [w.lower().rstrip(".") for w in words]
    if len(words) == 1 and (lowered[0] in _POINTING or words[0].lower() in CONTRACTED):
        return None
    words[-1] = re.sub(r"['’]s?$", "", words[-1])
    run = _last_capitals(words)
    for i in range(len(run) - 1, -1, -1):
        if run[i].lower().rstrip(".") in _LAST_TITLES:
            run = run[i + 1 :] or run
            break
    if run and (len(run) > 1 or _last_index(words, run)):
        return " ".join(run)
    rest = words[1:] if lowered[0] in ("the", "a", "an", "this", "that") and len(words) > 1 else words
    return " ".join(rest)


def _last_capitals(words: list[str]) -> list[str]:
    """Return the first run of capitalised words that reaches the end, or the end of the phrase's head."""
    head = words
    for i, word in enumerate(words):
        if i and word.lower() in ("of", "for", "in", "at", "from", "with", "who", "on"):
            head = words[:i]
            break
    run: list[str] = []
    for word in reversed(head):
        if word[0].isupper() or (run and word in _PARTICLES):
            run.insert(0, word)
        else:
            break
    if run and run[0].lower() in DETERMINERS:
        run = run[1:]
    return run


def _last_index(words: list[str], run: list[str]) -> bool:
    return run[0] in words


def resolve_names(
    reading: Reading,
    drafts: Sequence[Draft],
    parents: Sequence[int | None],
    resolve: Callable[[Span], str | None],
) -> list[str | None]:
    """Return the name of each attribution's speaker, None where it cannot be told."""
    tracer = _Tracer(reading, drafts, resolve)
    names: list[str | None] = [None] * len(drafts)
    order = sorted(
        range(len(drafts)), key=lambda i: drafts[i].speaker or Span(drafts[i].anchor, drafts[i].anchor)
    )
    own = [i for i in order if not tracer.first_person(drafts[i])]
    for i in own:
        names[i] = tracer.name(drafts[i], parents[i])
    for i in sorted(set(order).difference(own)):
        parent = _quoting(drafts, parents, i)
        names[i] = names[parent] if parent is not None else None
    return names


def _quoting(drafts: Sequence[Draft], parents: Sequence[int | None], i: int) -> int | None:
    """Return the innermost direct quotation or turn that holds an attribution: its speaker is "I" there."""
    parent = parents[i]
    for _ in range(8):
        if parent is None or drafts[parent].kind == "direct":
            return parent
        parent = parents[parent]
    return None


_PRONOUNS = SUBJECT_PRONOUNS | POSSESSIVES


class _Met(NamedTuple):
    """A speaker met before: where, the name, the words that stood there, and in whose content."""

    offset: int
    name: str
    words: str
    parent: int | None


class _Tracer:
    """Names of the speakers met so far, in reading order."""

    def __init__(
        self, reading: Reading, drafts: Sequence[Draft], resolve: Callable[[Span], str | None]
    ) -> None:
        self.text = reading.text
        self.resolve = resolve
        self.met: list[_Met] = []
        self.initials: dict[str, str] | None = None
        self.traced: dict[Span, str | None] = {}  # pronouns
        pieces = sorted(piece for draft in drafts if draft.rule != "label" for piece in draft.content)
        self.starts = [piece.start for piece in pieces]
        self.reach = list(accumulate((piece.end for piece in pieces), max))

    def first_person(self, draft: Draft) -> bool:
        """Whether the speaker is "I" or "we": whoever speaks around it."""
        span = draft.named or draft.speaker
        return span is not None and self._word(span) in ("i", "my", "we", "our")

    def _word(self, span: Span) -> str:
        return self.text[span.start : span.end].lower().split("'")[0].split("’")[0]

    def name(self, draft: Draft, parent: int | None) -> str | None:
        """Return the name of a speaker who is not "I"; `parent` is the attribution in whose content it speaks."""
        span = draft.named or draft.speaker
        if span is None:
            return None
        words = self.text[span.start : span.end]
        word = self._word(span)
        if draft.rule == "label":
            return None if words.strip() in ("Q", "A") else self._labelled(span, words.strip())
        if word in _PRONOUNS:
            if span not in self.traced:
                before = min(span.start, draft.content[0].start)
                self.traced[span] = (
                    self.resolve(span) if self._knows(span) else self._pronoun(before, word, parent)
                )
            return self.traced[span]
        name = self._definite(span, words) or self._several(span, words) or self._resolved(span, words)
        if name:
            self.met.append(_Met(span.start, name, words, parent))
        return name

    def _labelled(self, span: Span, words: str) -> str | None:
        """Name who a label stands for; initials by the attendance list."""
        if INITIALS.fullmatch(words) and not self._knows(span):
            if self.initials is None:
                self.initials = people_by_initials(self.text)
            if words in self.initials:
                return self.initials[words]
        return self._resolved(span, words)

    def _several(self, span: Span, words: str) -> str | None:
        """Name both of "Foreign Minister Ann Lee and President Bo Ek"; None when "and" joins no two names."""
        left, joined, right = words.rpartition(" and ")
        if not joined or not (left[0].isupper() and right[0].isupper()) or "," in left:
            return None
        titled = any(w.lower() in _TITLES for w in right.split())
        if (
            (titled and len(left.split()) == 1)
            or len(right.split()) > len(left.split()) + 3
            or " of " in left
        ):
            return None
        names = [
            self._resolved(Span(span.start, span.start + len(left)), left),
            self._resolved(Span(span.end - len(right), span.end), right),
        ]
        return " and ".join(n for n in names if n) if all(names) else None

    def _knows(self, span: Span) -> bool:
        name = self.resolve(span)
        return name is not None and name.lower() != self.text[span.start : span.end].lower()

    def _pronoun(self, before: int, word: str, parent: int | None) -> str | None:
        """Trace he or she to the last speaker that can be meant, or to whoever became the topic since.

        Who is only reported to have spoken is not meant by a pronoun outside that report.
        """
        if word in _IMPERSONAL:
            return self._impersonal(before, word, parent)
        if word not in _PERSONAL:
            return None
        for met in reversed(self.met[-60:]):
            if before - met.offset > _REACH:
                return None
            same = met.parent is None or met.parent == parent
            if met.offset < before and same and _is_person(met.words) and _agrees(word, met.words):
                return self._topic(met.offset + len(met.words), before, met.name)
        return self._introduced(before, word)

    def _introduced(self, before: int, word: str) -> str | None:
        """Return the person with whose name the sentence before begins, where nobody has spoken yet: "Ann Lee rose. “...,” she said."."""
        last = None
        for last in _INTRODUCED.finditer(self.text, max(0, before - _NEAR), before):  # noqa: B007 - the last one counts
            pass
        if last is None or last[1].split()[0].lower() in _NO_TOPIC or not _agrees(word, last[1]):
            return None
        span = Span(*last.span(1))
        return self.resolve(span) if self._knows(span) or (" " in last[1] and not _is_body(last[1])) else None

    def _impersonal(self, before: int, word: str, parent: int | None) -> str | None:
        """Trace "it" to the last body that spoke, "they" to the last speakers in the plural; None when a person spoke since."""
        for met in reversed(self.met[-20:]):
            if before - met.offset > _REACH:
                return None
            if met.offset >= before or not (met.parent is None or met.parent == parent):
                continue
            fits = _is_several(_lowered(met.words)) if word in ("they", "their") else _is_body(met.words)
            return met.name if fits else None
        return None

    def _topic(self, start: int, end: int, name: str) -> str | None:
        """Return `name`, or whoever the last sentence of `start:end` that begins with a person's name is about."""
        last = None
        for last in _TOPIC.finditer(self.text, start, end):  # noqa: B007 - the last one counts
            pass
        if last is None or last[1].split()[0].lower() in _NO_TOPIC or _known_as(last[1], name):
            return name
        if self._reported(last.start(1), end):
            return name
        known = next((met.name for met in reversed(self.met[-40:]) if _known_as(last[1], met.name)), None)
        full = " " in last[1] and last[1].split()[-1].lower() not in _TITLES
        return known or (self._resolved(Span(*last.span(1)), last[1]) if full else name)

    def _reported(self, offset: int, end: int) -> bool:
        """Whether `offset` stands in what somebody said, in a content that is over at `end`."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.reach[at] <= end

    def _resolved(self, span: Span, words: str) -> str | None:
        return self.resolve(span) or plain_name(words)

    def _definite(self, span: Span, words: str) -> str | None:
        """Trace "the official" to the nearest earlier speaker called so."""
        parts = words.lower().split()
        if len(parts) < 2 or parts[0] != "the" or any(w[0].isupper() for w in words.split()[1:]):
            return None
        noun = parts[-1]
        for met in reversed(self.met[-40:]):
            if span.start - met.offset > _REACH:
                return None
            if noun in _lowered(met.words) and met.offset < span.start:
                return met.name
        return None


def _known_as(words: str, name: str) -> bool:
    return words.split()[-1] in name.split()


@lru_cache(maxsize=1024)
def _agrees(pronoun: str, words: str) -> bool:
    """Whether he or she agrees with "Mr.", "Ms.", "spokeswoman" and the like, where such a word stands there."""
    told = {w.lower().strip(".,") for w in words.split()}
    return not told & (_MALE if pronoun in ("she", "her") else _FEMALE)


@lru_cache(maxsize=1024)
def _lowered(words: str) -> frozenset[str]:
    return frozenset(words.lower().split())


def _is_body(words: str) -> bool:
    """Whether a speaker's words stand for a body: "the foreign ministry", "NATO"."""
    return bool(BODIES & _lowered(words)) or (words.isupper() and len(words) > 1)


def _is_several(lowered: frozenset[str]) -> bool:
    return "and" in lowered or bool(_MANY & lowered)


@lru_cache(maxsize=1024)
def _is_person(words: str) -> bool:
    """Whether a speaker's words can stand for one person: a name, or a title in the singular."""
    parts = [p.strip(",.'’") for p in words.split()]
    if parts and parts[0].lower() in DETERMINERS:
        return any(p.lower() in _TITLES for p in parts)
    return not words.isupper() and any(p[:1].isupper() for p in parts)
