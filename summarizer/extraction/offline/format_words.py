"""The words of formats: what tells their status, what one is made of, and when two are one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarizer.patterns import late_regex
from summarizer.reading.naming.gazetteer import country_of, organisation
from summarizer.source import Span

CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "proposed",
        re.compile(
            r"\b(?:propos(?:ed|es?|al|ing)|suggest(?:ed|s)?|(?:express(?:ed|es)\s+)?support(?:ed|s)?\s+(?:for|the)|call(?:ed|s)?\s+for|offer(?:ed|s)?|invit(?:ed|es?)|urged|would\s+like|"
            r"(?:is|are|was|were)\s+(?:ready|willing|open)\s+to|favou?r(?:ed|s)?|seeks?|wants?|hopes?|readiness)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "in_use",
        re.compile(
            r"\b(?:(?:already\s+)?in\s+use|keeps?\s+open|remains?\s+open|stays?\s+in\s+use|(?<!agreed\sto\s)continu(?:e|es|ed)\s+(?:to\s+(?:meet|work|use)|(?:work|talks|consultations)\s+(?:through|in|within)))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "agreed",
        re.compile(
            r"\b(?:(?:have\s+|has\s+|had\s+)?agree[ds]?\s+(?:also\s+|today\s+|again\s+)?(?:to|on|upon|that)|agreement\s+(?:to|on)|(?:asked|instructed|directed|tasked)\s+their\s+\w+\s+to|(?:have\s+|has\s+)?decided\s+(?:to|on|that)|establish(?:es)?|set(?:s)?\s+up|committed\s+to|signed\s[^.;]{0,60}?\s(?:establishment|creation)\s+of)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "announced",
        re.compile(
            r"\b(?:will\s+(?:also\s+|again\s+|then\s+|next\s+)?(?:meet|be\s+held|hold|take\s+place|host|start|begin|convene|embark|launch|establish|create|set\s+up|form|initiate|take\s+up|be\s+convened|be\s+set\s+up|be\s+created|be\s+staffed|guard|inspect|monitor|patrol|oversee|gather|resume|open|continue|discuss|follow)|"
            r"(?:is|are|was|were)\s+(?:set|due|scheduled|expected|slated|planned)\s+(?:to|for|on|in)|(?:set|due|scheduled|slated)\s+(?:to|for)|would\s+(?:again\s+|then\s+)?(?:meet|be\s+held|convene)|(?:is|are)\s+to\s+(?:meet|begin|start|convene|be\s+(?:held|set\s+up|established|created))|there\s+will\s+be|to\s+be\s+held|stands,|announc(?:ed|es?|ing))\b",
            re.IGNORECASE,
        ),
    ),
)
ANY_CUE = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in CUES), re.IGNORECASE)
CREATES = late_regex(
    r"\b(?:launch|establish(?:ment\s+of)?|set\s+up|stand\s+up|send|dispatch|revive|open|create|hold|resume|start|begin|convene|form|keep\s+open|host|institute|continue|maintain|relaunch|restart|initiate|enter\s+into|embark(?:\s+together)?\s+on)\s+(?:up\s+)?(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
RESUMES = late_regex(
    r"\b(?:resume|revive|relaunch|restart|reconvene|reactivate|hold|convene)\s+(?:the|their|our)\s+$",
    re.IGNORECASE,
)
MEET = re.compile(
    r"\b(?:(?:will|shall|would)\s+(?:again\s+)?meet|(?:set|due|scheduled|expected|agreed|plan)\s+to\s+meet|to\s+meet\s+again)(?:\s+again)?\b",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"[,;:\[\]()]|\s(?:and|then|followed\s+by|while)\s(?!(?:the\s+)?\d)", re.IGNORECASE)
THROUGH = late_regex(
    r"\b(?:through|via|within|under\s+the\s+auspices\s+of|in\s+the\s+framework\s+of|at)\s+(?:the\s+)?",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"\[([^\[\]]{8,400})\]")
LISTING = re.compile(
    r"(?:agree[ds]?|decided|undertook|committed)\s*(?:to|on|that|as\s+follows|the\s+following)?\s*:\s*$",
    re.IGNORECASE,
)
IN_FORMATS = re.compile(
    r"\bin\s+(?:\d|two|three|four|five)\s+(?:formats?|directions?|tracks?|rounds?|venues?)\s*:\s*",
    re.IGNORECASE,
)
# "through three channels: A, B and C", "in several formats, including A, B, and C"
CHANNELS = re.compile(
    r"\b(?:through|via|in|across|using|along)\s+(?:[\w-]+\s+){0,2}(?:channels|formats|tracks|forums|fora|directions|venues)(?:\s*:\s*|\s*,?\s*(?:including|namely|such\s+as)\s+)",
    re.IGNORECASE,
)
# What may tell when a body begins, behind a comma.
BEGINS = late_regex(
    r"\s*,?\s*(?:which\s+is\s+)?(?:to\s+(?:begin|start|meet|convene)|starting|beginning)\b[^,;.]{0,60}"
)
IT = late_regex(
    r"\W*(?:it|they|the\s+(?:[\w-]+\s+)?(?:group|commission|committee|council|panel|team|forum|board|cell))\s*",
    re.IGNORECASE,
)
PROPOSES = late_regex(
    r"\b(?:propos(?:ed|es?|ing)|suggest(?:ed|s)|offered|called\s+for)\s+(?:an?\s+|the\s+)?$", re.IGNORECASE
)
# What a sentence says when the bodies it names are where there is to be talk.
OF_TALKS = late_regex(
    r"\b(?:through|via|channels?|formats?|tracks?|diplomacy|dialogues?|talks|negotiations|consultations|meetings?|conversations?|discussions?|sequence|rounds?|engagement)\b",
    re.IGNORECASE,
)
FOUNDING = late_regex(r"\b(?:establishment|creation)\s+of\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
LOCATED = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)
PAST = late_regex(
    r"\b(?:was|were)\s+(?:held|convened)|\b(?:held|attended|met)\s+(?:a|an|the|in|on)\b|\b(?:after|following|since)\s+(?:a|an|the)\s*(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
# "to speak again ahead of the ministerial meetings in July": when something else is to be.
ON_THE_SIDE = late_regex(
    r"\b(?:ahead\s+of|before|prior\s+to|until|on\s+the\s+(?:margins|sidelines|fringes)\s+of|during|in\s+time\s+for|in\s+the\s+run-up\s+to)\s+(?:the\s+|an?\s+|its\s+|their\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
UNNAMED = late_regex(
    r"not\s+(?:to\s+be\s+(?:named|identified|quoted)|authori[sz]ed)"
)  # of who speaks, not of what is said
CAPITALS = late_regex(r"(?:[ \n]+[A-Z][\w’-]+)*")
GENERIC = late_regex(
    r"(?:meetings|talks|visits?|conversations?|sessions?|rounds?\s+of\s+\w+|summits|conferences|negotiations|consultations|discussions)",
    re.IGNORECASE,
)
BODY = late_regex(
    r"desk|cent(?:re|er)|secretariat|patrol|unit|group|council|commission|committee|panel|force|board|cell|forum|mechanism|team|mission",
    re.IGNORECASE,
)
FORUM_LEAD = late_regex(
    r"\b(?:through|via|within|in|at|of|a|an)\s+(?:the\s+)?$|[,:]\s+(?:the\s+)?$", re.IGNORECASE
)
_SITTING = late_regex(r"(?:first\s+|next\s+)?(?:meetings?|sessions?)", re.IGNORECASE)
_RANK = {"agreed": 3, "announced": 2, "in_use": 2, "proposed": 1}
COMPOUND = late_regex(r"([A-Z][\w.]+(?:\s[A-Z]\w+)?)[-–/]([A-Z][\w.]+)")


@dataclass(slots=True)
class Found:
    """A format in the making."""

    name: str
    words: Span
    place: str | None
    date: str | None
    status: str | None
    parties: list[str]
    evidence: list[Span] = field(default_factory=list)
    precise: bool = True
    founded: bool = False


def sides(words: str) -> list[str]:
    """Return the states and bodies that the words of a name hold: "Russia-NATO council", "Russian and NATO negotiators"."""
    found: list[str] = []
    for match in COMPOUND.finditer(words):
        found += [s for part in match.groups() if (s := _side(part))]
    if not found:
        tokens = words.split()
        for size in (4, 3, 2, 1):
            for i in range(len(tokens) - size + 1):
                piece = " ".join(tokens[i : i + size]).strip(",.")
                if piece[:1].isupper() and (side := _side(piece)) and side not in found:
                    found.append(side)
    return list(dict.fromkeys(found))


def _side(words: str) -> str | None:
    """Return the country, or the body as it is written."""
    return country_of(words) or (words if organisation(words) else None)


def same(a: Found, b: Found) -> bool:
    """Whether two are one format: the same place, or the same name or body where not both have a place."""
    if a.date and b.date and not (a.date.startswith(b.date) or b.date.startswith(a.date)):
        return False
    if (
        a.place
        and b.place
        and a.place.casefold() == b.place.casefold()
        and (_SITTING.fullmatch(a.name) or _SITTING.fullmatch(b.name))
    ):
        return True  # the body, and its meeting told once more
    if a.place and b.place and not (a.founded or b.founded):
        return a.place.casefold() == b.place.casefold()
    mine, theirs = a.name.casefold(), b.name.casefold()
    return mine == theirs or (
        len(min(mine, theirs, key=len).split()) > 1 and (mine in theirs or theirs in mine)
    )


def _worth(name: str) -> tuple[bool, int]:
    """Rate a name: one that has a body in it before one that has not, then the longer."""
    return bool(sides(name)), min(len(name.split()), 6)


def merge(a: Found, b: Found) -> None:
    """Put what `b` tells into `a`."""
    if b.precise and (not a.precise or _worth(b.name) > _worth(a.name)):
        a.name, a.words = b.name, b.words
        a.precise = True
        a.parties = b.parties or a.parties
    a.place, a.date = a.place or b.place, a.date or b.date
    a.parties = a.parties or b.parties
    if _RANK.get(b.status or "", 0) > _RANK.get(a.status or "", 0):
        a.status = b.status
    a.evidence += [s for s in b.evidence if not any(o.contains(s) for o in a.evidence)]
