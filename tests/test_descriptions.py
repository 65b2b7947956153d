"""Whom a description means, who speaks for a body, and who is the doer: what a text tells of its people decides."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

HARBOUR = """Harbour pilots walk out at Lervik

LERVIK, 12 March 2024 — Harbour pilots in the western port of Lervik stopped work on Tuesday over a plan to merge two pilot stations.

Ingrid Solheim, who heads the Pilots' Guild, said the merger would leave the northern approach without cover at night. Tore Myhre, of the Shipowners' League, called the walkout "a gift to Rotterdam".

Kristin Aas, a spokeswoman for the transport ministry, said the merger had been decided by parliament and would not be delayed.
"""

HEARING = """Regulator hears tariff objections at Kotala

A bench headed by chairperson R. Mahanta, with members S. Parija (law) and Dilip Nath (engineering), heard objections to the petition on Friday.

Harish Behera, of the Rice Millers' Association, said that the utility had billed mills for hours in which no power was supplied. Sunita Das, appearing for the utility, said the meters had been tested in June.

Mr. Parija said that the bench would visit Balipur before it passed an order.
"""

FERRY = """Ferry talks end without a date

Deputy minister Pavel Oren said the tariff was settled; his counterpart, Ulla Krag, said that "nothing is settled until everything is"; the operators' chairman Henk Bos said he had been told nothing at all.

The government's delegation was led by Oren.
"""

CALL = """Readout of Foreign Secretary Harriet Lane's call with Minister Farid Aziz

The Foreign Secretary spoke today with Farid Aziz, Minister of Foreign Affairs of Morland.

The Foreign Secretary raised the case of the two detained engineers and asked that they be allowed to see a doctor. He invited the Foreign Secretary to visit Port Azim in the spring.

They agreed to stay in touch. The Foreign Secretary was joined by Ambassador Paul Reed.
"""

FISHERIES = """Joint Statement of the Ministers of Fisheries of Latvia, Sweden and Poland

The Ministers of Fisheries of Latvia, Sweden and Poland, Mr. Olav Renn, Ms. Petra Volk and Mr. Juan Soler, met in Tallport on 9 June 2023.

The minister of Poland recalled that his country's small boats depend on the bank and reserved his position on the fees.
"""

BRIEFING = """Press Briefing by Press Secretary Dana Holt, March 3, 2022

MS. HOLT: Good afternoon. Okay, go ahead.

Q    Thank you. Will the President meet Prime Minister Sato in Oslo?

MS. HOLT: I would leave it to the Japanese government to speak to the Prime Minister's plans. Our reserves are at 90 percent.

Q    Did the President call Burke?

MS. HOLT: Not that I'm aware of.
"""

CASES = [
    # who heads a body, who is of it, who speaks for it
    (HARBOUR, "The pilots' leader said that the northern approach would be left without cover at night.", True),
    (HARBOUR, "The shipowners' representative said that the northern approach would be left without cover at night.", False),
    (HARBOUR, 'The shipowners\' representative called the walkout "a gift to Rotterdam".', True),
    (HARBOUR, 'The pilots\' representative called the walkout "a gift to Rotterdam".', False),
    (HARBOUR, "The ministry said that the merger had been decided by parliament.", True),
    (HARBOUR, "The guild's spokeswoman said the merger would not be delayed.", False),
    # an apposition of the claim is held to what the text tells of whom
    (HARBOUR, "Ingrid Solheim, of the Shipowners' League, said the merger would leave the northern approach without cover at night.", False),
    (HEARING, "S. Parija, the law member, said the bench would visit Balipur before passing an order.", True),
    (HEARING, "S. Parija, the engineering member, said the bench would visit Balipur before passing an order.", False),
    (HEARING, "The millers' representative said that the utility had billed mills for hours without supply.", True),
    (HEARING, "Counsel for the utility said that the meters had been tested in June.", True),
    (HEARING, "The millers' representative said that the meters had been tested in June.", False),
    # each part of a joined sentence is its own speaker's
    (FERRY, "Ulla Krag said that nothing was settled until everything was.", True),
    (FERRY, 'Pavel Oren said that "nothing is settled until everything is".', False),
    (FERRY, "The leader of the government's delegation said that the tariff was settled.", True),
    (FERRY, "Henk Bos said that the tariff was settled.", False),
    # the doer of the clause, and those whom "they" stands for
    (CALL, "Harriet Lane asked that the two engineers be allowed to see a doctor.", True),
    (CALL, "Farid Aziz asked that the two engineers be allowed to see a doctor.", False),
    (CALL, "Lane and Aziz agreed to stay in touch.", True),
    (CALL, "Paul Reed and Farid Aziz agreed to stay in touch.", False),
    # offices shared out among several states
    (FISHERIES, "Juan Soler recalled that small boats from his country depend on the bank.", True),
    (FISHERIES, "Petra Volk recalled that small boats from her country depend on the bank.", False),
    (FISHERIES, "Poland reserved its position on the fees.", True),
    (FISHERIES, "Sweden reserved its position on the fees.", False),
    # the person asked is the speaker of the answer
    (BRIEFING, "Asked about the Japanese prime minister, Holt said she would leave it to the Japanese government to speak about his plans.", True),
    (BRIEFING, "Holt spoke of more than 95 percent in reserves.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "true"), CASES)
def test_a_description_means_whom_the_text_tells_of_so(text: str, claim: str, true: bool) -> None:
    """A true retelling passes under whatever name it has for who speaks or acts, its false twin does not."""
    verdict = check(claim, Source.from_text(text)).verdict
    assert (verdict is Verdict.SUPPORTED) is true
