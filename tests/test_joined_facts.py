"""Whether what a statement ties together a text ties together: two facts joined into one, an order turned. Each with its true twin."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

NOTE = Source.from_text(
    """Note on the Visit of the Norland Delegation to Port Elim

A delegation of the Norland fisheries board visited Port Elim on 9 March. The hosts opened a new training centre for young
sailors, which will offer courses on rescue at sea and lend equipment to smaller harbours.

The delegation agreed to meet the harbour pilots at the lighthouse museum in Varn later in the spring.

The auditors presented a critical review of the subsidies for deep-sea trawlers. They recommended a cap on fuel rebates.
The inspectors expressed concern over the poor state of the breakwater. Commissioner Odell handed the inspectors a chart of the
northern reefs. She had prepared it with volunteers of the coast guard.

The board adopted strict quotas for herring. Since then, several large canneries have cut their night shifts. The fleet returned
to Elim on Friday. It will then undergo repairs in the dry dock. Upon completion of the survey, the two ports will sign the cargo
agreement. As a result, ferry companies reported longer delays at the northern quay.

In the first session, the members discussed mooring fees. In the final session, the members discussed the patrols on the ice. The council
unanimously elected a new pilot master. The owners of the yard sold two tugs. Mr Sand spoke of a rise in crime as a result of the
attacks of masked smugglers against the customs officers. The mayor congratulated the shipwrights on the completion of the pier.
""",
    published="2024-03-12",
)

# What is so, and beside it what the text does not tell as one, or tells the other way round.
TWINS = {
    "the place of another meeting": (
        "The hosts opened a training centre, and the delegation agreed to meet the harbour pilots at the lighthouse museum.",
        "The hosts opened the new training centre for young sailors at the lighthouse museum.",
    ),
    "the object of another concern": (
        "The inspectors expressed concern over the poor state of the breakwater.",
        "The inspectors expressed concern over the critical review of the subsidies.",
    ),
    "two facts beside one another": (
        "The auditors reviewed the subsidies for deep-sea trawlers, and the inspectors expressed concern over the breakwater.",
        "The auditors expressed concern over the breakwater in their review of the subsidies for deep-sea trawlers.",
    ),
    "who a pronoun stands for": (
        "Commissioner Odell had prepared the chart of the northern reefs with volunteers of the coast guard.",
        "Volunteers of the coast guard prepared strict quotas for herring.",
    ),
    "what a noun is told of": (
        "The auditors recommended a cap on the rebates of fuel.",
        "The auditors recommended a cap on the night shifts.",
    ),
    "what a noun is told of in a place": (
        "The inspectors expressed concern over the state of the breakwater.",
        "The inspectors expressed concern over the poor state of the equipment.",
    ),
    "which of several": (
        "In the final session, the members discussed the patrols on the ice.",
        "In the first session, the members discussed the patrols on the ice.",
    ),
    "who is against whom": (
        "Crime rose as a result of attacks by masked smugglers against the customs officers.",
        "Crime rose as a result of attacks by the customs officers against masked smugglers.",
    ),
    "how it was done": (
        "The new pilot master was elected unanimously by the council.",
        "The owners of the yard unanimously sold two tugs.",
    ),
    "what came since then": (
        "Several large canneries have cut their night shifts since the strict quotas for herring.",
        "The board adopted strict quotas for herring after several large canneries had cut their night shifts.",
    ),
    "what is over": (
        "The mayor congratulated the shipwrights on the completion of the pier.",
        "The mayor congratulated the shipwrights before the pier was completed.",
    ),
    "what comes then": (
        "The fleet will undergo repairs in the dry dock after it has returned to Elim.",
        "The fleet will undergo repairs in the dry dock before it returns to Elim.",
    ),
    "what comes upon something": (
        "After completion of the survey, the two ports will sign the cargo agreement.",
        "The two ports will sign the cargo agreement before completion of the survey.",
    ),
}


@pytest.mark.parametrize("name", TWINS)
def test_what_the_text_ties_together_is_supported(name: str) -> None:
    """Facts side by side, and what a pronoun or "since then" links, may be told in one sentence."""
    finding = check(TWINS[name][0], NOTE)
    assert finding.verdict is Verdict.SUPPORTED, finding.reasons


@pytest.mark.parametrize("name", TWINS)
def test_what_it_tells_apart_is_refused(name: str) -> None:
    """Both halves stand in the text; that they belong together does not."""
    finding = check(TWINS[name][1], NOTE)
    assert finding.verdict is not Verdict.SUPPORTED, finding.reasons


MINUTES = Source.from_text(
    """Lerna, Friday. Prime Minister Ida Holm and President Marko Brez held talks in Lerna. The two sides signed a memorandum on the protection of cables.

Holm thanked Brez for the delivery of grain. A planned dinner was cancelled because of the storm. Holm visited the dam in the afternoon.

The minister of ports, Rita Moll, suggested a cap on river cruises. Arland and Besmia opposed a cap on river cruises.

Moll opened the new lock and thanked the engineers. She flew to Vale. There she met the fishermen.

Meeting participants included Harbour Director Olga Lind, Pilot Chief Tomas Berg and officials from the Fisheries Board.
"""
)
BORROWED = (
    "Both sides signed a memorandum on the delivery of grain.",
    "A memorandum on the protection of the dam was signed.",
    "The talks were cancelled because of the storm.",
    "Moll flew to Vale and then opened the new lock.",
    "The minister of ports suggested a cap on river cruises, which Arland and Holm opposed.",
)
JOINED_RIGHTLY = (
    "Both sides put their signatures to a memorandum on protecting cables.",
    "The dinner that had been planned was called off owing to the storm.",
    "Moll opened the new lock and then flew to Vale.",
    "The minister of ports suggested a cap on river cruises, which Arland and Besmia opposed.",
    "Besides thanking the engineers, Moll opened the new lock.",
    "Olga Lind and Tomas Berg took part in the meeting.",
)


@pytest.mark.parametrize("claim", BORROWED)
def test_a_word_of_another_fact_is_refused(claim: str) -> None:
    """A noun that stands where the passage has another one, and comes from another sentence, makes two facts into one."""
    assert check(claim, MINUTES).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize("claim", JOINED_RIGHTLY)
def test_facts_may_be_told_together(claim: str) -> None:
    """Several things that a text tells may be told in one sentence, in the order in which it tells them."""
    assert check(claim, MINUTES).verdict is Verdict.SUPPORTED
