"""Hostile repeats at full length: a million of one thing through every reading and check, with the growth of time.

    python bench/hostile.py [--characters 1000000] [--limit 300] [--only WORD …] [--jobs 2]

Each text is run at a quarter of the length and at the whole, in processes of their own that are ended after
--limit seconds of processor time, so that other work on the machine cuts nothing off. Printed: seconds, growth
(4 is linear), the memory of the process in MB at its peak, and the step that took longest. Ends with 1 when
anything was cut off, raised, or grew more than eightfold.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests"))

from hostile_texts import TEXTS, run_all  # noqa: E402 - from the tests

GROWTH = 8.0
LITTLE = 0.5  # seconds below which growth tells nothing


def child(name: str, characters: int, limit: int, answer: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
    try:
        seconds = run_all(TEXTS[name](characters))
        answer.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))
    except Exception as error:  # whatever it is, it is the finding
        answer.send(f"{type(error).__name__}: {str(error)[:200]}")


Measured = tuple[dict[str, float], int]
"""The seconds of each step, and the most memory in MB."""


def measure(name: str, characters: int, limit: int) -> Measured | str:
    """Return what was measured, or what went wrong."""
    context = get_context("fork")  # of a worker that has loaded everything
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=child, args=(name, characters, limit, there), daemon=True)
    process.start()
    there.close()
    try:
        result: Measured | str = here.recv()
        return result
    except EOFError:
        process.join()
        if process.exitcode == -signal.SIGXCPU:
            return f"cut off after {limit} s"
        return "the process ended without an answer"
    finally:
        process.kill()
        process.join()


def judged(name: str, characters: int, limit: int) -> tuple[bool, str]:
    """Run one text at both lengths; return whether all is well, and a line to print."""
    quarter = measure(name, characters // 4, limit)
    if isinstance(quarter, str):
        return False, f"{name:30} at {characters // 4}: {quarter}"
    small, little = quarter
    whole = measure(name, characters, limit)
    if isinstance(whole, str):
        slow = max(small, key=lambda s: small[s])
        return False, f"{name:30} at {characters}: {whole}; at a quarter {small[slow]:.1f} s for {slow}"
    large, much = whole
    steep = [
        f"{step} {small[step]:.2f} → {large[step]:.2f}"
        for step in large
        if large[step] > LITTLE and large[step] > GROWTH * max(small[step], LITTLE / GROWTH)
    ]
    before, after = sum(small.values()), sum(large.values())
    slow = max(large, key=lambda s: large[s])
    memory = f"{little:7}{much:7}"
    line = f"{name:30}{before:9.2f}{after:9.2f}{after / before:7.1f}{memory}  {slow} {large[slow]:.2f}"
    return not steep, line + (f"  STEEP: {'; '.join(steep)}" if steep else "")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--limit", type=int, default=600, help="processor seconds for one text at one length")
    parser.add_argument("--only", nargs="+", help="only texts whose name holds one of these words")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    names = [n for n in TEXTS if not args.only or any(word in n for word in args.only)]
    print(f"{'text':30}{'quarter':>9}{'whole':>9}{'growth':>7}{'MB':>7}{'MB':>7}  longest step")
    failures = 0
    with ProcessPoolExecutor(args.jobs, get_context("spawn"), run_all, ("Anna Berg said no.",)) as pool:
        for well, line in pool.map(judged, names, repeat(args.characters), repeat(args.limit)):
            failures += not well
            print(line, flush=True)
    print(f"{len(names)} texts, {failures} with a fault")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
