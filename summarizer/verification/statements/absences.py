"""Reads claims on what a text does not tell: "The readout gives no date for …", "The statement does not mention …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from summarizer.patterns import late_regex
from summarizer.source import Source
from summarizer.verification.claims.frames import THE_TEXT, is_the_text


class Lack(StrEnum):
    """What a claim says that the text does not have."""

    VALUE = "value"  # a date, a place, a number, a name … of the matter
    MENTION = "mention"  # the matter itself
    MEMBER = "member"  # somebody or something in a list or among those told of
    SPEECH = "speech"  # words of somebody on the matter
    WHICH = "which"  # which one of several, or how much, did what a clause tells
    FACT = "fact"  # what the matter, a clause, tells
    ACT = "act"  # an announcement, an agreement or the like of the matter
    DETAIL = "detail"  # what the matter consists of
    REASON = "reason"  # why the matter, a clause, is so


@dataclass(frozen=True, slots=True)
class Absence:
    """A claim on what the text lacks: of which sort, about what matter, and for MEMBER and SPEECH of whom."""

    lack: Lack
    matter: str
    value: str = ""
    who: str = ""


# The nouns for a value, with the sort that is looked for.
_VALUES = {
    "date": "date", "dates": "date", "day": "date", "timetable": "date", "deadline": "date", "timeline": "date", "timeframe": "date", "schedule": "date",
    "time": "time", "hour": "time", "place": "place", "venue": "place", "location": "place", "city": "place", "site": "place", "country": "place", "town": "place",
    "number": "number", "numbers": "number", "figure": "number", "figures": "number", "total": "number", "amount": "number", "sum": "number", "price": "number",
    "name": "name", "names": "name", "identity": "name", "length": "duration", "duration": "duration",
}  # fmt: skip
_QUESTIONS = {
    "when": "when", "on what date": "date", "on which date": "date", "on which day": "date", "by when": "date", "at what time": "time",
    "where": "place", "in which city": "place", "who": "name", "how many": "number", "how much": "number", "how long": "duration",
}  # fmt: skip
_VALUE = rf"(?:(?:exact|specific|precise|particular|firm|fixed|single|new)\s+)?(?P<value>{'|'.join(_VALUES)})"
_FOR = r"\s+(?:for|of|on|about|as\s+to|by)\s+(?!which\b)"
_WHO_TELLS = rf"(?P<text>{THE_TEXT}|(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){{0,3}})"
_NOT = r"\s+(?:(?:does|do|did)\s+not|doesn['’]t|didn['’]t|never|nowhere)\s+"
_GIVE = r"(?:give|set|name|mention|specify|provide|contain|state|offer|include|disclose|report|cite|carry|fix|indicate|identify|reveal|announce|tell)"
_GIVES = r"(?:gives|sets|names|mentions|specifies|provides|contains|states|has|offers|includes|discloses|reports|cites|carries|fixes|gave|set|named|mentioned|specified|provided|contained|stated|had)"
_SAY = r"(?:say|report|give|spell\s+out|detail|state|specify|tell|indicate|disclose|reveal|make\s+clear|spell\s+out|mention|explain|record|note|identify)"
_MENTION = r"(?:mention|record|report|note|refer\s+to|speak\s+of|touch\s+on|touch\s+upon|name|cite|contain|announce|describe|propose|discuss|address|threaten|make\s+(?:any\s+)?(?:mention|reference)\s+(?:of|to)|contain\s+(?:any\s+)?(?:mention|reference)\s+(?:of|to)|list|include)"
_WORDS = r"(?:statements?|remarks?|comments?|words?|views?|positions?|opinions?|quotes?|quotations?|answers?|replies|reply|response)"
_GIVEN = r"(?:given|set|named|mentioned|fixed|specified|announced|stated|provided|disclosed|told)"
_IN = rf"(?:\s+(?:anywhere\s+)?(?:in|by)\s+(?P<text>{THE_TEXT}))"
_BE = r"(?:is|are|was|were|has\s+been|have\s+been)"
_END = r"(?:\s+(?:at\s+all|anywhere|by\s+name|explicitly|once))?\s*[.]?\s*$"
# Who sets no date may be those whom the text tells of: a text that gives one says that they did.
_ACTORS = r"(?:the\s+(?:[\w’'-]+\s+){1,4}?|they\s+|(?:[A-Z][\w.’'-]*\s+|and\s+){1,5})"
_SET = r"(?:set|fix(?:ed)?|name[d]?|announced?|specif(?:y|ied)|settled?\s+on|agreed?(?:\s+(?:on|upon))?)"
_ANSWERED = (
    r"(?:answered|replied|responded|said|told\s+\w+|reacted|(?:had\s+)?to\s+say|proposed|argued|thought)"
)
_MEANWHILE = r"(?:\s+(?:during|in|at|on|after)\s+(?:the|their|his|her)\s+(?:\w+\s+)?(?:call|talks?|meeting|conversation|discussions?|session|summit|visit))?"
_STANDS = r"(?:is|are|was|were|appears?|figures?|features?|stands?|is\s+(?:listed|named|included|found|mentioned)|are\s+(?:listed|named|included|found|mentioned)|was\s+(?:listed|named|included|present)|were\s+(?:listed|named|included|present)|took\s+part|participated)"
_AMONG = r"(?:among|in|on|as\s+one\s+of|as\s+part\s+of)"
_LISTED = r"(?:the|those|its|their)\s+(?:.+?\s+)?(?:list|lists|participants?|attendees|those\s+.+?|signatories|members|present|part|named|listed|leaders|speakers)(?:\s+.+?)?"


# Acts of which a text that reports them would tell: what it has no word of was not announced, signed or agreed.
_ACT = r"(?:announce|present|sign|conclude|adopt|issue|reach|agree\s+(?:up)?on|propose|set\s+up|establish|launch|impose|schedule|make)"
_ACTED = r"(?:announced|presented|signed|concluded|adopted|issued|reached|agreed(?:\s+(?:up)?on)?|proposed|set\s+up|established|launched|imposed|scheduled|made)"


def _pattern(pattern: str) -> re.Pattern[str]:
    return late_regex(rf"^{pattern}{_END}", re.IGNORECASE | re.DOTALL)


# Other forms of what the patterns read: the form, and what it stands for.
_UNSAID = r"(?:mention|name|refer\s+to|speak\s+of|say|record|report|list)"
_OTHER_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (late_regex(form, re.IGNORECASE), meant)
    for form, meant in (
        (rf"^nowhere\s+(?:does|did|do)\s+{_WHO_TELLS}\s+(?P<verb>{_UNSAID})\s+", r"\g<text> does not \g<verb> "),
        (rf"^{_WHO_TELLS}\s+(?:names?|named|mentions?|mentioned|lists?|cites?|contains?)\s+neither\s+", r"\g<text> does not mention "),
        (rf"^{_WHO_TELLS}\s+(?:stops?|stopped)\s+short\s+of\s+(?:naming|specifying|spelling\s+out)\s+(?P<what>the\s+(?-i:[a-z]).+?)\.?$", r"\g<text> does not say what \g<what> would be"),
        (rf"^{_WHO_TELLS}\s+(?:stops?|stopped)\s+short\s+of\s+(?:naming|mentioning)\s+", r"\g<text> does not name "),
        (rf"^{_WHO_TELLS}\s+(?:leaves?|left)\s+(?:it\s+)?(?:open|unsaid|unclear|unanswered|untold)\s+(?=(?:whether|when|where|who|what|how|why|on|in|at|which)\b)", r"\g<text> does not say "),
        (rf"^{_WHO_TELLS}\s+(?:is|was)\s+silent\s+(?:on|about|as\s+to)\s+(?=(?:what|how|whether)\b)", r"\g<text> says nothing about "),
        (rf"^there\s+(?:is|was)\s+(?:no|not\s+a)\s+(?:single\s+)?(?:word|mention|trace)\s+(?:in|by)\s+{_WHO_TELLS}\s+(?:on|of|about)\s+", r"\g<text> does not mention "),
        (r"^the\s+(?-i:[A-Z])[\w.]+(?:\s+(?-i:[A-Z])[\w.]+)?\s+(?P<noun>text|readout|statement|report|transcript|record|summary|minutes|press\s+release|article)(?=\s+(?:do(?:es)?|did|gives?|sets?|names?|mentions?|contains?|says?|records?|quotes?|is|was|has)\b)", r"the \g<noun>"),
        (rf"^nothing\s+(?:is|was)\s+(?:said|told|reported)\s+(?:in|by)\s+{_WHO_TELLS}\s+(?:about|of|on)\s+", r"\g<text> says nothing about "),
        (rf"\s+(?:goes|went|remains?|remained|is\s+left|are\s+left|go)\s+unmentioned(?={_IN}?\s*\.?$)", " is not mentioned"),
        (r"\b(?:about|of|on)\s+(?P<who>[A-Z][\w.’-]*(?:\s+[A-Z][\w.’-]*)*)['’]s\s+(?:response|reply|answer|reaction)(?=\s*\.?$)", r"about what \g<who> replied"),
    )
)  # fmt: skip
# What a claim grants behind what it says is wanting: "…, although it speaks of a crisis".
_GRANTED = late_regex(
    r",\s+(?:even\s+)?(?:although|though|but|while|whereas)\s+(?:only\s+)?(?P<rest>(?:it|they|the)\b.+)$",
    re.IGNORECASE,
)
# A second thing that is wanting: "…, nor does it mention a truce", "… and sets no date for …".
_SECOND = (
    (late_regex(r",?\s+nor\s+(?:does|did|do)\s+(?:it|they|the\s+\w+)\s+(?P<rest>.+)$", re.IGNORECASE), "does not "),
    (late_regex(r",?\s+(?:and|or)\s+(?:it\s+|they\s+)?(?P<rest>(?:does\s+not|did\s+not|(?:sets?|gives?|names?|mentions?|contains?|quotes?|says?|announces?|records?|reports?|lists?|offers?|has|had|gave|named|mentioned|contained|said)\s+(?:no|neither|nothing|none))\b.+)$", re.IGNORECASE), ""),
)  # fmt: skip


def several(text: str, source: Source) -> list[str]:
    """Return the sentences that a claim on two things that are wanting stands for; the claim itself where it tells of one."""
    told = re.match(_WHO_TELLS, text)
    for pattern, lead in _SECOND if told else ():
        match = pattern.search(text)
        if match and told and is_the_text(source, told["text"]):
            both = [f"{text[: match.start()]}.", f"{told['text']} {lead}{match['rest']}"]
            if all(absence_of(one, source) for one in both):
                return both
    return [text]


_CONSISTS = r"(?:would\s+be|will\s+be|are|is|were|was|contains?|contained|includes?|consists?\s+of|entails?|provides?)"


def granted(text: str) -> tuple[str, str] | None:
    """Return what a claim says is wanting, and what it grants that the text has; None where it grants nothing."""
    match = _GRANTED.search(text)
    told = re.match(rf"(?P<text>{THE_TEXT})", text, re.IGNORECASE)
    if match is None or told is None:
        return None
    return f"{text[: match.start()]}.", re.sub(r"^(?:it|they)\b", told["text"], match["rest"])


_PATTERNS: tuple[tuple[Lack, re.Pattern[str]], ...] = (
    # who said nothing
    (Lack.SPEECH, _pattern(rf"{_WHO_TELLS}{_NOT}(?:attribute|ascribe)\s+(?:any|a|a\s+single)\s+{_WORDS}(?:\s+(?:on|about|regarding)\s+(?P<matter>.+?))?\s+to\s+(?P<who>.+?)")),
    (Lack.SPEECH, _pattern(rf"{_WHO_TELLS}\s+(?:attributes|ascribes|attributed|ascribed)\s+no\s+{_WORDS}(?:\s+(?:on|about|regarding)\s+(?P<matter>.+?))?\s+to\s+(?P<who>.+?)")),
    (Lack.SPEECH, _pattern(rf"{_WHO_TELLS}{_NOT}(?:report|quote|record|relate|give|include|contain|tell)\s+(?:anything|any\s+{_WORDS}|a\s+word|a\s+single\s+word)\s+(?:that\s+)?(?:by|from|of)?\s*(?P<who>(?!that\b).+?)(?:\s+(?:said|told|stated))?(?:\s+(?:on|about|regarding|to)\s+(?P<matter>.+?))?(?:\s+(?:during|in|at|on)\s+the\s+\w+)?")),
    (Lack.SPEECH, _pattern(rf"{_WHO_TELLS}(?:{_NOT}quote|\s+(?:quotes|quoted|reports|reported|records|gives|contains)\s+(?:no\s+{_WORDS}|nothing)\s+(?:by|from|of))\s+(?P<who>.+?)(?:\s+(?:on|about|regarding)\s+(?P<matter>.+?))?")),
    (Lack.SPEECH, _pattern(rf"{_WHO_TELLS}{_NOT}(?:report|record|say|tell|relate|quote|give|state|mention|disclose|reveal)\s+(?:us\s+)?(?:what|how)\s+(?P<who>.+?)\s+{_ANSWERED}{_MEANWHILE}(?:\s+(?:on|about|regarding|to)\s+(?P<matter>.+?))?{_MEANWHILE}")),
    (Lack.SPEECH, _pattern(rf"{_WHO_TELLS}\s+(?:says?|said|tells?|reports?|records?)\s+nothing\s+(?:about|of|on)\s+(?:what|how|whether)\s+(?P<who>.+?)\s+{_ANSWERED}{_MEANWHILE}(?:\s+(?:on|about|regarding|to|(?!during\b)(?=[A-Z]|the\b|his\b|her\b))\s*(?P<matter>.+?))?{_MEANWHILE}")),
    (Lack.SPEECH, _pattern(rf"(?P<who>[A-Z].+?)['’]s?\s+(?:own\s+)?{_WORDS}(?:\s+(?:on|about|regarding|to)\s+(?P<matter>.+?))?\s+{_BE}\s+not\s+(?:reported|quoted|given|told|recorded|mentioned|included){_IN}?")),
    # what it consists of, and why
    (Lack.DETAIL, _pattern(rf"{_WHO_TELLS}{_NOT}{_SAY}\s+what\s+(?P<matter>(?:the|these|those|this|any|its|their)\s+.+?)\s+{_CONSISTS}")),
    (Lack.DETAIL, _pattern(rf"{_WHO_TELLS}{_NOT}{_SAY}\s+what\s+(?:was|were|has\s+been|had\s+been)\s+(?P<matter>\w+ed\b.*?)")),
    (Lack.REASON, _pattern(rf"{_WHO_TELLS}{_NOT}{_SAY}\s+why\s+(?P<matter>.+?)")),
    (Lack.DETAIL, _pattern(rf"{_WHO_TELLS}(?:{_NOT}(?:disclose|give|reveal|set\s+out|spell\s+out|describe|publish|provide|report|go\s+into|tell)\s+(?:the\s+|any\s+)?|\s+(?:gives|discloses|provides|contains|offers|gave)\s+no\s+)(?:further\s+)?(?:contents?|details?|terms|substance|specifics|wording|provisions)\s+(?:of|on|about)\s+(?P<matter>.+?)")),
    (Lack.REASON, _pattern(rf"{_WHO_TELLS}(?:{_NOT}(?:give|state|name|disclose|tell|report|mention|offer|provide|specify)\s+(?:the\s+|any\s+|a\s+|its\s+|their\s+)?|\s+(?:gives|states|names|offers|gave|provides)\s+no\s+)(?:reasons?|grounds?|motives?|causes?|explanations?|justifications?)\s+(?:for|of|behind)\s+(?P<matter>.+?)")),
    # a clause
    (Lack.FACT, _pattern(rf"{_WHO_TELLS}{_NOT}(?:{_SAY}|report|announce|claim|suggest|assert|allege|confirm|mention)\s+(?:that|whether)\s+(?P<matter>.+?)")),
    (Lack.FACT, _pattern(rf"nothing\s+in\s+{_WHO_TELLS}\s+(?:says|said|indicates|suggests|shows)\s+that\s+(?P<matter>.+?)")),
    (Lack.FACT, _pattern(rf"{_WHO_TELLS}{_NOT}{_SAY}\s+(?:at|on|upon)\s+whose\s+(?P<matter>(?:request|initiative|invitation|proposal|suggestion|behest)\b.+?)")),
    (Lack.WHICH, _pattern(rf"{_WHO_TELLS}{_NOT}{_SAY}\s+(?:(?:in|for|to|by|of|with|from|on|under)\s+)?(?:which|what|whose)\s+(?P<matter>(?!the\b|these\b|those\b|this\b|any\b|its\b|their\b|was\b|were\b|has\b|is\b|are\b|it\b|he\b|she\b|they\b|(?:date|day|time|city|place|country|town)\b)(?-i:[a-z]).+?)")),
    # no value
    (Lack.VALUE, _pattern(rf"{_WHO_TELLS}\s+{_GIVES}\s+no\s+{_VALUE}{_FOR}(?P<matter>.+?)")),
    (Lack.VALUE, _pattern(rf"{_WHO_TELLS}{_NOT}{_GIVE}\s+(?:the|an?|any)\s+{_VALUE}{_FOR}(?P<matter>.+?)")),
    (Lack.VALUE, _pattern(rf"{_WHO_TELLS}{_NOT}{_SAY}\s+(?P<question>{'|'.join(map(re.escape, _QUESTIONS))})\s+(?P<matter>.+?)")),
    (Lack.VALUE, _pattern(rf"{_WHO_TELLS}(?:{_NOT}{_GIVE}\s+(?:the|an?|any)|\s+{_GIVES}\s+no)\s+{_VALUE}(?:\s+(?:or|nor|and)\s+\w+)?(?P<within>\s+in\s+[A-Z]\w+)?\s+(?:(?:on|in|at|by|of)\s+which|when|where)\s+(?P<matter>.+?)")),
    (Lack.VALUE, _pattern(rf"{_ACTORS}(?:{_SET}\s+no|(?:did|does|do)\s+not\s+(?:yet\s+)?{_SET}\s+(?:the|an?|any))\s+{_VALUE}{_FOR}(?P<matter>.+?)")),
    (Lack.ACT, _pattern(rf"{_ACTORS}(?:(?:did|do|does|have|has)\s+not\s+(?:yet\s+)?{_ACT}\s+any|{_ACTED}\s+no)\s+(?:new\s+)?(?P<matter>.+?)")),
    (Lack.ACT, _pattern(rf"no\s+(?:new\s+)?(?P<matter>.+?)\s+(?:was|were|has\s+been|have\s+been)\s+{_ACTED}{_IN}?")),
    (Lack.ACT, _pattern(rf"{_WHO_TELLS}{_NOT}(?:announce|proclaim)\s+(?:any|an?)\s+new\s+(?P<matter>.+?)")),
    (Lack.VALUE, _pattern(rf"no\s+{_VALUE}\s+{_BE}\s+{_GIVEN}(?:{_FOR}(?P<matter>.+?)){_IN}?")),
    (Lack.VALUE, _pattern(rf"no\s+{_VALUE}{_FOR}(?P<matter>.+?)\s+{_BE}\s+{_GIVEN}{_IN}?")),
    (Lack.VALUE, _pattern(rf"the\s+{_VALUE}{_FOR}(?P<matter>.+?)\s+{_BE}\s+not\s+{_GIVEN}{_IN}?")),
    (Lack.VALUE, _pattern(rf"{_WHO_TELLS}(?:{_NOT}(?P<name>name|identify)\s+(?:any|a\s+single|one)|\s+(?P<names>names|identifies|named)\s+(?:no|none\s+of))\s+(?P<matter>(?:members?|participants?|representatives?|officials?|delegates?|ministers?|of\s+the)\b.+?)")),
    # not among
    (Lack.MEMBER, _pattern(rf"{_WHO_TELLS}{_NOT}(?:list|name|include|mention|count)\s+(?P<who>.+?)\s+(?:among|as\s+one\s+of|as\s+part\s+of)\s+(?P<matter>.+?)")),
    (Lack.MEMBER, _pattern(r"(?P<who>.+?)\s+(?:is|are|was|were)\s+not\s+(?:listed\s+|named\s+|mentioned\s+)?(?:among|one\s+of)\s+(?P<matter>(?:the|those|its|their)\s+.+?)")),
    (Lack.MEMBER, _pattern(rf"(?P<who>.+?)\s+(?:does|do|did)\s+not\s+(?:appear|figure|feature|stand)\s+{_AMONG}\s+(?P<matter>{_LISTED})")),
    (Lack.MEMBER, _pattern(rf"(?:no|none\s+of\s+the)\s+(?P<who>.+?)\s+{_STANDS}\s+{_AMONG}\s+(?P<matter>{_LISTED})")),
    (Lack.MEMBER, _pattern(rf"neither\s+(?P<who>.+?\s+nor\s+.+?)\s+{_STANDS}\s+{_AMONG}\s+(?P<matter>{_LISTED})")),
    # no name
    (Lack.VALUE, _pattern(rf"{_WHO_TELLS}{_NOT}(?P<name>name|identify)\s+(?P<matter>(?:the|its|their|his|her|those|these|either\s+of\s+the|any\s+of\s+the)\s+(?-i:[a-z][\w’'-]*)(?:\s+(?-i:[a-z0-9][\w’'-]*)){{0,6}}(?:\s+(?:of|from|for|who|that|in|at)\s.+?)?)")),
    # no mention
    (Lack.MENTION, _pattern(rf"{_WHO_TELLS}{_NOT}{_MENTION}\s+(?!(?:that|how|why|what|whether|when|where|who)\b)(?P<matter>.+?)")),
    (Lack.MENTION, _pattern(rf"{_WHO_TELLS}\s+(?:makes?|contains?|made|contained|has|had)\s+no\s+(?:mention|reference|word)\s+(?:of|to|about|on)\s+(?P<matter>.+?)")),
    (Lack.MENTION, _pattern(rf"{_WHO_TELLS}\s+(?:(?:says?|said)\s+nothing|(?:is|was)\s+silent)\s+(?:about|of|on)\s+(?P<matter>.+?)")),
    (Lack.MENTION, _pattern(rf"(?:there\s+(?:is|was)\s+no|no)\s+(?:mention|reference|word)\s+(?:(?:is|was)\s+made\s+)?(?:of|to|about|on)\s+(?P<matter>.+?)(?:\s+(?:is|was)\s+made)?{_IN}?")),
    (Lack.MENTION, _pattern(rf"(?P<matter>.+?)\s+{_BE}\s+(?:not|nowhere|never)\s+(?:mentioned|named|referred\s+to|listed|cited)(?:\s+by\s+name)?{_IN}")),
    (Lack.MENTION, _pattern(rf"{_WHO_TELLS}\s+(?:names?|named|mentions?|mentioned|announces?|announced|cites?|lists?|describes?|described|proposes?|proposed|threatens|contains?|contained|includes?|included|offers|records|reports)\s+no\s+(?:specific\s+|concrete\s+|particular\s+)?(?P<matter>.+?)")),
)  # fmt: skip


def absence_of(text: str, source: Source) -> Absence | None:
    """Return what a claim says the text lacks; None for a claim of any other sort."""
    body = " ".join(text.split())
    if not _DENIES.search(body) and not any(part in body.casefold() for part in _DENYING_OTHERWISE):
        return None
    for form, meant in _OTHER_FORMS:
        body = form.sub(meant, body)
    return next(_read(body, source), None) if _DENIES.search(body) else None


# One of these is in every form above: most claims have none, and no pattern need be tried on them.
_DENIES = late_regex(
    r"\b(?:not|no|never|nowhere|nothing|none|neither|silent)\b|\b(?:does|did)n['’]t\b", re.IGNORECASE
)


_DENYING_OTHERWISE = ("short of", "leave", "left", "unmentioned")  # what the other forms make such a word of


def _read(body: str, source: Source) -> Iterator[Absence]:
    for lack, pattern in _PATTERNS:
        match = pattern.match(body)
        if match is None:
            continue
        found = match.groupdict()
        if found.get("text") and not is_the_text(source, found["text"]):
            continue
        value = _VALUES.get((found.get("value") or "").casefold()) or _QUESTIONS.get(
            " ".join((found.get("question") or "").casefold().split())
        )
        named = found.get("name") or found.get("names")
        yield Absence(
            lack,
            ((found.get("matter") or "") + (found.get("within") or "")).strip(" ,"),
            value or ("name" if named else ""),
            (found.get("who") or "").strip(" ,"),
        )
