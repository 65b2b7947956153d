"""A document and a model that is asked about it: what it is asked each time, and a briefing to answer with."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from documents import HARBOUR

from summarizer import Finding, Report, Source, Verdict
from summarizer.reading import read
from summarizer.testing import Request

SOURCE = Source.from_text(HARBOUR, published="2023-03-15", id="harbour")

EMPTY: dict[str, Any] = {
    "title": None,
    "event": None,
    "participants": [],
    "informants": [],
    "duration": None,
    "agreed_formats": [],
    "agreements": [],
    "positions": [],
    "next_steps": [],
}


def number_of(words: str, source: Source = SOURCE) -> int:
    """Return the number of the sentence that holds `words`."""
    return next(s.number for s in read(source).sentences if words in " ".join(s.text.split()))


def evidence(words: str) -> list[dict[str, Any]]:
    return [{"quote": words, "sentence": number_of(words)}]


def person(name: str, role: str | None, affiliation: str | None, words: str) -> dict[str, Any]:
    return {"name": name, "role": role, "affiliation": affiliation, "evidence": evidence(words)}


RIGHT: dict[str, Any] = {
    **EMPTY,
    "participants": [
        person("Tomas Arvid", "Foreign Minister", "Norway", "Norwegian Foreign Minister Tomas Arvid"),
        person("Lucia Ferro", None, "Malta", "his Maltese counterpart, Lucia Ferro, met in Valletta"),
    ],
    "duration": {"text": "about five hours", "evidence": evidence("that lasted about five hours")},
    "positions": [
        {
            "holder": "Lucia Ferro",
            "speaker": "Lucia Ferro",
            "statement": "Malta is not going to lower the landing fee.",
            "quote": "Malta is not going to lower the landing fee",
            "evidence": evidence("Malta is not going to lower the landing fee"),
        }
    ],
}


def changed(path: str, value: Any, briefing: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a copy of a briefing with another value at a JSON Pointer."""
    made = deepcopy(RIGHT if briefing is None else briefing)
    *way, last = path.strip("/").split("/")
    node: Any = made
    for step in way:
        node = node[int(step)] if isinstance(node, list) else node[step]
    node[int(last) if isinstance(node, list) else last] = value
    return made


def is_repair(request: Request) -> bool:
    return "do not hold" in request.messages[-1]["content"]


def is_judging(request: Request) -> bool:
    return "Claim: " in request.messages[-1]["content"]


def shown_again(request: Request) -> dict[str, Any]:
    """Return the records that a repair shows the model."""
    shown: dict[str, Any] = json.loads(request.messages[-2]["content"])
    return shown


def finding(report: Report, path: str) -> Finding:
    found = [f for f in report.findings if f.path == path]
    assert len(found) == 1, [f.path for f in report.findings]
    return found[0]


def verdict(report: Report, path: str) -> Verdict:
    return finding(report, path).verdict


def changes(report: Report) -> list[dict[str, Any]]:
    extra = report.extractor.model_extra or {} if report.extractor else {}
    found: list[dict[str, Any]] = extra.get("changes", [])
    return found


def part_of(request: Request) -> list[int]:
    """Return the numbers of the lines that a request shows."""
    lines = request.messages[1]["content"].splitlines()
    return [int(line[1:].partition("]")[0].rstrip("*")) for line in lines if line.startswith("[")]
