"""A judge decides what rules leave to review, by words that stand in the source, and is marked as a model."""

from __future__ import annotations

from typing import Any

import pytest
from model_calls import leave_the_machine
from model_runs import EMPTY, HARBOUR, RIGHT, SOURCE, changed, evidence, finding, is_judging, verdict

from summarizer import Report, Verdict, brief
from summarizer.testing import Answer, Fault, Request, ScriptedModel

PARAPHRASE = "Norway has earmarked 40 million euros for the job."
WORDS = "Norway has set aside 40 million euros for the work."
FIRST = changed(
    "/positions",
    [
        {
            "holder": "Tomas Arvid",
            "speaker": "Tomas Arvid",
            "statement": PARAPHRASE,
            "quote": None,
            "evidence": evidence(WORDS),
        }
    ],
    {**EMPTY, "duration": {"text": "about nine hours", "evidence": evidence("that lasted about five hours")}},
)
PATH = "/positions/0/statement"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_the_machine(monkeypatch)


def judged(answer: Answer, judge: str = "openai/judge", **options: Any) -> tuple[Report, list[Request]]:
    """Return the report on a paraphrase that rules cannot decide, and the questions that the judge got."""
    with ScriptedModel(lambda r: answer if is_judging(r) else FIRST) as server:
        choices = {"repairs": 0, "judge": judge, "judge_base_url": server.base_url, **options}
        report = brief(SOURCE, model="openai/first", base_url=server.base_url, **choices)
    return report, [request for request in server.requests if is_judging(request)]


def said(label: str, *words: str) -> dict[str, Any]:
    return {"label": label, "words": list(words)}


def codes(report: Report, path: str = PATH) -> list[str]:
    return [reason.code for reason in finding(report, path).reasons if reason.check == "judge"]


def test_rules_leave_the_paraphrase_to_review() -> None:
    """Without a judge the field is under review: what the other tests decide."""
    with ScriptedModel(FIRST) as server:
        report = brief(SOURCE, model="openai/first", base_url=server.base_url, repairs=0)
    assert verdict(report, PATH) is Verdict.REVIEW


def test_a_judge_supports_by_words_of_the_source() -> None:
    """The verdict rests on the judge's words, found in the source, and is told as a model's."""
    report, questions = judged(said("supported", "Norway has set aside 40 million euros for the work"))
    found = finding(report, PATH)
    assert found.verdict is Verdict.SUPPORTED
    assert [" ".join(s.text.split()) for s in found.spans] == [
        "Norway has set aside 40 million euros for the work"
    ]
    assert all(HARBOUR[s.start : s.end] == s.text for s in found.spans)
    assert found.reasons[0].check == "judge"
    assert "the model openai/judge" in found.reasons[0].message
    assert found.score < 1
    assert (report.extractor.model_extra or {})["judge"] == "openai/judge" if report.extractor else False
    assert {request.body["model"] for request in questions} == {"judge"}


def test_each_question_holds_one_claim_with_its_surroundings() -> None:
    """The judge sees the numbered evidence and the lines around it, not the whole document, and one claim."""
    _, questions = judged(said("not_said"))
    mine = [q for q in questions if f"Claim: {PARAPHRASE}" in q.text]
    assert len(mine) == 1
    assert WORDS.rstrip(".") in mine[0].text
    assert mine[0].text.count("Claim: ") == 1
    assert "Share this article" not in mine[0].text
    form = mine[0].body["response_format"]["json_schema"]
    assert form["strict"] is True
    assert form["schema"]["required"] == ["label", "words"]


@pytest.mark.parametrize(
    ("answer", "found", "code"),
    [
        (
            said("contradicted", "Norway has set aside 40 million euros"),
            Verdict.CONTRADICTED,
            "judge_contradicted",
        ),
        (said("not_said"), Verdict.UNSUPPORTED, "judge_not_said"),
        (said("supported"), Verdict.REVIEW, "judge_words_not_found"),
        (said("supported", ""), Verdict.REVIEW, "judge_words_not_found"),
        (said("supported", "Norway has earmarked 40 million euros"), Verdict.REVIEW, "judge_words_not_found"),
        (said("supported", "Norway has set aside 60 million euros"), Verdict.REVIEW, "judge_words_not_found"),
        (
            said("supported", "Norway has set aside 40 million euros", "as everyone knows"),
            Verdict.REVIEW,
            "judge_words_not_found",
        ),
        (
            said("supported", "Ministers Trade Blame After Five-Hour Harbour Talks"),
            Verdict.REVIEW,
            "judge_words_not_found",
        ),
    ],
    ids=[
        "contradicted",
        "not said",
        "no words",
        "blank words",
        "the claim's words",
        "altered words",
        "one invented",
        "from elsewhere",
    ],
)
def test_what_a_judge_says_counts_only_with_words_that_are_there(
    answer: dict[str, Any], found: Verdict, code: str
) -> None:
    """A label alone decides nothing for a field; words of the judge's own leave it to review."""
    report, _ = judged(answer)
    assert verdict(report, PATH) is found
    assert codes(report) == [code]


def test_a_judge_overrules_nothing() -> None:
    """What is contradicted, unsupported or supported is not even asked about."""
    report, questions = judged(said("supported", "lasted about five hours"))
    assert verdict(report, "/duration/text") is Verdict.CONTRADICTED
    assert codes(report, "/duration/text") == []
    assert not any("nine hours" in question.text for question in questions)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Yes", Verdict.SUPPORTED),
        ("no", Verdict.UNSUPPORTED),
        ("**Yes.**", Verdict.SUPPORTED),
        ("Maybe?", Verdict.REVIEW),
        ("", Verdict.REVIEW),
    ],
)
def test_a_model_that_only_says_yes_or_no(words: str, found: Verdict) -> None:
    """MiniCheck and its kind get a document and a claim as they were trained to, with no form to fill."""
    report, questions = judged(words, judge="ollama/bespoke-minicheck")
    assert verdict(report, PATH) is found
    asked = questions[0].messages
    assert len(asked) == 1
    assert asked[0]["content"].startswith("Document: ")
    assert "response_format" not in questions[0].body
    assert "tools" not in questions[0].body


@pytest.mark.parametrize(
    "answer", [Fault(401), "I think so.", {"verdict": "yes"}], ids=["down", "prose", "another form"]
)
def test_a_judge_that_fails_leaves_the_field_to_review(answer: Answer) -> None:
    """The briefing stands; that nobody judged is told."""
    report, _ = judged(answer)
    assert verdict(report, PATH) is Verdict.REVIEW
    assert "Not judged" in str((report.extractor.model_extra or {})["notes"]) if report.extractor else False


def test_a_judge_counts_into_the_budget_and_the_usage() -> None:
    """Its tokens are part of what the run used."""
    report, questions = judged(said("not_said"))
    assert report.usage.requests == 1 + len(questions)


def test_a_briefing_without_doubts_needs_no_judge() -> None:
    """Nothing under review, nothing asked."""
    simple = {**EMPTY, "duration": RIGHT["duration"]}
    with ScriptedModel(simple) as server:
        brief(SOURCE, model="openai/first", base_url=server.base_url, judge="openai/judge", repairs=0)
    assert len(server.requests) == 1
