"""The frame of a claim: its words about the document or about speaking, which no passage of the document repeats.

"The readout lists …", "In the statement the United States recognizes …", "Asked about the talks, the envoy told
reporters: “…”". What the frame speaks of is looked for in the document; that it speaks is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from summarizer.patterns import late_regex
from summarizer.reading import Reading
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.finder import Attribution
from summarizer.reading.stems import stem
from summarizer.reading.words import is_function_word
from summarizer.source import Source, Span

QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,600})[\"”“»]")
NOUNS = (
    r"(?:text|document|statement|declaration|communiqu[eé]|readout|transcript|minutes|report|article|account|record|memo|summary|"
    r"press\s+release|news\s+release|dispatch)"
)
_TEXTS = late_regex(rf"(?:the\s+|this\s+|an?\s+)?(?:[\w’'-]+\s+){{0,3}}{NOUNS}", re.IGNORECASE)
# What stands in a text: "the times given in the transcript", "the list of participants", "its own figures".
_IN_TEXT = late_regex(
    rf"(?:the|its)\s+(?:own\s+)?(?:(?:times?|figures?|numbers|dates?|wording|heading|headline|title|dateline|list|roster|signatures?|names|record)"
    rf"(?:\s+of\s+(?:participants|attendees|names|those\s+present|signatories))?(?:\s+(?:given|listed|named|printed|stated|set\s+out|shown|told))?"
    rf"(?:\s+(?:in|of|on|at\s+the\s+(?:head|top|end|foot)\s+of|above|under)\s+(?:the|this)\s+(?:[\w’'-]+\s+){{0,3}}{NOUNS})?|participants?\s+lists?)",
    re.IGNORECASE,
)
# Nouns for the text under a pronoun or the issuer's name: "in her statement", "the ministry's account".
_OF_SOMEBODY = r"(?:the|this|its|his|her|their|[A-Z][\w.-]*['’]s|the\s+[\w\s.-]{1,30}['’]s)"
THE_TEXT = (
    rf"{_OF_SOMEBODY}\s+(?:(?:joint|official|written|published|final|public|leaders['’])\s+){{0,2}}{NOUNS}"
)
# "In the statement", "according to the readout", "as the communiqué puts it", "in the words of the readout".
_ADJUNCT = late_regex(
    rf"\b(?:(?:in|in\s+the\s+words\s+of|according\s+to|going\s+by|per|as\s+per|from|by)\s+{THE_TEXT}|as\s+{THE_TEXT}\s+(?:puts|has|tells|records|says|states)\s+it)"
    r"(?=\s*,|\s*\.?$|\s+(?:the|[A-Z]|it|he|she|they|both)\b)",
    re.IGNORECASE,
)
# What a text does: it tells. Verbs that bind or judge ("condemns", "commits") are what it tells, and stay.
_TELLS = (
    r"says|states|notes|describes|lists|names|mentions|records|reports|reads|speaks\s+of|refers\s+to|calls|gives|puts|quotes|tells|sets\s+out|lays\s+out|makes\s+clear|"
    r"contains|includes|shows|adds|explains|said|stated|noted|described|listed|named|mentioned|recorded|reported|read|spoke\s+of|referred\s+to|called|gave|quoted|told"
)
_TEXT_TELLS = late_regex(
    rf"^{THE_TEXT}(?:\s+(?:also|itself|further|then|only))?\s+(?:{_TELLS})\b(?:\s+that\b)?", re.IGNORECASE
)
# A text as the subject of any other verb: it is the text, and the verb is what it does.
_TEXT_DOES = late_regex(
    rf"^{THE_TEXT}(?=\s+(?:(?!of\b|on\b|by\b|from\b|that\b|to\b)[a-z]+(?:s|ed)|does|did|will)\b)",
    re.IGNORECASE,
)
# "It was noted that …" names nobody as its speaker; "it was agreed" tells an act.
_IMPERSONAL = late_regex(
    r"^It\s+(?:was|is|has\s+been)\s+(?:\w+ly\s+|also\s+|further\s+)?(?:said|stated|noted|stressed|emphasi[sz]ed|mentioned|underlined|underscored|pointed\s+out|"
    r"recalled|reported|observed|remarked|added|explained|recorded)\s+that\b",
    re.IGNORECASE,
)
# "X is listed as its chair": the text lists; that somebody "was named as" its chair is an act.
_LISTED = late_regex(
    r"\b(?:is|are|was|were)\s+(?:also\s+|both\s+)?(?:listed|recorded|mentioned|given|shown)\s+(?=(?:as|among)\b)"
)
_ADDRESSEES = frozenset(
    "reporters journalists media press audience newsmen correspondents interviewer anchor".split()
)
# What somebody was asked or spoke of: the way to the words, told beside them in the source if at all.
_ASKED = re.compile(
    r"^(?:(?:when|after\s+being)\s+)?(?:asked|questioned|pressed|speaking|talking|commenting|turning|replying|responding|answering)"
    r"\s+(?:about|of|on|to|in|at|before|after|during|whether|if|why|what|who|how|when|where|by|a)\b",
    re.IGNORECASE,
)
# Acts of speech that bind the speaker are told as acts: "promised" is more than "said".
_BINDING = frozenset(
    stem(w)
    for w in "agree promise pledge vow commit guarantee swear undertake threaten admit concede confess deny reject refuse refute "
    "demand order decide accept apologize apologise".split()
)
_LAST_NAME = late_regex(r"\s((?:[A-Z][\w.'’-]*\s?)+)$")
_LAST_NOUN = late_regex(r"\s(the\s+(?:(?!the\b)[\w’'-]+\s*){1,3})$")
# "X made clear that …" tells what X said.
_CLEAR = late_regex(
    r"^(?P<who>[^,;:\"“]{2,80}?)\s+(?:made|makes|has\s+made)\s+(?:it\s+)?(?:very\s+|quite\s+)?clear\b"
)
_CLAUSE = late_regex(r";|\b(?:while|whereas|but|and)\b", re.IGNORECASE)
_PLAIN = (CueClass.SPEECH, CueClass.THOUGHT)


def is_the_text(source: Source, speaker: str) -> bool:
    """Whether "according to X" means the source itself: "the readout", or whoever publishes it ("the White House")."""
    words = "".join(re.findall(r"[^\W\d_]+", speaker.casefold().removeprefix("the ")))
    labels = (urlsplit(source.url or "").hostname or "").replace("-", "").split(".")
    # An archive puts whose term it was before the house: "bidenwhitehouse" is the White House, not Mr. Biden.
    published = len(words) > 3 and any(label.endswith(words) for label in labels)
    return bool(_TEXTS.fullmatch(speaker.strip()) or _IN_TEXT.fullmatch(speaker.strip())) or published


def frame_spans(claim: Reading, source: Source) -> tuple[Span, ...]:
    """Return the words of a claim that speak of the text, or of the speaking of what it quotes."""
    return tuple(_frames(claim, source))


def _frames(claim: Reading, source: Source) -> Iterator[Span]:
    text = claim.text
    for pattern in (_ADJUNCT, _TEXT_TELLS, _TEXT_DOES, _IMPERSONAL, _LISTED):
        for match in pattern.finditer(text):
            yield Span(*match.span())
    if (topic := topic_of(claim)) is not None:
        yield Span(0, topic.end)
    for attribution in claim.attributions:
        speaker, cue = attribution.speaker, attribution.cue
        if speaker is None or cue is None or not _plain(attribution, text):
            continue
        if is_the_text(source, text[speaker.start : speaker.end]):
            yield from (speaker, cue)
        elif any(
            _holds(attribution, Span(*m.span(1))) and not _only_function_words(m[1])
            for m in QUOTED.finditer(text)
        ):
            yield from (speaker, cue, *_addressees(text, attribution))


def _only_function_words(quoted: str) -> bool:
    """Whether all that is quoted is a pronoun or the like: who "they" were is no speech of whoever asks."""
    return all(is_function_word(word) for word in re.findall(r"\w+", quoted.casefold()))


def topic_of(claim: Reading) -> Span | None:
    """Return the words that tell what a speaker was asked or spoke of: "Asked about the talks, the envoy said …"."""
    opening = _ASKED.match(claim.text)
    if opening is None:
        return None
    speakers = [a.speaker.start for a in claim.attributions if a.speaker and a.speaker.start > opening.end()]
    behind = [at for at in speakers if claim.text[:at].rstrip().endswith(",")]
    return Span(opening.end(), min(behind)) if behind else None


def _addressees(text: str, attribution: Attribution) -> Iterator[Span]:
    """Yield those between the cue and the words who only hear them: "told reporters"."""
    start = attribution.cue.end if attribution.cue else 0
    end = min(c.start for c in attribution.content)
    for match in re.finditer(r"\w+", text[start : max(start, end)]):
        if match[0].casefold() in _ADDRESSEES:
            yield Span(start + match.start(), start + match.end())


def _plain(attribution: Attribution, text: str) -> bool:
    cue = attribution.cue
    return attribution.reports in _PLAIN and not (cue and binds(text[cue.start : cue.end]))


def binds(cue: str) -> bool:
    """Whether a verb of speaking binds or judges by itself: "promised", "denied"."""
    return any(stem(word) in _BINDING for word in cue.casefold().split())


def _holds(attribution: Attribution, quotation: Span) -> bool:
    return any(
        content.start - 1 <= quotation.start and quotation.end - 1 <= content.end
        for content in attribution.content
    )


def speakers_of(claim: Reading, quotation: Span, source: Source) -> list[str]:
    """Return who a claim says speaks the words it quotes, the innermost first; the text itself is nobody."""
    topic = topic_of(claim)
    found = [
        a
        for a in claim.attributions
        if a.speaker
        and a.strength == "strong"
        and a.reports in _PLAIN
        and _holds(a, quotation)
        and not a.negated
        if topic is None or not topic.contains(a.speaker)
    ]
    found.sort(key=lambda a: sum(c.end - c.start for c in a.content))
    speakers: list[str] = []
    for attribution in found:
        if speakers and _parted(claim.text, attribution, quotation):
            break
        name = _name(claim.text, attribution)
        if name and not is_the_text(source, name):
            speakers.append(name)
    if not speakers and (plain := _CLEAR.match(claim.text)):
        speakers.append(plain["who"])
    return speakers


def _parted(text: str, attribution: Attribution, quotation: Span) -> bool:
    """Whether another clause begins between who speaks and the quotation: "A called them long, while B spoke of …"."""
    start = attribution.cue.end if attribution.cue else quotation.start
    return bool(_CLAUSE.search(text, start, max(start, quotation.start)))


def _name(text: str, attribution: Attribution) -> str | None:
    """Return the speaker in the claim's words, or the name that a pronoun stands for there."""
    assert attribution.speaker is not None
    words = text[attribution.speaker.start : attribution.speaker.end]
    pronoun = words.casefold() in ("he", "she", "they", "it", "we", "i", "his", "her", "their", "its", "who")
    return attribution.name if pronoun else without_topic(words)


def without_topic(speaker: str) -> str:
    """Return who speaks, without what is spoken of before: "Of the river the envoy" said something."""
    if not re.match(r"(?:Of|On|About|In|At|For|To)\s", speaker):
        return speaker
    own = _LAST_NAME.search(speaker) or _LAST_NOUN.search(speaker)
    return own[1].strip() if own else speaker
