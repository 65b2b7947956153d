"""Times the placing of quotes in generated text, by length of text, number of quotes and kind of change.

    python bench/alignment.py

Prints seconds (normalising included), and how many quotes were placed, or refused with the changed word named.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from summarizer.reading.wording import Tokens
from summarizer.verification.align import Aligner

WORDS = 12_000  # a vocabulary as large as that of a long report
LENGTH = 15  # words of a quote


def text_of(characters: int, rng: random.Random) -> list[str]:
    """Return words that make up about `characters` characters, frequent ones more often, as in English."""
    letters = "etaoinshrdlu"
    vocabulary = ["".join(rng.choices(letters, k=rng.randint(2, 10))) for _ in range(WORDS)]
    weights = [1 / (rank + 10) for rank in range(WORDS)]
    return rng.choices(vocabulary, weights, k=characters // 7)


def change(at: int) -> Callable[[str], str]:
    """Return what puts another word in the place of word number `at`."""

    def changed(quote: str) -> str:
        words = quote.split()
        words[at] = "qqqq"
        return " ".join(words)

    return changed


VARIANTS: dict[str, Callable[[str], str]] = {
    "verbatim": lambda quote: quote,
    "middle word changed": change(LENGTH // 2),
    "first word changed": change(0),
}


def main() -> None:
    rng = random.Random(7)
    print(f"{'characters':>10} {'quotes':>6}  {'variant':20} {'seconds':>8} {'found':>6} {'named':>6}")
    for characters in (10_000, 100_000, 1_000_000):
        words = text_of(characters, rng)
        text = " ".join(words)
        for count in (10, 50, 200):
            starts = [rng.randrange(len(words) - LENGTH) for _ in range(count)]
            for name, vary in VARIANTS.items():
                quotes = [vary(" ".join(words[at : at + LENGTH])) for at in starts]
                begun = time.perf_counter()
                aligner = Aligner(Tokens(text))
                placed = [aligner.place(quote) for quote in quotes]
                seconds = time.perf_counter() - begun
                found = sum(p.found for p in placed)
                named = sum(any("qqqq" in c.quote for c in p.changes) for p in placed)
                print(f"{len(text):10} {count:6}  {name:20} {seconds:8.3f} {found:6} {named:6}")


if __name__ == "__main__":
    main()
