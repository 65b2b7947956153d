"""What an editor would not let pass: scraps of sentences, cut names, half of two speakers, and records that are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from offline_documents import DOCUMENTS

from summarizer import Source, brief
from summarizer.extraction.offline.clauses import is_whole

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.txt"))
TEXTS = {**DOCUMENTS, **{path.stem: path.read_text("utf-8") for path in EXAMPLES}}
MET = "Ana Reyes, Chile's foreign minister, and Tom Lind, Norway's prime minister, met in Geneva on 3 May 2024.\n\n"


def briefing(text: str, published: str | None = None) -> Any:
    return brief(Source.from_text(text, published=published)).briefing


def positions(text: str) -> list[tuple[str | None, str | None, str]]:
    return [(p.holder, p.speaker, p.statement) for p in briefing(MET + text).positions]


WHOLE = [
    "Moldova and Ukraine are within reach of a deal.", "Our demand stands.", "Nobody asked us.", "They sell us smoke.",
    "If we close the corridor, we close our eyes.", "The treaties died because nobody had an interest in them.",
    "India buys where it is cheapest.", "Both sides stressed the need for restraint.", "The law that failed was good.",
    "This is what our leaders have agreed upon.", "The United States and Japan condemn the launch.", "We will do that.",
    "Thailand undertakes to release the prisoners.", "The view that the dam is safe is shared by all of them.", "There is no deal, and there is no breakdown either.",
]  # fmt: skip
SCRAPS = [
    "We agreed to task experts in both our.", "Asked whether she trusted her guest.", "The importance of open cable routes.",
    "The creation of a joint cell, which is to begin work on 1 April.", "When the curfew would be lifted.",
    "Sanctions on Russian banks and ports.", "Him of continued support.", "So what I am saying is --", "Very briefly.",
    "Less than the newspapers say.", "Talks between the two sides and.", "Because they were late.", "The principle that a war cannot be won and must never be fought.", "Trade talks in Geneva.",
    "Our commitment to stand against Russia's unprovoked war that has shaken the order.",
]  # fmt: skip


@pytest.mark.parametrize("words", WHOLE)
def test_a_sentence_is_whole(words: str) -> None:
    """A clause with a subject and a verb of its own is whole, however short."""
    assert is_whole(words)


@pytest.mark.parametrize("words", SCRAPS)
def test_a_scrap_is_not_whole(words: str) -> None:
    """A noun phrase, a subordinate clause alone and a sentence cut before its noun are not whole."""
    assert not is_whole(words)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_scrap_leaves_the_extractor(text: str) -> None:
    """A statement is a whole clause, or all the words of a quotation."""
    for position in briefing(text).positions:
        quoted = position.quote is not None and any(
            f"{a}{position.quote}{end}{b}" in text
            for a, b in (('"', '"'), ("“", "”"), ("''", "''"))
            for end in ("", ",", ".")
        )
        assert is_whole(position.statement) or quoted, position.statement


STATEMENTS = {
    "the words before a quotation are kept": (
        'Reyes said the freeze was "a pause", and that Chile would go to court.',
        [("Ana Reyes", "Ana Reyes", 'Reyes said the freeze was "a pause", and that Chile would go to court.')],
    ),
    "a bare object is told with its verb": (
        "The two ministers announced the creation of a joint cell, to be based in Arica.",
        [("the two ministers", None, "The two ministers announced the creation of a joint cell, to be based in Arica.")],
    ),
    "what was asked is no position": ("Asked whether she trusted him, Reyes laughed. Lind asked who would pay.", []),
    "neither is what nobody would say": ("Reyes declined to comment on the ferry. Lind refused to answer.", []),
    "another speaker begins a new one": (
        "Lind said that Norway would host a conference in June, and Reyes confirmed that Chile would attend.",
        [
            ("Norway", "Tom Lind", "Norway would host a conference in June."),
            ("Chile", "Ana Reyes", "Chile would attend."),
        ],
    ),
    "a reporter's comment is not part of it": (
        'Lind said that the fleet "has never turned back", but he refused to give figures.',
        [("Tom Lind", "Tom Lind", 'The fleet "has never turned back".')],
    ),
    "a dateline is not": (
        "GENEVA (Newsline), 3 May – Norway will pay for the search, Lind said.",
        [("Norway", "Tom Lind", "Norway will pay for the search.")],
    ),
    "what is regretted stays regretted": (
        "Lind regretted that nobody had asked the ports.",
        [("Tom Lind", "Tom Lind", "Lind regretted that nobody had asked the ports.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", STATEMENTS)
def test_statements(case: str) -> None:
    """A statement says what was said and no more, in a sentence of its own."""
    text, expected = STATEMENTS[case]
    found = positions(text + "\n")
    assert [p[2] for p in found] == [p[2] for p in expected]
    assert [p[1] for p in found] == [p[1] for p in expected]


def test_a_quotation_is_not_cut_from_its_not() -> None:
    """Words in quotation marks that hang on a "not" before them are told in the statement, and quoted by nobody."""
    found = briefing(MET + 'Lind said that Norway would not accept "a paper that sells the sea".\n').positions
    assert [(p.statement, p.quote, p.direct) for p in found] == [
        ('Norway would not accept "a paper that sells the sea".', None, False)
    ]


TOGETHER = {
    "Reyes and Lind said that the ferry was safe.": "Ana Reyes and Tom Lind",
    "Reyes and Lind both said that the ferry was safe.": "Ana Reyes and Tom Lind",
    "Cllr. Reyes and Mr. Lind said that the ferry was safe.": "Ana Reyes and Tom Lind",
    "The World Bank and the African Union said that the ferry was safe.": "World Bank and African Union",
    "The Ministry of Trade and Fisheries said that the ferry was safe.": "Ministry of Trade and Fisheries",
    "Officials in Norway and Chile said that the ferry was safe.": "Officials in Norway and Chile",
}


@pytest.mark.parametrize("sentence", TOGETHER)
def test_two_who_speak_together_are_both_named(sentence: str) -> None:
    """ "A and B said" gives both; the "and" inside a body's name and in a complement joins no speakers."""
    found = positions(sentence + "\n")
    assert [speaker for _, speaker, _ in found] == [TOGETHER[sentence]]


BODIES = [
    "Finnish Chamber of Commerce & Industry", "Federation of Ports & Harbours", "Ministry of Food and Fisheries",
    "Department of Enterprise, Trade and Employment", "Bank for Reconstruction and Development",
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
def test_a_body_is_named_in_full(body: str) -> None:
    """A name does not end at the "and" or "&" inside it."""
    found = positions(f"The {body} said that the ferry was safe.\n")
    assert [speaker for _, speaker, _ in found] == [body]


def test_a_format_is_named_in_full() -> None:
    """The business of a commission and what stands before it belong to its name."""
    found = briefing(
        MET + "They agreed to establish a Joint Commission on Fisheries and Coastal Waters.\n\n"
        "They agreed to convene the Trade and Investment Council in Oslo on 2 June 2024.\n\n"
        "They announced a bilateral anti-smuggling cell in Arica.\n",
        published="2024-05-03",
    ).agreed_formats
    assert [f.name for f in found] == [
        "Joint Commission on Fisheries and Coastal Waters",
        "Trade and Investment Council",
        "bilateral anti-smuggling cell",
    ]


INTERVIEW = """“We will not sell”

An interview with Chile's foreign minister, Ana Reyes, who met her Norwegian colleague, Tom Lind, in Geneva.

Observer: Minister, you met for a day. What came of it?

Reyes: We will not sell the ferry. That is our position.

Observer: He says that you had accepted arbitration?

Reyes: He is mistaken. We never accepted it.
"""


def test_who_asks_holds_nothing() -> None:
    """In an interview the one who asks neither holds a position nor informs of the event; its headline is the title."""
    found = briefing(INTERVIEW)
    assert {p.speaker for p in found.positions} == {"Ana Reyes"}
    assert "Observer" not in [i.name for i in found.informants]
    assert found.title == "“We will not sell”"


@pytest.mark.parametrize(
    "text",
    [
        "How to prune a tree\n\nThe Royal Garden Society recommends a sharp saw. Bob Green says he prefers August.\n",
        'Harbour swim raises £4,200\n\n"I couldn\'t feel my feet," said Tom Baines, 67. The clubs said they would return.\n',
    ],
)
def test_a_text_of_no_public_affairs_has_no_positions(text: str) -> None:
    """Where neither a state nor anybody in office appears, what people say is no position."""
    assert briefing(text).positions == []


LISTS = {
    "under the names of states": (
        "SECOND ROUND OF CONSULTATIONS ON THE FERRIES\nRuse, 21 May 2024\n\nLIST OF PARTICIPANTS\n\nBulgaria\n"
        "Mr Ivan Petkov, Deputy Minister of Transport, Head of Delegation\nCol. Georgi Danev, Border Police\n\nRomania\n"
        "Ms Ioana Marinescu, State Secretary, Ministry of Transport and Infrastructure\n",
        [
            ("Ivan Petkov", "Deputy Minister of Transport", "Bulgaria"), ("Georgi Danev", None, "Bulgaria"),
            ("Ioana Marinescu", "State Secretary", "Romania"),
        ],
    ),
    "in columns": (
        "Harbour Liaison Group\nNOTE OF MEETING - 22 October 2024\n\nPresent:\nFiona Moss (Chair)        Port Authority\n"
        "Derek Owusu               Coastal Bus Company\n\nApologies: Susan Bright (Railways)\n\n1. Buses\nThe group took note.\n",
        [("Fiona Moss", "Chair", "Port Authority"), ("Derek Owusu", None, "Coastal Bus Company")],
    ),
    "of minutes, under headings": (
        "MARSH DRAINAGE BOARD\n\nMinutes of the meeting held at the Old Mill, Kelso, on 16 January 2025\n\nPRESENT\n"
        "Mr. A. J. Thorpe (Chairman)\nMrs. H. Lister\n\nIN ATTENDANCE\nMr. D. Pryor, Engineer\n\nAPOLOGIES\nMr. S. Fenn\n\n"
        "The meeting closed at noon.\n",
        [("A. J. Thorpe", "Chairman", None), ("H. Lister", None, None), ("D. Pryor", "Engineer", None)],
    ),
    "in a row, behind one title": (
        "Minutes of the Planning Committee held on 3 June 2024\n\nPresent: Cllrs. J. Ashworth (Chair), P. Okafor & R. Iqbal\n"
        "Apologies: Cllr. L. Moss\n\nThe meeting closed at 8.25pm.\n",
        [("J. Ashworth", "Chair", None), ("P. Okafor", None, None), ("R. Iqbal", None, None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LISTS)
def test_lists_of_officials(case: str) -> None:
    """Each line of a list is one participant, with role and side; those excused are none."""
    text, expected = LISTS[case]
    found = briefing(text)
    assert found.event is not None
    assert sorted((p.name, p.role, p.affiliation) for p in found.participants) == sorted(expected)


EVENTS = {
    "a press conference after it": (
        "REMARKS BY PRIME MINISTER DAGNY HOLM IN PRESS CONFERENCE AFTER MEETING WITH CHANCELLOR KURT WEIDEL\n\nOslo, Norway\n\n"
        "PRIME MINISTER HOLM: Good afternoon. I've just finished my meeting with Chancellor Weidel. We talked for two hours.\n\n"
        "Q    Did he ask for gas?\n\nPRIME MINISTER HOLM: He did. I told him that we will not close a pipeline.\n",
        "meeting", ["Dagny Holm", "Kurt Weidel"],
    ),
    "presidents who say we": (
        "DECLARATION ON THE RIVER\n\nWe, the Presidents of the Republic of Peru, Lucía Paredes, and of the Republic of Ecuador, "
        "Marcelo Andrade, meeting in the city of Loja on 9 May 2025,\n\nHAVE AGREED as follows:\n\nFIRST. To release each year "
        "no less than 40 per cent of the flow.\n\nWe reject any attempt to use water as a weapon.\n",
        "meeting", ["Lucía Paredes", "Marcelo Andrade"],
    ),
    "what was said after it": (
        'Moldova and Ukraine are close to a deal, Energy Minister Victor Rusu said after a ninety-minute meeting with Halyna '
        'Marchenko in Odesa.\n\n"The text is done," Rusu told reporters. "The rest is money," Marchenko said.\n',
        "ninety-minute meeting", ["Halyna Marchenko", "Victor Rusu"],
    ),
    "a headline that names both": (
        "Readout of Minister Ana Reyes's Call with Minister Tom Lind of Norway\n\nThe ministers spoke for an hour. Both welcomed the "
        "truce.\n\nAmbassador Yumi Ota joined the call.\n",
        "call", ["Ana Reyes", "Tom Lind", "Yumi Ota"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", EVENTS)
def test_events_that_no_lead_tells(case: str) -> None:
    """An event and its people are found in a title, in a first person, and behind what was said after it."""
    text, what, people = EVENTS[case]
    found = briefing(text)
    assert found.event is not None
    assert found.event.what == what
    assert sorted(p.name for p in found.participants) == people


def test_declarations_list_what_was_agreed() -> None:
    """The infinitives of a declaration are its agreements, and "we" are those who issue it."""
    found = briefing(EVENTS["presidents who say we"][0])
    assert [a.what for a in found.agreements] == [
        "To release each year no less than 40 per cent of the flow."
    ]
    assert [p.holder for p in found.positions] == ["Lucía Paredes and Marcelo Andrade"]


def test_a_list_of_views_under_its_subject() -> None:
    """ "Ministers:" over a list is the subject of each line; a line that takes no view is none."""
    found = briefing(
        MET
        + "Ministers:\n\n- stressed that sanctions must not be evaded;\n- welcomed the report of the Committee on Trade;\n"
        "- thanked the hosts.\n"
    )
    assert [(p.holder, p.statement) for p in found.positions] == [
        ("ministers", "Ministers stressed that sanctions must not be evaded."),
        ("ministers", "Ministers welcomed the report of the Committee on Trade."),
    ]


def test_an_anniversary_is_no_event() -> None:
    """A joint statement that remembers a meeting of long ago is the event, and its issuers took part."""
    found = briefing(
        "---\ntitle: Joint statement by President of Peru Ana Reyes and President of Chile Tom Lind on the 75th anniversary of the "
        "meeting on the Elqui\ndate: 2024-05-03\n---\n\nToday marks 75 years since the historic meeting of the two armies.\n\n"
        "We recognise the courage of those who met there.\n"
    )
    assert found.event is None or found.event.what == "joint statement"


def test_the_day_of_the_report_is_not_that_of_the_event() -> None:
    """A dateline dates the report; the meeting was on the weekday that its sentence tells."""
    text = "Ferry talks\n\nOSLO, March 12, 2025 (Ferry News) - Ministers Ada Olsen and Tomas Reyes met for two hours on Monday.\n"
    event = brief(Source.from_text(text), model="offline").briefing.event
    assert event is not None
    assert event.date == "2025-03-10"


def test_a_counterpart_holds_the_office_without_its_owner() -> None:
    """The counterpart of "Norland's Foreign Minister" is a foreign minister, not Norland's."""
    text = (
        "Norland's Foreign Minister Ada Olsen and her Sundrian counterpart Tomas Reyes met for two hours.\n"
    )
    people = {p.name: p.role for p in brief(Source.from_text(text), model="offline").briefing.participants}
    assert people == {"Ada Olsen": "Foreign Minister", "Tomas Reyes": "Foreign Minister"}
