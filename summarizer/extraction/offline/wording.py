"""Statements out of the source's own words: a clause made a sentence, never a word added but a name for a pronoun."""

from __future__ import annotations

import re

from summarizer.patterns import late_regex

_TRAILING = re.compile(r"(?:[\s,;:—–-]+|\s*#{2,}\s*)$")  # "###" ends a press release
_TRAILING_BRACKET = re.compile(r"\s*\[[^\[\]]{0,400}\]\s*[,.]?\s*$")
_LEADING = re.compile(
    r"^(?:\s*(?:and|but|yet|moreover|so(?!\s+(?:far|long|much|many|few|that)\b)|also|then|well|now|(?-i:that)|again|regardless|however)\b\s*,?\s+|[\s,;:—–-]+)",
    re.IGNORECASE,
)
_CITATION = re.compile(r"\(\w+\.\)\s*")  # "(Laughter.)" in a transcript


def sentence_of(words: str) -> str | None:
    """Return words of the source as one sentence: capital letter, full stop, no marks left open; None when nothing is left."""
    text = one_line(_CITATION.sub("", words)).strip()
    text = _TRAILING_BRACKET.sub("", text) if text.count("[") == text.count("]") else text
    text = _balanced(_TRAILING.sub("", text).strip())
    text = (
        _LEADING.sub("", text, count=1)
        if not re.match(r"(?:That|So)\s+(?:is|was|would|will)\b", text)
        else text
    )
    text = re.sub(r"^(?:and|but)\s+", "", _TRAILING.sub("", text).strip())
    if sum(c.isalpha() for c in text) < 3:
        return None
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" or (text[-1] in '”"' and text[-2:-1] in (".", "!", "?")) else text + "."


def _balanced(text: str) -> str:
    """Drop quotation marks at the ends that have no partner inside."""
    for opening, closing in (("“„", "”"), ("«", "»")):
        if text[:1] in opening and closing not in text:
            text = text[1:]
        if text.endswith(closing) and not any(mark in text for mark in opening):
            text = text[:-1]
        if any(mark in text for mark in opening) and closing not in text:
            text += closing if not text.endswith((".", ",")) and '"' not in text else ""
    if text.count('"') % 2:
        text = text.strip('"') if text.startswith('"') or text.endswith('"') else f'{text}"'
    return text


def is_clause(words: str, strict: bool = False) -> bool:
    """Whether words can stand as a sentence of their own: they have a finite verb that is not the first word.

    `strict` asks for an auxiliary or modal verb outside a relative clause: "the plan was good", not "a plan that failed".
    """
    line = one_line(words)
    if not strict:
        return bool(_FINITE.search(line))
    match = _AUXILIARY.search(line)
    return match is not None and not re.search(
        r"\b(?:that|which|who|and|what)\s+(?:\w+\s+)?$", line[: match.start()]
    )


_AUXILIARY = late_regex(
    r"(?<=\w)\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|cannot)\b"
)


_FINITE = re.compile(
    r"\S+\s+(?:\S+\s+){0,40}?(?:(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|cannot|won['’]t|can['’]t|don['’]t|isn['’]t|"
    r"needs?|wants?|remains?|remained|poses?|understands?|supports?|believes?|respects?|continues?|goes|makes?|took|gave|went|came|made|agreed|fell|rose|held|led|met|became|"
    r"[a-z]{3,}ed|regards?|considers?|welcomes?|rejects?|opposes?|accepts?|insists?|recogni[sz]es?|reserves?|shares?|favou?rs?|refuses?|demands?|intends?|plans?|condemns?|agrees?|hopes?|asks?|calls?|requires?|depends?|deserves?|belongs?|means?|shows?|faces?|seeks?|expects?|hopes?|stands?|lies|plays?|works?)\b|[A-Za-z]+(?:['’](?:s|re|ve|ll|d|m))\s)",
)


_BROKEN = late_regex(r"(?<=[a-z])-[ \t]*\n[ \t]*(?=[a-z])")
_ESCAPED = late_regex(r"\\(?=[\[\]_#*])")


def one_line(text: str) -> str:
    """Return text on one line: soft hyphens gone, words broken over lines joined, white space single."""
    text = text.replace("\u00ad", "")
    if "-" in text and "\n" in text:
        text = _BROKEN.sub("", text)
    if "\\" in text:
        text = _ESCAPED.sub("", text)
    return " ".join(text.split())
