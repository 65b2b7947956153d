"""Claims about documents, judged by `check`: what is caught, what is refused, kind by kind.

    python bench/claims.py FILE.json … [--missed] [--refused] [--dump FILE]

A file is a list of records: `document` (a path below --documents), `claim`, `label` ("true" or "false") and
`kind`. Flagged is any verdict but supported; balanced accuracy is the mean of the share of false claims flagged
and the share of true ones supported. Documents that no loader reads are left out and counted.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from summarizer import Finding, Source, SummarizerError, Verdict, check, load

VERDICTS = list(Verdict)


@dataclass(frozen=True)
class Judged:
    """One claim of a file and what `check` says of it."""

    document: str
    claim: str
    right: bool
    kind: str
    finding: Finding

    @property
    def supported(self) -> bool:
        return self.finding.verdict is Verdict.SUPPORTED


def is_true(label: Any) -> bool:
    return label is True or str(label).casefold() == "true"


def judge(records: list[dict[str, Any]], folder: Path) -> tuple[list[Judged], Counter[str]]:
    """Judge the claims document by document; the second value counts those whose document cannot be read."""
    judged: list[Judged] = []
    unread: Counter[str] = Counter()
    by_document: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        by_document[record["document"]].append(record)
    for document, claims in by_document.items():
        try:
            source: Source = load(folder / document)
        except SummarizerError as error:
            unread[f"{document}: {str(error).splitlines()[0]}"] += len(claims)
            continue
        for one in claims:
            finding = check(one["claim"], source)
            judged.append(Judged(document, one["claim"], is_true(one["label"]), one.get("kind", ""), finding))
    return judged, unread


def percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else math.nan


def report(judged: list[Judged]) -> None:
    true = [j for j in judged if j.right]
    false = [j for j in judged if not j.right]
    kept = percent(sum(j.supported for j in true), len(true))
    caught = percent(sum(not j.supported for j in false), len(false))
    print(
        f"{len(judged)} claims: balanced accuracy {(kept + caught) / 2:.1f}, "
        f"true ones supported {kept:.1f} % of {len(true)}, false ones flagged {caught:.1f} % of {len(false)}"
    )
    for right in (True, False):
        kinds: dict[str, Counter[Verdict]] = defaultdict(Counter)
        for one in judged:
            if one.right is right:
                kinds[one.kind][one.finding.verdict] += 1
                kinds["all"][one.finding.verdict] += 1
        print(f"\n{'true' if right else 'false':24}" + "".join(f"{v:>14}" for v in VERDICTS))
        for kind in sorted(kinds, key=lambda k: (k == "all", k)):
            print(f"{kind:24}" + "".join(f"{kinds[kind][v]:14}" for v in VERDICTS))


def listed(title: str, judged: list[Judged]) -> None:
    print(f"\n{title}")
    for one in judged:
        reasons = "; ".join(f"{r.code}: {r.message}" for r in one.finding.reasons)
        print(f"- [{one.kind}] {one.claim}\n  {one.document}\n  {one.finding.verdict}: {reasons}")
        for span in one.finding.spans[:2]:
            print(f"  > {' '.join(span.text.split())[:300]}")


def dump(judged: list[Judged], path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for one in judged:
            record = {
                "document": one.document,
                "claim": one.claim,
                "label": one.right,
                "kind": one.kind,
                "verdict": one.finding.verdict.value,
                "score": one.finding.score,
                "codes": [r.code for r in one.finding.reasons],
                "messages": [r.message for r in one.finding.reasons],
                "spans": [s.text for s in one.finding.spans],
            }
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "docs"
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--documents", type=Path, default=default, help="the folder the paths are below")
    parser.add_argument("--missed", action="store_true", help="list the false claims called supported")
    parser.add_argument("--refused", action="store_true", help="list the true claims not called supported")
    parser.add_argument("--dump", type=Path, help="write every verdict to this file, as JSON lines")
    args = parser.parse_args()
    records = [r for file in args.files for r in json.loads(file.read_text("utf-8"))]
    judged, unread = judge(records, args.documents)
    if not judged:
        print("No claim could be judged.", file=sys.stderr)
    report(judged)
    for document, count in unread.items():
        print(f"left out, {count} claims: {document}")
    if args.missed:
        listed("False, called supported", [j for j in judged if not j.right and j.supported])
    if args.refused:
        listed("True, not called supported", [j for j in judged if j.right and not j.supported])
    if args.dump:
        dump(judged, args.dump)
    return 0


if __name__ == "__main__":
    sys.exit(main())
