"""Speed and memory of the reading: each reading, how it grows with the text, a sentence alone, the command's start.

    python bench/readings.py [FILE or FOLDER …] [--generated CHARACTERS] [--against CHECKOUT] [--no-memory]

Files are text files (of a folder: all `*.txt` below it); without any, the shared documents or the examples.
`--generated` writes news of that length instead. Speed is MB of text a second of processor time, the least of
several rounds, so that other work on the machine does not count; a reading's time is what it adds when those
above it are there already. `--against` measures another checkout in turn with this one, round by round, and
prints the ratios. The command's start is measured with its bytecode in place, as it is from the second use on.
Memory is bytes per character by tracemalloc, of all texts as one: what a reading adds and keeps, and the most
that is in use meanwhile; the text itself counts. Caches count too, up to their limits, so that a short text
seems to take more than a long one.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpus" / "docs"
READINGS: dict[str, Callable[[Any], Any]] = {
    "blocks": lambda r: r.blocks,
    "sentences": lambda r: r.sentences,
    "tokens": lambda r: (r.tokens, r.tokens.postings, r.tokens.hyphenated),
    "quotations": lambda r: r.quotations,
    "names": lambda r: r.names,
    "attributions": lambda r: r.attributions,
    "numbers": lambda r: r.numbers,
    "durations": lambda r: r.durations,
    "dates": lambda r: r.dates,
    "times": lambda r: r.times,
    "polarity": lambda r: [r.operators(s) for s in r.sentences],
    "event": lambda r: (r.event, r.event_durations),
}
SIZES = (100_000, 400_000)
ROUNDS = 3  # in one process
TURNS = 3  # processes for each checkout
WARM = "Anna Berg said on Monday that 3 of them would not come. "
COMMANDS = {"--help": ["--help"], "brief": ["brief", str(ROOT / "examples" / "call-both-sides.txt")]}
Figures = dict[str, float]


def measure(texts: list[str]) -> Figures:
    """Return seconds by what was measured; texts are read `ROUNDS` times, each reading of each text on its own."""
    from summarizer.reading import read
    from summarizer.source import Source

    readings(read(Source.from_text(WARM)))  # patterns and word lists load once
    figures: Figures = {"characters": float(sum(map(len, texts)))}
    for text in texts:
        for name, seconds in least(lambda text=text: readings(read(Source.from_text(text)))).items():
            figures[name] = figures.get(name, 0.0) + seconds
    everything = "\n\n".join(texts)
    for size in SIZES:
        if len(everything) >= size:
            part = Source.from_text(everything[:size])
            figures[f"{size} characters"] = sum(least(lambda part=part: readings(read(part))).values())
    claims = [s.text for text in texts[:8] for s in read(Source.from_text(text)).sentences[:25]]
    figures["claims"] = float(len(claims))
    figures["claim"] = sum(
        sum(least(lambda claim=claim: readings(read(Source(claim)))).values()) for claim in claims
    )
    return figures


def memory(texts: list[str]) -> Figures:
    """Return the bytes per character that each reading of all texts as one keeps, and the most in use meanwhile."""
    from summarizer.reading import read
    from summarizer.source import Source

    readings(read(Source.from_text(WARM)))
    everything = "\n\n".join(texts)
    gc.collect()
    tracemalloc.start()
    reading = read(Source.from_text((everything + " ")[:-1]))  # a copy: the text is counted
    figures: Figures = {}
    kept = peak = 0
    for name, take in READINGS.items():
        tracemalloc.reset_peak()
        take(reading)
        gc.collect()
        now, most = tracemalloc.get_traced_memory()
        figures[f"kept by {name}"] = (now - kept) / len(everything)
        kept, peak = now, max(peak, most)
    for other in (WARM * 60, WARM * 61):  # what is remembered of the last texts is of these from now on
        readings(read(Source.from_text(other)))
    gc.collect()
    figures["kept"] = tracemalloc.get_traced_memory()[0] / len(everything)
    figures["peak"] = peak / len(everything)
    return figures


def least(once: Callable[[], Figures]) -> Figures:
    """Return the least of several measurements, key by key."""
    rounds = [once() for _ in range(ROUNDS)]
    return {name: min(one[name] for one in rounds) for name in rounds[0]}


def readings(reading: Any) -> Figures:
    """Return the processor seconds that each reading takes, in an order in which each finds what it needs."""
    seconds: Figures = {}
    for name, take in READINGS.items():
        start = time.process_time()
        take(reading)
        seconds[name] = time.process_time() - start
    return seconds


def started(checkout: Path, cache: str) -> Figures:
    """Return the processor seconds of whole commands, the interpreter included."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env |= {"PYTHONPATH": str(checkout), "PYTHONPYCACHEPREFIX": cache}
    seconds: Figures = {}
    for name, args in COMMANDS.items():
        for _ in range(ROUNDS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            command = [sys.executable, "-m", "summarizer", *args]
            subprocess.run(command, env=env, cwd=cache, check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            seconds[name] = min(spent, seconds.get(name, spent))
    return seconds


def in_turn(checkouts: list[Path], texts: list[str], with_memory: bool) -> list[Figures]:
    """Measure the checkouts one after the other, several times, each in processes of its own."""
    best: list[Figures] = [{} for _ in checkouts]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "texts.json")
        given.write_text(json.dumps(texts), "utf-8")
        for turn in range(TURNS):
            for checkout, known in zip(checkouts, best, strict=True):
                told = one(checkout, "speed", given) | started(checkout, folder)
                told |= one(checkout, "memory", given) if with_memory and turn == 0 else {}
                for name, figure in told.items():
                    known[name] = min(figure, known.get(name, figure))
    return best


def one(checkout: Path, what: str, given: Path) -> Figures:
    """Measure one checkout in a process of its own."""
    command = [sys.executable, __file__, str(given), "--one", str(checkout), what]
    told: Figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return told


def show(best: list[Figures]) -> None:
    """Print a table: a column for each checkout, and how many times better the last is than the first."""

    def row(name: str, unit: str, figures: list[float], better: float) -> None:
        columns = "".join(f"{figure:12.3f}" for figure in figures)
        print(f"{name:22}{columns} {unit:10}" + (f"{better:8.2f}" if len(figures) > 1 else ""))

    characters = best[0]["characters"]
    for name in READINGS:
        row(name, "MB/s", [characters / b[name] / 1e6 for b in best], best[0][name] / best[-1][name])
    totals = [sum(b[name] for name in READINGS) for b in best]
    row("all readings", "MB/s", [characters / t / 1e6 for t in totals], totals[0] / totals[-1])
    for size in SIZES:
        if (name := f"{size} characters") in best[0]:
            row(name, "MB/s", [size / b[name] / 1e6 for b in best], best[0][name] / best[-1][name])
    claims = [1000 * b["claim"] / b["claims"] for b in best]
    row("a sentence alone", "ms", claims, claims[0] / claims[-1])
    for name in COMMANDS:
        row(name, "s", [b[name] for b in best], best[0][name] / best[-1][name])
    for name in [*(f"kept by {name}" for name in READINGS), "kept", "peak"]:
        if name in best[0]:
            row(name, "bytes/char", [b[name] for b in best], best[0][name] / (best[-1][name] or 1e-9))


def texts_of(given: list[Path], generated: int | None) -> list[str]:
    """Return the texts that are meant; files without content are left out."""
    if generated:
        from newsroom import Newsroom

        return [Newsroom().text(generated)]
    return [file.read_text("utf-8") for file in files_of(given)]


def files_of(given: list[Path]) -> list[Path]:
    """Return the text files that are meant, the shared documents or the examples by default; empty ones are left out."""
    chosen = given or [SHARED if SHARED.is_dir() else ROOT / "examples"]
    files = [f for path in chosen for f in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return [f for f in files if f.read_bytes().strip()]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--generated", type=int, metavar="CHARACTERS")
    parser.add_argument("--against", type=Path, metavar="CHECKOUT")
    parser.add_argument("--no-memory", action="store_true")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        checkout, what = args.one
        sys.path.insert(0, checkout)
        texts = json.loads(args.paths[0].read_text("utf-8"))
        print(json.dumps(memory(texts) if what == "memory" else measure(texts)))
        return
    checkouts = [args.against.resolve(), ROOT] if args.against else [ROOT]
    if args.against:
        print(f"{'':22}{'other':>12}{'this':>12} {'':10}{'ratio':>8}")
    show(in_turn(checkouts, texts_of(args.paths, args.generated), not args.no_memory))


if __name__ == "__main__":
    main()
