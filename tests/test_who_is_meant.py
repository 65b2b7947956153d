"""Whom an office, initials, a side or a clause means in minutes, joint statements, press releases and interviews."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check
from summarizer.reading import read

MINUTES = """Note of the harbour users' meeting
Present: AB (Anna Brandt, chair, Port Trust), KO (Kwame Osei, Fishers' Union), Ilse Marten (treasurer)
Apologies: Lena Holm

1. Moorings
KO: nets were lost at two moorings. AB asked him for a list.
The treasurer reported that the repair fund stood at 4,000 crowns.

2. Tasks
AB: write to the ministry about the buoys by Friday
KO: collect the lists of lost nets (AB to copy them)
"""

JOINT = """JOINT STATEMENT

Dialogue between the Republic of Fiji and the Republic of Vanuatu

1. The Ministers met in Suva on 2 May to review fisheries.
2. Fiji stated that its patrol boat could sail for forty days a year. Vanuatu stated that its claim to the reef remains unchanged.
3. Vanuatu repeated its request that the duty on timber be lowered.
"""

RELEASE = """MINISTRY OF TRADE OF THE REPUBLIC OF ESTONIA
Press release

MINISTER TAMM VISITED TASHKENT

On 4 May the Minister of Trade and Digital Services, Liis Tamm, met the Minister of Transport, Anvar Rahimov, in Tashkent.
"Papers travel more slowly than goods," said Liis Tamm. The Minister told him that a trial with ten lorries would begin in June.
Two Estonian firms took part in the talks on rail freight.
"""

INTERVIEW = """The woman who shares out the water

For thirty years Samia Nader has divided the water of eleven canals. We met the engineer in her kitchen.

Were you born to this?
No. My father sold shoes in the city. I wanted to build bridges.

How do you settle a quarrel?
I measure. I tell each village what the other gets. People can live with an unjust share longer than with an unknown one.

Will you stop one day?
At the end of the season, if my knee agrees. My husband does not believe a word of it.
"""

SAID = """Talks on the quay

The captain told the mate that the ship would sail at eight. The union accused the company of hiding the figures.
The engineer, Ruth Falk, said that the crane was old. Counsel for the port, Jan Smid, objected to the photographs. The families left early.
Ida is good with figures, and Nora is good with maps. The president of Union No. 2, Mr. Carlos Vega, said that the vote was fair.
Questions go to the press office, Ines Bravo. The skippers say it was engine failure. The Maltese side has kept two boats.
"""

PAIRS = [
    (MINUTES, "Kwame Osei said that nets were lost at two moorings.", "Anna Brandt said that nets were lost at two moorings."),
    (MINUTES, "Ilse Marten reported that the repair fund stood at 4,000 crowns.", "Lena Holm reported that the repair fund stood at 4,000 crowns."),
    (MINUTES, "Kwame Osei is to collect the lists of lost nets.", "Anna Brandt is to collect the lists of lost nets."),
    (JOINT, "Vanuatu stated that its claim to the reef remains unchanged.", "Fiji stated that its claim to the reef remains unchanged."),
    (JOINT, "Vanuatu repeated its request that the duty on timber be lowered.", "Fiji repeated its request that Vanuatu lower the duty on timber."),
    (RELEASE, '"Papers travel more slowly than goods," said the Estonian minister.', '"Papers travel more slowly than goods," said the Uzbek minister.'),
    (RELEASE, "Liis Tamm told him that a trial with ten lorries would begin in June.", "He told the Minister that a trial with ten lorries would begin in June."),
    (INTERVIEW, "Samia Nader said that people can live with an unjust share longer than with an unknown one.", "Her husband said that people can live with an unjust share longer than with an unknown one."),
    (SAID, "The captain told the mate that the ship would sail at eight.", "The mate told the captain that the ship would sail at eight."),
    (SAID, "The union accused the company of hiding the figures.", "The company accused the union of hiding the figures."),
    (SAID, "Counsel for the port objected to the photographs.", "Counsel for the families objected to the photographs."),
    (SAID, "Ida is good with figures.", "Nora is good with figures."),
    (SAID, "The head of Union No. 2 said that the vote was fair.", "Union No. 2 is led by its president, Ms. Ines Bravo."),
    (SAID, "The skippers put it down to engine failure.", "The Maltese side puts it down to engine failure."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "true", "false"), PAIRS)
def test_who_is_meant_decides(text: str, true: str, false: str) -> None:
    source = Source.from_text(text)
    assert check(true, source).verdict is Verdict.SUPPORTED
    assert check(false, source).verdict is not Verdict.SUPPORTED


def test_a_list_of_those_present_names_persons_with_offices_and_initials() -> None:
    names = read(Source.from_text(MINUTES)).names
    chair, fisher, treasurer = (names.resolve(name) for name in ("Anna Brandt", "Kwame Osei", "Ilse Marten"))
    assert chair is not None
    assert fisher is not None
    assert treasurer is not None
    assert "AB" in chair.aliases
    assert "KO" in fisher.aliases
    assert [text for text, _ in chair.roles] == ["chair"]
    assert [text for text, _ in treasurer.roles][:1] == ["treasurer"]


def test_the_minister_of_a_press_release_is_the_one_its_title_begins_with() -> None:
    text = RELEASE.replace("The Minister told him", "Mr Rahimov agreed. The Minister told him")
    reading = read(Source.from_text(text))
    at = text.index("The Minister told")
    assert [reading.names.entities[m.entity].name for m in reading.names.mentions if m.full.start == at] == [
        "Liis Tamm"
    ]


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("EMBASSY OF THE REPUBLIC OF KENYA, BERN", "Kenya"),
        ("MINISTRY OF FOREIGN AFFAIRS, COLOMBO", "Sri Lanka"),
        ("PARLIAMENT OF GHANA", "Ghana"),
    ],
)
def test_a_letterhead_tells_whose_text_it_is(head: str, state: str) -> None:
    text = f"{head}\n\nMINISTER ODUOR MET EXPORTERS\n\nThe Minister, Miriam Oduor, met exporters. Ms Oduor said that visas took six weeks.\n"
    adjective = {"Kenya": "Kenyan", "Sri Lanka": "Sri Lankan", "Ghana": "Ghanaian"}[state]
    source = Source.from_text(text)
    assert (
        check(f"The {adjective} minister said that visas took six weeks.", source).verdict
        is Verdict.SUPPORTED
    )
    assert (
        check("The Swiss minister said that visas took six weeks.", source).verdict is not Verdict.SUPPORTED
    )


def test_a_charge_daffaires_is_read_with_his_state() -> None:
    text = "Yesterday the Minister met the chargé d'affaires of Norway, Mr. Henrik Lund, in Colombo."
    person = read(Source.from_text(text)).names.resolve("Henrik Lund")
    assert person is not None
    assert [role for role, _ in person.roles] == ["chargé d'affaires of Norway"]
