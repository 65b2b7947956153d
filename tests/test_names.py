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
    role_form,
    roles_of,
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


# -- roles ---------------------------------------------------------------------------------------

ROLES = {
    "less said": ("President", "US President", "compatible"),
    "the same in other words": ("foreign minister", "Minister of Foreign Affairs", "same"),
    "spelling": ("defence minister", "Defense Minister", "same"),
    "gendered nouns": ("spokeswoman", "spokesman", "same"),
    "institution left out": ("Press Secretary", "White House Press Secretary", "compatible"),
    "leader for president": ("Norwegian leader", "President", "compatible"),
    "chief for secretary-general": ("NATO chief", "NATO Secretary General", "compatible"),
    "deputy": ("deputy foreign minister", "foreign minister", "different"),
    "vice": ("Vice President", "President", "different"),
    "another office": ("President", "Prime Minister", "different"),
    "another state": ("US president", "Russian president", "different"),
    "no longer": ("former president", "president", "different"),
    "another house": ("Kremlin spokesman", "Russian Foreign Ministry spokesman", "different"),
    "another noun": ("Kremlin aide", "Kremlin spokesman", "different"),
    "another post": ("ambassador to Ukraine", "ambassador to Russia", "different"),
    "rank left out": ("administration official", "senior administration official", "same"),
}


@pytest.mark.parametrize(("a", "b", "likeness"), ROLES.values(), ids=ROLES.keys())
def test_roles_are_compared_by_office_state_and_rank(a: str, b: str, likeness: str) -> None:
    """A role that says less fits; another office, state, rank or time does not."""
    assert same_role(a, b) == likeness
    assert same_role(b, a) == likeness


def test_role_form_parts_role_and_state() -> None:
    """A role phrase gives the bare role and the state it belongs to, canonically."""
    form = role_form("US Secretary of State")
    assert (form.bare, form.affiliations, form.head, form.former) == (
        "Secretary of State",
        frozenset({"United States"}),
        "secretary",
        False,
    )


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("Kremlin", "Russia", True), ("French", "the French Republic", True), ("NATO", "EU", False)],
)
def test_affiliations_are_compared_by_what_they_name(a: str, b: str, same: bool) -> None:
    """A seat, an adjective and a name of one state are one affiliation."""
    assert same_affiliation(a, b) is same


# -- roles and affiliations bound to persons ------------------------------------------------------

BOUND = {
    "before the name": ("Norwegian President Kari Holm spoke.", "Kari Holm", "president", "Norway"),
    "lower-case role": ("Kremlin aide Vera Lis told reporters.", "Vera Lis", "kremlin aide", "Russia"),
    "institution and role": (
        "White House Press Secretary Lou Marsh said so.",
        "Lou Marsh",
        "press secretary",
        "United States",
    ),
    "complement": ("US Secretary of State Ann Poe left.", "Ann Poe", "secretary of state", "United States"),
    "lower-case complement": (
        "The US secretary of state Ann Poe left.",
        "Ann Poe",
        "secretary of state",
        "United States",
    ),
    "former": ("Former Finance Minister Otto Klein said no.", "Otto Klein", "former finance minister", None),
    "special envoy": ("UN Special Envoy Hans Grund arrived.", "Hans Grund", "un special envoy", "UN"),
    "ambassador": (
        "US Ambassador to Ukraine Rita Hall spoke.",
        "Rita Hall",
        "ambassador to ukraine",
        "United States",
    ),
    "apposition behind": (
        "Lou Marsh, the White House press secretary, said so.",
        "Lou Marsh",
        "press secretary",
        "US",
    ),
    "apposition without article": (
        "Olaf Berg, Chancellor of Germany, came late.",
        "Olaf Berg",
        "chancellor",
        "Germany",
    ),
    "apposition with age": (
        "Marta Kos, 54, deputy head of the Bank of Finland, agreed.",
        "Marta Kos",
        "deputy head of the bank of finland",
        "Bank of Finland",
    ),
    "apposition before": (
        "The Swedish foreign minister, Anna Lind, said so.",
        "Anna Lind",
        "foreign minister",
        "Sweden",
    ),
    "possessive state": (
        "Lithuania's president, Jonas Kalnas, waved.",
        "Jonas Kalnas",
        "president",
        "Lithuania",
    ),
    "spokesperson for": (
        "Rita Moss, a spokeswoman for the Kremlin, declined.",
        "Rita Moss",
        "spokeswoman",
        "Russia",
    ),
    "state behind": ("President Ivan Orlov of Russia spoke.", "Ivan Orlov", "president", "Russia"),
    "body behind": ("Dr. Wei Lin of the University of Oslo said no.", "Wei Lin", None, "University of Oslo"),
    "counterpart": (
        "Norwegian President Kari Holm met her Polish counterpart, Jan Kowal, in Oslo.",
        "Jan Kowal",
        "president",
        "Poland",
    ),
    "counterpart without comma": (
        "Prime Minister Aiko Mori of Japan met her Indian counterpart Arun Rao.",
        "Arun Rao",
        "prime minister",
        "India",
    ),
    "parenthesis": ("Among them was Karla Vogt (Germany), who left.", "Karla Vogt", None, "Germany"),
    "copula": ("Karla Vogt is the foreign minister of Austria.", "Karla Vogt", "foreign minister", "Austria"),
    "company": ("Gazprom chief Alexei Bor said no.", "Alexei Bor", "gazprom chief", "Gazprom"),
    "governor of a region": ("Governor of Sumy region Ivan Kos fled.", "Ivan Kos", "governor", "Sumy"),
    "wrapped line": (
        "The talks with Prime\nMinister Lucia Ferri\nof Italy went well.",
        "Lucia Ferri",
        "prime\nminister",
        "Italy",
    ),
}


@pytest.mark.parametrize(("text", "name", "role", "state"), BOUND.values(), ids=BOUND.keys())
def test_role_and_affiliation_are_bound_to_their_person(
    text: str, name: str, role: str | None, state: str | None
) -> None:
    """Wherever the role and the state stand, they go to the person they belong to."""
    entity = persons(names_of(text))[name]
    if role is not None:
        assert any(role in known.text.casefold() for known in roles_of(entity))
    if state is None:
        assert entity.affiliations == ()
    else:
        assert any(same_affiliation(state, known) for known, _ in entity.affiliations)


UNBOUND = {
    "subject after a phrase": ("After talks with Otto Klein, the president said no.", "Otto Klein"),
    "next in a list": ("Otto Klein, French President Luc Morel and others came.", "Otto Klein"),
    "role of the next person": (
        "Otto Klein, the French president, Luc Morel, and Ana Reis came.",
        "Ana Reis",
    ),
    "somebody's wife": ("Karen Stone, the president's wife, sang.", "Karen Stone"),
    "accused of": ("He accused Otto Klein of Russia's crimes.", "Otto Klein"),
}


@pytest.mark.parametrize(("text", "name"), UNBOUND.values(), ids=UNBOUND.keys())
def test_a_role_nearby_is_not_taken(text: str, name: str) -> None:
    """A role that belongs to someone else, or to nobody named, is bound to no neighbour."""
    entity = persons(names_of(text))[name]
    assert (entity.roles, entity.affiliations) == ((), ())


def test_titles_in_the_plural_are_shared() -> None:
    """A plural title goes to each of the names joined under it, each with the state in its place."""
    names = names_of(
        "Russian and French Presidents Ivan Orlov and Henri Valmont met Ministers Ana Reis (Brazil) and Luc Mar (Italy)."
    )
    found = persons(names)
    expected = {"Ivan Orlov": ("president", "Russia"), "Henri Valmont": ("president", "France")}
    expected |= {"Ana Reis": ("minister", "Brazil"), "Luc Mar": ("minister", "Italy")}
    for name, (role, state) in expected.items():
        assert [r.head for r in roles_of(found[name])] == [role]
        assert [same_affiliation(state, a) for a, _ in found[name].affiliations] == [True]


def test_lists_of_participants() -> None:
    """Each line of a list binds what stands between its commas to the name it begins with."""
    text = "Present were:\n\n- Jane Doe, Deputy Minister, Ministry of Energy\n- Paul Roe, Director, Department of Trade\n- Secretary Ann Poe (State)"
    found = persons(names_of(text))
    assert [r.text for r in roles_of(found["Jane Doe"])] == ["Deputy Minister"]
    assert [a for a, _ in found["Jane Doe"].affiliations] == ["Ministry of Energy"]
    assert [r.text for r in roles_of(found["Paul Roe"])] == ["Director"]
    assert [r.text for r in roles_of(found["Ann Poe"])] == ["Secretary"]


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
