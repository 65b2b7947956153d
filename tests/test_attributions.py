"""Attributions: who said what, in direct, indirect and mixed speech, in turns, over paragraphs, and who is meant."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading import read
from summarizer.reading.attribution.cues import Form, inflect, verb_cues
from summarizer.reading.attribution.finder import Attribution, find_attributions
from summarizer.source import Source, Span


class Said(NamedTuple):
    """An attribution with its spans as text."""

    speaker: str | None
    cue: str | None
    content: list[str]
    kind: str
    name: str | None
    found: Attribution


def attributions(text: str) -> list[Said]:
    def words(span: Span | None) -> str | None:
        return text[span.start : span.end] if span else None

    return [
        Said(words(a.speaker), words(a.cue), [text[s.start : s.end] for s in a.content], a.kind, a.name, a)
        for a in find_attributions(read(Source.from_text(text)))
    ]


def told(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    return [(s.speaker, s.cue, s.content) for s in attributions(text)]


DIRECT = [
    pytest.param(
        '"We will wait," Ann Lee said.', ("Ann Lee", "said", ["We will wait,"]), id="quote then tag"
    ),
    pytest.param(
        '"We will wait," said Ann Lee.', ("Ann Lee", "said", ["We will wait,"]), id="inverted"
    ),
    pytest.param(
        '"Will you wait?" the envoy asked.', ("the envoy", "asked", ["Will you wait?"]), id="question"
    ),
    pytest.param(
        '"We will wait," Ann Lee, the envoy to Oslo, told reporters on Monday.',
        ("Ann Lee", "told", ["We will wait,"]), id="apposition and hearer",
    ),
    pytest.param(
        '"We will wait," Ann Lee, 52, told Radio Oslo.', ("Ann Lee", "told", ["We will wait,"]), id="age",
    ),
    pytest.param(
        '"We will wait," Ann Lee said on Monday. "But not for long."',
        ("Ann Lee", "said", ["We will wait,", "But not for long."]), id="goes on after the tag",
    ),
    pytest.param(
        '"We will," she said, "wait for you."', ("she", "said", ["We will,", "wait for you."]), id="interposed",
    ),
    pytest.param(
        'Ann Lee told the council on Monday: "We will wait."', ("Ann Lee", "told", ["We will wait."]), id="colon",
    ),
    pytest.param(
        'Ann Lee said, after a long pause, "We will wait."', ("Ann Lee", "said", ["We will wait."]), id="parenthesis",
    ),
    pytest.param(
        'Ann Lee said in a statement on Monday, "We will wait."',
        ("Ann Lee", "said", ["We will wait."]), id="statement and day",
    ),
    pytest.param(
        'As Ann Lee put it, "We will wait."', ("Ann Lee", "put", ["We will wait."]), id="as she put it",
    ),
    pytest.param(
        'Said Ann Lee: "We will wait."', ("Ann Lee", "Said", ["We will wait."]), id="fronted",
    ),
    pytest.param(
        '"We will wait," an angry Lee retorted coldly.', ("an angry Lee", "retorted", ["We will wait,"]), id="any angry verb",
    ),
    pytest.param(
        '"We will wait," beamed Ann Lee.', ("Ann Lee", "beamed", ["We will wait,"]), id="a verb that is no cue",
    ),
    pytest.param(
        '"We will wait," said Bo Skelly, the envoy. "Not long."', ("Bo Skelly", "said", ["We will wait,", "Not long."]), id="name like an adverb",
    ),
    pytest.param(
        'A sign saying "No more talks about talks" hung there.',
        ("A sign", "saying", ["No more talks about talks"]), id="a thing that speaks",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct(text: str, expected: tuple[str, str, list[str]]) -> None:
    """Quoted words go to the subject of the cue beside them, wherever it stands."""
    assert expected in told(text)
    assert all(s.kind == "direct" for s in attributions(text))


INDIRECT = [
    pytest.param(
        "Ann Lee said that the talks would go on.", ("Ann Lee", "said", ["the talks would go on"]), id="that-clause"
    ),
    pytest.param("Ann Lee said the talks would go on.", ("Ann Lee", "said", ["the talks would go on"]), id="bare clause"),
    pytest.param(
        "Ann Lee said on Monday in Oslo that the talks would go on.",
        ("Ann Lee", "said", ["the talks would go on"]), id="time and place",
    ),
    pytest.param(
        "Ann Lee on Monday said the talks would go on.", ("Ann Lee", "said", ["the talks would go on"]), id="day before the cue",
    ),
    pytest.param(
        "Ann Lee in a statement said the talks would go on.",
        ("Ann Lee", "said", ["the talks would go on"]), id="occasion before the cue",
    ),
    pytest.param(
        "The talks would go on, Ann Lee said.", ("Ann Lee", "said", ["The talks would go on"]), id="tag at the end"
    ),
    pytest.param(
        "The talks, Ann Lee said, would go on in May.", ("Ann Lee", "said", ["The talks", "would go on in May"]), id="interposed",
    ),
    pytest.param(
        "According to the ministry, the talks would go on.",
        ("the ministry", "According to", ["the talks would go on"]), id="according to, first",
    ),
    pytest.param(
        "The talks would go on, according to a senior official.",
        ("a senior official", "according to", ["The talks would go on"]), id="according to, last",
    ),
    pytest.param(
        "Foreign Ministry Spokesman Bo Ek said that talks would go on.",
        ("Foreign Ministry Spokesman Bo Ek", "said", ["talks would go on"]), id="title before the name",
    ),
    pytest.param(
        "The foreign minister, Ann Lee, said talks would go on.",
        ("The foreign minister, Ann Lee", "said", ["talks would go on"]), id="name in apposition",
    ),
    pytest.param(
        "Ann Lee, who arrived late, said talks would go on.",
        ("Ann Lee", "said", ["talks would go on"]), id="relative clause",
    ),
    pytest.param(
        "The men who came to Oslo to protest said talks were useless.",
        ("The men", "said", ["talks were useless"]), id="relative clause without commas",
    ),
    pytest.param(
        "Ann Lee and Bo Ek said that talks would go on.",
        ("Ann Lee and Bo Ek", "said", ["talks would go on"]), id="two speakers",
    ),
    pytest.param(
        "The text names a clause which Ann Lee said she understood.", ("Ann Lee", "said", ["she understood"]), id="inside a relative clause",
    ),
    pytest.param(
        "Ann Lee told Bo Ek that talks would go on.", ("Ann Lee", "told", ["talks would go on"]), id="hearer",
    ),
    pytest.param(
        "Ann Lee told Bo Ek about the earlier plan.", ("Ann Lee", "told", ["the earlier plan"]), id="told about",
    ),
    pytest.param(
        "Ann Lee praised the plan, adding that talks would go on.",
        ("Ann Lee", "adding", ["talks would go on"]), id="participle",
    ),
    pytest.param(
        "After months of silence, Ann Lee praised the plan, saying talks would go on.",
        ("Ann Lee", "saying", ["talks would go on"]), id="participle after a leading phrase",
    ),
    pytest.param(
        "The plan failed in May, with Ann Lee insisting that talks go on.",
        ("Ann Lee", "insisting", ["talks go on"]), id="with a participle",
    ),
    pytest.param(
        "Ann Lee said the plan was good and added that talks would go on.",
        ("Ann Lee", "added", ["talks would go on"]), id="second cue of one subject",
    ),
    pytest.param(
        "Ann Lee called for a ban on mines.", ("Ann Lee", "called", ["a ban on mines"]), id="preposition",
    ),
    pytest.param(
        "Ann Lee promised to release the text.", ("Ann Lee", "promised", ["to release the text"]), id="infinitive",
    ),
    pytest.param(
        "Ann Lee asked whether the text was ready.", ("Ann Lee", "asked", ["whether the text was ready"]), id="question clause",
    ),
    pytest.param(
        "As reported by the Oslo Gazette, the text was ready.",
        ("the Oslo Gazette", "reported", ["the text was ready"]), id="as reported by",
    ),
    pytest.param("Ann Lee is confident that talks will go on.", ("Ann Lee", "confident", ["talks will go on"]), id="adjective"),
    pytest.param("The board was critical of the plan.", ("The board", "critical", ["the plan"]), id="adjective and preposition"),
    pytest.param(
        "The agency issued a warning that ice was near.", ("The agency", "warning", ["ice was near"]), id="light verb and noun",
    ),
    pytest.param(
        "Criticism from shipowners that the port is slow has grown.",
        ("shipowners", "Criticism", ["the port is slow"]), id="noun and giver",
    ),
    pytest.param("There were reports that the port was shut.", (None, "reports", ["the port was shut"]), id="noun of nobody"),
    pytest.param(
        "Ann Lee used the hour to say that talks would go on.", ("Ann Lee", "to say", ["talks would go on"]), id="infinitive of speech",
    ),
    pytest.param(
        "The board sent a letter saying the port was shut.", ("The board", "saying", ["the port was shut"]), id="sender of a letter",
    ),
    pytest.param("Ann Lee vowed on Monday to stay.", ("Ann Lee", "vowed", ["to stay"]), id="time before the infinitive"),
    pytest.param(
        "Ann Lee said that, after a pause, talks would go on.",
        ("Ann Lee", "said", ["after a pause, talks would go on"]), id="parenthesis after that",
    ),
    pytest.param(
        "Bo Ek of Laholt, Ohio, said the port was shut.", ("Bo Ek of Laholt, Ohio", "said", ["the port was shut"]), id="town and state",
    ),
    pytest.param(
        "Ann Lee, the envoy, who arrived late, said talks would go on.",
        ("Ann Lee", "said", ["talks would go on"]), id="two appositions",
    ),
    pytest.param(
        "When the board met, Ann Lee smiled and said that talks would go on.",
        ("Ann Lee", "said", ["talks would go on"]), id="joined to the nearest clause",
    ),
    pytest.param(
        "In the words of the ministry, the talks were useful.",
        ("the ministry", "In the words of", ["the talks were useful"]), id="in the words of",
    ),
    pytest.param("The ship reportedly sank in May.", (None, "reportedly", ["The ship reportedly sank in May"]), id="hearsay"),
    pytest.param(
        "The envoy was warned by the board that ice was near.", ("the board", "was warned", ["ice was near"]), id="warned by",
    ),
    pytest.param(
        "A third of voters say they are tired.", ("A third of voters", "say", ["they are tired"]), id="plural with a complement",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INDIRECT)
def test_indirect(text: str, expected: tuple[str, str, list[str]]) -> None:
    """A reported clause goes to the subject of its cue."""
    assert expected in told(text)
    assert all(s.kind == "indirect" for s in attributions(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('Ann Lee said the text was "a bad joke" that nobody liked.', id="inside a clause"),
        pytest.param('The text was "a bad joke on us all," Ann Lee said.', id="before the tag"),
        pytest.param('Ann Lee called the text "a bad joke" on Monday.', id="object"),
        pytest.param("Ann Lee said her staff “cannot read such a text in one day.”", id="quoted predicate"),
    ],
)
def test_mixed(text: str) -> None:
    """Content that is quoted in part is mixed and has one speaker."""
    (found,) = attributions(text)
    assert (found.kind, found.name) == ("mixed", "Ann Lee")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The percentage points rose in three states that voted.", id="nouns like verbs"),
        pytest.param("Security Guarantees Talks Resume in Oslo", id="headline nouns"),
        pytest.param("The reported attack on the stated date killed nobody.", id="adjectives"),
        pytest.param("You know, it rained.", id="you know"),
        pytest.param("He walked to the house and opened the door.", id="no cue"),
        pytest.param('They watched "The Long Winter of Oslo" at home.', id="a title"),
    ],
)
def test_silence(text: str) -> None:
    """Nothing is attributed where nobody says anything."""
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        pytest.param("Ann Lee said that the plan failed.", False, id="said"),
        pytest.param("Ann Lee did not say that the plan failed.", True, id="did not say"),
        pytest.param("Ann Lee never said the plan had failed.", True, id="never said"),
        pytest.param("Ann Lee denied that the plan failed.", True, id="denied"),
        pytest.param("Ann Lee rejected the claim of failure.", True, id="rejected"),
        pytest.param("Ann Lee said that the plan did not fail.", False, id="negation inside the content"),
    ],
)
def test_negated(text: str, negated: bool) -> None:
    """What was denied or not said is marked; a negation in what was said is not."""
    assert attributions(text)[0].found.negated is negated


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Foreign Minister Ann Lee spoke. Ms. Lee said it was over.", ["Lee"], id="title off"),
        pytest.param("Ann Lee said it was over. She added that all was well.", ["Ann Lee", "Ann Lee"], id="she"),
        pytest.param(
            "Ann Lee said it was over. Bo Ek arrived late. He said the plane was slow.", ["Ann Lee", "Bo Ek"], id="topic between",
        ),
        pytest.param(
            "Mr. Ek said it was over. She said it was not.", ["Ek", None], id="he is not she",
        ),
        pytest.param(
            "Ann Lee said it was over.\n\nUma Ek told Bo Lund about the key points, she said, adding that talks go on.",
            ["Ann Lee", "Ann Lee", "Uma Ek", "Ann Lee"], id="not whoever the report is about",
        ),
        pytest.param(
            "Ann Lee said that Uma Ek had said no to it. She added that talks go on.",
            ["Ann Lee", "Uma Ek", "Ann Lee"], id="not whoever is only reported to have spoken",
        ),
        pytest.param("It rained. He said it would stop.", [None], id="nobody before"),
        pytest.param(
            "A senior harbour official said the ship had left. \"We saw it go,\" the official added.",
            ["senior harbour official", "senior harbour official"], id="the official",
        ),
        pytest.param("Ann Lee and Bo Ek said it was over.", ["Ann Lee and Bo Ek"], id="two"),
        pytest.param("Ann Lee, who said it was over, left.", ["Ann Lee"], id="who"),
        pytest.param("The ministry said it was over. It added that all was well.", ["ministry", "ministry"], id="a body is it"),
        pytest.param("Officials said it was over. They added that all was well.", ["Officials", "Officials"], id="several are they"),
        pytest.param("Ann Lee said all was over. It added that all was well.", ["Ann Lee", None], id="a person is not it"),
        pytest.param('"I think it is over," Ann Lee said.', ["Ann Lee", "Ann Lee"], id="I in a quotation"),
    ],
)  # fmt: skip
def test_names(text: str, names: list[str | None]) -> None:
    """A speaker is named without title; a pronoun gets the nearest fitting earlier speaker, or nobody."""
    assert [s.name for s in attributions(text)] == names


def test_a_resolver_gives_the_names() -> None:
    """The caller's resolver turns a speaker's span into the full name, which pronouns then get too."""
    text = "Lee said it was over. She added that all was well."
    full = {"Lee": "Ann Lee"}
    found = find_attributions(
        read(Source.from_text(text)), lambda span: full.get(text[span.start : span.end])
    )
    assert [a.name for a in found] == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize("cue", ["said\u200b", "e-mailed ", "said ", "saidʼ. She said "])
def test_cue_is_found_however_the_index_of_words_has_it(cue: str) -> None:
    """A cue in a later paragraph is found behind a hyphen, and where marks in the text join it with its neighbour."""
    text = f"The harbour lay quiet.\n\nNo ship came in.\n\nThe minister {cue}that the talks would go on."
    assert [s.content[0].endswith("the talks would go on") for s in attributions(text)] == [True]


@pytest.mark.parametrize(
    ("lemma", "past", "third", "ing"),
    [
        ("say", "said", "says", "saying"),
        ("deny", "denied", "denies", "denying"),
        ("admit", "admitted", "admits", "admitting"),
        ("write", "wrote", "writes", "writing"),
        ("stress", "stressed", "stresses", "stressing"),
        ("agree", "agreed", "agrees", "agreeing"),
    ],
)
def test_inflection(lemma: str, past: str, third: str, ing: str) -> None:
    """Verbs are inflected as English spells them, and every form is a cue."""
    forms = inflect(lemma)
    assert (forms[Form.PAST], forms[Form.THIRD], forms[Form.ING]) == (past, third, ing)
    assert {verb_cues()[form].lemma for form in (past, third, ing)} == {lemma}


_PIECES = st.sampled_from(
    ["said", "says", "told", "that", "according to", "adding", "Ann Lee", "he", "the", "official", "who", "and", "not", "was", "asked",
     '"', "“", "”", "''", ",", ".", ":", "?", "—", "(", ")", "\n\n", "Q:", "MS. LEE:", "on Monday", "’s", "in", "a", "statement"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=60).map(" ".join) | st.text(max_size=200))
def test_spans_lie_inside_the_text(text: str) -> None:
    """Whatever the text, every span lies in it, contents are not empty, and parents exist."""
    found = find_attributions(read(Source.from_text(text)))
    for one in found:
        spans = [*one.content, *(s for s in (one.speaker, one.cue, one.addressee) if s)]
        assert one.content
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert one.parent is None or 0 <= one.parent < len(found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the man said, " * 100_000, id="the man said"),
        pytest.param("he said that " * 20_000, id="he said that"),
        pytest.param("and said " * 20_000, id="and said"),
        pytest.param("x, who said, " * 20_000, id="who said"),
        pytest.param("to say " * 20_000, id="to say"),
        pytest.param('"' * 1_000_000, id="straight marks"),
        pytest.param("“" * 200_000, id="opening marks"),
        pytest.param('a" ' * 100_000, id="closing marks"),
        pytest.param("“We go on.\n\n" * 10_000, id="paragraphs left open"),
        pytest.param("word " * 1_000_000, id="one line of five million characters"),
    ],
)
def test_hostile_repeats_are_read(text: str) -> None:
    """Repeats that would break a quadratic reader end in an answer."""
    assert all(a.content for a in find_attributions(read(Source.from_text(text))))
