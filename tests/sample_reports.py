"""Reports for the tests of rendering: an invented document with a full briefing of it, and prose that was checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from summarizer.report import (
    EvidenceSpan,
    Extractor,
    Failure,
    Finding,
    Omission,
    Reason,
    Report,
    SourceInfo,
    Usage,
    Verdict,
)
from summarizer.source import Source, Span

ARTICLE = """Castell and Reuk speak by telephone about the Sella dams

5 March 2031

TARNOW (Valley Wire) - President Mira Castell of Orland and President Tomas Reuk of Vesk spoke by
telephone for about 40 minutes on Wednesday evening, the first call between the two since October.

"We shall keep to the water treaty until its last day," Castell told reporters in Tarnow. She did not
agree to close the upper dam.

Jon Varga, the Orland president's spokesman, said the call had been "frank, and here and there warm".
According to Varga, Reuk complained of three unannounced releases of water since January and asked that
"every gate be told of two days before".

Vesk's foreign minister, Ines Dorrin, said there would be no talks "under a raised gate". Dorrin told a
radio station that Orland had offered a joint inspection, and that Vesk would answer within ten days.

The two presidents agreed that experts would meet in Lowen on 12 March, in the format of the Sella
Commission. A meeting of the two foreign ministers in Carse was also announced, and Orland wants the
Basin Forum to take up the matter in April.

Oskar Lind, who heads Vesk's river authority, was more careful. "Nobody has seen the figures yet," he said.
A senior Orland official, who asked not to be named, said the upper dam "is a question of safety and not of
bargaining". The official did not rule out a third-party survey.

Petra Hallam, an analyst at the Lowen Institute, doubted that the experts would settle anything in a day.
"They will agree on a thermometer and call it a climate," Hallam said.

Ruben Achterberg, mayor of the border town of Sellafork, asked both sides to publish the gauge readings.
"Our cellars are wet whichever capital is right," the mayor said.

The Basin Forum's secretary general, Noor Veldt, welcomed the call. The Forum "stands ready to lend its
surveyors", Veldt wrote in a statement.

Photo: The upper dam near Tarnow, seen in autumn. Share this article.
"""


def _person(name: str | None, role: str | None, affiliation: str | None, quote: str) -> dict[str, Any]:
    return {"name": name, "role": role, "affiliation": affiliation, "evidence": [{"quote": quote}]}


def _position(
    holder: str, speaker: str | None, statement: str, quote: str | None, *, direct: bool = True
) -> dict[str, Any]:
    return {
        "holder": holder,
        "speaker": speaker,
        "statement": statement,
        "quote": quote,
        "direct": direct and quote is not None,
        "evidence": [{"quote": quote or statement}],
    }


BRIEFING: dict[str, Any] = {
    "title": "Castell and Reuk speak by telephone about the Sella dams",
    "event": {"what": "telephone call", "date": "2031-03-05", "time": "Wednesday evening", "place": None},
    "participants": [
        _person("Mira Castell", "President", "Orland", "President Mira Castell of Orland"),
        _person("Tomas Reuk", "President", "Vesk", "President Tomas Reuk of Vesk"),
    ],
    "informants": [
        _person("Jon Varga", "spokesman", "Orland", "Jon Varga, the Orland president's spokesman"),
        _person("Ines Dorrin", "foreign minister", "Vesk", "Vesk's foreign minister, Ines Dorrin"),
        _person("Oskar Lind", "head of the river authority", "Orland", "Oskar Lind, who heads"),
        _person(None, "senior official", "Orland", "A senior Orland official"),
        _person("Petra Hallam", "analyst", "Lowen Institute", "Petra Hallam, an analyst"),
        _person("Ruben Achterberg", "mayor", "Sellafork", "Ruben Achterberg, mayor"),
        _person("Noor Veldt", "secretary general", "Basin Forum", "secretary general, Noor Veldt"),
    ],
    "duration": {"text": "about 40 minutes", "minutes": 40.0, "bound": "about"},
    "agreed_formats": [
        {
            "name": "Sella Commission",
            "place": "Lowen",
            "parties": ["Orland", "Vesk"],
            "date": "2031-03-12",
            "status": "agreed",
        },
        {
            "name": "meeting of the two foreign ministers",
            "place": "Carse",
            "parties": [],
            "status": "announced",
        },
        {"name": "Basin Forum", "place": None, "parties": ["Orland"], "date": "2031-04", "status": "agreed"},
    ],
    "agreements": [],
    "positions": [
        _position(
            "Mira Castell",
            "Mira Castell",
            "Orland will keep to the water treaty until its last day.",
            "We shall keep to the water treaty until its last day",
        ),
        _position("Mira Castell", "Mira Castell", "Castell agreed to close the upper dam.", None),
        _position("Jon Varga", "Jon Varga", "The call was frank.", "frank, and here and there warm"),
        _position(
            "Tomas Reuk",
            "Jon Varga",
            "Reuk complained of three unannounced releases of water since January.",
            None,
        ),
        _position(
            "Tomas Reuk",
            "Jon Varga",
            "Vesk asked to be told of every gate two days before.",
            "every gate be told of two days before",
        ),
        _position(
            "Vesk", "Ines Dorrin", "There will be no talks under a raised gate.", "under a raised gate"
        ),
        _position("Orland", "Ines Dorrin", "Orland has offered a joint inspection.", None),
        _position("Vesk", "Ines Dorrin", "Vesk will answer within ten days.", None),
        _position(
            "Oskar Lind", "Oskar Lind", "Nobody has seen the figures yet.", "Nobody has seen the figures yet"
        ),
        _position(
            "Orland",
            None,
            "The upper dam is a question of safety.",
            "is a question of safety and not of bargaining",
        ),
        _position(
            "Petra Hallam",
            "Petra Hallam",
            "The experts will settle nothing in a day.",
            "They will agree on a thermometer and call it a climate",
        ),
        _position(
            "Ruben Achterberg",
            "Ruben Achterberg",
            "Both sides should publish the gauge readings.",
            "Our cellars are wet whichever capital is right",
        ),
        _position(
            "Basin Forum",
            "Noor Veldt",
            "The Forum is ready to lend its surveyors to both sides.",
            "is ready to lend its surveyors",
        ),
    ],
    "next_steps": [{"what": "Experts meet.", "date": "2031-03-12", "place": "Lowen"}],
}

Doubts = Mapping[str, tuple[Verdict, list[tuple[str, str, str]]]]

DOUBTS: Doubts = {
    "/informants/2/role": (
        Verdict.REVIEW,
        [("role", "paraphrase", "the evidence says “heads Vesk's river authority”")],
    ),
    "/informants/2/affiliation": (
        Verdict.CONTRADICTED,
        [("affiliation", "other_value", "affiliation differs: “Vesk” → “Orland”")],
    ),
    "/agreed_formats/2/status": (
        Verdict.CONTRADICTED,
        [("status", "other_status", "the source says one side “wants” it: that is proposed, not agreed")],
    ),
    "/positions/1/statement": (
        Verdict.CONTRADICTED,
        [("statement", "polarity", "the source says the opposite: “did not agree”")],
    ),
    "/positions/4/statement": (
        Verdict.REVIEW,
        [
            ("statement", "paraphrase", "not all words of the statement stand in the evidence: “Vesk”"),
            ("statement", "role", "who is to be told cannot be decided without a reader"),
        ],
    ),
    "/positions/9/holder": (
        Verdict.REVIEW,
        [("holder", "not_bound", "the evidence names a “senior Orland official”, not Orland")],
    ),
    "/positions/9/speaker": (
        Verdict.REVIEW,
        [("speaker", "candidate", "not stated, but the source has a candidate: “a senior Orland official”")],
    ),
    **{
        f"/positions/12/{name}": (
            Verdict.UNSUPPORTED,
            [("evidence", "evidence_not_found", "quote altered: “stands ready” → “is ready”")],
        )
        for name in ("holder", "speaker", "statement", "quote", "direct")
    },
    "/agreements": (
        Verdict.REVIEW,
        [("absence", "candidate", "nothing stated, but the source says “agreed that experts would meet”")],
    ),
}


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every field of a briefing, evidence left out, with its JSON Pointer."""
    if isinstance(value, BaseModel):
        value = dict(value)
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            if key != "evidence":
                yield from leaves(inner, f"{path}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list) and value:
        for i, inner in enumerate(value):
            yield from leaves(inner, f"{path}/{i}")
    else:
        yield path, value


def make_report(text: str, briefing: dict[str, Any], doubts: Doubts, **more: Any) -> Report:
    """Build a report with one finding per field: supported by the place of its words, unless it is in `doubts`."""
    source = Source.from_text(
        text, "2031-03-06", id="sella-call.txt", url="https://wire.example/sella_call?a=1&b=2"
    )
    report = Report(
        kind=more.pop("kind", "briefing"),
        source=SourceInfo.of(source),
        briefing=briefing,
        **more,
    )
    fields = leaves(report.briefing)
    findings = tuple(_finding(source, path, value, doubts.get(path)) for path, value in fields)
    return report.model_copy(update={"findings": findings})


def full_report() -> Report:
    """A briefing of the article: 7 informants, 13 positions, and every verdict."""
    source = Source.from_text(ARTICLE)
    missed = [
        "The official did not rule out a third-party survey.",
        "doubted that the experts would settle anything in a day",
        "asked both sides to publish the gauge readings",
        "welcomed the call",
    ]
    return make_report(
        ARTICLE,
        BRIEFING,
        DOUBTS,
        extractor=Extractor(name="acme/large-2", prompt_sha256="a" * 64, schema_sha256="b" * 64, repairs=1),
        omissions=tuple(
            Omission(
                span=EvidenceSpan.of(source, _place(source, words)), message="No field covers this statement:"
            )
            for words in missed
        ),
        failures=(Failure(start=2600, end=2680, message="the model gave no usable answer for this part"),),
        usage=Usage(input_tokens=5120, output_tokens=1904, cost=0.0213, requests=2, seconds=12.34),
    )


def statements_report() -> Report:
    """Three claims about the article: one of each fate."""
    claims = [
        "The two presidents agreed that experts would meet in Lowen on 12 March",
        "The call lasted two hours.",
        "Castell agreed to close the upper dam.",
    ]
    return make_report(
        ARTICLE,
        {"statements": [{"text": claim} for claim in claims]},
        {
            "/statements/1/text": (
                Verdict.UNSUPPORTED,
                [("duration", "other_value", "duration differs: “about 40 minutes” → “two hours”")],
            ),
            "/statements/2/text": DOUBTS["/positions/1/statement"],
        },
        kind="statements",
    )


def _finding(
    source: Source, path: str, value: Any, doubt: tuple[Verdict, list[tuple[str, str, str]]] | None
) -> Finding:
    place = _place(source, value) if isinstance(value, str) else None
    spans = (EvidenceSpan.of(source, place),) if place else ()
    if doubt:
        verdict, told = doubt
        reasons = tuple(Reason(check=c, code=k, message=m) for c, k, m in told)
        return Finding(path=path, value=value, verdict=verdict, score=0.3, spans=spans, reasons=reasons)
    code = "not_stated" if value is None or value == [] else "exact"
    reason = Reason(check="sample", code=code, message="as the source says")
    return Finding(
        path=path, value=value, verdict=Verdict.SUPPORTED, score=1.0, spans=spans, reasons=(reason,)
    )


def _place(source: Source, words: str) -> Span:
    """Return where `words`, or the first of them that the text has, stand."""
    for probe in (words, *re.findall(r"\w{4,}", words)):
        at = source.text.find(probe)
        if at >= 0:
            return Span(at, at + len(probe))
    return Span(0, 0)
