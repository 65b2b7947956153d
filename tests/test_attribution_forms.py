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
    # forms of council, court and letters
    ("Ms. Berg moved that the quay be sold.", "Berg", "the quay be sold"),
    ("The court held that the quay was public.", "The court", "the quay was public"),
    ("The court heard that the quay had sunk.", None, "the quay had sunk"),
    ("It was agreed that the quay should be sold.", None, "the quay should be sold"),
    ("It is feared that the quay has sunk.", None, "the quay has sunk"),
    ("The quay, it is said, is haunted.", None, "is haunted"),
    ("The witness was asked by counsel for the town whether the quay was safe.", "counsel", "whether the quay was safe"),
    ("Asked to confirm that the quay was safe, Berg left.", None, "to confirm that the quay was safe"),
    ("Berg let out a sigh and said, and I quote, “The quay is as safe as a church.”", "Berg", "as safe as a church"),
    ("By her own admission, Berg sold the quay.", "her", "Berg sold the quay"),
    ("By the mayor's own account, the quay was safe.", "the mayor's", "the quay was safe"),
    ("“The quay,” in the judge's words, “is as safe as a church.”", "the judge's", "as safe as a church"),
    ("“The quay is as safe as a church,” was Berg's verdict.", "Berg's", "as safe as a church"),
    ("The quay is safe, or so Berg says.", "Berg", "The quay is safe"),
    ("No quay has been sold, she said; the town still owns them all.", "she", "the town still owns"),
    ("“With respect to you all,” Berg broke in, “the quay is safe.”", "Berg", "the quay is safe"),
    ("“Nobody owns it,” Berg said. “Nobody.”", "Berg", "Nobody."),
    ("Her advice? “Never sleep on a quay.”", "Her", "Never sleep on a quay"),
    ("Berg ended her letter with “The quay is as safe as a church.”", "Berg", "as safe as a church"),
    ("The vote sank Berg's “we will never sell the old quay” promise.", "Berg's", "never sell the old quay"),
    ("Berg would have us believe that the quay is safe.", "Berg", "the quay is safe"),
    ("The quay was safe, the Tarn Post quoted a sailor as saying.", "a sailor", "The quay was safe"),
    ("The deal, said Bo Ek, an expert on quays, would fail.", "Bo Ek", "would fail"),
    ("The quay, engineers told the council on Tuesday, cannot be saved.", "engineers", "cannot be saved"),
    # subjects that are parted from their verb
    ("Dr. Berg, who calls the quay “a trap for us all,” said it would sink.", "Berg", "it would sink"),
    ("Ann Berg, 41, and her brother, Bo, 38, said they had sold the quay.", "Ann Berg", "they had sold the quay"),
    ("Other owners, like Ann Berg, Bo Ek and Ida Holm, say the quay is safe.", "Other owners", "the quay is safe"),
    ("Neither Berg nor her deputy would say who had sold the quay.", "Berg", "who had sold the quay"),
    ("The bank, people familiar with the sale said, will own the quay.", "people", "will own the quay"),
    ("Majorities in all five say they want the quay.", "Majorities", "they want the quay"),
    ("Ann Berg, a member of the board told sailors that the quay was safe.", "Ann Berg", "the quay was safe"),
    ("Even a former aide said Berg should have sold the quay, saying, “She knew the price of it.”", "aide", "She knew the price"),
    ("Berg put off deciding whether Ek could buy the quay but said the price was fair.", "Berg", "the price was fair"),
    ("The row began when Bo Ek came in, calling the quay “a danger to us all.”", "Bo Ek", "a danger to us all"),
    ("The talk was so dull that Berg was prompted to say the quay was safe.", "Berg", "the quay was safe"),
    ("The town has a list of owners who claim the quay is theirs.", "owners who", "the quay is theirs"),
    ("Although Berg admitted “some small mistakes,” she insisted the quay was safe.", "she", "the quay was safe"),
    ("In an interview with “Dawn and Friends,” Berg insisted the quay was safe.", "Berg", "the quay was safe"),
    ("Berg said people misread her letter.", "Berg", "people misread her letter"),
    ("Ek said she and Berg had agreed that the quay was safe.", "she and Berg", "the quay was safe"),
    ("(Berg said “no.”) Then Ek announced that the quay was safe.", "Ek", "the quay was safe"),
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
    ("Her claim that the quay was robbed found few friends.", "Her", "found few"),
    ("The warning by Berg that the quay could burst was ignored.", "Berg", "was ignored"),
    ("After Berg's call to sell the quay, Ek offered to buy it.", "Berg's", "offered to buy"),
    ("Berg, who said the quay was safe, left the hall.", "Berg, who", "left the hall"),
    ("What Berg called “a short pause” lasted for ten weeks.", "Berg", "lasted"),
    ("Berg agreed to sell the quay and urged Ek to buy it.", "Berg", "to sell the quay and urged"),
    ("Berg said she would sell the quay and urged Ek to buy it.", "Berg", "would sell the quay and urged"),
    ("Berg has pledged to sell the quay and she has kept her word.", "Berg", "kept her word"),
    ("According to Berg, who chairs the board, the quay is safe.", "Berg", "who chairs the board"),
    ("Sailors said the quay had sunk; they declined to say why.", "Sailors", "declined"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "part"), APART, ids=[text[:50] for text, _, _ in APART])
def test_a_content_ends_where_another_clause_begins(text: str, speaker: str, part: str) -> None:
    """What the sentence goes on to tell is no part of what was said before."""
    assert not [a for a in attributions(text) if a.speaker == speaker and part in " … ".join(a.content)]


SILENT = [
    "Thousands tuned in to see the mayor accept the prize.",
    "The report was given to the owners, advocates of the plan, in May.",
    "Berg is going to the quay to put the boat in.",
    "As the day went on, Berg moved the boat.",
    "Berg held the rope that moved the boat.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_words_are_told(text: str) -> None:
    """Verbs that only look like cues report nothing."""
    assert not attributions(text)


def test_a_person_brought_in_before_a_pronoun() -> None:
    """Where nobody has spoken yet, "she" is the person with whose name the sentence before begins."""
    said = attributions("Ann Berg, the mayor, rose to speak. “The quay is safe for all of us,” she said.")
    assert [a.name for a in said] == ["Ann Berg"]


def test_whatever_is_cut_off_is_read_without_an_error() -> None:
    """A tag, a colon or a semicolon may be the last thing in a text."""
    for text in (
        "The quay is safe, she said;",
        "or so he says more",
        "The quay, it is said",
        "Berg said that",
    ):
        assert isinstance(attributions(text), list)


def test_two_quotations_joined_are_two_pieces() -> None:
    """What stands between two quotations of one content is nobody's words."""
    (said,) = attributions("The board replied, “The quay is safe for you,” and “We will mend it in May.”")
    assert said.content == ["The quay is safe for you,", "We will mend it in May."]


def test_a_label_with_nothing_but_a_mark_behind_it_has_no_content() -> None:
    """News that was cut by hand has "told the radio: ." before a quotation of its own."""
    found = attributions('Anna Berg told the ABC: . "It was a relief.')
    assert all(words.strip() for a in found for words in a.content)
