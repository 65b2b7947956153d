"""Attributions against PolNeAR (Newell et al., LREC 2018), train part: found, rightly attributed, precision.

    python bench/attributions.py --polnear DIR [--half dev|held|all] [--articles N --seed S]

DIR is a checkout of github.com/networkdynamics/PolNeAR or its folder `data/train`. Cue words and rules were
worked on with the articles whose file name has an even SHA-1 (`dev`); `held` are the others.

found: a reading covers at least half of the gold content; right speaker: the head of the speaker read lies
in the gold source and the head of the gold source in the speaker read, or both are absent (a relative pronoun stands
for the words before it); precision: of the
readings not inside another one's content (the gold has no attribution inside another), those that find a gold one.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from summarizer.reading import read
from summarizer.reading.attribution.cues import CueClass, verb_cues
from summarizer.reading.attribution.finder import Attribution, find_attributions
from summarizer.reading.attribution.words import AUXILIARIES, is_adverb
from summarizer.source import Source, Span

# Throw-away rules of an afternoon: found, right speaker of found, both; and the precision of the lexicon used.
BEFORE = {
    "direct": (99.3, 95.4, 94.7),
    "mixed": (89.1, 89.1, 79.4),
    "indirect, speech verbs": (93.5, None, 82.5),
    "indirect, other cues": (89.7, None, 76.5),
    "indirect, the rest": (21.5, None, 6.9),
    "indirect, all": (None, None, 51.5),
}
TARGETS = {"direct": 96, "mixed": 85, "indirect, speech verbs": 90, "indirect, all": 57}


@dataclass(frozen=True)
class Gold:
    """An annotated attribution."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def articles(folder: Path, half: str) -> list[str]:
    names = sorted(p.name for p in (folder / "text").glob("*.txt"))
    if half == "all":
        return names
    return [n for n in names if (int(hashlib.sha1(n.encode()).hexdigest(), 16) % 2 == 0) == (half == "dev")]


def load_gold(folder: Path, name: str) -> list[Gold]:
    """Return the first annotator's attributions of an article."""
    files = sorted(p for p in (folder / "attributions").iterdir() if p.name.startswith(name[:-4] + "_"))
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[dict[str, list[str]]] = []
    for line in files[0].read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) < 2:
            continue
        if line.startswith("T"):
            _, _, places = columns[1].partition(" ")
            spans[columns[0]] = tuple(Span(*map(int, p.split())) for p in places.split(";"))
        elif line.startswith("E"):
            event: dict[str, list[str]] = {}
            for part in columns[1].split():
                role, _, target = part.partition(":")
                event.setdefault(role.rstrip("0123456789").lower(), []).append(target)
            events.append(event)

    def of(event: dict[str, list[str]], role: str) -> tuple[Span, ...]:
        return tuple(sorted(s for t in event.get(role, ()) for s in spans.get(t, ())))

    made = [Gold(of(e, "source"), of(e, "cue"), of(e, "content")) for e in events]
    return [g for g in made if g.content]


def quoted(text: str) -> bytearray:
    """Return one flag per character: inside quotation marks, by simple toggling in each paragraph."""
    flags = bytearray(len(text))
    inside = False
    for match in re.finditer(r"“|”|\"|''|``|\n\s*\n|[^“”\"'`\n]+|.|\n", text):
        mark = match[0]
        if mark == "“" or mark == "``":
            inside = True
        elif mark == "”" or (mark.startswith("\n") and mark.strip() == "" and len(mark) > 1):
            inside = False
        elif mark in ('"', "''"):
            inside = not inside
        elif inside:
            flags[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return flags


def class_of(text: str, gold: Gold, flags: bytearray) -> str:
    letters = [i for s in gold.content for i in range(s.start, s.end) if text[i].isalnum()]
    share = sum(flags[i] for i in letters) / max(1, len(letters))
    if share > 0.97:
        return "direct"
    if share > 0:
        return "mixed"
    words = re.findall(r"[a-z]+", " ".join(text[s.start : s.end] for s in gold.cue).lower())
    heads = [w for w in words if not (w in AUXILIARIES or is_adverb(w) or w in ("to", "that", "who"))][:1]
    cues = [verb_cues()[w] for w in heads if w in verb_cues()]
    if "according" in words or any(c.kind is CueClass.SPEECH and set("tz") & set(c.frames) for c in cues):
        return "indirect, speech verbs"
    return "indirect, other cues" if cues else "indirect, the rest"


def head(text: str, spans: Sequence[Span]) -> Span | None:
    """Return the last word of a noun phrase's first part: before a comma, a preposition, a relative clause."""
    if not spans:
        return None
    start, end = spans[0].start, spans[0].end
    part = text[start:end]
    cut = re.search(
        r"(?<=[\w.])(?:,|\s+(?:of|in|for|at|from|with|who|that|which|on|to|by|familiar|close)\b|\s+[a-z]+ed\s+(?:by|in|on|to|with|at|for|last|this)\b|\s+(?:themselves|himself|herself|itself|today|now|each)\b|\s*[(—–])",
        part,
    )
    part = part[: cut.start()] if cut else part
    words = list(re.finditer(r"[\w’'.&-]*\w", part))
    return Span(start + words[-1].start(), start + words[-1].end()) if words else None


def covered(gold: Gold, reading: Attribution) -> tuple[float, float]:
    """Return how much of the gold content the reading covers, and the F1 of both lengths."""
    common = sum(
        max(0, min(g.end, r.end) - max(g.start, r.start)) for g in gold.content for r in reading.content
    )
    mine, its = sum(r.end - r.start for r in reading.content), sum(g.end - g.start for g in gold.content)
    return common / max(1, its), 2 * common / max(1, mine + its)


def right_speaker(text: str, gold: Gold, reading: Attribution) -> bool:
    mine = head(text, (reading.speaker,)) if reading.speaker else None
    its = head(text, gold.source)
    if mine is None or its is None:
        return mine is its
    if text[its.start : its.end].lower() in (
        "who",
        "which",
        "that",
    ):  # the gold has the pronoun or what it stands for
        return (reading.speaker or its).overlaps(its)
    return any(s.overlaps(mine) for s in gold.source) and (reading.speaker or its).overlaps(its)


@dataclass
class Outcome:
    """A gold attribution with what was read of it."""

    kind: str
    gold: Gold
    best: Attribution | None
    right: bool


def compare(
    text: str, gold: Sequence[Gold], readings: Sequence[Attribution]
) -> tuple[list[Outcome], list[bool]]:
    flags = quoted(text)
    outcomes = []
    hits = [False] * len(readings)
    for one in gold:
        best: tuple[float, int] | None = None
        for i, reading in enumerate(readings):
            share, f1 = covered(one, reading)
            if share >= 0.5:
                hits[i] = True
                cue = any(reading.cue.overlaps(c) for c in one.cue) if reading.cue else False
                score = f1 + (1.0 if cue else 0)
                best = max(best, (score, i)) if best else (score, i)
        match = readings[best[1]] if best else None
        outcomes.append(
            Outcome(
                class_of(text, one, flags), one, match, match is not None and right_speaker(text, one, match)
            )
        )
    return outcomes, hits


def run(
    folder: Path, names: Sequence[str]
) -> Iterator[tuple[str, str, list[Outcome], list[Attribution], list[bool]]]:
    for name in names:
        text = (folder / "text" / name).read_bytes().decode("utf-8")
        readings = find_attributions(read(Source.from_text(text)))
        outcomes, hits = compare(text, load_gold(folder, name), readings)
        yield name, text, outcomes, readings, hits


def percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:5.1f}" if whole else "    –"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--half", choices=("dev", "held", "all"), default="held")
    parser.add_argument("--articles", type=int)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    folder = args.polnear / "data" / "train" if (args.polnear / "data").exists() else args.polnear
    names = articles(folder, args.half)
    if args.articles:
        names = sorted(random.Random(args.seed).sample(names, min(args.articles, len(names))))
    report(folder, names, args.half)


def report(folder: Path, names: Sequence[str], half: str) -> None:
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    lengths = [0, 0, 0]  # characters of gold contents found, of what was read for them, in common
    rules: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for _, _, outcomes, readings, hits in run(folder, names):
        for o in outcomes:
            for kind in (o.kind, "indirect, all") if o.kind.startswith("indirect") else (o.kind,):
                total[kind] += 1
                found[kind] += o.best is not None
                right[kind] += o.right
            if o.best is not None:
                lengths[0] += sum(g.end - g.start for g in o.gold.content)
                lengths[1] += sum(r.end - r.start for r in o.best.content)
                lengths[2] += sum(
                    max(0, min(g.end, r.end) - max(g.start, r.start))
                    for g in o.gold.content
                    for r in o.best.content
                )
        for reading, hit in zip(readings, hits, strict=True):
            keys = [reading.rule, reading.strength] if reading.parent is None else ["nested"]
            rules.update([*keys, "all"])
            true.update([*keys, "all"] if hit else [])
    print(
        f"PolNeAR train, {half} half, {len(names)} articles, {sum(total.values()) - total['indirect, all']} attributions"
    )
    print(f"{'class':26}{'n':>6} {'found':>7} {'right':>7} {'both':>7} {'before':>8} {'target':>7}")
    for kind, before in BEFORE.items():
        print(
            f"{kind:26}{total[kind]:6} {percent(found[kind], total[kind]):>7} {percent(right[kind], found[kind]):>7}"
            f" {percent(right[kind], total[kind]):>7} {before[2]:8} {TARGETS.get(kind, '–'):>7}"
        )
    outside = rules["strong"] + rules["weak"]
    print(f"precision {percent(true['strong'] + true['weak'], outside)} of {outside} outside others' content (before 82, target 85);"
          f" strong {percent(true['strong'], rules['strong'])} of {rules['strong']}, weak {percent(true['weak'], rules['weak'])} of {rules['weak']}")  # fmt: skip
    print(
        f"characters of the contents found: recall {percent(lengths[2], lengths[0])}, precision {percent(lengths[2], lengths[1])}"
    )
    for rule, count in rules.most_common():
        print(f"  {rule:20}{count:6} {percent(true[rule], count)}")


if __name__ == "__main__":
    main()
