"""Statements in words of their own: what a retelling may change, and what it may not."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

READOUT = Source.from_text(
    """Readout of the Call Between President Mara Lindqvist and Prime Minister Tomas Reyes

President Mara Lindqvist of Norland spoke by telephone today with Prime Minister Tomas Reyes of Sudovia. The call began at
10:05 a.m. and ended at 10:47 a.m.

President Lindqvist expressed deep concern over the massing of Sudovian troops near the border and urged Sudovia to return to
diplomacy. She made clear that Norland would respond with strong economic measures in the event of an attack.

Prime Minister Reyes said that his government has no plans to invade. He voiced readiness to work toward a settlement.

The two leaders agreed on three channels for further talks: a working group in Bern, a military hotline, and a joint commission.
They did not agree on a ceasefire. The Bern talks will go under the supervision of the foreign ministers, while the hotline will be
run by the defense ministries.
""",
    published="2024-03-12",
)

TRUE = {
    "other words for the same act": "Lindqvist voiced her unease about the Sudovian soldiers who are gathering at the border.",
    "told by one side of the other": "Reyes declared that Sudovia does not intend to invade.",
    "the length between two clock times": "The phone conversation lasted 42 minutes.",
    "the same pronoun": "She made it clear that Norland would respond strongly in the event of an attack.",
    "two facts of two sentences, joined": "The call began at 10:05 a.m., and Reyes voiced readiness to work toward a settlement.",
    "how many things are listed": "Three channels for talks were agreed.",
    "a negation kept": "No ceasefire was agreed by the two leaders.",
    "the weekday of the day it is of": "The president and the prime minister spoke by telephone on a Tuesday.",
    "verbs of one subject, told far apart": "Lindqvist expressed concern over the Sudovian troops and spoke to Reyes by telephone.",
    "objects of one verb, told far apart": "The leaders agreed on a working group in Bern for further talks and on the holding of a joint commission.",
    "what is told of both": "Mara Lindqvist and Tomas Reyes both spoke by telephone.",
    "an act beside a condition of another act": "Lindqvist voiced deep concern over the Sudovian troops near the border.",
    "three verbs of one subject": "The leaders agreed on three channels, discussed the troops near the border and spoke of a working group in Bern.",
    "a relative clause of its own": "Reyes, who said that Sudovia has no plans to invade, spoke with Lindqvist by telephone.",
    "several things said": "Reyes said that Sudovia has no plans to invade and that he is ready to work toward a settlement.",
    "a condition by the order of words": "Lindqvist made clear that Norland would respond with strong economic measures should there be an attack.",
    "what the text says of itself": "According to the readout, Lindqvist called on Sudovia to come back to diplomacy.",
}

FALSE = {
    "another pronoun": "He made clear that Norland would answer an attack with strong economic measures.",
    "a person who does not speak there": "She made clear that Norland would answer your attack with strong economic measures.",
    "one of two joined facts wrong": "The call began at 10:05 a.m., and the ceasefire will be run by the defense ministries.",
    "names changed about": "Prime Minister Reyes urged Norland to return to diplomacy.",
    "a second verb with what another did": "Lindqvist spoke with Reyes by telephone and said that her government has no plans to invade.",
    "a second object that is not told": "The leaders agreed on a working group for talks in Bern and on the release of the prisoners.",
    "a relative clause about another": "Lindqvist, who said that her government has no plans to invade, spoke with Reyes by telephone.",
    "one of several things said by another": "Lindqvist said that Norland would respond to an attack and that she was ready to work toward a settlement.",
    "two facts put in an order of time": "The leaders first agreed on three channels, and the call then began at 10:05 a.m.",
    "a condition by the order of words, added": "The two leaders agreed on three channels should there be an attack.",
    "a number changed": "The two leaders agreed on four channels for further talks.",
    "a length that no times give": "The phone conversation lasted 52 minutes.",
    "a negation dropped": "The two leaders agreed on a ceasefire.",
    "a name that is nowhere": "President Lindqvist spoke by telephone with Chancellor Weber.",
    "another's words": "Lindqvist said that her government has no plans to invade.",
    "a quotation cut from a readiness": 'Reyes announced "a settlement".',
    "a word exchanged in a copy": "President Lindqvist urged Sudovia to return to violence.",
    "a name put before another's noun": "The hotline talks will go under the supervision of the foreign ministers in Sudovia.",
    "a condition dropped in a copy": "She made clear that Norland would respond with strong economic measures.",
    "what nobody says": "Both leaders committed to release all prisoners before Easter.",
}


@pytest.mark.parametrize("name", TRUE)
def test_a_retelling_is_supported(name: str) -> None:
    """What a passage says in other words is supported, with the passage."""
    finding = check(TRUE[name], READOUT)
    assert finding.verdict == Verdict.SUPPORTED, finding.reasons
    assert finding.spans


@pytest.mark.parametrize("name", FALSE)
def test_a_false_retelling_is_refused(name: str) -> None:
    """One thing made wrong is enough to be refused, whatever the words."""
    finding = check(FALSE[name], READOUT)
    assert finding.verdict != Verdict.SUPPORTED, finding.reasons


@pytest.mark.parametrize("name", TRUE)
def test_what_is_false_scores_below_what_is_true(name: str) -> None:
    """Whatever is contradicted scores below whatever is supported."""
    lowest = check(TRUE[name], READOUT).score
    findings = [check(text, READOUT) for text in FALSE.values()]
    assert all(f.score < lowest for f in findings if f.verdict == Verdict.CONTRADICTED)


def test_several_sentences_score_as_the_lowest() -> None:
    """A second sentence that is worse pulls the score down to its own."""
    good, bad = TRUE["other words for the same act"], FALSE["what nobody says"]
    both = check(f"{good} {bad}", READOUT)
    assert both.score == pytest.approx(check(bad, READOUT).score, abs=0.01)
    assert both.score < check(good, READOUT).score


def test_a_sentence_that_is_not_the_lowest_counts_too() -> None:
    """Of two that share their worst sentence, the one whose other sentence is changed scores lower."""
    worst = FALSE["what nobody says"]
    right = check(f"The phone conversation lasted 42 minutes. {worst}", READOUT)
    wrong = check(f"The phone conversation lasted 52 minutes. {worst}", READOUT)
    assert wrong.score < right.score


def test_a_value_that_is_nowhere_costs_more_than_a_word() -> None:
    """The score weighs a difference by how surely it is an error: a number that is nowhere more than a word."""
    word = check("The two leaders agreed on three paths for further negotiations.", READOUT)
    number = check("The two leaders agreed on nineteen channels for further talks.", READOUT)
    assert number.score < word.score


def test_a_changed_word_lowers_the_score() -> None:
    """Of two statements that differ in one word, the one in the source's words scores higher, whatever the verdicts."""
    right = (
        "She made clear that Norland would respond with strong economic measures in the event of an attack."
    )
    assert check(right, READOUT).score > check(right.replace("economic", "cultural"), READOUT).score
    assert check(right, READOUT).score > check(right.replace("attack", "agreement"), READOUT).score


def test_named_evidence_must_hold_the_fact() -> None:
    """A fact from another sentence is not brought into evidence that is named."""
    evidence = "They did not agree on a ceasefire."
    merged = (
        "They did not agree on a ceasefire, and Norland is deeply concerned over the troops near the border."
    )
    assert (
        check("They did not agree on a ceasefire.", READOUT, evidence=evidence).verdict == Verdict.SUPPORTED
    )
    assert check(merged, READOUT, evidence=evidence).verdict != Verdict.SUPPORTED


def test_a_pronoun_scores_below_the_name_it_hides() -> None:
    """Who is meant by a pronoun cannot be compared: the same claim with the name ranks higher."""
    named = check("Reyes voiced readiness to work toward a settlement of the dispute.", READOUT)
    hidden = check("He voiced readiness to work toward a settlement of the dispute.", READOUT)
    assert hidden.score < named.score


PIER = Source.from_text(
    """The council met in Port Halden on Monday. It is not true that the old harbour crane was sold to a scrap dealer from Drewsby.
The mayor refused to promise that the town would repair the school roof this winter.

Deputy minister Pal Brandt travelled with his wife to the 7 villages of the valley. He asked the fishermen there to wait for
another winter. Rita Samso stayed in the capital, where she painted the fence of the school with her brother.
"""
)


@pytest.mark.parametrize(
    ("copied", "changed"),
    [
        ("The old harbour crane was sold to a scrap dealer from Drewsby.", ("sold", "shown")),
        ("The town would repair the school roof this winter.", ("repair", "repaint")),
    ],
)
def test_a_changed_copy_scores_no_better_than_the_copy(copied: str, changed: tuple[str, str]) -> None:
    """Words cut out of a denial are contradicted; who changes one more only makes that less sure."""
    assert check(copied, PIER).verdict == Verdict.CONTRADICTED
    assert check(copied.replace(*changed), PIER).score < check(copied, PIER).score


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Samso painted the fence with her brother.", "Samso painted the fence with his brother."),
        ("Samso painted the fence with her brother.", "Samso painted the fence with our brother."),
        ("Brandt said he asked the fishermen to wait.", "Brandt said they asked the fishermen to wait."),
        ("The visit took Brandt to seven quiet villages.", "The visit took Brandt to some quiet villages."),
        ("Brandt asked the fishermen to wait there.", "Brandt asked the fishermen not to wait there."),
        ("Brandt travelled with his wife.", "Brandt travelled to his wife."),
        ("The councillors gathered on Monday.", "The chancellors gathered on Monday."),
        (
            "Brandt travelled with his wife to the villages.",
            "His wife travelled with Brandt to the villages.",
        ),
        ("Samso's brother painted the fence.", "The fence painted Samso's brother."),
    ],
)
def test_what_no_rule_decides_lowers_the_score(right: str, wrong: str) -> None:
    """Another pronoun, number, preposition, denial, root or order of words ranks a claim below its twin, whatever the verdicts."""
    assert check(wrong, PIER).score < check(right, PIER).score


HARBOUR = Source.from_text(
    """Joint Declaration of the Prime Minister of Estrava and the Prime Minister of Lorn on the Harbour

We, the Prime Minister of Estrava and the Prime Minister of Lorn, met in Port Elim on 9 March and declare the following.

We signed the plan for the repair of the harbour wall. We call on the shipping lines to provide timely notice to ensure that the
pilots can prepare each arrival.

The ports discussed ideas to keep the breakwater secure with concrete blocks, steel sheets and stone walls. The drivers agreed to
move the heavy cranes, combined with old trucks, out of the yard. The mayor looks forward to a detailed study of the northern
channel, to be carried out in the near future. The wardens discussed care for the old lighthouse.
""",
    published="2024-03-12",
)
# What carries nothing of its own, or only joins, beside the word that tells something else.
SAID_WITH_MORE = {
    "an office for those who hold it": (
        "The two prime ministers signed the plan for the repair of the harbour wall.",
        "The two prime ministers agreed to demolish the harbour wall and the breakwater.",
    ),
    "an adverb in a copy": (
        "The drivers agreed to move the heavy cranes, together with old trucks, out of the yard.",
        "The drivers agreed to move the heavy cranes, along with new trucks, out of the yard.",
    ),
    "an aim": (
        "They called on the shipping lines to provide timely notice so that the pilots could prepare each arrival.",
        "They called on the shipping lines to provide timely notice so that the customs officers could search each cargo.",
    ),
    "an adverb that joins nothing": (
        "The mayor hopes to see a thorough study of the northern channel done before long.",
        "The mayor hopes to see a thorough study of the northern channel done before the repair of the wall.",
    ),
    "a verb of two words": (
        "The wardens talked about looking after the old lighthouse.",
        "The wardens talked about the old lighthouse after the mayor had left.",
    ),
}


@pytest.mark.parametrize("name", SAID_WITH_MORE)
def test_a_word_that_carries_nothing_is_no_addition(name: str) -> None:
    """General nouns, offices and adverbs that join nothing may be added; another thing or another link may not."""
    right, wrong = (check(text, HARBOUR) for text in SAID_WITH_MORE[name])
    assert right.verdict is Verdict.SUPPORTED, right.reasons
    assert wrong.verdict is not Verdict.SUPPORTED, wrong.reasons


def test_the_reason_is_what_decides() -> None:
    """Of a telling in other words the reason names the value that is wrong, not the common words that differ."""
    finding = check("The mayors met in the town of Varn to seek a settlement of the fee dispute.", READOUT)
    assert finding.verdict is not Verdict.SUPPORTED
    assert finding.reasons[0].code != "words_not_found", finding.reasons
