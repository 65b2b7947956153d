"""Corrupts one field after the other of the founding document's gold briefing and runs `summarizer verify` on each.

    python bench/founding.py [--every N]

A corrupted field is named when the command's JSON report calls it anything but supported, with a reason. Errors are those
of planting.py, one for each field; a field that they do not reach gets a value that the document does not tell. `--every`
takes each Nth field.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planting import Planted, all_planted, replace

from summarizer.kinds import get_kind
from summarizer.verification.walk import Leaf, walk

SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"
NAME = "sputnik-seed-putin-biden-2021-12-30"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--every", type=int, default=1)
    chosen = parser.parse_args()
    gold = json.loads((SHARED / "gold" / f"{NAME}.briefing.json").read_text("utf-8"))
    by_path: dict[str, Planted] = {}
    for planted in all_planted(gold):
        by_path.setdefault(planted.path, planted)
    for leaf in walk(gold, get_kind("briefing").schema):
        if leaf.value not in (None, [], ""):
            by_path.setdefault(leaf.path, replaced(gold, leaf))
    tried, named = Counter[str](), Counter[str]()
    for planted in list(by_path.values())[:: chosen.every]:
        tried[planted.kind] += 1
        if reason := flagged(planted):
            named[planted.kind] += 1
        else:
            print(f"not named: {planted.path} ({planted.kind}), {planted.was!r}")
        print(f"{planted.path}: {reason}", file=sys.stderr)
    for kind, count in sorted(tried.items()):
        print(f"{kind:15} {named[kind]:4} of {count}")
    print(f"{'all':15} {named.total():4} of {tried.total()}")


def replaced(gold: dict[str, Any], leaf: Leaf) -> Planted:
    """Return the briefing with a value that the document does not tell, for fields that no planted error reaches."""
    path, _, key = leaf.path.rpartition("/")
    value: Any = "annual trout festival"
    if isinstance(leaf.value, bool):
        value = not leaf.value
    elif isinstance(leaf.value, int | float):
        value = leaf.value + 20
    return replace(gold, path, key, value, "invented")


def flagged(planted: Planted) -> str | None:
    """Return the reason that the command gives for the corrupted field, None where it calls it supported."""
    with tempfile.TemporaryDirectory() as folder:
        briefing = Path(folder) / "briefing.json"
        briefing.write_text(json.dumps(planted.briefing), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "summarizer",
            "verify",
            str(briefing),
            str(SHARED / "docs" / "news" / f"{NAME}.txt"),
        ]
        done = subprocess.run([*command, "--format", "json"], capture_output=True, text=True, check=False)
    for finding in json.loads(done.stdout)["findings"]:
        if finding["path"] == planted.path and finding["verdict"] != "supported":
            return f"{finding['verdict']}: {finding['reasons'][0]['message']}"
    return None


if __name__ == "__main__":
    main()
