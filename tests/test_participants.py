"""Numbers that count who takes part: the names, offices and states of a readout, never counted there, are counted."""

from __future__ import annotations

import pytest

from summarizer import Source, check

CALL = Source.from_text(
    """Telephone call on the ferry accord

On Monday, President Ines Duarte of Portugal spoke by telephone with Prime Minister Tove Lind of Sweden, President Marek Hala of Slovakia and Chancellor Anna Gruber of Austria. The leaders discussed the ferry accord and the harbour dues. They agreed to keep the ports open during the winter.
"""
)
LISTED = Source.from_text(
    """Readout of the video call

Prime Minister Tove Lind held a video call with northern leaders today. The leaders discussed the harbour dues and agreed to keep the ports open.

Participants in the call included Prime Minister Kaja Tamm of Estonia, President Juris Ozols of Latvia, Prime Minister Erik Dahl of Norway, and NATO Secretary General Pieter Maas.
"""
)
OPEN = Source.from_text(
    """Readout of the meeting

Minister Lars Holm met Minister Eva Kranz and ministers of the coastal states in Bergen today. They discussed the ferry accord and agreed to keep the ports open.
"""
)


def _supported(claim: str, source: Source) -> bool:
    return check(claim, source).verdict == "supported"


@pytest.mark.parametrize(
    "claim",
    [
        "The four leaders discussed the harbour dues.",
        "All four agreed to keep the ports open during the winter.",
        "The leaders of four countries discussed the ferry accord.",
        "Duarte spoke by telephone with three other leaders.",
        "Two presidents took part in the call.",
    ],
)
def test_counts_those_who_take_part(claim: str) -> None:
    assert _supported(claim, CALL)


@pytest.mark.parametrize(
    "claim",
    [
        "The three leaders discussed the harbour dues.",
        "All five agreed to keep the ports open during the winter.",
        "The leaders of five countries discussed the ferry accord.",
        "Duarte spoke by telephone with four other leaders.",
        "Three presidents took part in the call.",
        "Two prime ministers took part in the call.",
        "The leaders discussed four accords.",
    ],
)
def test_refuses_other_numbers_of_those_who_take_part(claim: str) -> None:
    assert not _supported(claim, CALL)


def test_counts_a_list_of_participants_with_and_without_the_host() -> None:
    assert _supported("Four leaders joined Lind on the video call.", LISTED)
    assert _supported("Apart from Lind, the readout lists four participants.", LISTED)
    assert not _supported("Five leaders joined Lind on the video call.", LISTED)
    assert not _supported("Apart from Lind, the readout lists three participants.", LISTED)


def test_counts_offices_in_a_list_of_participants() -> None:
    assert _supported("Two prime ministers took part in the call with Lind.", LISTED)
    assert not _supported("Three prime ministers took part in the call with Lind.", LISTED)


def test_counts_nobody_where_more_take_part_than_are_named() -> None:
    assert not _supported("All three ministers agreed to keep the ports open.", OPEN)


def test_all_of_them_adds_nothing_to_what_is_told_of_them() -> None:
    assert _supported("All four leaders discussed the harbour dues.", CALL)
    assert not _supported("All three leaders discussed the harbour dues.", CALL)


SEVEN = Source.from_text(
    """Statement of the G7 foreign ministers

The G7 foreign ministers met in Turin and discussed the ferry accord. They agreed to keep the ports open.
"""
)


def test_a_group_called_by_its_number_has_as_many_members() -> None:
    assert _supported("The seven ministers discussed the ferry accord.", SEVEN)
    assert not _supported("The eight ministers discussed the ferry accord.", SEVEN)
    assert not _supported("The ministers discussed seven accords.", SEVEN)


COUNTED = Source.from_text(
    """Conference call on dredging

President Ines Duarte took part in a conference call with Swedish Prime Minister Tove Lind, Slovak President Marek Hala and Austrian Chancellor Anna Gruber. The four leaders discussed the ferry accord and the pilots' strike.
"""
)


def test_others_are_not_all() -> None:
    assert _supported("Duarte took part in a conference call with three other leaders.", COUNTED)
    assert not _supported("Duarte discussed the ferry accord with four other leaders.", COUNTED)
    assert _supported("All four leaders took part in a conference call.", COUNTED)
    assert not _supported("All three leaders took part in a conference call.", COUNTED)


def test_holders_of_an_office_named_side_by_side_are_not_all_of_them() -> None:
    source = Source.from_text(
        "Talks on the strait\n\nPresident Ines Duarte of Portugal met President Marek Hala of Slovakia and President Juris Ozols of Latvia in Riga. "
        "The presidents discussed the ferry accord.\n"
    )
    assert _supported("The three presidents discussed the ferry accord.", source)
    assert not _supported("The two presidents discussed the ferry accord.", source)
