"""What the verifier refuses goes back to the model, and only what it then supports is taken."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from typing import Any

import pytest
from model_calls import leave_the_machine
from model_runs import (
    EMPTY,
    RIGHT,
    SOURCE,
    changed,
    changes,
    evidence,
    finding,
    is_repair,
    shown_again,
    verdict,
)

from summarizer import Report, Verdict, brief
from summarizer.testing import Answer, Fault, Reply, Request, ScriptedModel


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_the_machine(monkeypatch)


def run(
    first: dict[str, Any], repaired: Answer | None = None, **options: Any
) -> tuple[Report, list[Request]]:
    """Return the report of a model that says `first`, and `repaired` when it is asked to put something right."""

    def answer(request: Request) -> Answer:
        return first if not is_repair(request) else (Fault(400) if repaired is None else repaired)

    with ScriptedModel(answer) as server:
        report = brief(SOURCE, model="openai/scripted", base_url=server.base_url, **options)
    return report, server.requests


def only(**records: Any) -> dict[str, Any]:
    return {**EMPTY, **records}


WRONG = changed("/duration/text", "about nine hours")


def test_a_briefing_that_holds_is_not_sent_back() -> None:
    """One request, no repair, nothing changed."""
    report, requests = run(RIGHT)
    assert len(requests) == 1
    assert report.at_least(Verdict.UNSUPPORTED) == ()
    assert report.extractor is not None
    assert report.extractor.repairs == 0
    assert changes(report) == []


def test_what_does_not_hold_is_sent_back_once_with_the_reason() -> None:
    """The model sees the document again, its record alone, and the finding in words; its correction is taken."""
    report, requests = run(WRONG, only(duration=RIGHT["duration"]))
    assert len(requests) == 2
    assert requests[1].messages[:2] == requests[0].messages  # so that a provider's cache hits
    assert shown_again(requests[1]) == only(duration=WRONG["duration"])
    assert "/duration/text: contradicted" in requests[1].messages[-1]["content"]
    assert "about five hours" in requests[1].messages[-1]["content"]
    assert report.briefing.duration.text == "about five hours"
    assert (report.briefing.duration.minutes, report.briefing.duration.bound) == (300, "about")
    assert verdict(report, "/duration/text") is Verdict.SUPPORTED
    assert report.extractor is not None
    assert report.extractor.repairs == 1
    assert [(c["path"], c["action"], c["before"], c["after"]) for c in changes(report)] == [
        ("/duration/text", "repaired", "about nine hours", "about five hours")
    ]
    assert report.usage.requests == 2


def test_a_change_is_told_in_every_form() -> None:
    """The memo, too, says what the model had said first."""
    report, _ = run(WRONG, only(duration=RIGHT["duration"]))
    assert "about nine hours" in report.to_markdown()
    assert "repaired" in report.to_markdown()


@pytest.mark.parametrize(("repairs", "requests"), [(0, 1), (1, 2), (3, 2)])
def test_as_many_repairs_as_are_wanted(repairs: int, requests: int) -> None:
    """`repairs` is the most; one that puts nothing right is the last."""
    report, received = run(WRONG, only(duration=WRONG["duration"]), repairs=repairs)
    assert len(received) == requests
    assert verdict(report, "/duration/text") is Verdict.CONTRADICTED
    assert report.briefing.duration.text == "about nine hours"


CARELESS = {
    "another wrong value": only(
        duration={"text": "about seven hours", "evidence": evidence("about five hours")}
    ),
    "the record withdrawn": only(),
    "another number of records": only(participants=[RIGHT["participants"][0]] * 3),
    "evidence that is not there": only(
        duration={"text": "about five hours", "evidence": [{"quote": "x", "sentence": 999}]}
    ),
    "nothing but nulls": only(duration={"text": None, "evidence": []}),
    "prose": "I am sure that it was nine hours.",
    "a refusal": Reply(None, message={"refusal": "No."}),
    "a fault": Fault(500),
}


@pytest.mark.parametrize("repaired", CARELESS.values(), ids=CARELESS.keys())
def test_a_careless_repair_changes_no_field_that_holds(repaired: Answer) -> None:
    """Whatever comes back, every field that held is as it was; what still fails stays, marked as it is."""
    report, _ = run(WRONG, repaired)
    given = json.loads(report.to_json())["briefing"]
    assert given["participants"] == json.loads(run(RIGHT)[0].to_json())["briefing"]["participants"]
    assert given["positions"][0]["statement"] == RIGHT["positions"][0]["statement"]
    assert (given["duration"]["text"], verdict(report, "/duration/text")) in (
        ("about nine hours", Verdict.CONTRADICTED),
        ("about five hours", Verdict.SUPPORTED),
    )


def test_a_repair_is_taken_field_by_field() -> None:
    """In one record a correction is taken, while a field that held and was changed for the worse is not."""
    wrong = changed("/participants/0/affiliation", "Sweden")
    mixed = {**deepcopy(RIGHT["participants"][0]), "name": "Nils Brandt", "role": "Prime Minister"}
    report, _ = run(wrong, only(participants=[mixed]))
    found = report.briefing.participants[0]
    assert (found.name, found.role, found.affiliation) == ("Tomas Arvid", "Foreign Minister", "Norway")
    assert [c["path"] for c in changes(report)] == ["/participants/0/affiliation"]


def test_better_evidence_alone_is_taken() -> None:
    """A true record whose quote was altered holds once the model quotes it right; its values stay."""
    wrong = changed(
        "/positions/0/evidence", [{"quote": "Malta is going to raise the landing fee", "sentence": None}]
    )
    assert wrong["positions"][0]["statement"] == RIGHT["positions"][0]["statement"]
    report, _ = run(wrong, only(positions=RIGHT["positions"]))
    assert verdict(report, "/positions/0/statement") is Verdict.SUPPORTED
    assert report.briefing.positions[0].evidence[0].quote == "Malta is not going to lower the landing fee"


def test_a_repair_that_fails_is_told() -> None:
    """An endpoint that breaks off after the first answer costs the repair, not the briefing."""
    report, _ = run(WRONG, Fault(401))
    assert report.extractor is not None
    assert "Not repaired" in str((report.extractor.model_extra or {})["notes"])
    assert report.briefing.participants[0].name == "Tomas Arvid"


@pytest.mark.parametrize("seed", range(12))
def test_no_random_repair_turns_a_right_field_wrong(seed: int) -> None:
    """Whatever words of the document or of nobody a model puts anywhere, a field that was right stays right."""
    dice = random.Random(seed)
    words = [
        "Nils Brandt",
        "Tunisia",
        "Malta",
        "Minister",
        "about nine hours",
        "12 permits",
        "not",
        "Oslo",
        None,
    ]

    def spoiled(part: Any, chance: float) -> Any:
        if isinstance(part, dict):
            return {k: v if k == "evidence" else spoiled(v, chance) for k, v in part.items()}
        if isinstance(part, list):
            return [spoiled(v, chance) for v in part]
        return dice.choice(words) if isinstance(part, str) and dice.random() < chance else part

    first = spoiled(deepcopy(RIGHT), 0.4)

    def answer(request: Request) -> Answer:
        return spoiled(shown_again(request), 0.7) if is_repair(request) else first

    with ScriptedModel(answer) as server:
        report = brief(SOURCE, model="openai/careless", base_url=server.base_url, repairs=2)
    got = json.loads(report.to_json())["briefing"]
    for key in ("participants", "positions"):
        for was, right, now in zip(first[key], RIGHT[key], got[key], strict=True):
            assert [f for f in right if f != "evidence" and was[f] == right[f] != now[f]] == []


# -- dropping ----------------------------------------------------------------------------------


def test_what_still_fails_leaves_the_briefing_and_is_listed() -> None:
    """With `drop_unsupported` no field that is shown is unsupported; the report tells each value and why it went."""
    wrong = changed("/participants/0/affiliation", "Sweden", WRONG)
    invented = {
        "name": "Ole Holm",
        "role": None,
        "affiliation": None,
        "evidence": evidence("a Maltese official said"),
    }
    wrong["participants"].append(invented)
    report, _ = run(wrong, wrong, drop_unsupported=True)
    assert report.at_least(Verdict.UNSUPPORTED) == ()
    assert report.briefing.duration is None
    assert [p.name for p in report.briefing.participants] == ["Tomas Arvid", "Lucia Ferro"]
    assert report.briefing.participants[0].affiliation is None
    dropped = {c["path"]: c for c in changes(report) if c["action"] == "dropped"}
    assert dropped["/participants/0/affiliation"]["before"] == "Sweden"
    assert dropped["/duration/text"]["why"].startswith("contradicted: ")
    assert dropped["/participants/2/name"]["before"] == "Ole Holm"
    assert "Ole Holm" in report.to_markdown()


def test_without_it_everything_stays_and_is_marked() -> None:
    """By default nothing leaves the briefing."""
    report, _ = run(WRONG, WRONG)
    assert finding(report, "/duration/text").value == "about nine hours"
    assert verdict(report, "/duration/text") is Verdict.CONTRADICTED
