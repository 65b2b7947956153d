"""On which side of its verb a name stands: who calls is not who is called, by a pronoun, a passive or a relative clause either."""

from __future__ import annotations

import pytest

from summarizer import Source, check

CALL = "Mona came late. She should call Oskar."
PRAISE = "Mona met the board on Monday. She praised Oskar for the plan."
SPOKEN = "Piet is here. I called Oskar, Piet said."
COUNCIL = "The council, which had warned Minister Berg twice, appointed Mona Tamm on Friday. She was thanked by Minister Berg."
HELP = "They asked Oskar to help Mona. Then she drove him home."
BEHIND = "“The plan is dead,” said Oskar Berg on Friday. Then came Mona Tamm with a list."
GROUP = "The chair will convene the Fisheries Working Group in May."


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (CALL, "Mona should call Oskar."),
        (CALL, "Oskar should be called by Mona."),
        (PRAISE, "Oskar was praised for the plan."),
        (SPOKEN, "Piet called Oskar."),
        (COUNCIL, "The council appointed Mona Tamm on Friday."),
        (COUNCIL, "Mona Tamm was appointed by the council."),
        (COUNCIL, "Minister Berg thanked Mona Tamm."),
        (HELP, "Oskar was asked to help Mona."),
        (BEHIND, "Oskar Berg said that the plan was dead."),
        (BEHIND, "Mona Tamm came with a list."),
        (GROUP, "The Fisheries Working Group will convene in May."),
    ],
)
def test_supports_who_does_it(text: str, claim: str) -> None:
    """The same in the passive, with a verb before its subject, and with a verb that needs nobody who does it."""
    assert check(claim, Source.from_text(text)).verdict.value == "supported"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (CALL, "Oskar should call Mona."),
        (CALL, "Oskar should call her."),
        (PRAISE, "Oskar praised Mona for the plan."),
        (SPOKEN, "Oskar called Piet."),
        (COUNCIL, "Minister Berg warned the council twice."),
        (COUNCIL, "Mona Tamm thanked Minister Berg."),
        (COUNCIL, "Minister Berg was thanked by Mona Tamm."),
        (HELP, "Oskar asked them to help Mona."),
        (HELP, "Mona helped Oskar."),
    ],
)
def test_refuses_who_undergoes_it(text: str, claim: str) -> None:
    """Whom it is done to is not who does it."""
    assert check(claim, Source.from_text(text)).verdict.value != "supported"
