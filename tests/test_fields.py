"""Fields of a briefing against invented documents: each right value supported, each wrong one flagged with a reason."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import Finding, Source, Verdict, check, verify

CALL = Source.from_text(
    """\
Tallmark and Osterby Reopen Border Talks

VEST CITY, 4 May 2024 - Swedish PM Greta Holm and her Finnish counterpart, Antti Salo, spoke by phone for 35 minutes on
Friday. FM Ida Berg joined the call from Oslo.

"It seems to me that Helsinki understands our position, although it has doubts of its own," Holm's spokesman, Per Lind,
told reporters. "Ms Holm has said clearly that Sweden will not close the bridge."

Stockholm said the bridge would stay open all summer. The Finnish side asked for a second inspection. Salo neither
accepted nor refused the plan, Lind said.

The two prime ministers agreed to hold border talks in Turku on 21 May, a fisheries round in Visby on the 28th and a
meeting of harbour masters in Luleå on the 30th. Holm proposed a joint bridge council. The Joint Ferry Committee, which
has met every spring since 2016, continues its work.

Lind said Finland had been ready to talk earlier. He denied that Sweden had asked for money. Holm urged Salo to open the bridge at night. Both leaders stressed that
the border must stay quiet, and Lind added that they had exchanged gifts.
""",
    published="2024-05-04",
)
READOUT = Source.from_text(
    """\
---
title: Readout of President Adair's Call with President Novák of Slovakia
date: 2023-03-02
source_url: https://www.presidency.gov/readouts/2023/novak
---

President Ellen Adair spoke today with President Ján Novák of Slovakia. She reaffirmed our support for Slovakia's
grain corridor and made clear that we will act if the corridor is closed. The Presidents committed to meet in
Bratislava in the autumn. A senior administration official said the call had been friendly.
""",
)
ESCAPED = Source.from_text(
    r"""---
date: '2023-03-02'
title: "Statement by Spokesperson Mara\_Holt on President\_Adair\u2019s Phone Call\
  \ with President Nov\xE1k of\_Slovakia, Which Did Not Settle the Dispute"
---

President Adair spoke today with President Novák. She urged him to open the grain corridor.
""",
)
TALKS = Source.from_text(
    """\
JOINT STATEMENT
of the Delegations of Norland and Sundria

Reykjavik, 9 June 2025

The delegation of Norland and the delegation of Sundria met in Reykjavik. We will hold annual meetings of our fisheries
ministers, complementing the existing hotline. We establish a working group on cod. The delegation of Sundria holds that
the limit is too low. Minister Halla Stein told us that Norland regards the quota "as a ceiling, not as a goal".
""",
)


LISTED = "talks with Peru in Oslo, a council with Chile in Bern, and a forum in Quito"
LIST = Source.from_text(
    f"The ministers agreed to hold {LISTED}. The talks were hosted by Norway. The session ended at 4:25 pm.\n"
)


def judge(source: Source, section: str, record: dict[str, Any] | None, key: str) -> Finding:
    """The finding on one key of a record (on the record itself where the key is empty), alone in a briefing."""
    whole: Any = record if section in ("event", "duration") else [record]
    path = f"/{section}/{key}" if section in ("event", "duration") else f"/{section}/0/{key}"
    return next(f for f in verify({section: whole}, source).findings if f.path == path.rstrip("/"))


def evidence(*quotes: str) -> list[dict[str, str]]:
    return [{"quote": quote} for quote in quotes]


def position(holder: str, speaker: str | None, statement: str, quote: str) -> dict[str, Any]:
    return {"holder": holder, "speaker": speaker, "statement": statement, "evidence": evidence(quote)}


TURKU = "agreed to hold border talks in Turku on 21 May, a fisheries round in Visby on the 28th and a\nmeeting of harbour masters in Luleå on the 30th"
CLOSE = "Ms Holm has said clearly that Sweden will not close the bridge."
SEEMS = "It seems to me that Helsinki understands our position, although it has doubts of its own,"
QUIET = "Both leaders stressed that\nthe border must stay quiet"

HOLDERS = {
    "who said it, told by an aide": (CALL, "Greta Holm", "Sweden will not close the bridge.", CLOSE, True),
    "the aide's side is not the other side": (CALL, "Finland", "Sweden will not close the bridge.", CLOSE, False),
    "what seems so to the speaker is his view": (CALL, "Per Lind", "Helsinki understands the position.", SEEMS, True),
    "not that of whom he speaks of": (CALL, "Finland", "Helsinki understands the position.", SEEMS, False),
    "both leaders": (CALL, "both leaders", "The border must stay quiet.", QUIET, True),
    "not one of both": (CALL, "Antti Salo", "The border must stay quiet.", QUIET, False),
    "not three of two": (CALL, "the three leaders", "The border must stay quiet.", QUIET, False),
    "a capital for its state": (CALL, "Sweden", "The bridge stays open.", "Stockholm said the bridge would stay open all summer", True),
    "a side": (CALL, "Finland", "A second inspection is needed.", "The Finnish side asked for a second inspection", True),
    "neither … nor": (CALL, "Antti Salo", "Salo neither accepted nor refused the plan.", "Salo neither\naccepted nor refused the plan, Lind said", True),
    "one who denies": (CALL, "Per Lind", "Lind denied that Sweden had asked for money.", "He denied that Sweden had asked for money", None),
    "not the denied one": (CALL, "Finland", "Lind denied that Sweden had asked for money.", "He denied that Sweden had asked for money", False),
    "she, in a readout": (READOUT, "Ellen Adair", "The corridor is supported.", "She reaffirmed our support for Slovakia's\ngrain corridor", True),
    "not the other president": (READOUT, "Ján Novák", "The corridor is supported.", "She reaffirmed our support for Slovakia's\ngrain corridor", False),
    "an administration official": (READOUT, "United States", "The call was friendly.", "A senior administration official said the call had been friendly", True),
    "a delegation": (TALKS, "delegation of Sundria", "The limit is too low.", "The delegation of Sundria holds that\nthe limit is too low", True),
    "not the other delegation": (TALKS, "delegation of Norland", "The limit is too low.", "The delegation of Sundria holds that\nthe limit is too low", False),
}  # fmt: skip


@pytest.mark.parametrize(
    ("source", "holder", "statement", "quote", "right"),
    [pytest.param(*case, id=name) for name, case in HOLDERS.items()],
)
def test_holder(source: Source, holder: str, statement: str, quote: str, right: bool | None) -> None:
    """A position belongs to who takes the stand in its words; None leaves a doubtful pronoun to a reader."""
    finding = judge(source, "positions", position(holder, None, statement, quote), "holder")
    assert finding.reasons[0].message
    assert finding.verdict is not Verdict.CONTRADICTED or right is False
    if right is not None:
        assert (finding.verdict is Verdict.SUPPORTED) is right, finding.reasons


def talks(name: str, **fields: Any) -> dict[str, Any]:
    return {"name": name, "evidence": evidence(TURKU), **fields}


FIELDS: dict[str, tuple[Source, str, dict[str, Any], str, bool]] = {
    "agreed": (CALL, "agreed_formats", talks("border talks", status="agreed"), "status", True),
    "not a wish": (CALL, "agreed_formats", talks("border talks", status="proposed"), "status", False),
    "one side's proposal": (CALL, "agreed_formats", {"name": "bridge council", "status": "proposed", "evidence": evidence("Holm proposed a joint bridge council")}, "status", True),
    "no agreement": (CALL, "agreed_formats", {"name": "bridge council", "status": "agreed", "evidence": evidence("Holm proposed a joint bridge council")}, "status", False),
    "in use": (CALL, "agreed_formats", {"name": "Joint Ferry Committee", "status": "in_use", "evidence": evidence("The Joint Ferry Committee, which\nhas met every spring since 2016, continues its work")}, "status", True),
    "we will, in a joint statement": (TALKS, "agreed_formats", {"name": "annual meetings of fisheries ministers", "status": "agreed", "evidence": evidence("We will hold annual meetings of our fisheries\nministers")}, "status", True),
    "not what it complements": (TALKS, "agreed_formats", {"name": "annual meetings of fisheries ministers", "status": "in_use", "evidence": evidence("We will hold annual meetings of our fisheries\nministers")}, "status", False),
    "the format's place": (CALL, "agreed_formats", talks("fisheries round", place="Visby"), "place", True),
    "its neighbour's place": (CALL, "agreed_formats", talks("fisheries round", place="Turku"), "place", False),
    "a place outside the evidence": (CALL, "agreed_formats", {"name": "meeting of harbour masters", "place": "Turku", "evidence": evidence("meeting of harbour masters in Luleå on the 30th")}, "place", False),
    "the format's day": (CALL, "agreed_formats", {"name": "fisheries round", "date": "2024-05-28", "evidence": evidence("a fisheries round in Visby on the 28th")}, "date", True),
    "its neighbour's day": (CALL, "agreed_formats", {"name": "fisheries round", "date": "2024-05-30", "evidence": evidence("a fisheries round in Visby on the 28th")}, "date", False),
    "a day told in words": (CALL, "agreed_formats", talks("border talks", date="21 May 2024"), "date", True),
    "another day told in words": (CALL, "agreed_formats", talks("border talks", date="29 May 2024"), "date", False),
    "a city with its state": (LIST, "agreed_formats", {"name": "council", "place": "Bern, Switzerland", "evidence": evidence(LISTED)}, "place", True),
    "a city with another state": (LIST, "agreed_formats", {"name": "council", "place": "Bern, Norway", "evidence": evidence(LISTED)}, "place", False),
    "when it ended": (LIST, "event", {"what": "session", "time": "ended at 4:25 pm", "evidence": evidence("The session ended at 4:25 pm")}, "time", True),
    "an end told as a beginning": (LIST, "event", {"what": "session", "time": "began at 4:25 pm", "evidence": evidence("The session ended at 4:25 pm")}, "time", False),
    "both prime ministers are parties": (CALL, "agreed_formats", {"name": "border talks", "parties": ["Finland"], "evidence": evidence("The two prime ministers agreed to hold border talks")}, "parties/0", True),
    "no one else is": (CALL, "agreed_formats", {"name": "border talks", "parties": ["Norway"], "evidence": evidence("The two prime ministers agreed to hold border talks")}, "parties/0", False),
    "a delegation that met": (TALKS, "agreed_formats", {"name": "working group on cod", "parties": ["Sundria"], "evidence": evidence("The delegation of Norland and the delegation of Sundria met in Reykjavik", "We establish a working group on cod")}, "parties/0", True),
    "not who stands in a neighbour's part": (LIST, "agreed_formats", {"name": "council", "parties": ["Peru"], "evidence": evidence(LISTED)}, "parties/0", False),
    "who stands in its own part": (LIST, "agreed_formats", {"name": "council", "parties": ["Chile"], "evidence": evidence(LISTED)}, "parties/0", True),
    "no party: who only hosts": (LIST, "agreed_formats", {"name": "talks", "parties": ["Norway"], "evidence": evidence("The talks were hosted by Norway")}, "parties/0", False),
    "an abbreviated office": (CALL, "participants", {"name": "Greta Holm", "role": "Prime Minister", "evidence": evidence("Swedish PM Greta Holm")}, "role", True),
    "a wrong office": (CALL, "participants", {"name": "Ida Berg", "role": "Prime Minister", "evidence": evidence("FM Ida Berg joined the call")}, "role", False),
    "the counterpart's state": (CALL, "participants", {"name": "Antti Salo", "affiliation": "Finland", "evidence": evidence("her Finnish counterpart, Antti Salo")}, "affiliation", True),
    "not the other's": (CALL, "participants", {"name": "Antti Salo", "affiliation": "Sweden", "evidence": evidence("her Finnish counterpart, Antti Salo")}, "affiliation", False),
    "one's own, in a government's text": (READOUT, "participants", {"name": "Ellen Adair", "affiliation": "United States", "evidence": evidence("President Ellen Adair spoke today")}, "affiliation", True),
    "not the guest's": (READOUT, "participants", {"name": "Ján Novák", "affiliation": "United States", "evidence": evidence("President Ján Novák of Slovakia")}, "affiliation", False),
    "a given name of nobody": (READOUT, "participants", {"name": "Martha Adair", "evidence": evidence("President Ellen Adair spoke today")}, "name", False),
    "the spokesman's principal": (CALL, "informants", {"name": "Per Lind", "role": "spokesman", "evidence": evidence("Holm's spokesman, Per Lind,\ntold reporters")}, "name", True),
    "words of a title with escapes": (ESCAPED, "event", {"what": "phone call of President Adair with President Novák", "evidence": evidence("President Adair’s Phone Call with President Novák")}, "what", True),
    "other words than the title's": (ESCAPED, "event", {"what": "video call of President Adair with President Novák", "evidence": evidence("President Adair’s Phone Call with President Novák")}, "what", False),
    "a title altered": (ESCAPED, "event", {"what": "phone call", "evidence": evidence("Phone Call with President Novák of Slovakia, Which Did Settle the Dispute")}, "what", False),
    "the issuer, from the title": (ESCAPED, "positions", {**position("Adair", "Mara Holt", "Adair urged Novák to open the grain corridor.", "She urged him to open the grain corridor"), "evidence": [*evidence("She urged him to open the grain corridor"), *evidence("Statement by Spokesperson Mara Holt on President Adair’s Phone Call"), *evidence("President Adair spoke today with President Novák")]}, "speaker", True),
    "not the status of who the parties are": (CALL, "agreed_formats", {"name": "border talks with the Finnish in Turku", "status": "agreed", "evidence": [*evidence("agreed to hold border talks in Turku on 21 May"), *evidence("The Finnish side asked for a second inspection")]}, "status", True),
    "reported, where the words are quoted": (CALL, "positions", {**position("Greta Holm", "Per Lind", "Sweden will not close the bridge.", CLOSE), "direct": False, "evidence": [*evidence(CLOSE), *evidence("Holm's spokesman, Per Lind,\ntold reporters")]}, "direct", False),
    "reported, and not quoted": (CALL, "positions", {**position("Sweden", "Stockholm", "The bridge would stay open all summer.", "Stockholm said the bridge would stay open all summer"), "direct": False}, "direct", True),
    "a noun for the verb": (READOUT, "event", {"what": "call", "evidence": evidence("President Ellen Adair spoke today with President Ján Novák")}, "what", True),
}  # fmt: skip


@pytest.mark.parametrize(
    ("source", "section", "record", "key", "right"),
    [pytest.param(*case, id=name) for name, case in FIELDS.items()],
)
def test_field(source: Source, section: str, record: dict[str, Any], key: str, right: bool) -> None:
    """A value counts for the record it stands in: its own status, place, day, party, office and name."""
    finding = judge(source, section, record, key)
    assert (finding.verdict is Verdict.SUPPORTED) is right, finding.reasons
    assert finding.reasons[0].message


QUOTES = {
    "whole": ("Ms Holm has said clearly that Sweden will not close the bridge.", True),
    "after the reporting words": ("Sweden will not close the bridge", True),
    "cut from a hedge": ("Helsinki understands our position", False),
    "cut from a negation": ("close the bridge", False),
    "who was asked, without the asking": ("Salo to open the bridge at night", False),
    "the asking with it": ("Holm urged Salo to open the bridge at night", True),
}


@pytest.mark.parametrize(("quote", "right"), [pytest.param(*case, id=name) for name, case in QUOTES.items()])
def test_quote(quote: str, right: bool) -> None:
    """A shorter quote is faithful unless its negation or its hedge was cut off."""
    record = {**position("Greta Holm", "Per Lind", quote, quote), "quote": quote}
    assert (judge(CALL, "positions", record, "quote").verdict is Verdict.SUPPORTED) is right


SPEAKERS = {
    "who tells it": (CALL, "Per Lind", CLOSE, True),
    "not whom he quotes": (CALL, "Antti Salo", CLOSE, False),
    "a capital": (CALL, "Stockholm", "Stockholm said the bridge would stay open all summer", True),
    "one body for a whole state": (CALL, "Swedish Coast Guard", "Stockholm said the bridge would stay open all summer", False),
    "the statement itself": (TALKS, "joint statement", "We establish a working group on cod", True),
    "who spoke, in a statement": (TALKS, "Halla Stein", "Minister Halla Stein told us that Norland regards the quota", True),
}  # fmt: skip


@pytest.mark.parametrize(
    ("source", "speaker", "quote", "right"), [pytest.param(*case, id=name) for name, case in SPEAKERS.items()]
)
def test_speaker(source: Source, speaker: str, quote: str, right: bool) -> None:
    """The speaker is who says the words, be it a person, a capital or the text itself."""
    finding = judge(source, "positions", position("", speaker, quote, quote), "speaker")
    assert (finding.verdict is Verdict.SUPPORTED) is right, finding.reasons


def omitted(source: Source, briefing: dict[str, Any]) -> dict[str, str]:
    return {" ".join(o.span.text.split()): o.message for o in verify(briefing, source).omissions}


def test_omissions_are_told_piece_by_piece() -> None:
    """A quotation in two pieces is two omissions without the narrator's words between, and none where a field has it."""
    nothing = omitted(CALL, {})
    first = "It seems to me that Helsinki understands our position, although it has doubts of its own,"
    assert any(words.startswith(first) for words in nothing)
    assert not any("told reporters" in words for words in nothing)
    assert judge(CALL, "duration", None, "").verdict is Verdict.REVIEW  # the length is told there, not twice
    assert any("Greta Holm took part" in message for message in nothing.values())
    told = omitted(CALL, {"positions": [position("Per Lind", "Per Lind", SEEMS, SEEMS)]})
    assert not any(words.startswith(first) for words in told)
    assert any("will not close the bridge" in words for words in told)


def test_a_surname_resolves_by_name_alone() -> None:
    """A title is no proof: another surname behind it, even one that is a town's, is another person."""
    source = Source.from_text(
        "Secretary Orrin Vale met his counterparts in Paris. Secretary Vale left early."
    )
    record = {"name": "Secretary Paris", "evidence": evidence("Secretary Vale left early")}
    assert judge(source, "participants", record, "name").verdict is not Verdict.SUPPORTED
    record = {"name": "Secretary Vale", "evidence": evidence("Secretary Orrin Vale met his counterparts")}
    assert judge(source, "participants", record, "name").verdict is Verdict.SUPPORTED


CUT = Source.from_text(
    """\
Readout of the Tallmark talks

President Holm spoke with Maria Lopez of the Open Harbour Safety Foundation and with the foreign minister of Antigua and Barbuda. She also met
the Norwegian Ministry of Trade and the NATO-Ukraine Council. Holm named several steps, including: (1) new rules for
ports; (2) cheaper grain. "The deal is good, and we will sign the accord only after the vote," Lopez said. She said the
Foundation will open an office in Bern. Holm called the plan sound except in the north, and added that it should go ahead.
"""
)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Safety Foundation", False),
        ("Antigua", False),
        ("Open Harbour", False),
        ("Open Harbour Safety Foundation", True),
        ("Lopez", True),
        ("Ministry of Trade", True),
        ("Norwegian Ministry of Trade", True),
        ("NATO", True),
    ],
)
def test_a_name_is_whole(name: str, whole: bool) -> None:
    """A piece of a longer name names nobody; whose a body is may be left out, and a council's members are named."""
    record = {"name": name, "evidence": evidence(CUT.text[31:300])}
    finding = judge(CUT, "participants", record, "name")
    assert (finding.verdict is Verdict.SUPPORTED) is whole, finding.reasons


@pytest.mark.parametrize(
    ("statement", "whole"),
    [
        ("We will sign the accord", False),
        ("We will sign the accord only after the vote.", True),
        ("The plan is sound", False),
        ("Holm called the plan sound", False),
        ("Holm called the plan sound except in the north", True),
        ("Holm named several steps, including", False),
        ("the Foundation will open an office in", False),
        ("The Foundation will open an office in Bern.", True),
        ("She also met the Norwegian Ministry of Trade and the", False),
    ],
)
def test_a_statement_is_whole(statement: str, whole: bool) -> None:
    """Words cut from their limit, or that stop in the middle of a clause, are no statement of the source's."""
    finding = judge(CUT, "positions", position("Holm", None, statement, CUT.text[31:]), "statement")
    assert (finding.verdict is Verdict.SUPPORTED) is whole, finding.reasons


def test_a_quote_keeps_its_limit() -> None:
    """A quotation that ends right before "only after …" tells more than its speaker did."""
    for quote, whole in {"we will sign the accord": False, "The deal is good": True}.items():
        record = position("Lopez", "Lopez", "x", CUT.text[31:]) | {"quote": quote}
        assert (judge(CUT, "positions", record, "quote").verdict is Verdict.SUPPORTED) is whole


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ("Lopez said they would sign the accord.", False),
        ("Lopez said they would sign the accord only after the vote.", True),
        ("Holm described the plan as sound, except in the north.", True),
    ],
)
def test_a_retelling_keeps_the_limit(claim: str, right: bool) -> None:
    """What was said of some cases is not told of all, in other words either."""
    assert (check(claim, CUT).verdict is Verdict.SUPPORTED) is right
