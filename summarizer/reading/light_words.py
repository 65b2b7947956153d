"""Words that add nothing of their own to what is told: verbs that only carry a noun, general nouns, sentence adverbs.

"Held talks" tells what "talked" does, "the matter of prices" what "prices" does, "notably" nothing at all (Quirk et al.,
A Comprehensive Grammar of the English Language, chapters 8.120 and 17.24; light verbs: Huddleston and Pullum, chapter 4.7).
What binds, ranks, limits, orders in time or makes stronger ("further", "later", "fully", "unanimously") is no such word.
"""

from __future__ import annotations

from summarizer.reading.stems import stem

_WORDS = """
take make have get give come go put hold bring do be become occur happen arise exist seem appear say tell
concern relate involve include comprise regard
way thing matter aspect area kind sort type manner fact sense respect regard term point account instance example issue
topic subject theme context connection relation behalf case number range series variety side part step
together alongside along well
moreover furthermore additionally besides likewise similarly meanwhile nevertheless nonetheless indeed
actually basically essentially certainly obviously notably particularly especially specifically generally namely
"""
_LIGHT = frozenset(map(stem, _WORDS.split()))


def is_light(form: str) -> bool:
    """Whether a word's form carries no content that a passage must have."""
    return stem(form) in _LIGHT
