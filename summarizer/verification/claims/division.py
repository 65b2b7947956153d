"""Cuts a claim that tells several things into clauses that can each be judged by the passage it rests on.

Only coordination is cut: "A met B, and C signed the text" claims two things, each true or false by itself. What a
subordinate clause says hangs on its main clause ("because", "after", "which") and stays with it.
"""

from __future__ import annotations

import re

from summarizer.patterns import late_regex
from summarizer.reading.attribution.clauses import looks_finite
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word

_JOINT = late_regex(r";\s+|,\s+(?:and|but|while|whereas|though)\s+(?:also\s+)?", re.IGNORECASE)
_MARKS = '"“”'
# What a clause with a subject of its own begins with, besides a name.
_SUBJECT = late_regex(
    r"(?:the|an?|this|that|these|those|its|his|her|their|both|neither|each|all|some|no|it|he|she|they|we|i|there|another|other|one|two|three|in)\b|[A-Z]|[a-z]+\s+\d"
)
_NO_VERB_BEHIND = frozenset("a an the of in on at to for from by with its his her their this that as".split())
LEAST = 3  # tokens of a clause that can stand by itself


def clauses_of(text: str) -> list[str]:
    """Return the coordinate clauses of a sentence, each with a subject and a verb of its own; one when it has no more."""
    parts: list[str] = []
    start = 0
    for joint in _JOINT.finditer(text):
        before, behind = text[start : joint.start()], text[joint.end() :]
        next_joint = _JOINT.search(behind)
        clause = behind[: next_joint.start()] if next_joint else behind
        outside = sum(text.count(mark, 0, joint.start()) for mark in _MARKS) % 2 == 0
        if outside and _stands_alone(before) and _SUBJECT.match(behind) and _stands_alone(clause):
            parts.append(before)
            start = joint.end()
    return [*parts, text[start:]]


def _stands_alone(clause: str) -> bool:
    """Whether a stretch of words has a finite verb behind its first word, and something said by it."""
    tokens = Tokens(clause)
    forms = tokens.slice_forms()
    verb = any(
        looks_finite(form) and forms[i - 1] not in _NO_VERB_BEHIND for i, form in enumerate(forms) if i > 0
    )
    return len(forms) >= LEAST and verb and any(not is_function_word(form) for form in forms)
