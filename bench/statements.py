"""Statements of public test sets, judged by `check` against their documents.

    python bench/statements.py [--set NAME …] [--half a|b] [--limit N] [--jobs 2] [--codes] [--dump FILE]

Flagged is any verdict but supported. Balanced accuracy is the mean of the share of wrong statements flagged and
the share of right ones not flagged. Pair consistency: the wrong one of a pair scores below the right one; ties
count half. Ranked: the chance that a wrong statement scores below a right one of the same group, whatever the
verdicts (the area under the ROC curve). Published figures are those of the sets' papers (see PUBLISHED).

Halves are cut by the document (its SHA-1), so that rules may be worked on with one half and measured on the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from summarizer import Source, Verdict, check

VERDICTS = list(Verdict)

# Balanced accuracy or pair consistency as published, beside what this project wants to reach.
PUBLISHED = {
    "summedits": "balanced: DAE 55.4, SummaC 57.1, QAFactEval 67.4, ChatGPT 72.5, GPT-4 83.2; to reach 70",
    "bump": "pairs, task 1 / 2: FactCC 59.5 / 48.0, SummaC 68.4 / 73.0, QAFactEval 84.0 / 85.7, BARTScore 91.9 / 93.4; to reach 87",
    "fib": "balanced: rules of an afternoon 61; to reach 70",
    "defacto": "balanced: a simple rule 74.3; to reach 78",
}


@dataclass(frozen=True)
class Item:
    """One statement about one document: whether it is right, its groups, and the pair it belongs to."""

    set: str
    id: str
    document: str
    statement: str
    right: bool
    groups: tuple[str, ...]
    pair: str | None = None

    @property
    def digest(self) -> str:
        return hashlib.sha1(self.document.encode()).hexdigest()

    @property
    def half(self) -> str:
        return "a" if int(self.digest[0], 16) < 8 else "b"


@dataclass(frozen=True)
class Judged:
    """What `check` says of an item."""

    item: Item
    verdict: Verdict
    score: float
    codes: tuple[str, ...]
    messages: tuple[str, ...]

    @property
    def flagged(self) -> bool:
        return self.verdict is not Verdict.SUPPORTED


# -- the sets ----------------------------------------------------------------------------------------


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def summedits(folder: Path) -> Iterator[Item]:
    for path in sorted(folder.glob("*.json")):
        for one in json.loads(path.read_text("utf-8")):
            yield Item("summedits", one["id"], one["doc"], one["summary"], one["label"] == 1, (path.stem,))


def bump(folder: Path) -> Iterator[Item]:
    for one in json.loads((folder / "pairs.json").read_text("utf-8")):
        kind = one["error_type"].removesuffix(" Error").lower()
        groups = (f"task {one['task']}", kind)
        pair = f"{one['task']}/{one['id']}"
        for key, right in (("reference_summary", True), ("edited_summary", False)):
            yield Item("bump", f"{pair}/{'right' if right else 'edited'}", one["article"], one[key], right, groups, pair)  # fmt: skip


def fib(folder: Path) -> Iterator[Item]:
    for path in sorted(folder.glob("*.jsonl")):
        kind = path.stem.removeprefix("cnn_dm_")
        for one in lines(path):
            pair = f"{kind}/{one['id']}"
            for number, choice in enumerate(one["list_choices"]):
                text = " ".join(re.sub(r"</?t>", " ", choice).split())
                right = number == one["lbl"]
                yield Item("fib", f"{pair}/{number}", one["input"], text, right, (kind,), pair)


def defacto(folder: Path) -> Iterator[Item]:
    for number, one in enumerate(lines(folder / "val.jsonl")):
        yield Item("defacto", f"{number}", one["article"], one["candidate"], not one["has_error"], ())


SETS: dict[str, Callable[[Path], Iterator[Item]]] = {
    "summedits": summedits,
    "bump": bump,
    "fib": fib,
    "defacto": defacto,
}


def chosen(name: str, folder: Path, half: str | None, limit: int | None) -> list[Item]:
    """Return the items of a set that were asked for; a limit takes them from all over the set, pairs together."""
    items = [i for i in SETS[name](folder / name) if half in (None, i.half)]
    if limit is None or limit >= len(items):
        return items
    units = list(dict.fromkeys(i.pair or i.id for i in items))
    count = max(1, limit * len(units) // len(items))
    kept = {units[at * len(units) // count] for at in range(count)}
    return [i for i in items if (i.pair or i.id) in kept]


# -- judging -----------------------------------------------------------------------------------------


def judge(items: list[Item]) -> list[Judged]:
    """Judge the statements about one document; the library keeps its reading from one to the next."""
    source = Source.from_text(items[0].document)
    judged = []
    for item in items:
        finding = check(item.statement, source)
        codes = tuple(r.code for r in finding.reasons)
        messages = tuple(r.message for r in finding.reasons)
        judged.append(Judged(item, finding.verdict, finding.score, codes, messages))
    return judged


def judge_all(items: Iterable[Item], jobs: int) -> list[Judged]:
    by_document: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_document[item.document].append(item)
    if jobs < 2:
        return [j for group in by_document.values() for j in judge(group)]
    with ProcessPoolExecutor(jobs) as pool:
        return [j for done in pool.map(judge, by_document.values(), chunksize=4) for j in done]


# -- figures -----------------------------------------------------------------------------------------


def percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else math.nan


@dataclass(frozen=True)
class Figures:
    """The figures of one group of items, in per cent."""

    items: int
    caught: float
    alarms: float
    ranked: float
    pairs: int
    consistency: float

    @property
    def balanced(self) -> float:
        return (self.caught + 100 - self.alarms) / 2


def below(wrong: float, right: float) -> float:
    """Return 1 where the wrong statement scores lower, half for a tie."""
    return 1.0 if wrong < right else 0.5 if wrong == right else 0.0


def figures(judged: list[Judged]) -> Figures:
    wrong = [j for j in judged if not j.item.right]
    right = [j for j in judged if j.item.right]
    pairs: dict[str, dict[bool, float]] = defaultdict(dict)
    for one in judged:
        if one.item.pair:
            pairs[one.item.pair][one.item.right] = one.score
    whole = [p for p in pairs.values() if len(p) == 2]
    points = sum(below(p[False], p[True]) for p in whole)
    ranked = sum(below(one.score, two.score) for one in wrong for two in right)
    return Figures(
        items=len(judged),
        caught=percent(sum(j.flagged for j in wrong), len(wrong)),
        alarms=percent(sum(j.flagged for j in right), len(right)),
        ranked=percent(ranked, len(wrong) * len(right)),
        pairs=len(whole),
        consistency=percent(points, len(whole)),
    )


def row(name: str, f: Figures) -> str:
    pairs = f"{f.pairs:7}{f.consistency:8.1f}" if f.pairs else ""
    return f"{name:28}{f.items:7}{f.caught:9.1f}{f.alarms:9.1f}{f.balanced:10.1f}{f.ranked:8.1f}{pairs}"


def report(name: str, judged: list[Judged], seconds: float, codes: bool) -> None:
    print(f"\n{name}: {PUBLISHED[name]}")
    print(
        f"{'':28}{'items':>7}{'caught %':>9}{'alarms %':>9}{'balanced':>10}{'ranked':>8}{'pairs':>7}{'right %':>8}"
    )
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        for group in one.item.groups:
            groups[group].append(one)
    found = {group: figures(members) for group, members in sorted(groups.items())}
    for group, one_row in found.items():
        print(row(group, one_row))
    print(row("all", figures(judged)))
    if name in ("summedits", "fib"):
        mean = sum(f.balanced for f in found.values()) / len(found)
        print(f"{'mean of the above':28}{'':25}{mean:10.1f}")
    for right in (True, False):
        own = [j.verdict for j in judged if j.item.right is right]
        shares = ", ".join(f"{v} {percent(own.count(v), len(own)):.1f} %" for v in VERDICTS)
        print(f"{'right' if right else 'wrong'} ones ({len(own)}): {shares}")
    print(f"{seconds:.1f} s")
    if codes:
        report_codes(judged)


def report_codes(judged: list[Judged]) -> None:
    """Print how often each code flags wrong statements (meant) and right ones (false alarms)."""
    counts: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for one in judged:
        for code in set(one.codes) if one.flagged else ():
            counts[code, one.verdict.value][one.item.right] += 1
    print(f"\n{'code':28}{'verdict':14}{'wrong':>7}{'right':>7}{'precision':>11}")
    for (code, verdict), count in sorted(counts.items(), key=lambda pair: -pair[1].total()):
        print(
            f"{code:28}{verdict:14}{count[False]:7}{count[True]:7}{percent(count[False], count.total()):11.1f}"
        )


def dump(judged: Iterable[Judged], path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for one in judged:
            record = {
                "set": one.item.set,
                "id": one.item.id,
                "groups": one.item.groups,
                "half": one.item.half,
                "document": one.item.digest,
                "label": one.item.right,
                "verdict": one.verdict.value,
                "score": one.score,
                "codes": one.codes,
                "messages": one.messages,
                "statement": one.item.statement,
            }
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
    parser.add_argument("--benchmarks", type=Path, default=default, help="the folder that holds the sets")
    parser.add_argument("--set", action="append", choices=sorted(SETS), help="only this set; may be repeated")
    parser.add_argument("--half", choices=["a", "b"], help="only the documents of one half")
    parser.add_argument("--limit", type=int, help="at most so many statements of each set")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--codes", action="store_true", help="count the reason codes, meant and false alarms")
    parser.add_argument("--dump", type=Path, help="write every verdict to this file, as JSON lines")
    args = parser.parse_args()
    if not args.benchmarks.is_dir():
        print(f"{args.benchmarks} is not there: name the folder with --benchmarks", file=sys.stderr)
        return 2
    everything: list[Judged] = []
    for name in args.set or SETS:
        begun = time.perf_counter()
        judged = judge_all(chosen(name, args.benchmarks, args.half, args.limit), args.jobs)
        report(name, judged, time.perf_counter() - begun, args.codes)
        everything += judged
    if args.dump:
        dump(everything, args.dump)
    return 0


if __name__ == "__main__":
    sys.exit(main())
