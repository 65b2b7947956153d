from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer import Report, Verdict, brief, load, verify

GOLD = "gold/sputnik-seed-putin-biden-2021-12-30.briefing.json"
FOUNDING = "docs/news/sputnik-seed-putin-biden-2021-12-30.txt"


@pytest.fixture(scope="module")
def report(corpus: Path) -> Report:
    return brief(corpus / FOUNDING, model="offline")


def test_the_two_presidents_took_part_and_no_one_else(report: Report) -> None:
    """People in captions, aides, spokespersons and officials are no participants."""
    assert sorted(p.name for p in report.briefing.participants) == ["Joe Biden", "Vladimir Putin"]


def test_the_call_lasted_about_fifty_minutes(report: Report) -> None:
    """The length is the call's, told approximately."""
    duration = report.briefing.duration
    assert (duration.minutes, duration.bound) == (50, "about")


def test_three_formats_with_their_places(report: Report) -> None:
    """Geneva is bilateral, Brussels Russia-NATO, Vienna the OSCE."""
    formats = {f.place: f.name for f in report.briefing.agreed_formats}
    assert set(formats) == {"Geneva", "Brussels", "Vienna"}
    assert "bilateral" in formats["Geneva"]
    assert "NATO" in formats["Brussels"]
    assert "OSCE" in formats["Vienna"]


def test_five_speakers_each_rightly_attributed(report: Report) -> None:
    """Positions of at least five speakers stand under the words that are theirs."""
    said = {(p.speaker or "", " ".join(e.quote or "" for e in p.evidence)) for p in report.briefing.positions}
    expected = {
        "Ushakov": "not going to deploy offensive strike weapons",
        "Psaki": "respond decisively if Russia further invades",
        "official": "not going to draw conclusions",
        "Putin": "the only goal is to have the agreements",
        "Foreign Ministry": "ball is on the US side",
    }
    for speaker, words in expected.items():
        assert any(speaker in who and words in what for who, what in said), speaker


def test_hardly_a_field_is_refused(report: Report) -> None:
    """The verifier finds next to nothing to refuse in the offline briefing of the founding document."""
    refused = report.at_least(Verdict.UNSUPPORTED)
    assert len(refused) <= 2, [(f.path, f.reasons[0].message) for f in refused]


# -- the gold briefing with one field made wrong ---------------------------------------------------

INVENTED = {
    "title": "Leaders Sign Fisheries Treaty in Lisbon",
    "what": "trade fair",
    "date": "2021-12-27",
    "time": "ended at 9:10 am EST",
    "place": "Helsinki",
    "name": "Marguerite Oduya",
    "role": "Minister of Fisheries",
    "affiliation": "Portugal",
    "text": "about three hours",
    "parties": "Portugal",
    "holder": "Portugal",
    "speaker": "Marguerite Oduya",
    "statement": "A joint satellite programme will be funded by the parliament.",
    "quote": "we shall build a joint satellite",
}
OTHERS = {"bound": "at_least", "status": "proposed"}


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Every leaf of a briefing with its path and its key; evidence and the kind are none."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("evidence", "kind"):
                yield from leaves(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from leaves(inner, f"{path}/{i}")
    else:
        yield path, next(p for p in reversed(path.split("/")) if not p.isdigit()), value


def corrupted(key: str, value: Any) -> Any:
    """A value that the founding document does not tell."""
    if isinstance(value, bool):
        return not value
    return value + 20 if isinstance(value, int) else OTHERS.get(key) or INVENTED[key]


def with_leaf(briefing: dict[str, Any], path: str, value: Any) -> tuple[dict[str, Any], str]:
    """The record that holds a leaf, alone in a briefing, with the leaf replaced; and the leaf's path there."""
    section, *steps = path.split("/")[1:]
    kept = copy.deepcopy(briefing[section])
    if isinstance(kept, list):
        kept, steps = [kept[int(steps[0])]], ["0", *steps[1:]]
    changed = {section: kept}
    target: Any = changed
    for step in [section, *steps][:-1]:
        target = target[int(step)] if isinstance(target, list) else target[step]
    last = ([section, *steps])[-1]
    target[int(last) if isinstance(target, list) else last] = value
    return changed, "/".join(["", section, *steps])


def test_a_corrupted_field_is_named(corpus: Path) -> None:
    """Whichever field of the gold briefing is made wrong, its finding is anything but supported, and says why."""
    gold = json.loads((corpus / GOLD).read_text("utf-8"))
    source = load(corpus / FOUNDING)
    missed = []
    for path, key, value in leaves(gold):
        briefing, place = with_leaf(gold, path, corrupted(key, value))
        finding = next(f for f in verify(briefing, source).findings if f.path == place)
        if finding.verdict is Verdict.SUPPORTED or not finding.reasons[0].message:
            missed.append((path, finding.value, finding.reasons[0].message))
    assert not missed


def test_the_command_names_the_corrupted_field(corpus: Path, tmp_path: Path) -> None:
    """`summarizer verify` tells the path of a changed length, with what the source and the briefing say."""
    gold = json.loads((corpus / GOLD).read_text("utf-8"))
    gold["duration"]["minutes"] = 20
    file = tmp_path / "briefing.json"
    file.write_text(json.dumps(gold), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "summarizer",
        "verify",
        str(file),
        str(corpus / FOUNDING),
        "--format",
        "json",
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found = {f["path"]: f for f in json.loads(result.stdout)["findings"]}
    assert found["/duration/minutes"]["verdict"] == "contradicted"
    message = found["/duration/minutes"]["reasons"][0]["message"]
    assert "about 50 minutes" in message
    assert "20 minutes" in message
    worse = {
        path for path, f in found.items() if f["verdict"] == "contradicted" and path != "/duration/minutes"
    }
    assert len(worse) <= 1, worse
