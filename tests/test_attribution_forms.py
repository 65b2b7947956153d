"""Forms of reported speech, one sentence each: who says it, and a part of what is said."""

from __future__ import annotations

import pytest
from test_attributions import attributions

SAID = [
    # passives with a hearer, an agent, or neither
    ("Members were told by Ann Berg that the quay had sunk.", "Ann Berg", "the quay had sunk"),
    ("Berg was urged by the union to sell the quay.", "the union", "to sell the quay"),
    ("Berg was asked by a reporter whether the quay was safe.", "a reporter", "whether the quay was safe"),
    ("The sale was announced on Monday by Ann Berg, the mayor.", "Ann Berg", "The sale"),
    ("That the quay had sunk was confirmed by Ann Berg on Monday.", "Ann Berg", "the quay had sunk"),
    ("The plan, described by Berg as “a trap for the town,” was dropped.", "Berg", "a trap for the town"),
    ("Berg had been told that the quay was safe.", None, "the quay was safe"),
    ("Berg was pressed on the price of the quay.", None, "the price of the quay"),
    ("Berg is convinced that the quay is safe.", "Berg", "the quay is safe"),
    ("Berg is reported to have said that the quay is safe.", "Berg", "the quay is safe"),
    # verbs without a tense of their own
    ("Members listened to Berg explain why the quay sank.", "Berg", "why the quay sank"),
    ("Berg was overheard telling an aide that the quay was safe.", "Berg", "the quay was safe"),
    ("Berg keeps saying the quay is safe.", "Berg", "the quay is safe"),
    ("Not only did Berg say that the quay was safe, she also slept on it.", "Berg", "the quay was safe"),
    ("Having announced that the quay was safe, Berg left.", "Berg", "the quay was safe"),
    ("Berg, calling the quay “a danger to us all,” left the hall.", "Berg", "a danger to us all"),
    ("But while denying that the quay was safe, Berg kept it open.", "Berg", "the quay was safe"),
    ("Members heard from Ann Berg that the quay was safe.", "Ann Berg", "the quay was safe"),
    # tags
    ("“The quay is as safe as a church,” the Tarn Post quoted Berg as saying.", "Berg", "as safe as a church"),
    ("“The quay is as safe as a church.” That is what Ann Berg told the council.", "Ann Berg", "as safe as a church"),
    ("“The quay is as safe as a church,” was how Ann Berg put it.", "Ann Berg", "as safe as a church"),
    ("The quay, said the owners, would never sink.", "the owners", "would never sink"),
    ("The quay may not be so safe after all, say some sailors.", "some sailors", "The quay may not be so safe"),
    ("The quay is safe, Berg told the council, and nothing can sink it.", "Berg", "The quay is safe"),
    ("As Berg told the council in May, the quay is safe.", "Berg", "the quay is safe"),
    ("“If the quay sinks one day” — Berg looked away — “we will build another one here.”", "Berg", "build another one"),
    # nouns and labels
    ("Berg's answer: “The quay is as safe as a church.”", "Berg's", "as safe as a church"),
    ("Berg on the quay: “It is as safe as any church here.”", "Berg", "as safe as any church"),
    ("What it means - From the report: “The quay is as safe as a church.”", "the report", "as safe as a church"),
    ("Claims by harbour pilots that the quay was safe were false.", "harbour pilots", "the quay was safe"),
    ("Berg's most telling claim is that the quay is safe.", "Berg's", "the quay is safe"),
    ("Some owners were of the view that the quay was safe.", "Some owners", "the quay was safe"),
    ("Bennett denied the notion that the quay was safe.", "Bennett", "the quay was safe"),
    # subjects
    ("When the board met he began by saying that the quay was safe.", "he", "the quay was safe"),
    ("Last month, when I asked Berg about it, she looked up and said the quay was safe.", "she", "the quay was safe"),
    ("Berg, the mayor, paused, then revealed why the quay had sunk.", "Berg", "why the quay had sunk"),
    ("A former mayor -- Ann Berg, who lost in May -- said the quay was safe.", "Ann Berg", "the quay was safe"),
    ("Berg two months later announced that the quay was safe.", "Berg", "the quay was safe"),
    ("The envoy Berg met in Oslo said the quay was safe.", "The envoy", "the quay was safe"),
    ("Critics such as Berg say the quay is a danger.", "Critics", "the quay is a danger"),
    ("A friend of Berg's said that the quay was safe.", "A friend", "the quay was safe"),
    ("The state-owned firm Nord employs ten sailors and says the quay is safe.", "Nord", "the quay is safe"),
    # where a content begins and ends
    ("Berg promised to “mend” the quay.", "Berg", "to “mend” the quay"),
    ("Berg added, that the quay was safe.", "Berg", "the quay was safe"),
    ("Berg said in her letter, written by Bo Ek, a lawyer, that the quay was safe.", "Berg", "the quay was safe"),
    ("Berg proclaimed in May - falsely - that the quay was safe.", "Berg", "the quay was safe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "part"), SAID, ids=[text[:50] for text, _, _ in SAID])
def test_who_says_what(text: str, speaker: str | None, part: str) -> None:
    """Each form has its speaker, or none where nobody is named, and its content."""
    found = [a.speaker for a in attributions(text) if part in " … ".join(a.content)]
    assert found
    assert any(speaker in (s or "") if speaker else s is None for s in found)


APART = [
    ("Berg called the plan weak, and the union called it “a gift to the owners.”", "Berg", "a gift to the owners"),
    ("Although Berg admitted that she had “slept through the vote,” she denied the rest.", "Berg", "denied the rest"),
    ("Polls did foresee the result - Ann Berg: “The polls were right about us this time.”", "Polls", "right about us"),
    ("In a year in which Ek has blamed the banks and Berg has mocked him, little was done.", "Ek", "mocked him"),
    ("Berg announced that same day a sale of the quay.", "Berg", "same day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "part"), APART, ids=[text[:50] for text, _, _ in APART])
def test_a_content_ends_where_another_clause_begins(text: str, speaker: str, part: str) -> None:
    """What the sentence goes on to tell is no part of what was said before."""
    assert not [a for a in attributions(text) if a.speaker == speaker and part in " … ".join(a.content)]


SILENT = [
    "Thousands tuned in to see the mayor accept the prize.",
    "The report was given to the owners, advocates of the plan, in May.",
    "Berg is going to the quay to put the boat in.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_words_are_told(text: str) -> None:
    """Verbs that only look like cues report nothing."""
    assert not attributions(text)


def test_a_person_brought_in_before_a_pronoun() -> None:
    """Where nobody has spoken yet, "she" is the person with whose name the sentence before begins."""
    said = attributions("Ann Berg, the mayor, rose to speak. “The quay is safe for all of us,” she said.")
    assert [a.name for a in said] == ["Ann Berg"]


def test_two_quotations_joined_are_two_pieces() -> None:
    """What stands between two quotations of one content is nobody's words."""
    (said,) = attributions("The board replied, “The quay is safe for you,” and “We will mend it in May.”")
    assert said.content == ["The quay is safe for you,", "We will mend it in May."]


def test_a_label_with_nothing_but_a_mark_behind_it_has_no_content() -> None:
    """News that was cut by hand has "told the radio: ." before a quotation of its own."""
    found = attributions('Anna Berg told the ABC: . "It was a relief.')
    assert all(words.strip() for a in found for words in a.content)
