"""Who did what to whom, who is what, and who says so: true retellings pass, their false twins do not."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

CALL = """Readout of the call between the presidents

President Marta Lindqvist of Finland and President Pavel Horak of Slovakia spoke on 3 May, at the request of the latter, to
discuss the closure of the Danube locks. Ambassador Eva Kollar, Special Envoy Juha Salmi and Mr. Peter Novak joined the call.
President Lindqvist praised the African Union's recently adopted plan for the coast. NATO took note of it.
The two presidents will meet in Vienna in June to sign the water protocol. Lindqvist will travel on to Oslo.
We agreed to pursue talks related to the Gdansk Accord. She raised her concerns about Poland.
The Food and Safety Authority proposed new limits on nitrates. Both sides called the exchange very fruitful.
"""


def supported(claim: str, text: str = CALL) -> bool:
    return check(claim, Source.from_text(text)).verdict is Verdict.SUPPORTED


TWINS = [
    # whose request
    (
        "The presidents spoke on 3 May at the request of President Horak.",
        "The presidents spoke on 3 May at the request of President Lindqvist.",
    ),
    (
        "The presidents spoke on 3 May at Horak's request to discuss the closure of the Danube locks.",
        "The presidents spoke on 3 May at Lindqvist's request to discuss the closure of the Danube locks.",
    ),
    # whose plan, and where
    (
        "Lindqvist praised the recently adopted plan of the African Union for the coast.",
        "Lindqvist praised NATO's recently adopted plan for the coast.",
    ),
    (
        "Lindqvist and Horak will meet in Vienna in June to sign the water protocol.",
        "Lindqvist and Horak will meet in Oslo in June to sign the water protocol.",
    ),
    # what the talks are about
    (
        "They agreed to pursue talks related to the Gdansk Accord.",
        "They agreed to pursue talks related to Poland.",
    ),
    # who is what
    (
        "Juha Salmi joined the call as special envoy.",
        "Peter Novak joined the call as special envoy.",
    ),
    # an office told for its holder
    (
        "The Finnish president praised the African Union's recently adopted plan for the coast.",
        "The Slovak president praised the African Union's recently adopted plan for the coast.",
    ),
    # an abbreviation for a name spelled out
    (
        "The FSA proposed new limits on nitrates.",
        "The FTA proposed new limits on nitrates.",
    ),
    # all who took part
    (
        "The two sides said that the exchange had been very fruitful.",
        "The three sides said that the exchange had been very fruitful.",
    ),
]


@pytest.mark.parametrize(("true", "false"), TWINS)
def test_what_fills_a_slot_decides(true: str, false: str) -> None:
    assert supported(true)
    assert not supported(false)


@pytest.mark.parametrize(
    "claim",
    [
        "Horak and Lindqvist talked on 3 May.",
        "Lindqvist and Horak spoke on 3 May.",
        "Lindqvist spoke with Horak on 3 May.",
    ],
)
def test_who_talks_with_whom_has_no_order(claim: str) -> None:
    assert supported(claim)


def test_a_verb_that_goes_one_way_has_an_order() -> None:
    text = "President Pavel Horak told President Marta Lindqvist that the Danube locks would open in June."
    assert supported("Horak told Lindqvist that the Danube locks would open in June.", text)
    assert not supported("Lindqvist told Horak that the Danube locks would open in June.", text)


@pytest.mark.parametrize(
    "claim",
    ["Pavel Horak was among those who spoke on 3 May.", "Horak is to meet Lindqvist in Vienna in June."],
)
def test_what_somebody_does_is_no_role(claim: str) -> None:
    codes = [reason.code for reason in check(claim, Source.from_text(CALL)).reasons]
    assert "role_mismatch" not in codes


def test_a_capital_is_a_government_or_a_place() -> None:
    text = (
        "President Marta Lindqvist of Finland rejected the offer of the fishing fleet on Monday. "
        "The fleet lies in Hamburg."
    )
    assert supported("Helsinki rejected the offer of the fishing fleet on Monday.", text)
    assert not supported("The fleet lies in Helsinki.", text)


def test_a_title_that_another_holds_is_refused() -> None:
    text = (
        "Taking part were Deputy Security Coordinator for Ports and New Technology Anna Brandt, National Harbour Director "
        "Karl Weiss, and officials from the Coast Guard."
    )
    assert supported("Taking part was National Harbour Director Karl Weiss.", text)
    assert not supported("Taking part was National Harbour Director Anna Brandt.", text)


def test_two_facts_are_not_merged() -> None:
    text = (
        "The ministers met in Riga. They welcomed the roadmap for the ports, which was approved by the Security Council in March. "
        "They noted that the decision of the Latvian authorities to hold elections in April respects the constitution. "
        "The ministers thanked the harbour pilots."
    )
    claim = "The decision of the Latvian authorities to hold elections was approved by the Security Council."
    assert not supported(claim, text)
    assert supported("The roadmap for the ports was approved by the Security Council in March.", text)


ADVISER = """Statement by Ministry Spokesperson Olga Hale on Adviser Jon Vik's Call with Adviser Petar Simic of Serbia

At the request of Belgrade, Jon Vik spoke with Petar Simic, adviser to President Dusan Maric of Serbia. He indicated that Norway would
lend the dredgers. He also noted that the mouth of the river must stay open.
"""


def test_he_goes_on_with_the_subject_of_the_sentence_before() -> None:
    """Of two who speak with one another, "he" is the one whose call it is, not the one named last."""
    assert supported("Vik noted that the mouth of the river must stay open.", ADVISER)
    assert supported('Vik noted that "the mouth of the river must stay open".', ADVISER)
    assert not supported("Simic noted that the mouth of the river must stay open.", ADVISER)
    assert not supported("Maric indicated that Norway would lend the dredgers.", ADVISER)
    assert supported("It was noted that the mouth of the river must stay open.", ADVISER)


def test_a_town_does_not_stand_for_its_state() -> None:
    text = "Germany will pay for the tunnel under the Berlin Zoo. The Alps are a matter for Switzerland and NATO."
    assert supported("Berlin will pay for the tunnel under the Berlin Zoo.", text)
    assert not supported("Hamburg will pay for the tunnel under the Berlin Zoo.", text)
    assert not supported("Germany will pay for the tunnel under the Hamburg Zoo.", text)
    assert supported("The Alps are a matter for Switzerland and the Alliance.", text)
    assert not supported("The Alps are a matter for Switzerland and the Union.", text)


TALKS = """Press Release on the Talks of the Presidents

President Marta Lindqvist of Finland spoke by telephone with the presidents of Slovakia and Ghana at the partners' initiative. The
presidents reviewed recent contacts with Kenya in several formats and agreed to continue close consultation with Brazil. The Slovak side
repeatedly asked our Ghanaian colleagues to reopen the harbour. Finland, Ghana and Slovakia will jointly pay for the lighthouse.
The talks turned on the Slovak harbour plan. The Permanent Secretary of Sudland and the Premier of Norland listened in.
A senior US administration official said that the lighthouse would be lit in May.
"""


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Lindqvist spoke by telephone with the presidents of Slovakia and Ghana on the initiative of the partners.",
            "Lindqvist spoke by telephone with the presidents of Slovakia and Ghana at Lindqvist's initiative.",
        ),
        (
            "The presidents reviewed their recent contacts with Kenya.",
            "The presidents reviewed with Kenya, in several formats, their close consultation.",
        ),
        (
            "The presidents agreed to continue their close consultation with Brazil.",
            "The presidents reviewed with Brazil, in several formats, their consultation.",
        ),
        (
            "Slovakia repeatedly asked Ghana to reopen the harbour.",
            "Ghana repeatedly asked the Slovak side to reopen the harbour.",
        ),
        (
            "The talks turned on a harbour plan that Slovakia had put forward.",
            "The talks turned on a harbour plan that Ghana had put forward.",
        ),
        (
            "The Premier of Norland and the Permanent Secretary of Sudland listened in.",
            "The Premier of Sudland and the Permanent Secretary of Norland listened in.",
        ),
        (
            "A senior U.S. official said that the lighthouse would be lit in May.",
            "A senior U.S. trade official said that the lighthouse would be lit in May.",
        ),
        (
            "Finland, Slovakia and Ghana will pay jointly for the lighthouse.",
            "Finland alone will pay for the lighthouse.",
        ),
        (
            "Lindqvist spoke by telephone with the presidents of Ghana and of Slovakia.",
            "Lindqvist spoke by telephone with the presidents of Ghana and Kenya.",
        ),
    ],
)
def test_partners_and_doers_are_those_of_the_passage(true: str, false: str) -> None:
    assert supported(true, TALKS)
    assert not supported(false, TALKS)


NOTE = """Statement by Harbour Ministry Spokesperson Olga Hale on the Call of the Coastal Ministers

The Coastal Ministers - Minister Jon Vik of Norway, Minister Petar Simic of Serbia and Minister Ana Reyes of Chile - met to discuss dredging.
"""


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Norway was represented by Jon Vik and Chile by Ana Reyes.",
            "Norway was represented by Jon Vik and Chile by Petar Simic.",
        ),
        ("Petar Simic represented Serbia.", "Petar Simic represented Croatia."),
        (
            "The account of the call was given out by Olga Hale, who speaks for the Harbour Ministry.",
            "The account of the call was given out by Jon Vik.",
        ),
        (
            "The ministry's account was issued as a statement by Spokesperson Olga Hale.",
            "The ministry's account was issued as a statement by Spokesperson Olga Hale, who speaks for the Navy of Peru.",
        ),
    ],
)
def test_names_alone_tell_who_stood_for_whom(true: str, false: str) -> None:
    assert supported(true, NOTE)
    assert not supported(false, NOTE)


LEAGUE = """The season of the Fjord League ends on Saturday. Coach Ana Ruiz has urged Bergen team-mate Olav Dahl to sign a new deal.
Lena Vogt paid her a visit at her Oslo office. Ruiz expects the Dane and keeper Per Lund to stay, and praised the Dane Mia Holm.
The figures were released by UNHO South Meland on Monday. The boat was lost near Lake Trysil National Park. "We will rebuild the
boathouse before winter," Dahl said."""


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Ruiz has urged Olav Dahl to sign a new deal.", "Ruiz has urged Lena Vogt to sign a new deal."),
        ("Vogt paid a visit at Ruiz's office.", "Ruiz paid a visit at Vogt's office."),
        ("The boat was lost near Trysil Park.", "The boat was lost near Bergen."),
    ],
)
def test_a_name_that_describes_another_is_no_rival(true: str, false: str) -> None:
    """A club, a town or a piece of a longer name beside the one meant stands for nobody else."""
    source = Source.from_text(LEAGUE)
    assert check(true, source).verdict is not Verdict.CONTRADICTED, check(true, source).reasons
    assert check(false, source).verdict is not Verdict.SUPPORTED


def test_a_longer_name_does_what_its_pieces_do() -> None:
    """Of a name read in two pieces, neither takes the deed from the other."""
    found = check("UNHO South Meland released the figures.", Source.from_text(LEAGUE))
    assert found.verdict is not Verdict.CONTRADICTED, found.reasons


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("A player of the league said they will rebuild the boathouse before winter.", Verdict.REVIEW),
        ("Lena Vogt said they will rebuild the boathouse before winter.", Verdict.CONTRADICTED),
    ],
)
def test_a_speaker_told_by_a_noun_may_be_the_one_who_speaks(claim: str, verdict: Verdict) -> None:
    """Whom a description means no name contradicts; another name does."""
    assert check(claim, Source.from_text(LEAGUE)).verdict is verdict


def test_a_noun_that_begins_a_claim_is_no_name() -> None:
    """A word that the source has only in lower case, or a contraction, is looked for as a word."""
    source = Source.from_text("The lifeguard lost her whistle at Lake Orsa. A note said: 'I've found it.'")
    found = check("Lifeguard's whistle was lost at Lake Orsa, and somebody wrote 'I've found it'", source)
    assert not any(r.code.startswith("name_") for r in found.reasons), found.reasons


def test_a_pronoun_is_bound_in_its_own_sentence() -> None:
    """ "His" in a sentence that names one man is that man's, whoever else stands nearby."""
    text = (
        "President Pavel Horak spoke with President Marta Lindqvist and President Jon Vik on Monday. The call was long. "
        "President Horak repeated his support for the fishermen and called for a return to the quota talks. "
        "Minister Eva Kollar spoke with Admiral Juha Salmi right before the call. Mr. Peter Novak has met several of her colleagues."
    )
    assert supported("President Horak called for a return to the quota talks.", text)
    assert not supported("President Vik called for a return to the quota talks.", text)
    assert supported("Right before the call, Minister Kollar was on the phone with Admiral Salmi.", text)
    assert not supported("Right before the call, Mr. Novak was on the phone with Admiral Salmi.", text)


ORGANS = """Readout

Officials from the Department of Defense, the Department of Commerce and the Department of Energy of the United States took
part. The Ministry of Trade and the Office of the Harbour Master sent experts. The National Grain Council met on Monday.
"""


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ("Officials from the Department of Commerce and the Department of Energy took part.", True),
        ("Officials from the Department of State and the Department of Energy took part.", False),
        ("Officials from the Department of the Treasury took part.", False),
        ("The Commerce Department took part.", True),
        ("The Ministry of Trade sent experts.", True),
        ("The Office of the Trade Master sent experts.", False),
        ("The Ministry of Defense sent experts.", False),
        ("The Council met on Monday.", True),
        ("The National Trade Council met on Monday.", False),
    ],
)
def test_one_organ_of_a_state_is_not_another(claim: str, right: bool) -> None:
    """Departments speak for one state and are not each other; words out of two names make no third."""
    assert supported(claim, ORGANS) is right


ENVOYS = (
    "Readout of the call\n\nPresident Ana Ruiz of Spain voiced deep concern over the build-up near Finland. "
    "Ruiz offered her condolences to Chancellor Mia Holm in the wake of a fire in the Danish town of Skagen. "
    "The discussion covered four topics. Holm wished success to the Spanish people."
)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "The Spanish president voiced concern over the build-up near Finland.",
            "The Danish president voiced concern over the build-up near Finland.",
        ),
        (
            "Ruiz offered Holm her condolences over a fire in Skagen.",
            "Ruiz offered Holm her condolences over a fire in Finland.",
        ),
        ("Holm wished success to the people of Spain.", "Holm wished success to the people of Finland."),
    ],
)
def test_the_adjective_of_a_state_describes(true: str, false: str) -> None:
    """Behind it stands a leader, a town or a people: it is another's name only where the noun makes it one."""
    assert supported(true, ENVOYS), check(true, Source.from_text(ENVOYS)).reasons
    assert not supported(false, ENVOYS)


def test_the_first_of_several_is_no_count() -> None:
    """A rank says nothing against how many there are."""
    found = check("The first topic was the fire.", Source.from_text(ENVOYS))
    assert found.reasons[0].code != "number_mismatch"
