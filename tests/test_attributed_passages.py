"""Attributions beyond one sentence: over paragraphs, from cue to quotation, in headlines, signatures and reports inside reports."""

from __future__ import annotations

from test_attributions import attributions

from summarizer.reading import read
from summarizer.reading.attribution.finder import find_attributions
from summarizer.source import Source


def test_reports_inside_reports_know_their_parent() -> None:
    """A report inside another's content has that one as its parent, in quotations too."""
    found = attributions(
        'Ann Lee said that Bo Ek had said the plan was dead. "Bo told me that it lives," she said.'
    )
    parents = [None if s.found.parent is None else found[s.found.parent].cue for s in found]
    assert [(s.speaker, parent) for s, parent in zip(found, parents, strict=True)] == [
        ("Ann Lee", None), ("Bo Ek", "said"), ("she", None), ("Bo", "said"),
    ]  # fmt: skip


def test_hearer() -> None:
    """Whoever was told something is the addressee, not the speaker."""
    text = "Ann Lee told Bo Ek that talks would go on."
    (found,) = find_attributions(read(Source.from_text(text)))
    assert found.addressee is not None
    assert text[found.addressee.start : found.addressee.end] == "Bo Ek"


def test_quotation_over_paragraphs_is_one_attribution() -> None:
    """Paragraphs of one quotation go to the speaker named beside any of them."""
    text = "“We began at noon and did not eat.\n\n“We ended at four,” Ann Lee said.\n\nIt rained."
    (found,) = attributions(text)
    assert found.content == ["We began at noon and did not eat.", "We ended at four,"]
    assert found.speaker == "Ann Lee"


def test_cue_before_a_paragraph_of_quotation() -> None:
    """A sentence that ends in a colon gives its speaker to the quotation below it."""
    (found,) = attributions("Ann Lee told the council:\n\n“We shall never sign such a text.”")
    assert (found.speaker, found.content) == ("Ann Lee", ["We shall never sign such a text."])


def test_speaker_carried_over_is_weak() -> None:
    """A quotation of its own paragraph, without a tag, goes to the speaker above only as a guess."""
    first, second = attributions("“It is over now,” Ann Lee said.\n\n“It was a long day for all of us.”")
    assert (first.found.strength, second.found.strength) == ("strong", "weak")


def test_quotation_of_nobody_has_no_speaker() -> None:
    """Speech that no words attribute is kept, weak and without speaker."""
    (found,) = attributions("It rained. “Nobody ever tells us when it will stop!” The bus left.")
    assert (found.speaker, found.name, found.found.strength) == (None, None, "weak")


def test_signature_below_a_quotation() -> None:
    """A line that begins with a dash says whose the quotation above it is."""
    found = attributions(
        "It rained.\n\n“Nobody ever tells us when it will stop.”\n\n—Ann Lee, harbour master"
    )
    assert [(s.speaker, s.found.rule, s.found.strength) for s in found] == [("Ann Lee", "signature", "weak")]


def test_paragraph_that_lost_its_marks() -> None:
    """A paragraph under "Ann Lee writes:" is what she wrote, weakly."""
    (found,) = attributions("The plan is old. Ann Lee writes:\n\nThe plan is dead and was never alive.")
    assert (found.speaker, found.content, found.found.strength) == (
        "Ann Lee", ["The plan is dead and was never alive."], "weak",
    )  # fmt: skip


def test_title_in_quotation_marks_is_no_speech() -> None:
    """What stands beside the title of a show is not said by it, and the title is not what was said."""
    text = 'Ann Lee, host of the TV show "The Long Winter," said on "Evening Talk" that talks would go on.'
    assert [(s.speaker, s.content) for s in attributions(text)] == [("Ann Lee", ["talks would go on"])]


def test_question_put_to_somebody_is_not_theirs() -> None:
    """Whoever was asked did not say the question."""
    (found,) = attributions("Ann Lee was asked, “Will the talks go on?”")
    assert (found.speaker, found.content) == (None, ["Will the talks go on?"])


def test_headline_with_a_full_stop() -> None:
    """The first line of a story may be a headline that ends like a sentence."""
    found = attributions("Lee: Oslo talks will go on in May.\n\nIt rained in the city all day long.")
    assert [(s.speaker, s.content) for s in found] == [("Lee", ["Oslo talks will go on in May"])]


def test_headline() -> None:
    """A name before a colon in a headline speaks, weakly."""
    (found,) = attributions("Lee: Oslo Talks Will Go On in May\n\nIt rained in the city all day long.")
    assert (found.speaker, found.found.strength) == ("Lee", "weak")


def test_noun_cue_is_weak() -> None:
    """A clause after "her claim that" is attributed to its owner, weakly."""
    (found,) = attributions("Nobody believed Ann Lee's claim that the text was ready.")
    assert (found.name, found.content, found.found.strength) == ("Ann Lee", ["the text was ready"], "weak")
