"""Speed and memory of the readings, each by itself and all together, on real documents or on generated news.

    python bench/readings.py [--characters 200000] [--documents FOLDER] [--no-memory]

Speed is MB of UTF-8 text a second of processor time; "in turn" is what a reading adds when those above it are
there already. Memory is bytes per character of source that stay in use, and at the peak, by tracemalloc in a
process of its own; the text itself is counted too.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from newsroom import Newsroom

from summarizer import Source
from summarizer.reading import Reading, read
from summarizer.reading.flat import flatten


def operators(reading: Reading) -> Any:
    return [reading.operators(s) for s in reading.sentences]


READINGS: dict[str, Callable[[Reading], Any]] = {
    "blocks": lambda r: r.blocks,
    "sentences": lambda r: r.sentences,
    "tokens": lambda r: (r.tokens, r.tokens.postings, r.tokens.hyphenated),
    "quotations": lambda r: r.quotations,
    "numbers": lambda r: r.numbers,
    "durations": lambda r: r.durations,
    "dates": lambda r: r.dates,
    "times": lambda r: r.times,
    "polarity": operators,
    "names": lambda r: r.names,
    "attributions": lambda r: r.attributions,
    "event": lambda r: (r.event, r.event_durations),
}


def texts(characters: int, folder: Path | None) -> list[str]:
    """Return the documents of a folder, or one generated text."""
    if folder is None:
        return [Newsroom().text(characters)]
    return [p.read_text("utf-8") for p in sorted(folder.rglob("*.txt"))]


def in_turn(documents: list[str]) -> dict[str, float]:
    """Return the seconds that each reading takes after the ones before it, over all documents."""
    seconds = dict.fromkeys(READINGS, 0.0)
    for text in documents:
        flatten.cache_clear()
        reading = read(Source.from_text(text))
        for name, take in READINGS.items():
            begun = time.process_time()
            take(reading)
            seconds[name] += time.process_time() - begun
    return seconds


def alone(documents: list[str], name: str) -> float:
    """Return the seconds that one reading takes with all that it needs and nothing else."""
    total = 0.0
    for text in documents:
        flatten.cache_clear()
        reading = read(Source.from_text(text))
        begun = time.process_time()
        READINGS[name](reading)
        total += time.process_time() - begun
    return total


def memory(documents: list[str], name: str | None) -> tuple[int, int]:
    """Return the bytes in use after one reading (None: all of them) and at the peak."""
    for take in READINGS.values():
        take(read(Source.from_text("Anna Berg said on Monday that 3 of them would not come.")))
    texts_again = ["".join(text) for text in documents]
    del documents
    flatten.cache_clear()
    gc.collect()
    tracemalloc.start()
    kept = []
    for text in texts_again:
        reading = read(Source.from_text((text + " ")[:-1]))  # a copy: the text is counted
        for take in [READINGS[name]] if name else READINGS.values():
            take(reading)
        kept.append(reading)
    flatten.cache_clear()
    gc.collect()
    return tracemalloc.get_traced_memory()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--characters", type=int, default=200_000, help="length of the generated text")
    parser.add_argument("--documents", type=Path, help="a folder of .txt files instead of generated text")
    parser.add_argument("--no-memory", action="store_true", help="leave memory out: it takes longest")
    args = parser.parse_args()
    documents = texts(args.characters, args.documents)
    megabytes = sum(len(t.encode()) for t in documents) / 1e6
    characters = sum(map(len, documents))
    print(f"{len(documents)} text(s), {characters} characters")
    in_turn(["Anna Berg said so on Monday."])  # patterns and word lists load once
    turns = in_turn(documents)
    print(f"\n{'reading':14}{'in turn s':>10}{'MB/s':>8}{'alone s':>10}{'MB/s':>8}")
    for name, seconds in turns.items():
        own = alone(documents, name)
        print(
            f"{name:14}{seconds:10.3f}{megabytes / (seconds or 1e-9):8.2f}{own:10.3f}{megabytes / own:8.2f}"
        )
    total = sum(turns.values())
    print(f"{'all together':14}{total:10.3f}{megabytes / total:8.2f}")
    if args.no_memory:
        return 0
    print(f"\n{'bytes per character':24}{'kept':>8}{'peak':>8}")
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        names = [*READINGS, None]
        measured = pool.map(memory, [documents] * len(names), names)
        for name, (kept, peak) in zip(names, measured, strict=True):
            print(f"{name or 'all together':24}{kept / characters:8.1f}{peak / characters:8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
