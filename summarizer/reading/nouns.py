"""What a number counts: the head noun after it, in the singular, and words that end the search."""

from __future__ import annotations

import re

# Words that end a noun phrase: function words, auxiliaries and common verbs of news.
STOPS = frozenset(
    """a an the this that these those and or but nor so yet if than as of in on at to for from by with without within into
    onto over under above below between among against about around across after before during since until till while when
    where which who whom whose what why how because although though is are was were be been being am has have had having do
    does did will would can could may might shall should must not no n't it its he she they we you i his her their our my
    your him them us me there here then now ago later earlier today yesterday tomorrow also only just even still already
    per each every both either neither via versus vs said say says told tell tells made make makes took take takes went go
    goes came come comes got get gets gave give gives held hold holds met meet meets left leave leaves died dies fell falls
    rose rises began begins ran runs won wins lost loses spoke speaks remained remains became becomes out up down off away
    back once twice again ever never too very less fewer apart long old ahead onward respectively""".split()
)
SKIPPED = frozenset(
    {"more", "other", "additional", "further", "extra", "new", "different", "separate", "major", "senior"}
)
IRREGULAR_PLURALS = {
    "people": "people", "men": "man", "women": "woman", "children": "child", "police": "police", "personnel": "personnel",
    "staff": "staff", "aircraft": "aircraft", "spacecraft": "spacecraft", "crew": "crew", "servicemen": "serviceman",
    "policemen": "policeman", "congressmen": "congressman", "cattle": "cattle", "series": "series", "means": "means",
    "species": "species", "headquarters": "headquarters", "criteria": "criterion", "feet": "foot", "lives": "life",
    "wives": "wife", "halves": "half", "crises": "crisis", "analyses": "analysis", "youth": "youth", "dead": "dead",
    "wounded": "wounded", "injured": "injured", "data": "data", "media": "media", "sheep": "sheep", "fish": "fish",
    "buses": "bus", "viruses": "virus", "campuses": "campus", "bonuses": "bonus", "statuses": "status", "gases": "gas",
    "lenses": "lens", "movies": "movie", "cookies": "cookie", "ties": "tie", "axes": "axis", "theses": "thesis",
}  # fmt: skip
_NOT_PLURAL = ("ss", "us", "is", "’s", "'s")
_PHRASE = re.compile(
    r"(?:[ \u00a0]|\r?\n)(?:of (?:the |these |those |its |their |our |his |her |my )?)?"
    r"((?:(?:[A-Z]\.[A-Z]\.|[A-Za-z][A-Za-z’'-]{0,30})(?:[ \u00a0]|\r?\n|(?=[^\w’'-])|$)){1,5})"
)


def counted_noun(text: str, at: int, plural: bool) -> str | None:
    """Return the head noun counted by a number that ends at `at`, in lower case and singular, or None.

    After a number other than one it is the first word in the plural ("three new formats of talks");
    after one, the last word before a function word or a verb in -ed.
    """
    match = _PHRASE.match(text, at, at + 120)
    if match is None:
        return None
    words: list[str] = []
    for word in match[1].split():
        lower = word.lower()
        if lower in STOPS or (lower.endswith("ed") and lower not in IRREGULAR_PLURALS and len(words) > 0):
            break
        if lower not in SKIPPED:
            words.append(word)
    return _plural_head(words) if plural else _singular_head(words)


def _singular_head(words: list[str]) -> str | None:
    if not words:
        return None
    head = words[min(len(words), 3) - 1]
    return singular(head) if is_plural(head) else head.lower()


def _plural_head(words: list[str]) -> str | None:
    for index, word in enumerate(words):
        if is_plural(word):
            following = words[index + 1 : index + 2]
            return singular(following[0] if following and is_plural(following[0]) else word)
    return None


def is_plural(word: str) -> bool:
    """Whether `word` has the form of a plural noun."""
    lower = word.lower()
    if lower in IRREGULAR_PLURALS:
        return True
    return len(lower) > 3 and lower.endswith("s") and not lower.endswith(_NOT_PLURAL) and not word.isupper()


def singular(word: str) -> str:
    """Return the singular of an English plural, in lower case."""
    lower = word.lower()
    if lower in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[lower]
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith(_NOT_PLURAL) else lower
