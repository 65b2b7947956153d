"""Plants one error at a time in right briefings and counts what the verifier flags, class by class.

    python bench/planted.py [FOLDER …] [--written FILE …] [--missed] [--refused]

A folder holds `<name>.briefing.json` beside `<name>.json` with its `file`, as the shared gold does; the
shared gold is the default. Half of the errors come from rules (planting.py), half were written by hand without
sight of the code (written_errors.json), beside variants of right values that are still true.
Flagged: the field that was made wrong is anything but supported.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planting import Briefing, Planted, all_planted, written

from summarizer import Finding, SummarizerError, Verdict, load
from summarizer.kinds import get_kind
from summarizer.reading import read
from summarizer.verification.context import Document
from summarizer.verification.verifier import judge_fields
from summarizer.verification.walk import walk

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpus"
KIND = get_kind("briefing")
STATEMENTS = ("statement", "result")  # the checks that judge whole sentences


@dataclass
class Counts:
    """Errors planted and flagged by class and origin; verdicts of right fields by check; verdicts of variants."""

    planted: Counter[tuple[str, str]] = field(default_factory=Counter)
    flagged: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[tuple[str, Verdict]] = field(default_factory=Counter)
    variants: Counter[Verdict] = field(default_factory=Counter)
    unread: list[str] = field(default_factory=list)


def documents(folders: list[Path], counts: Counts) -> Iterator[tuple[str, Document, Briefing]]:
    """Yield name, source and gold briefing of each document that a loader reads."""
    for folder in folders:
        for path in sorted(folder.glob("*.briefing.json")):
            stem = path.name.removesuffix(".briefing.json")
            meta = folder / f"{stem}.json"
            named = json.loads(meta.read_text("utf-8")).get("file") if meta.is_file() else None
            try:
                source = load(SHARED / "docs" / named if named else ROOT / "examples" / f"{stem}.txt")
            except SummarizerError as error:
                counts.unread.append(f"{stem}: {str(error).splitlines()[0]}")
            else:
                yield stem, Document(read(source)), json.loads(path.read_text("utf-8"))


def judge(planted: Planted, document: Document) -> Finding:
    """Return the finding of the field that was changed, or the worst of the record whose evidence was."""
    record = planted.path.partition("/evidence/")[0]
    below = record + "/"
    changed = {
        leaf.path
        for leaf in walk(planted.briefing, KIND.schema)
        if leaf.path == record or leaf.path.startswith(below)
    }
    return max(judge_fields(planted.briefing, document, KIND, changed), key=lambda f: f.verdict.severity)


def count_errors(
    stem: str, document: Document, errors: Iterable[Planted], origin: str, counts: Counts
) -> Iterator[tuple[str, str]]:
    """Count the errors and variants of one briefing; yield what slipped through or was refused, as lines."""
    for planted in errors:
        finding = judge(planted, document)
        supported = finding.verdict is Verdict.SUPPORTED
        if planted.kind == "variant":
            counts.variants[finding.verdict] += 1
        else:
            counts.planted[planted.kind, origin] += 1
            counts.flagged[planted.kind, origin] += not supported
        if supported != (planted.kind == "variant"):
            yield ("refused" if planted.kind == "variant" else "missed", line(stem, planted, finding))


def line(stem: str, planted: Planted, finding: Finding) -> str:
    return f"{stem[:14]} {planted.kind} {planted.path}: {planted.was!r} → {told(finding)}"


def told(finding: Finding) -> str:
    reason = finding.reasons[0]
    return f"{finding.value!r}: {finding.verdict.value}, {reason.check}/{reason.code}: {reason.message}"


def count_right(stem: str, document: Document, gold: Briefing, counts: Counts) -> Iterator[tuple[str, str]]:
    """Count the verdicts of a right briefing's fields; yield those that are not supported, as lines."""
    checks = {leaf.path: leaf.verified.check for leaf in walk(gold, KIND.schema)}
    for finding in judge_fields(gold, document, KIND):
        counts.right[checks[finding.path], finding.verdict] += 1
        if finding.verdict is not Verdict.SUPPORTED:
            yield "refused", f"{stem[:14]} right {finding.path}: {told(finding)}"


# -- tables ------------------------------------------------------------------------------------------


def print_errors(counts: Counts) -> None:
    print(f"{'error':15} {'planted':>8} {'flagged':>8} {'%':>6}   {'written':>8} {'flagged':>8} {'%':>6}")
    for kind in sorted({kind for kind, _ in counts.planted}):
        cells = []
        for origin in ("rule", "written"):
            n, hit = counts.planted[kind, origin], counts.flagged[kind, origin]
            cells.append(f"{n:8} {hit:8} {100 * hit / n:6.1f}" if n else f"{'–':>8} {'–':>8} {'–':>6}")
        print(f"{kind:15} {'   '.join(cells)}")


def shares(verdicts: Counter[Verdict]) -> str:
    total = sum(verdicts.values()) or 1
    return ", ".join(f"{v.value} {verdicts[v]} ({100 * verdicts[v] / total:.1f} %)" for v in Verdict)


def print_right(counts: Counts) -> None:
    of_statements, of_others = Counter[Verdict](), Counter[Verdict]()
    print(f"\n{'right fields':15} " + " ".join(f"{v.value:>12}" for v in Verdict))
    for check in sorted({check for check, _ in counts.right}):
        row = Counter({v: counts.right[check, v] for v in Verdict})
        (of_statements if check in STATEMENTS else of_others).update(row)
        print(f"{check:15} " + " ".join(f"{row[v]:12}" for v in Verdict))
    print(f"\nright fields: {shares(of_statements + of_others)}")
    print(f"  statements: {shares(of_statements)}\n  others: {shares(of_others)}")
    print(f"true variants: {shares(counts.variants)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[SHARED / "gold"])
    parser.add_argument("--written", nargs="*", type=Path, default=[ROOT / "bench" / "written_errors.json"])
    parser.add_argument("--missed", action="store_true", help="list the errors that were called supported")
    parser.add_argument("--refused", action="store_true", help="list the right values that were not")
    args = parser.parse_args()
    counts = Counts()
    for stem, document, gold in documents(args.folders, counts):
        lines = [*count_right(stem, document, gold, counts)]
        lines += count_errors(stem, document, all_planted(gold), "rule", counts)
        for file in args.written:
            lines += count_errors(stem, document, written(file, stem, gold), "written", counts)
        for sort, words in lines:
            if (args.missed and sort == "missed") or (args.refused and sort == "refused"):
                print(f"{sort}: {words}")
    print_errors(counts)
    print_right(counts)
    for one in counts.unread:
        print(f"not read: {one}")


if __name__ == "__main__":
    main()
