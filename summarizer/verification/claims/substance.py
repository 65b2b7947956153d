"""Quotation marks around words that a claim itself calls no verbatim ones: "“…” was in substance what the envoy said".

Such a claim retells. It is judged as a retelling: who said what, without the marks, the speaker's "we" told as "they".
"""

from __future__ import annotations

import re

from summarizer.patterns import late_regex
from summarizer.verification.claims.frames import QUOTED

_LOOSELY = late_regex(
    r",?\s*\b(?:in\s+(?:substance|essence|effect|spirit|sum)|(?:words\s+)?to\s+(?:that|the|this)\s+effect(?:\s+that)?|not\s+verbatim|(?:loosely|freely)\s+(?:put|told|rendered|paraphrased)|paraphrased|"
    r"words\s+amounting\s+to|something\s+like|something\s+to\s+the\s+effect\s+(?:of|that))\b\s*,?",
    re.IGNORECASE,
)
_GIST = r"(?:the\s+(?:gist|substance|sense|thrust|tenor|upshot|burden)\s+of\s+)?"
# "“…” was what the envoy told his hosts", "“…” was the gist of what the envoy said".
_WHAT = late_regex(
    rf"^(?:is|was)\s+(?P<gist>{_GIST})what\s+(?P<who>.{{2,60}}?)\s+(?P<cue>said|told|stated|declared|noted|stressed|argued|explained|answered|replied|conveyed|"
    r"warned|insisted|wrote|announced|promised|underlined|emphasi[sz]ed)(?P<rest>\b[^.]*)\.?$",
    re.IGNORECASE,
)
_TAG = late_regex(
    r"^(?P<who>(?:[A-Z]|the\s)[^,.]{1,60}?)\s+(?P<cue>said|told|stated|declared|noted|stressed|argued|explained|answered|replied|warned|insisted|wrote)(?P<rest>\b[^.]*)\.?$"
)
_OWN = {
    "we": "they",
    "our": "their",
    "ours": "theirs",
    "us": "them",
    "i": "he",
    "my": "his",
    "me": "him",
    "mine": "his",
}
_FIRST = late_regex(rf"\b(?:{'|'.join(_OWN)})\b(?!\.)", re.IGNORECASE)


def retold(text: str) -> str | None:
    """Return a claim whose quoted words are said not to be verbatim as a plain retelling; None for any other claim."""
    marked = QUOTED.search(text)
    if marked is None:
        return None
    outside = text[: marked.start()] + text[marked.end() :]
    behind = text[marked.end() :].strip(" ,")
    loosely = _LOOSELY.search(outside)
    gist = _WHAT.match(behind)
    if loosely is None and not (gist and gist["gist"]):
        return None
    said = _FIRST.sub(lambda m: _OWN[m[0].casefold()], marked[1]).strip(" ,.")
    said = said if said.split()[0].isupper() else said[0].lower() + said[1:] if _opens_low(said) else said
    if not text[: marked.start()].strip():
        behind = " ".join(_LOOSELY.sub(" ", behind).split()).strip(" ,")
        match = _WHAT.match(behind) or _TAG.match(behind)
        if match is not None:
            who = match["who"][0].upper() + match["who"][1:]
            return f"{who} {match['cue']}{match['rest'].rstrip(' ,')} that {said}."
    before = " ".join(_LOOSELY.sub(" ", text[: marked.start()]).split()).strip(" ,:")
    rest = " ".join(_LOOSELY.sub(" ", text[marked.end() :]).split()).strip(" ,")
    joint = "" if before.endswith(" that") else " that"
    return f"{before}{joint} {said} {rest}".strip()


def _opens_low(said: str) -> bool:
    """Whether the first word of what is said is written small inside a sentence: an article, a pronoun."""
    return said.split()[0].casefold() in (
        "the", "a", "an", "it", "they", "their", "he", "his", "this", "that", "these", "there", "any", "no", "all", "both", "if",
    )  # fmt: skip
