"""Stems of words, irregular forms first."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

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
