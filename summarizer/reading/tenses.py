"""Tells whether the words around a date look ahead or back: "will meet on Thursday", "met on Thursday"."""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["future", "past"]

_ACTS = (
    "meet|hold|begin|start|open|travel|visit|discuss|speak|talk|resume|convene|take|host|attend|arrive|go|come|be|have|continue"
    "|return|sign|vote|present|deliver|address|launch|leave|fly|gather|participate|join|submit|decide|receive|conclude|end|finish"
)
_CUE = re.compile(
    r"(?P<future>\b(?:will|shall|won['’]t|would|going to|due(?: to| on| by| in| for)?|(?:set|slated|scheduled|planned|expected|hoping|preparing"
    r"|prepared|intend(?:s|ed)?|hopes?|plans?|planning|agreed?|invited|ready|want(?:s|ed)?) (?:to|for)|upcoming|forthcoming|by|until|till"
    rf"|deadline|ahead of|sometime|to (?:{_ACTS}))\b|['’]ll\b)"
    r"|(?P<report>\b(?:said|says|told|tells|added|noted|stated|announced|confirmed|reported|according|described|explained|declared)\b)"
    r"|(?P<past>\b(?:was|were|had|did|met|held|spoke|took|came|went|began|left|made|gave|won|wrote|fell|rose|sent|got|saw|ran|led|became|broke"
    r"|struck|died|flew|has been|have been|[a-z]{2,}(?:[^e\W]ed))\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘(])|\n\s*\n")
_ADJACENT = re.compile(r"(?:\s+\w+){0,2}(?:\s+(?:late|early))?(?:\s+on)?\s*", re.IGNORECASE)
_INFINITIVE = ("be ", "being ", "to ")  # "will be held" does not look back
_BEFORE, _AFTER = 140, 90  # characters looked at to both sides


def tense_around(text: str, start: int, end: int, following: bool = True) -> Tense | None:
    """Return the tense of the nearest cue before `start` in the same sentence, or None; with `following`, else after `end`.

    A verb of saying counts only right before the date ("said on Thursday"): elsewhere it does not tell
    when the event was.
    """
    window = text[max(0, start - _BEFORE) : start]
    cuts = list(_SENTENCE_END.finditer(window))
    window = window[cuts[-1].end() :] if cuts else window
    for match in reversed(list(_CUE.finditer(window))):
        if match["future"]:
            return "future"
        if match["past"] and not window.endswith(_INFINITIVE, 0, match.start()):
            return "past"
        if match["report"] and _ADJACENT.fullmatch(window, match.end()):
            return "past"
    return _tense_after(text[end : end + _AFTER]) if following else None


def _tense_after(window: str) -> Tense | None:
    cut = _SENTENCE_END.search(window)
    for match in _CUE.finditer(window, 0, cut.start() if cut else len(window)):
        if match["future"]:
            return "future"
        if match["past"] and not window.endswith(_INFINITIVE, 0, match.start()):
            return "past"
    return None
