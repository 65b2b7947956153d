"""Claims that quote: the words, who says them, what was cut off, and the words of the claim around them."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

NEWS = Source.from_text(
    """Norway and Hungary to Meet in Bern

By a staff writer

NORHAVEN, March 12 -- Norway and Hungary will open talks on the border next week, officials on both sides said Tuesday.

"We come to Bern with an open mind, but the troops must go home first," Norway's foreign minister, Ines Halvorsen, told reporters
in Norhaven. She called the last round of talks "a useful exchange of views." Asked about the dam at Kessel, she said that the two
governments "have not even begun to discuss it."

Hungary's spokesman, Pavel Orlo, struck a different tone. "The river belongs to both of us," he said. "Our engineers have shared
every measurement since January." He said Hungary would consider a visit by inspectors that does not touch its bases.

The ministers agreed in February to support efforts by the river commission to reopen the bridge. A final settlement will be
put to both parliaments. Upon payment of the debt, both companies will resume deliveries. Norway's banks may lend to
companies that are registered in the region.
""",
    published="2024-03-12",
)
READOUT = Source.from_text(
    """Readout of the Call Between President Mara Lindqvist and Prime Minister Tomas Reyes

President Mara Lindqvist of Norway spoke today with Prime Minister Tomas Reyes of Hungary. The exchange was frank, detailed and
held in a spirit of good neighborliness.

President Lindqvist reaffirmed Norway's steadfast commitment to stand with the peoples of the region on managing the drought.
Prime Minister Reyes conveyed his hope for the early return of the fishing crews. The leaders noted the need for consistent progress
toward a border agreement. Real headway in these channels can occur only in a climate of calm.
They reviewed efforts to calm the border, including preparations to withdraw the patrols, and plans for closer contact, including
a visit of engineers to the dam.
"""
)
TRANSCRIPT = Source.from_text(
    """Press Conference by President Lindqvist After the Bern Summit

Bern, Switzerland

THE PRESIDENT: Good evening, everybody. Prime Minister Reyes and I spent three hours together. The tone was serious.

Q Madam President, what did you tell the Prime Minister about the fishing crews? Are you confident they'll be released?

THE PRESIDENT: I'm not confident of anything. What will change his mind is the price that he pays. Our eyes are on deeds and on
dates, not on promises.

Q And the dam? Farmers along the Kessel say that their wells are running dry.

THE PRESIDENT: We know each other's engineers well; they trust each other.
"""
)

TRUE = [
    (NEWS, 'Speaking to the press in Norhaven, Halvorsen said: "We come to Bern with an open mind, but the troops must go home first."'),
    (NEWS, 'The Norwegian foreign minister described the previous round of talks as "a useful exchange of views."'),
    (NEWS, 'Asked about the dam at Kessel, Halvorsen replied that the governments "have not even begun to discuss it."'),
    (NEWS, 'Of the river, the Hungarian spokesman said that it "belongs to both of us."'),
    (NEWS, 'Orlo claimed that Hungarian engineers "have shared every measurement since January."'),
    (NEWS, 'The article quotes Orlo as saying that "the river belongs to both of us."'),
    (NEWS, 'In February the ministers agreed to support efforts by the commission "to reopen the bridge."'),
    (NEWS, 'Both companies "will resume deliveries" once the debt is paid.'),
    (READOUT, 'The readout speaks of Norway\'s "steadfast commitment to stand with the peoples of the region".'),
    (READOUT, 'The readout calls the exchange "frank, detailed and held in a spirit of good neighborliness."'),
    (READOUT, 'In the readout the exchange is described as "held in a spirit of good neighborliness".'),
    (READOUT, 'Reyes voiced hope for "the early return of the fishing crews."'),
    (READOUT, 'The leaders pointed to the need for "consistent progress toward a border agreement."'),
    (READOUT, 'The leaders reviewed "preparations to withdraw the patrols".'),
    (TRANSCRIPT, 'Asked about the fishing crews, Lindqvist answered: "Our eyes are on deeds and on dates, not on promises."'),
    (TRANSCRIPT, 'On the dam, President Lindqvist told reporters that the engineers "trust each other."'),
    (TRANSCRIPT, 'Lindqvist told the press she was "not confident of anything."'),
]  # fmt: skip

FALSE = [
    (NEWS, 'Orlo told reporters: "We come to Bern with an open mind, but the troops must go home first."'),
    (NEWS, 'Speaking of the river, Halvorsen said that it "belongs to both of us."'),
    (NEWS, 'Asked about the debt of the companies in Geneva, Halvorsen said that the governments "have not even begun to discuss it."'),
    (NEWS, 'Halvorsen told reporters without reservation: "We come to Bern with an open mind."'),
    (NEWS, 'In February the ministers agreed "to reopen the bridge."'),
    (NEWS, 'The ministers have already reached "a final settlement."'),
    (NEWS, 'The article says that "both companies will resume deliveries."'),
    (NEWS, 'The banks of Norway may "lend to companies" of every sort.'),
    (NEWS, 'Orlo called the last round of talks "a useful exchange of views."'),
    (NEWS, 'Hungary\'s spokesman said the two governments "have begun to discuss it."'),
    (READOUT, 'Lindqvist conveyed her hope for "the early return of the fishing crews."'),
    (READOUT, 'The two leaders noted "consistent progress toward a border agreement."'),
    (READOUT, 'The readout says that "real headway in these channels can occur."'),
    (READOUT, 'The readout calls the exchange "frank, detailed and held in a spirit of mutual respect."'),
    (READOUT, 'The leaders reviewed how "to withdraw the patrols".'),
    (READOUT, 'The contact has come to include "a visit of engineers to the dam".'),
    (TRANSCRIPT, 'Lindqvist told reporters that the farmers\' "wells are running dry."'),
    (TRANSCRIPT, 'Prime Minister Reyes said of the President: "Our eyes are on deeds and on dates, not on promises."'),
    (TRANSCRIPT, 'Lindqvist told the press she was "confident of anything."'),
]  # fmt: skip


@pytest.mark.parametrize(("source", "claim"), TRUE)
def test_a_true_quotation_is_supported(source: Source, claim: str) -> None:
    """Words that stand in the source and are said by who is named need only be told around in the way of a retelling."""
    finding = check(claim, source)
    assert finding.verdict == Verdict.SUPPORTED, finding.reasons
    assert finding.spans


@pytest.mark.parametrize(("source", "claim"), FALSE)
def test_a_false_quotation_is_refused(source: Source, claim: str) -> None:
    """Another's words, changed words, and words cut from what turns or bounds them support nothing."""
    assert check(claim, source).verdict != Verdict.SUPPORTED


STATEMENTS = Source.from_text(
    """Press Statements After the Meeting of President Berg and Prime Minister Reyes

Oslo

President of Norway Ada Berg: Ladies and gentlemen, we have just concluded long talks on the fishing grounds. I would like
to thank my guest for a frank and useful conversation. The catch will be cut, but nobody will lose a licence.

We have instructed our ministries to prepare a treaty.

Prime Minister of Hungary Tomas Reyes: Thank you. Our engineers will return to the dam in the autumn. We have no claims on
the river, other than the right to use its water.
"""
)
REMARKS = Source.from_text(
    """Remarks by President Berg, Vice President Moe, and Members of the Task Force

Oslo

THE PRESIDENT: Good evening. I congratulate the central bank on its decision.

THE VICE PRESIDENT: Thank you, Madam President. The stores will stay open around the clock.

Q Will the schools close?

THE PRESIDENT: The schools will not close.
"""
)


@pytest.mark.parametrize(
    ("source", "claim", "right"),
    [
        (STATEMENTS, 'Speaking in Oslo, Berg thanked Reyes for "a frank and useful conversation."', True),
        (
            STATEMENTS,
            'Berg said that the two sides "have instructed our ministries to prepare a treaty."',
            True,
        ),
        (STATEMENTS, 'Reyes announced that "our engineers will return to the dam in the autumn."', True),
        (STATEMENTS, 'Berg announced that "our engineers will return to the dam in the autumn."', False),
        (STATEMENTS, 'Reyes told reporters: "We have no claims on the river."', False),
        (STATEMENTS, 'Berg announced that "the catch will be cut."', False),
        (REMARKS, 'Berg told reporters: "I congratulate the central bank on its decision."', True),
        (
            REMARKS,
            'Vice President Moe told reporters: "I congratulate the central bank on its decision."',
            False,
        ),
        (REMARKS, 'Of the shops Vice President Moe said that they "will stay open around the clock."', True),
    ],
)
def test_turns_of_officials(source: Source, claim: str, right: bool) -> None:
    """Who speaks each once is read by office and name, and a vice president is not the president."""
    assert (check(claim, source).verdict == Verdict.SUPPORTED) is right


@pytest.mark.parametrize(
    ("source", "claim", "right"),
    [
        (NEWS, "Asked about the airport in Geneva, Halvorsen said that the two governments have not begun to discuss it.", False),
        (NEWS, "According to the article, the ministers agreed in February to support efforts to reopen the bridge.", True),
        (READOUT, "As the readout puts it, the exchange was frank and detailed.", True),
        (READOUT, "The readout notes that Reyes conveyed his hope for the early return of the fishing crews.", True),
        (READOUT, "The readout notes that Lindqvist conveyed her hope for the early return of the fishing crews.", False),
    ],
)  # fmt: skip
def test_frames(source: Source, claim: str, right: bool) -> None:
    """Words about the text or about speaking are not looked for; who speaks, of what, and what binds still is."""
    assert (check(claim, source).verdict == Verdict.SUPPORTED) is right


def test_a_condition_of_the_next_predicate_crops_nothing() -> None:
    """What is told of a second act ("and said it would answer if …") does not bind the first, which is told as a fact."""
    source = Source.from_text(
        "President Berg voiced her deep concern over the closed ports and said that Norway would answer in the event of an attack."
    )
    assert check('Berg voiced "her deep concern over the closed ports."', source).verdict == Verdict.SUPPORTED
    assert (
        check('Berg said that Norway "would answer" the closing of the ports.', source).verdict
        != Verdict.SUPPORTED
    )


JOKES = Source.from_text(
    """Remarks by President Berg

PRESIDENT BERG: You will have read: “Berg said she'd close the port.” That was a joke. That's not true. We reaffirm our support for the
crews. The harbour should keep to the accord, which is vital to settling the dispute over fish, and keep strengthening the watch on the
northern coast.
"""
)


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ('Berg told the reporters that she would "close the port."', False),
        ('"We have reaffirmed our support of the crews" is, in substance, what Berg said.', True),
        ('"We reaffirm our support for the owners" is, in substance, what Berg said.', False),
        ('Berg said: "We will always support the crews."', False),
        ('Berg described the accord as "vital to settling the dispute over fish."', True),
        ('The crews are to get fish "vital to settling the dispute" whether or not the harbour keeps to the accord.', False),
    ],
)  # fmt: skip
def test_words_taken_back_or_not_verbatim(claim: str, right: bool) -> None:
    """What a speaker takes back is no word of theirs; what a claim quotes in substance is judged as a retelling."""
    finding = check(claim, JOKES)
    assert (finding.verdict is Verdict.SUPPORTED) is right, finding.reasons
