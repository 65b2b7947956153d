"""Denials that a text tells in other words, refusals to answer, and words that a prefix reverses. Each with its false twin."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check
from summarizer.reading.polarity import Operation, find_operators
from summarizer.source import Span

BRIEFING = Source.from_text(
    """Press Briefing by the Spokeswoman of the Ministry of Fisheries, Ms. Dahl

MS. DAHL: Good morning. The minister returned from Tarn last night. The talks there were frank.

Q: Will the quota for herring be raised this year?

MS. DAHL: I'm not going to get ahead of the commission on that. I would leave that to the commission to announce.

Q: Who accompanied the minister to Tarn?

MS. DAHL: The deputy minister and two biologists travelled with him.

Q: Has the minister decided whether to close the northern grounds?

MS. DAHL: It's under consideration. I will say that we didn't talk about a ban on trawlers in Tarn.

Q: Is the ministry satisfied with the new nets?

MS. DAHL: Yes, the nets have done well.
"""
)
COMMUNIQUE = Source.from_text(
    """Communiqué on the Meeting of the Ministers of Shipping of Arvenia and Beldova

The ministers of Arvenia and Beldova met in Lenz on 4 May at the request of Arvenia. They underlined that only the islanders
themselves have the right to choose their harbour master. Lasting investment can occur only in an environment of
de-escalation rather than escalation.

Arvenia will inspect the wrecks in close coordination with Beldova. The ministries will continue looking into the date and
makeup of the regatta. Each member of the commission met the deadline for its report.

Tensions rose last year amid accusations of a secret deal on lighthouse fees. Beldova has repeatedly denied the accusations.

Both sides will lift the non-tariff barriers to trade in timber. The commission unanimously announced that it will open the lock
at Sorn. They reaffirmed their commitment to a strait in which the rights of all ships are respected. Arvenia needs binding
agreements on pilots. Their aim for the fleet is de-risking,
not de-coupling. The minister draws no conclusions from the storm and watches prices, not promises.
""",
    published="2024-05-06",
)

TWINS = {
    "left to another": (
        BRIEFING,
        "Dahl would not say whether the quota for herring would be raised.",
        "Dahl would not say who had accompanied the minister to Tarn.",
    ),
    "under consideration": (
        BRIEFING,
        "Dahl declined to say whether the northern grounds would be closed, answering only that it was under consideration.",
        "Dahl declined to say whether the ministry was satisfied with the new nets, answering only that it was under consideration.",
    ),
    "not talked about": (
        BRIEFING,
        "Dahl said that a ban on trawlers had not been discussed in Tarn.",
        "Dahl confirmed that the northern grounds would be closed.",
    ),
    "only they, so no others": (
        COMMUNIQUE,
        "Outsiders do not have the right to choose the islanders' harbour master.",
        "The islanders themselves do not have the right to choose their harbour master.",
    ),
    "only there, so not elsewhere": (
        COMMUNIQUE,
        "Lasting investment cannot occur in an environment of escalation.",
        "Lasting investment does not depend on an environment of de-escalation.",
    ),
    "together, so not alone": (
        COMMUNIQUE,
        "Arvenia will not inspect the wrecks alone, without consulting Beldova.",
        "Arvenia will not inspect the wrecks in coordination with Beldova.",
    ),
    "still looked into, so not settled": (
        COMMUNIQUE,
        "The date and makeup of the regatta have not been settled.",
        "The date and makeup of the regatta have been settled.",
    ),
    "denied in the next sentence": (
        COMMUNIQUE,
        "Beldova has rejected allegations that it made a secret deal about the fees of lighthouses.",
        "Arvenia has rejected allegations that it made a secret deal about the fees of lighthouses.",
    ),
    "a prefix": (
        COMMUNIQUE,
        "Both sides will lift the non-tariff barriers to trade in timber.",
        "Both sides will lift the tariff barriers to trade in timber.",
    ),
    "a contrast turned round": (
        COMMUNIQUE,
        "Their aim for the fleet is de-risking, not de-coupling.",
        "Their aim for the fleet is de-coupling, not de-risking.",
    ),
    "left as it was": (
        COMMUNIQUE,
        "Both sides will remove the non-tariff barriers to trade in timber.",
        "Both sides leave the non-tariff barriers to trade in timber untouched.",
    ),
    "unanimous": (
        COMMUNIQUE,
        "The commission announced unanimously that it will open the lock at Sorn.",
        "The commission was not unanimous when it announced that it will open the lock at Sorn.",
    ),
    "a clause that describes a wish": (
        COMMUNIQUE,
        "They reaffirmed their commitment to a strait in which “the rights of all ships are respected”.",
        "The ministers noted that in the strait “the rights of all ships are respected”.",
    ),
    "an agreement that is only needed": (
        COMMUNIQUE,
        "Arvenia needs agreements on pilots that bind.",
        "Beldova agreed to give Arvenia binding agreements on pilots.",
    ),
    "untold": (
        COMMUNIQUE,
        "The communiqué does not say that the ministers signed a treaty on pilots.",
        "The communiqué does not say that the ministers met in Lenz.",
    ),
    "nothing of the sort announced": (
        COMMUNIQUE,
        "The two ministers did not announce any new ferry line.",
        "The two ministers did not announce any inspection of the wrecks.",
    ),
}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("She drew no conclusions about the storm and watches prices.", "She drew no conclusions about the storm"),
        ("They did not agree on a truce and left Lenz.", " agree on a truce"),
        ("They have not signed and ratified the pact.", " signed and ratified the pact."),
        ("He made no threats and ultimatums towards the islands.", "He made no threats and ultimatums towards the islands."),
    ],
)  # fmt: skip
def test_a_denial_ends_before_a_second_verb(text: str, denied: str) -> None:
    """A finite verb behind "and" is told, whatever was denied before it."""
    operators = find_operators(text, Span(0, len(text)))
    scopes = [text[o.scope.start : o.scope.end] for o in operators if o.operation is Operation.NEGATION]
    assert scopes[0] == denied


def test_what_is_not_ruled_out_is_possible() -> None:
    """Two denials that hold something possible are one cue."""
    text = "The minister did not rule out a closure."
    operations = [o.operation for o in find_operators(text, Span(0, len(text)))]
    assert operations == [Operation.POSSIBILITY]


BOTH_WAYS = Source.from_text(
    """Press conference

THE PRESIDENT: We spoke about the military base and its long response to the flood. It was a good talk.

Q: Did you talk about a military response?

THE PRESIDENT: No, we didn’t talk about a military response. The owner skirted U.N. sanctions. Only the islanders have the right to
decide, whereas outside pressure spoils the talks.
"""
)


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ("The President said that they did not talk about a military response.", True),
        ("The President said that they did talk about a military response.", False),
        ("The owner skirted sanctions.", True),
        ("Outsiders do not have the right to decide.", True),
        ("Outside pressure does not spoil the talks.", False),
    ],
)
def test_a_denial_stands_against_scattered_words(claim: str, right: bool) -> None:
    """A passage that denies the very words outweighs one that has them by chance; "only" excuses no denial beyond its clause."""
    assert (check(claim, BOTH_WAYS).verdict is Verdict.SUPPORTED) is right


HARBOUR = Source.from_text(
    """Communiqué of the Harbour Conference

The three governments reaffirmed their commitment to a bay in which ships are free from tolls and seizure. They agreed to suspend the
pilot fee for an initial period of 60 days. Only crews that hold a licence will be able to land at Sorn. The mayors stressed the
importance of sparing the islanders further closures.

The pilots' guilds will hold the first joint exercise of their crews in June. All main questions were discussed. The ministers of
Arvenia, Beldova and Corvia took part, along with the Permanent Secretary of Dunmark. They opened dialogue with the guild with no
advance payments. Payments are due in May. The plan lacks nothing, and the harbour serves both coasts. Arvenia undertakes to return the
boats promptly.
""",
    published="2024-05-06",
)
# Words that deny by themselves make a denial right, and its contrary wrong.
COVERT = {
    "free from": ("The governments want a bay in which ships are not seized.", "The governments want a bay in which ships are not free from tolls."),
    "for a time": ("The suspension of the pilot fee is not permanent.", "The pilot fee was suspended permanently."),
    "only those who": ("Crews that do not hold a licence will not be able to land at Sorn.", "Crews that hold a licence will not be able to land at Sorn."),
    "nobody but": ("Nobody but licensed crews will be able to land at Sorn.", "Nobody but the mayors will be able to land at Sorn."),
    "the first": ("The pilots' guilds had not held a joint exercise of their crews before.", "The mayors had not held a joint exercise of their crews before."),
    "none left out": ("None of the main questions was left out.", "Most of the main questions were left out of the discussion."),
    "another office": ("Dunmark took part, represented not by a minister but by its Permanent Secretary.", "Dunmark took part, represented not by its Permanent Secretary but by a minister."),
    "denied, while another passage has the word": (
        "The dialogue with the guild was opened without advance payments.",
        "The dialogue with the guild was opened with advance payments.",
    ),
    "at once": ("Arvenia is to return the boats without delay.", "Arvenia is to return the boats with delay."),
    "short of": ("The harbour serves both coasts.", "The harbour falls short of serving both coasts."),
}  # fmt: skip


PIER = Source.from_text(
    """Minutes of the Pier Board, Lund

The lease could not be signed, talks on its wording being still under way. Ms Berg said that the pier would not be opened before the
divers had gone down. Of the nine skippers who were asked, four had answered.

A reporter asked Mr Holm whether the two strikes meant a delay in autumn. He said that they did not.

The ferry line had 31 per cent of its cabins insured. "We can speak of dates. We cannot speak of prices," Ms Berg said.

Everyone asked for a lower fee. The owners would not lower it, and the guild isn't against night work. The crews signed the petition. The
pilots did not.
"""
)
# What was impossible was not done, "not before" is "only once", and of a part told the rest is denied.
IN_THE_MINUTES = {
    "not done as it could not be": ("The lease was not signed because its wording is still under discussion.", "The lease was signed because talks on its wording were over."),
    "only once": ("Ms Berg said that the pier would be opened only once the divers had gone down.", "Ms Berg said that the pier would be opened before the divers had gone down."),
    "the rest": ("Five of the nine skippers had not answered.", "Four of the nine skippers had not answered."),
    "the rest of a hundred": ("69 per cent of the ferry line's cabins were not insured.", "31 per cent of the ferry line's cabins were not insured."),
    "a quotation of two sentences": ('"We can speak of dates. We cannot speak of prices," said Ms Berg.', '"We cannot speak of dates. We can speak of prices," said Ms Berg.'),
    "not against": ("The guild does not oppose night work.", "The guild opposes night work."),
    "a verb left out": ("The pilots did not sign the petition.", "The crews did not sign the petition."),
    "only asked": ("A reporter asked whether the two strikes meant a delay in autumn.", "Mr Holm said that the two strikes meant a delay in autumn."),
}  # fmt: skip


PAIRS = (
    TWINS
    | {name: (HARBOUR, *pair) for name, pair in COVERT.items()}
    | {name: (PIER, *pair) for name, pair in IN_THE_MINUTES.items()}
)


@pytest.mark.parametrize("name", PAIRS)
def test_a_denial_that_follows_is_supported(name: str) -> None:
    """What follows from the text is supported, with the place that shows it."""
    source, right, _ = PAIRS[name]
    finding = check(right, source)
    assert finding.verdict is Verdict.SUPPORTED, finding.reasons
    assert finding.spans


@pytest.mark.parametrize("name", PAIRS)
def test_its_twin_is_refused(name: str) -> None:
    """What the text tells otherwise, or not, is refused."""
    source, _, wrong = PAIRS[name]
    finding = check(wrong, source)
    assert finding.verdict is not Verdict.SUPPORTED, finding.reasons
