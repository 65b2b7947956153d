"""Claims on what a text does not tell: supported by looking, contradicted where it does tell."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

READOUT = Source.from_text(
    """Readout of President Lindqvist's Call with Prime Minister Reyes of Hungary

President Mara Lindqvist of Norway spoke on May 3 with Prime Minister Tomas Reyes of Hungary. The call lasted 40 minutes.

Following up on Foreign Minister Halvorsen's April 12 meeting with the river commission in Vienna, President Lindqvist
proposed a visit of engineers to the dam. She also invited the Prime Minister to Oslo for a state dinner on June 9. The leaders
agreed to hold a further round of consultations in Bern. The Hungarian delegation had raised the matter of the fishing crews.

President Lindqvist said that Norway would not cut the flow of water. Prime Minister Reyes thanked her for the
drought relief. Both leaders welcomed the opening of the bridge.

Participants in the call included:

- Ines Halvorsen, Foreign Minister
- Jonas Vik, Minister of Finance
- Astrid Dahl, Deputy Minister of Defense
"""
)
COMMUNIQUE = Source.from_text(
    """Joint Communiqué of the Ministers of Trade

The Ministers of Trade of Chile and Peru met in Lima on 4 June 2024 with the delegation of Ecuador, led by Vice Minister Rosa
Quispe. They agreed to lower the tariff on grain. The reduction will take effect once both parliaments have voted.

The Ministers condemned the restrictive measures taken against their exporters. A panel of five experts will study the port fees.
It will report by the end of the year. A second panel will look into the customs rules.
"""
)

TRUE = [
    (READOUT, "The readout gives no date for the proposed visit of engineers to the dam."),
    (READOUT, "No date was given for the further round of consultations."),
    (READOUT, "The readout does not say when the next round of consultations will be held."),
    (READOUT, "The readout does not name any member of the river commission."),
    (READOUT, "The readout does not mention sanctions."),
    (READOUT, "The readout makes no mention of Russia."),
    (READOUT, "There is no reference to human rights in the readout."),
    (READOUT, "The readout does not attribute any statement on the dam to Reyes."),
    (READOUT, "The readout does not quote Halvorsen."),
    (READOUT, "The readout does not list the Minister of Justice among the participants in the call."),
    (READOUT, "The Prime Minister's spokesman is not mentioned in the readout."),
    (READOUT, "The readout says nothing about trade or tariffs."),
    (READOUT, "The readout makes no mention of the Russian leader."),
    (READOUT, "The readout does not report that any loan was granted during the call."),
    (READOUT, "The readout does not say that the two leaders signed a contract on electricity."),
    (READOUT, "The readout does not report what Halvorsen replied."),
    (READOUT, "Halvorsen's reply is not reported in the readout."),
    (READOUT, "The readout names no specific company or bank."),
    (READOUT, "Russia is not mentioned by name in the readout."),
    (READOUT, "The readout contains no threat of sanctions."),
    (READOUT, "The readout does not mention Austria among the subjects of the talks."),
    (READOUT, "No representative of Austria appears in the list of participants."),
    (READOUT, "Neither the Russian president nor the Austrian chancellor is listed among those who took part."),
    (READOUT, "The leaders set no exact date for the further round of consultations."),
    (READOUT, "The readout mentions neither Austria nor the ferries."),
    (READOUT, "Nowhere does the readout mention Russia."),
    (READOUT, "Russia goes unmentioned in the readout."),
    (READOUT, "There is no word in the readout on sanctions."),
    (READOUT, "The readout does not mention Russia by name, although it speaks of the drought."),
    (READOUT, "The readout does not record any loan granted in the call on the bridge."),
    (READOUT, "Neither Austria's chancellor nor Russia's is among the participants whom the readout lists."),
    (READOUT, "The readout does not explain why the leaders welcomed the opening of the bridge."),
    (COMMUNIQUE, "The communiqué does not say what the restrictive measures were."),
    (COMMUNIQUE, "The communiqué does not name the town or port where the second panel will look into the customs rules."),
    (COMMUNIQUE, "The communiqué does not give a date on which the reduction of the tariff will take effect."),
    (COMMUNIQUE, "The communiqué does not mention the export of grain to Brazil."),
    (COMMUNIQUE, "The communiqué gives no date for the reduction of the tariff."),
    (COMMUNIQUE, "The joint communiqué does not mention Bolivia."),
    (COMMUNIQUE, "The document does not say where the second panel will look into the customs rules."),
]  # fmt: skip

FALSE = [
    (READOUT, "The readout gives no date for the call."),
    (READOUT, "The readout gives no date for the state dinner in Oslo."),
    (READOUT, "The readout does not say how long the call lasted."),
    (READOUT, "The readout does not say where the further round of consultations will be held."),
    (READOUT, "The readout does not mention the fishing crews."),
    (READOUT, "The readout makes no mention of Hungary."),
    (READOUT, "The readout says nothing about the bridge."),
    (READOUT, "The readout says nothing about sanctions or the drought."),
    (READOUT, "The readout does not quote Lindqvist."),
    (READOUT, "The readout does not attribute any statement on the water to Lindqvist."),
    (READOUT, "The readout does not report anything that Reyes said during the call."),
    (READOUT, "The readout does not list the Minister of Finance among the participants in the call."),
    (READOUT, "Jonas Vik was not among the participants in the call."),
    (READOUT, "The readout does not mention the Hungarian leader."),
    (READOUT, "The readout does not quote the Norwegian president."),
    (READOUT, "The Norwegian foreign minister was not among the participants in the call."),
    (READOUT, "The readout does not say that the Hungarian delegation had raised the matter of the fishing crews."),
    (READOUT, "The readout does not report that a round of consultations in Bern was agreed."),
    (READOUT, "The readout does not say that Oslo would not cut the flow of water."),
    (READOUT, "The readout does not say that the engineers' visit to the dam was proposed by Lindqvist."),
    (COMMUNIQUE, "The communiqué does not say that the tariff on grain is to be lowered."),
    (READOUT, "The readout does not report what Reyes said."),
    (READOUT, "The readout names no bridge."),
    (READOUT, "The readout contains no offer of a state dinner."),
    (READOUT, "The readout does not name the city or country where the state dinner will be held."),
    (READOUT, "Hungary is not mentioned by name in the readout."),
    (READOUT, "No Minister of Finance appears in the list of participants."),
    (READOUT, "Neither Jonas Vik nor the Austrian chancellor is listed among those who took part."),
    (READOUT, "The leaders set no date for the state dinner in Oslo."),
    (READOUT, "The readout mentions neither Vienna nor the ferries."),
    (READOUT, "Nowhere does the readout mention the fishing crews."),
    (READOUT, "There is no word in the readout on the bridge."),
    (READOUT, "The readout leaves open where the further round of consultations will be held."),
    (READOUT, "The readout does not mention the dam, although it speaks of the drought."),
    (COMMUNIQUE, "The communiqué does not say what was agreed in Lima."),
    (COMMUNIQUE, "The communiqué does not mention unfair tariffs."),
    (COMMUNIQUE, "The communiqué does not name any member of the delegation of Ecuador."),
    (COMMUNIQUE, "The communiqué gives no date for the meeting of the ministers in Lima."),
    (COMMUNIQUE, "The communiqué does not give the number of experts on the panel that will study the port fees."),
    (COMMUNIQUE, "The communiqué does not say when the panel of experts on the port fees will report."),
    (COMMUNIQUE, "The communiqué does not refer to the parliaments."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "claim"), TRUE)
def test_what_is_not_told_is_supported(source: Source, claim: str) -> None:
    """A claim that the text lacks something is supported where looking finds nothing, with the passage looked at."""
    finding = check(claim, source)
    assert finding.verdict == Verdict.SUPPORTED, finding.reasons
    assert finding.spans


@pytest.mark.parametrize(("source", "claim"), FALSE)
def test_what_is_told_is_not_wanting(source: Source, claim: str) -> None:
    """A claim that the text lacks what it does tell is never supported, and the place is shown."""
    finding = check(claim, source)
    assert finding.verdict != Verdict.SUPPORTED
    assert finding.spans
