"""Words as concepts: stems, joined by the synonym groups of the lexicon."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from summarizer.reading.lexicon import EXCLUSIVE_CLASSES, FUNCTION_WORDS, OPPOSITES, SYNONYMS

_IRREGULAR = {
    "said": "say", "told": "tell", "met": "meet", "held": "hold", "began": "begin", "begun": "begin", "took": "take", "taken": "take",
    "gave": "give", "given": "give", "went": "go", "gone": "go", "came": "come", "made": "make", "left": "leave", "sent": "send",
    "spoke": "speak", "spoken": "speak", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise", "won": "win", "lost": "lose",
    "bought": "buy", "sold": "sell", "brought": "bring", "thought": "think", "sought": "seek", "knew": "know", "known": "know",
    "saw": "see", "seen": "see", "got": "get", "kept": "keep", "felt": "feel", "led": "lead", "built": "build", "paid": "pay",
    "grew": "grow", "grown": "grow", "understood": "understand", "withdrew": "withdraw", "withdrawn": "withdraw", "chose": "choose",
    "chosen": "choose", "struck": "strike", "hit": "hit", "drew": "draw", "drawn": "draw", "became": "become", "wrote": "write",
    "written": "write", "ran": "run", "stood": "stand", "showed": "show", "shown": "show", "broke": "break", "broken": "break",
    "men": "man", "women": "woman", "children": "child", "people": "person", "better": "good", "best": "good", "worse": "bad",
}  # fmt: skip


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(form: str) -> str:
    """Return the stem of a token's form (Porter's second English stemmer), irregular forms first."""
    if not form.isascii() or not form.isalpha():
        form = form.removesuffix("'s").removesuffix("'")
    form = _IRREGULAR.get(form, form)
    return str(_stemmer().stemWord(form)) if form.isalpha() else form


@cache
def _groups() -> dict[str, str]:
    """Map each stem of the synonym groups to its group's name; a word in two groups joins neither to the other."""
    groups: dict[str, str] = {}
    for line in SYNONYMS.split("\n"):
        words = [stem(w) for w in line.split()]
        for word in words:
            groups.setdefault(word, f"={words[0]}")
    return groups


def concept(form: str) -> str:
    """Return what a token's form stands for: its synonym group, or its stem."""
    base = stem(form)
    return _groups().get(base, base)


def is_function_word(form: str) -> bool:
    """Whether a form carries no content of its own."""
    return form in FUNCTION_WORDS


@cache
def _opposites() -> frozenset[frozenset[str]]:
    pairs = {frozenset((stem(a), stem(b))) for a, b in OPPOSITES}
    grouped = {frozenset((concept(a), concept(b))) for a, b in OPPOSITES}
    return frozenset(p for p in pairs | grouped if len(p) == 2)


def are_opposites(a: str, b: str) -> bool:
    """Whether two forms exclude each other."""
    return (
        frozenset((stem(a), stem(b))) in _opposites() or frozenset((concept(a), concept(b))) in _opposites()
    )


@cache
def _classes() -> dict[str, frozenset[int]]:
    classes: dict[str, frozenset[int]] = {}
    for number, line in enumerate(EXCLUSIVE_CLASSES.split("\n")):
        for word in line.split():
            classes[stem(word)] = classes.get(stem(word), frozenset()) | {number}
    return classes


def exclude_each_other(a: str, b: str) -> bool:
    """Whether two forms cannot stand for one another: opposites, or different members of one class."""
    if concept(a) == concept(b):
        return False
    classes = _classes()
    shared = classes.get(stem(a), frozenset()) & classes.get(stem(b), frozenset())
    return bool(shared) or are_opposites(a, b)
