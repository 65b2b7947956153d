"""Measures how fast text is read: each reading, how it grows with the text, a claim, and the start of the command.

    python bench/reading_speed.py [FILE or FOLDER …] [--against CHECKOUT]

Files are text files (of a folder: all `*.txt` below it); without any, the shared documents or the examples.
Processor seconds, the least of several rounds, so that other work on the machine does not count. `--against`
measures another checkout in turn with this one, round by round, and prints the ratios. The command's start is
measured with its bytecode in place, as it is from the second use on.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpus" / "docs"
READINGS = (
    "blocks sentences tokens quotations names attributions numbers durations dates times operators".split()
)
SIZES = (100_000, 400_000)
ROUNDS = 3  # in one process
TURNS = 3  # processes for each checkout
COMMANDS = {"--help": ["--help"], "brief": ["brief", str(ROOT / "examples" / "call-both-sides.txt")]}
Figures = dict[str, float]


def measure(paths: list[Path]) -> Figures:
    """Return seconds by what was measured; texts are read `ROUNDS` times, each reading of each text on its own."""
    from summarizer.reading import read
    from summarizer.source import Source

    texts = [path.read_text("utf-8") for path in paths]
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


def least(once: Callable[[], Figures]) -> Figures:
    """Return the least of several measurements, key by key."""
    rounds = [once() for _ in range(ROUNDS)]
    return {name: min(one[name] for one in rounds) for name in rounds[0]}


def readings(reading: Any) -> Figures:
    """Return the processor seconds that each reading takes, in an order in which each finds what it needs."""
    seconds: Figures = {}
    for name in READINGS:
        start = time.process_time()
        if name == "operators":
            for sentence in reading.sentences:
                reading.operators(sentence)
        else:
            getattr(reading, name)
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


def in_turn(checkouts: list[Path], paths: list[Path]) -> list[Figures]:
    """Measure the checkouts one after the other, several times, each in processes of its own."""
    best: list[Figures] = [{} for _ in checkouts]
    with tempfile.TemporaryDirectory() as cache:
        for _ in range(TURNS):
            for checkout, known in zip(checkouts, best, strict=True):
                command = [sys.executable, __file__, "--one", str(checkout), *map(str, paths)]
                told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                for name, seconds in (json.loads(told) | started(checkout, cache)).items():
                    known[name] = min(seconds, known.get(name, seconds))
    return best


def show(best: list[Figures]) -> None:
    """Print a table: a column for each checkout, and the ratio of the first to the last."""

    def row(name: str, unit: str, figures: list[float], faster: float) -> None:
        columns = "".join(f"{figure:12.3f}" for figure in figures)
        print(f"{name:18}{columns} {unit:12}" + (f"{faster:8.2f}" if len(figures) > 1 else ""))

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


def files_of(given: list[Path]) -> list[Path]:
    """Return the text files that are meant; those that are not UTF-8 text with content are left out."""
    chosen = given or [SHARED if SHARED.is_dir() else ROOT / "examples"]
    files = [f for path in chosen for f in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return [f for f in files if f.read_bytes().strip()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--against", type=Path, metavar="CHECKOUT")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        sys.path.insert(0, str(args.one))
        print(json.dumps(measure(files_of(args.paths))))
        return
    checkouts = [args.against.resolve(), ROOT] if args.against else [ROOT]
    if args.against:
        print(f"{'':18}{'other':>12}{'this':>12} {'':12}{'ratio':>8}")
    show(in_turn(checkouts, files_of(args.paths)))


if __name__ == "__main__":
    main()
