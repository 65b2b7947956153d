"""The name behind a speaker's words: title words taken off, pronouns and "the official" traced to an earlier speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from summarizer.reading.attribution_words import CONTRACTED, DETERMINERS, POSSESSIVES, RELATIVES, SUBJECT_PRONOUNS
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.attribution_blocks import Draft
    from summarizer.reading.document import Reading

_TITLES = frozenset("""
    president vice prime minister secretary spokesman spokeswoman spokesperson chancellor ambassador senator congressman congresswoman
    representative governor mayor general colonel major captain admiral lieutenant sergeant judge justice professor doctor director chief
    chairman chairwoman chairperson chair leader commissioner king queen prince princess pope cardinal bishop rabbi imam sheikh
    mr mrs ms mx dr sen rep gov gen col maj capt lt sgt adm prof rev hon sir dame lord lady press foreign defense defence deputy
    candidate nominee strategist manager adviser advisor aide attorney lawyer analyst expert author editor reporter correspondent
    host anchor founder ceo cfo coo officer official sheriff superintendent principal dean commander envoy speaker premier counsel delegate
    former acting senior""".split())  # fmt: skip
_WORD = re.compile(r"[^\W_][\w.'’&\-]*")
_PARTICLES = frozenset("de la van von der den al el bin ibn ben du da di of".split())
_REACH = 2500  # characters a pronoun looks back
_PERSONAL = frozenset({"he", "she", "his", "her"})


def plain_name(text: str) -> str | None:
    """Return a speaker's words without title words and determiner; None for a pronoun or an empty text."""
    words = _WORD.findall(text)
    if not words:
        return None
    lowered = [w.lower().rstrip(".") for w in words]
    if len(words) == 1 and (lowered[0] in SUBJECT_PRONOUNS | POSSESSIVES | RELATIVES or words[0].lower() in CONTRACTED):
        return None
    words[-1] = re.sub(r"['’]s?$", "", words[-1])
    run = _last_capitals(words)
    for i in range(len(run) - 1, -1, -1):
        if run[i].lower().rstrip(".") in _TITLES:
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
    reading: Reading, drafts: Sequence[Draft], parents: Sequence[int | None], resolve: Callable[[Span], str | None]
) -> list[str | None]:
    """Return the name of each attribution's speaker, None where it cannot be told."""
    tracer = _Tracer(reading, drafts, resolve)
    names: list[str | None] = [None] * len(drafts)
    order = sorted(range(len(drafts)), key=lambda i: drafts[i].speaker or Span(drafts[i].anchor, drafts[i].anchor))
    for i in order:
        parent = parents[i]
        names[i] = tracer.name(drafts[i], names[parent] if parent is not None else None)
    return names


class _Tracer:
    """Names of the speakers met so far, in reading order."""

    def __init__(self, reading: Reading, drafts: Sequence[Draft], resolve: Callable[[Span], str | None]) -> None:
        self.text = reading.text
        self.resolve = resolve
        self.met: list[tuple[int, str, str]] = []  # offset, name, the words that stood there

    def name(self, draft: Draft, parent: str | None) -> str | None:
        span = draft.named or draft.speaker
        if span is None:
            return None
        words = self.text[span.start : span.end]
        word = words.lower().split("'")[0].split("’")[0]
        if draft.rule == "label":
            return None if words.strip() in ("Q", "A") else self.resolve(span)
        if word in ("i", "my", "we", "our"):
            return parent
        if word in SUBJECT_PRONOUNS | POSSESSIVES:
            return self.resolve(span) if self._knows(span) else self._pronoun(span, word)
        name = self._definite(span, words) or self.resolve(span)
        if name:
            self.met.append((span.start, name, words))
        return name

    def _knows(self, span: Span) -> bool:
        name = self.resolve(span)
        return name is not None and name.lower() != self.text[span.start : span.end].lower()

    def _pronoun(self, span: Span, word: str) -> str | None:
        if word not in _PERSONAL:
            return None
        for offset, name, words in reversed(self.met):
            if span.start - offset > _REACH:
                return None
            if offset < span.start and _is_person(words):
                return name
        return None

    def _definite(self, span: Span, words: str) -> str | None:
        """Trace "the official" to the nearest earlier speaker called so."""
        parts = words.lower().split()
        if len(parts) < 2 or parts[0] != "the" or any(w[0].isupper() for w in words.split()[1:]):
            return None
        noun = parts[-1]
        for offset, name, earlier in reversed(self.met[-40:]):
            if span.start - offset > _REACH:
                return None
            if noun in earlier.lower().split() and offset < span.start:
                return name
        return None


def _is_person(words: str) -> bool:
    parts = words.split()
    if parts[0].lower() in ("the", "a", "an") and not any(p.lower().strip(",.") in _TITLES for p in parts):
        return False
    return any(p[0].isupper() for p in parts) and not words.isupper() or any(p.lower().strip(",.") in _TITLES for p in parts)
