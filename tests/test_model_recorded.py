"""Recorded answers of a careful reader to the prompts of our own examples: the whole model path, scored.

tests/data/recorded holds them; whoever wrote them saw the prompt alone. The tests hold the path to what it scored, and
to what it must never do: call a careless change of an answer supported.
"""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from model_runs import is_repair, shown_again

from summarizer import Report, Source, Verdict, brief, verify
from summarizer.evaluation import Evaluation, evaluate, read_gold
from summarizer.loading import load
from summarizer.testing import Request, ScriptedModel

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
ANSWERS = {path.stem: path for path in sorted((ROOT / "tests" / "data" / "recorded").glob("*.json"))}


def recorded(name: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(ANSWERS[name].read_text("utf-8"))
    return answer


def played(name: str, answer: dict[str, Any], source: Source, **options: Any) -> Report:
    """Return the report of a document whose model gives `answer`, and gives the same again when it is sent back."""

    def model(request: Request) -> dict[str, Any]:
        return shown_again(request) if is_repair(request) else answer

    with ScriptedModel(model) as server:
        return brief(source, model=f"openai/{name}", base_url=server.base_url, timeout=50, **options)


@cache
def scored() -> Evaluation:
    names = iter(sorted(ANSWERS))
    gold = [one for one in read_gold([EXAMPLES / "gold"]) if one.name in ANSWERS]
    assert [one.name for one in gold] == sorted(ANSWERS)

    def by_recording(source: Source, _model: str) -> Report:
        name = next(names)
        return played(name, recorded(name), source)

    return evaluate(gold, ["openai/recorded"], by_recording)


@pytest.mark.parametrize(
    ("field", "least"),
    [("participants", 0.95), ("agreed_formats", 0.90), ("positions", 0.85), ("event.date", 0.95)],
)
def test_careful_answers_score_well(field: str, least: float) -> None:
    """What the prompt asks for is what the annotations hold, and nothing is lost on the way into the briefing."""
    f1 = scored().runs[0].overall.tallies[field].f1
    assert f1 is not None
    assert f1 >= least


def test_hardly_a_careful_field_is_refused() -> None:
    """Seven of a hundred fields may be refused or doubted where they should not be; what is right is mostly supported."""
    verdicts = scored().runs[0].verdicts
    refused = verdicts["unsupported"] + verdicts["contradicted"]
    assert verdicts["supported"] > 650
    assert refused < 0.02 * sum(verdicts.values())


CARELESS = [
    ("background-call", "/agreed_formats/0/place", "Lisbon"),
    ("background-call", "/positions/0/statement", "Valdora will close the strait to Estmark's tankers."),
    ("call-both-sides", "/duration/text", "about 50 minutes"),
    ("call-both-sides", "/positions/0/speaker", "Halvard Brekke"),
    (
        "call-both-sides",
        "/positions/2/statement",
        "Urrutia had promised to let the ship go before Christmas.",
    ),
    ("call-both-sides", "/positions/8/quote", "agree to a number"),
    ("call-both-sides", "/positions/11/statement", "The captain may go home."),
    ("call-both-sides", "/agreed_formats/1/place", "Lisbon"),
    ("envoy-readout", "/agreed_formats/0/status", "agreed"),
    ("harbour-minutes", "/positions/2/statement", "Ms Keogh supported a shorter season."),
    ("joint-statement", "/agreements/3/what", "The ferry at Chissanda will run again from 1 April."),
    ("joint-statement", "/agreed_formats/2/status", "agreed"),
    ("joint-statement", "/positions/4/statement", "Money was paid for the freedom of a detainee."),
    ("ministers-statements", "/positions/7/statement", "There is a deal on gas."),
    ("press-briefing", "/duration/text", "25 minutes"),
    ("press-briefing", "/positions/5/statement", "The prosecutor will look at the case again in February."),
    ("trilateral-readout", "/participants/3/affiliation", "Uganda"),
    ("trilateral-readout", "/positions/6/quote", "hide a river"),
    ("trilateral-readout", "/positions/9/statement", "The President had asked for a pause of 15 days."),
    ("two-day-talks", "/positions/2/speaker", "Omar Siddo"),
    ("two-day-talks", "/agreements/1/what", "They agreed to exchange the bodies of 14 soldiers."),
]


@pytest.mark.parametrize(("name", "path", "wrong"), CARELESS)
def test_a_careless_field_is_never_supported(name: str, path: str, wrong: str) -> None:
    """A dropped negation or condition, a cropped quote, another's words, a value from elsewhere, in a right record."""
    answer = deepcopy(recorded(name))
    *way, last = path.strip("/").split("/")
    record: Any = answer
    for step in way:
        record = record[int(step)] if isinstance(record, list) else record[step]
    record[last] = wrong
    report = played(name, answer, load(EXAMPLES / f"{name}.txt"))
    verdict = next(f.verdict for f in report.findings if f.path == path and f.value == wrong)
    assert verdict is not Verdict.SUPPORTED


def test_the_status_of_a_format_is_not_read_off_who_took_part() -> None:
    """Evidence that only names the parties, "at the request of" one of them, makes what was agreed no mere proposal."""
    text = (
        "Joint statement\n\nMinister Ana Reyes of Valdora and Minister Bo Lind of Estmark spoke on 3 May 2026, at the "
        "request of the latter.\n\nThe two ministers have decided to open a working group on the river.\n\nThey also "
        "discussed a hotline, which Estmark proposed.\n"
    )
    parties = {"quote": "Minister Ana Reyes of Valdora and Minister Bo Lind of Estmark", "sentence": None}
    formats = [
        ("working group", "have decided to open a working group on the river"),
        ("hotline", "discussed a hotline, which Estmark proposed"),
    ]
    records = [
        {
            "name": name,
            "place": None,
            "parties": ["Valdora", "Estmark"],
            "date": None,
            "status": "agreed",
            "evidence": [{"quote": words, "sentence": None}, parties],
        }
        for name, words in formats
    ]
    found = {f.path: f.verdict for f in verify({"agreed_formats": records}, Source.from_text(text)).findings}
    assert found["/agreed_formats/0/status"] is Verdict.SUPPORTED
    assert found["/agreed_formats/1/status"] is Verdict.CONTRADICTED
