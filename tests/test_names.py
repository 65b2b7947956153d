"""What names promise: one entity per person, with roles, affiliations and every way the text refers to them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.reading import read
from summarizer.reading.naming.finder import (
    Entity,
    NameKind,
    Names,
    find_names,
    same_affiliation,
    same_name,
    same_role,
    strip_title,
)
from summarizer.source import Source, Span


def names_of(text: str) -> Names:
    return find_names(read(Source.from_text(text)))


def persons(names: Names) -> dict[str | None, Entity]:
    return {e.name: e for e in names.entities if e.kind is NameKind.PERSON and e.name}


def at(names: Names, text: str, phrase: str, nth: int = 0) -> Entity | None:
    start = -1
    for _ in range(nth + 1):
        start = text.index(phrase, start + 1)
    return names.entity_of(Span(start, start + len(phrase)))


# -- comparing names -----------------------------------------------------------------------------

LIKENESS = {
    "surname": ("Harper", "William Harper", "compatible"),
    "nickname, initial and suffix": ("William R. Harper, Jr.", "Bill Harper", "same"),
    "other given name": ("Peter Clarke", "Simon Clarke", "different"),
    "other surname": ("Peter Clarke", "Peter Stone", "different"),
    "title": ("President William Harper", "William Harper", "same"),
    "courtesy title": ("Ms. Lind", "Anna Lind", "compatible"),
    "transliteration": ("Olena Zelenska", "Olena Zelens’ka", "same"),
    "endings of a name": ("Petro Zalensky", "Petro Zalenskyy", "same"),
    "given name spelt otherwise": ("Sergei Orlov", "Sergey Orlov", "same"),
    "given name in the other language": ("Vladimir Koval", "Volodymyr Koval", "same"),
    "umlaut written out": ("Karl Schröder", "Karl Schroeder", "same"),
    "accents": ("José Muñoz", "Jose Munoz", "same"),
    "particles": ("Clara von der Heide", "von der Heide", "compatible"),
    "article of an Arabic name": ("Fadi al-Nouri", "Nouri", "compatible"),
    "order of an Asian name": ("Han Jiwon", "Jiwon Han", "same"),
    "initial": ("W. Harper", "William Harper", "compatible"),
    "wrong initial": ("P. Harper", "William Harper", "different"),
    "middle initials differ": ("George A. Stone", "George B. Stone", "different"),
    "father and son": ("William Harper, Sr.", "William Harper, Jr.", "different"),
    "hyphenated": ("Ann Lane-Stone", "Ann Stone", "same"),
    "double surname": ("Pedro Ruiz", "Pedro Ruiz Delgado", "same"),
    "known by the middle name": ("Boris Lane", "Alexander Boris Lane", "same"),
    "states": ("the US", "United States", "same"),
    "two states": ("Norway", "Sweden", "different"),
    "similar surnames": ("Orlov", "Orlova", "different"),
}


@pytest.mark.parametrize(("a", "b", "likeness"), LIKENESS.values(), ids=LIKENESS.keys())
def test_names_are_compared_as_readers_do(a: str, b: str, likeness: str) -> None:
    """Two names are the same, one part of the other, or different; the order of asking does not matter."""
    assert same_name(a, b) == likeness
    assert same_name(b, a) == likeness


@pytest.mark.parametrize(
    ("name", "title", "bare"),
    [
        ("President Joan R. Harper, Jr.", "President", "Joan R. Harper, Jr."),
        ("US Secretary of State Ann Poe", "US Secretary of State", "Ann Poe"),
        ("Mr. O’Brien", "Mr.", "O’Brien"),
        ("Ursula Lind", "", "Ursula Lind"),
        ("Lt. Gen. Rita Hall", "Lt. Gen.", "Rita Hall"),
        ("the harbour", "", "the harbour"),
        ("", "", ""),
    ],
)
def test_titles_come_off(name: str, title: str, bare: str) -> None:
    """A title is parted from the name, and what has none is left as it is."""
    assert strip_title(name) == (title, bare)


# -- one entity per person ------------------------------------------------------------------------

TALKS = (
    "U.S. President Joseph R. Harper, Jr. called Russian President Ivan Orlov on Monday. Joe Harper said the talks went well, a "
    "White House official said. Orlov’s aide, Vera Lis, agreed. President Harper thanked the Russian president. The American leader "
    "left for Geneva. Mr. Orlov stayed. Moscow was pleased; Russia had asked for the call. The United States had not."
)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Joe Harper", "Joseph R. Harper, Jr."),
        ("President Harper", "Joseph R. Harper, Jr."),
        ("The American leader", "Joseph R. Harper, Jr."),
        ("the Russian president", "Ivan Orlov"),
        ("Mr. Orlov", "Ivan Orlov"),
        ("Orlov", "Ivan Orlov"),
        ("Vera Lis", "Vera Lis"),
        ("Moscow", "Russia"),
    ],
)
def test_every_mention_leads_to_its_entity(phrase: str, name: str) -> None:
    """A full name, a part of it, a title and a description of one person have one entity."""
    entity = at(names_of(TALKS), TALKS, phrase)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Harper", "Joseph R. Harper, Jr."),
        ("Joseph Harper", "Joseph R. Harper, Jr."),
        ("the US president", "Joseph R. Harper, Jr."),
        ("President of the United States", "Joseph R. Harper, Jr."),
        ("Russia's president", "Ivan Orlov"),
        ("the Russian leader", "Ivan Orlov"),
        ("President Ivan Orlov of Russia", "Ivan Orlov"),
        ("Washington", "United States"),
        ("US", "United States"),
    ],
)
def test_phrases_from_elsewhere_are_resolved(phrase: str, name: str) -> None:
    """A briefing may name an entity in words that the text itself does not use."""
    entity = names_of(TALKS).resolve(phrase)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize(
    "phrase", ["the president", "Bob Harper", "the Kremlin spokesman", "the French president", "Petrov", ""]
)
def test_what_fits_nobody_or_several_is_not_resolved(phrase: str) -> None:
    """An ambiguous or foreign phrase resolves to nothing."""
    assert names_of(TALKS).resolve(phrase) is None


def test_two_people_of_one_surname_stay_two() -> None:
    """Given names and titles part two bearers of a surname; the bare surname names both as candidates."""
    names = names_of("Defence Minister Peter Clarke and trade envoy Simon Clarke came. Simon Clarke left.")
    assert set(persons(names)) == {"Peter Clarke", "Simon Clarke"}
    assert names.resolve("Clarke") is None
    assert [e.name for e in names.candidates("Clarke")] == ["Peter Clarke", "Simon Clarke"]
    assert (entity := names.resolve("Minister Clarke")) is not None
    assert entity.name == "Peter Clarke"


FORMS = {
    "particles": (
        "Clara von der Heide spoke. Von der Heide left. I met von der Heide.",
        "Clara von der Heide",
        3,
    ),
    "bin": (
        "Crown Prince Faris bin Nasir met us. Prince Faris agreed, and bin Nasir smiled.",
        "Faris bin Nasir",
        3,
    ),
    "Arabic article": ("Fadi Hamid al-Nouri came. Nouri spoke. El-Nouri left.", "Fadi Hamid al-Nouri", 3),
    "surname first": ("Chinese President Xi Wenming came. Xi spoke. President Xi left.", "Xi Wenming", 3),
    "hyphen": ("Kim Min-seok met Marie-Claude Roy. Kim left.", "Kim Min-seok", 2),
    "apostrophe": ("Mary O’Neill came. O'Neill spoke; O’Neill’s aide left.", "Mary O’Neill", 3),
    "spellings": ("President Petro Zalensky came. Zalenskyy spoke. Zalenskiy left.", "Petro Zalensky", 3),
    "combining accent": ("Franc\u0327ois Dupont came. François Dupont spoke.", "Franc\u0327ois Dupont", 2),
    "month as surname": ("Theresa May came in May. May said she was fine.", "Theresa May", 2),
    "surname in capitals": ("Emmanuel MARON spoke. Mr. Maron left.", "Emmanuel MARON", 2),
    "run-on": ("Putnam wished Mary Bell Merry Christmas. Mary Bell thanked him.", "Mary Bell", 2),
    "opener": ("Prime Minister Otto Klein came. Visiting Klein was a pleasure.", "Otto Klein", 2),
}


@pytest.mark.parametrize(("text", "name", "count"), FORMS.values(), ids=FORMS.keys())
def test_forms_of_a_name_are_one_person(text: str, name: str, count: int) -> None:
    """Particles, hyphens, accents, spellings and order do not split a person."""
    assert len(persons(names_of(text))[name].mentions) == count


def test_headlines_do_not_make_names() -> None:
    """Capitals of a headline are no names; names known from the story are found in it."""
    text = (
        "Security Guarantees Talks to Be Held\n\nNorwegian Prime Minister Kari Holm said that talks on security guarantees would be "
        "held.\n\nHolm Urges Restraint as Talks Stall\n\nThe premier urged restraint."
    )
    names = names_of(text)
    assert set(persons(names)) == {"Kari Holm"}
    assert {e.label for e in names.entities} == {"Kari Holm", "Norwegian"}
    assert at(names, text, "Holm", 1) == persons(names)["Kari Holm"]


# -- informants without a name, bodies -------------------------------------------------------------


def test_unnamed_officials_are_entities() -> None:
    """An official known only by role has an entity without a name, to which shorter descriptions refer back."""
    text = "A senior German official told us the plan was dead. The German official sighed. The official added that Berlin was tired."
    names = names_of(text)
    entity = at(names, text, "senior German official")
    assert entity is not None
    assert (entity.name, entity.kind) == (None, NameKind.PERSON)
    assert same_affiliation(entity.affiliations[0][0], "Germany")
    assert at(names, text, "The German official") == entity
    assert at(names, text, "The official") == entity


@pytest.mark.parametrize(
    ("text", "phrase", "label", "state"),
    [
        (
            "According to the Russian Foreign Ministry, all is well.",
            "the Russian Foreign Ministry",
            "Russian Foreign Ministry",
            "Russia",
        ),
        (
            "It ended, the Kremlin press service reported.",
            "the Kremlin press service",
            "Kremlin press service",
            "Russia",
        ),
        ("The French embassy said nothing.", "The French embassy", "French embassy", "France"),
    ],
)
def test_ministries_and_services_are_informants(text: str, phrase: str, label: str, state: str) -> None:
    """A ministry or a press service is an organisation known by whose it is."""
    entity = at(names_of(text), text, phrase)
    assert entity is not None
    assert (entity.name, entity.label, entity.kind) == (None, label, NameKind.ORGANISATION)
    assert any(same_affiliation(state, a) for a, _ in entity.affiliations)


def test_abbreviations_given_in_brackets_are_learnt() -> None:
    """A body may be named by the letters the text introduces for it."""
    names = names_of("The Free Theatre Party (FTP) won. The FTP cheered.")
    assert names.resolve("FTP") == names.resolve("Free Theatre Party")
    assert names.resolve("FTP") is not None


def test_captions_do_not_make_participants() -> None:
    """A person who stands only in a caption is marked so, and one of the story is not."""
    text = "President Kari Holm spoke at length about the harbour.\n\n© Agency / Minister Otto Klein at the port\n\nHolm left in the evening."
    found = persons(names_of(text))
    assert found["Otto Klein"].furniture_only
    assert not found["Kari Holm"].furniture_only


# -- transcripts -----------------------------------------------------------------------------------


def test_labels_of_a_transcript_lead_to_speakers() -> None:
    """Labels in capitals are linked to the persons they name or describe; "Q" is nobody."""
    text = (
        "MR. BRANDT:  Good morning.\n\nQ    Thank you. Is the President angry?\n\nMR. BRANDT:  No.\n\nSENATOR O'NEILL:  Hello.\n\n"
        "THE PRESIDENT:  I am here.\n\nSENATOR O'NEILL:  Press Secretary Lars Brandt thanked President Olga Petrov and Senator Mary O'Neill."
    )
    names = names_of(text)
    assert set(persons(names)) == {"Lars Brandt", "Olga Petrov", "Mary O'Neill"}
    for label, name in {
        "MR. BRANDT": "Lars Brandt",
        "SENATOR O'NEILL": "Mary O'Neill",
        "THE PRESIDENT": "Olga Petrov",
    }.items():
        assert at(names, text, label) == persons(names)[name]
    assert at(names, text, "Q ") is None


def test_initials_lead_to_the_attendance_list() -> None:
    """Initials as labels are the person of the list who has them, and no other."""
    text = "Present were Jane Doe, Paul Roe and Karl Noe.\n\nJD: We begin.\n\nPR: Thank you.\n\nJD: Karl?\n\nKN: Yes.\n\nPR: Fine."
    names = names_of(text)
    found = persons(names)
    assert set(found) == {"Jane Doe", "Paul Roe", "Karl Noe"}
    assert at(names, text, "JD") == found["Jane Doe"] == names.resolve("JD")


# -- for every text --------------------------------------------------------------------------------

SCRAPS = st.sampled_from(
    "President Mr. Harper Joe Kremlin US the of , and ' ’s Orlov (A) minister Ministry von der al- J. Jr. \n \n\n Q: THE - said Nato é Ж 日本 \u0301 \u200b _x_ \\_ “ ”".split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(SCRAPS, max_size=60).map(" ".join))


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    """Spans lie inside the text, every mention has one entity, and each entity lists its mentions."""
    names = names_of(text)
    for number, mention in enumerate(names.mentions):
        assert (
            0 <= mention.full.start <= mention.span.start <= mention.span.end <= mention.full.end <= len(text)
        )
        assert mention.span.start < mention.span.end
        assert [e.id for e in names.entities if number in e.mentions] == [mention.entity]
    mentions = list(names.mentions)
    assert [names.mentions[i] for i in range(-len(mentions), 0)] == mentions
    assert list(names.mentions[1:]) == mentions[1:]
    some = Span(len(text) // 3, len(text) // 2 + 1)
    assert list(names.mentions_in(some)) == [m for m in mentions if m.full.overlaps(some)]
    for entity in names.entities:
        assert entity.mentions
        assert all(0 <= s.start <= s.end <= len(text) for _, s in (*entity.roles, *entity.affiliations))


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_two_names_are_compared(a: str, b: str) -> None:
    """Comparing names and roles never fails, agrees in both directions, and a name is itself."""
    assert same_name(a, a) == "same"
    assert same_name(a, b) == same_name(b, a)
    assert same_role(a, b) == same_role(b, a)
    strip_title(a)
    names_of("Kari Holm met Otto Klein.").resolve(a)


HOSTILE = {
    "one capitalised word": "Aa " * 300_000,
    "sentences of one word": "Aa. " * 60_000,
    "roles": "the president of " * 40_000,
    "titles": "Mr. " * 60_000,
    "possessives": "Russia's " * 40_000,
    "hyphens": "A-" * 300_000,
    "apostrophes": "O'" * 300_000,
    "one word of 5 MB": "A" * 5_000_000,
    "one line of 5 MB": "nothing here is a name at all " * 166_667,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_repeats_end(text: str) -> None:
    """Repeats of any length are read in linear time and make few entities."""
    assert len(names_of(text).entities) <= 4
