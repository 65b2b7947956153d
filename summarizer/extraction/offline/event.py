"""The event's record: what it was, when and where, and how long it lasted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from summarizer.extraction.offline.record_head import head_dates, head_places, head_times, recorded
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.event.clock_lengths import ClockLength
from summarizer.reading.event.words import EVENT_NOUN, MINUTES, MODIFIER
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.gazetteer import is_place, organisation
from summarizer.reading.sentences import Sentence
from summarizer.reading.timing.dates import Date
from summarizer.source import Span, hull

_REMOTE = late_regex(r"\b(?:call|telephone|phone|video\w*|teleconference|virtual|online)\b", re.IGNORECASE)
_AT_TIME = late_regex(
    r"\b(?P<verb>began|started|opened|ended|finished|concluded|took\s+place|was\s+held)\s+(?:\w+\s+)?(?P<at>at\s+)(?=\S*\d|noon|midday|midnight)",
    re.IGNORECASE,
)
_AFTER_TIME = late_regex(r"(?:\s+in\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?(?:\s*\([^()]{3,60}\))?")
_IN = late_regex(r"\b(?:in|at|near|outside)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)
_ON = late_regex(r"\b[Oo]n\s+$")
_OWN_DAY = late_regex(r"['’]s\s+(?:[\w-]+\s+){0,3}")
# "grain held up at the port", "a ship seized in March in A": where something else was, or was done.
_ELSEWHERE = late_regex(
    r"(?<!\bwas )(?<!\bwere )\b(?!(?:(?:held|convened|hosted|organi[sz]ed|opened|started|ended|concluded|met|arranged|scheduled)\s+(?:in|at|near|outside))\b)"
    r"(?:[a-z]{2,}(?:ed|en)|held|kept|found|built|made|lost|born|sent|left)(?:\s+(?:up|down|off|out|over|back|away))?\s+(?:in|at|near|outside)\s+(?:the\s+)?$"
)
_HELD_AT = late_regex(
    r"\W*(?:(?:meeting|session)\s+)?held\s+(?:at|in)\s+(?:the\s+)?(?P<place>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:,?\s+(?:of\s+(?:the\s+)?)?[A-ZÀ-ÖØ-Þ][\w’'-]+){0,5}?)"
    r"(?=\s*(?:[.;]|,?\s+(?:on|from|at)\b|,\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|$))",
    re.IGNORECASE,
)
_NOUN_IN = late_regex(
    rf"{EVENT_NOUN.pattern}\s+in\s+(?:the\s+)?(?P<place>[A-ZÀ-Þ][\w’-]+(?:\s+[A-ZÀ-Þ][\w’-]+)*)",
    re.IGNORECASE,
)
# "Ruse, 21 May 2024": a line over minutes and lists, which tells where and when the meeting was.
_DATED_LINE = late_regex(
    r"(?:(?P<place>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]+)?),\s+)?[^.:;]{0,60}\b(?:19|20)\d\d\W*$"
)
_HERE = late_regex(r"\b(?:here|in\s+this\s+(?:city|capital))\b", re.IGNORECASE)
_TOLD_TODAY = late_regex(
    r"\b(?:readout|read-out|background\s+press\s+call|press\s+(?:briefing|statements?|conference)|news\s+conference)\b",
    re.IGNORECASE,
)
# A title that only names the event, as readouts have it: "Telephone conversation with President A"
_ONLY_NAMES = late_regex(
    rf"\s*(?:the\s+)?{EVENT_NOUN.pattern}\s+(?:with|between|of)\s+(?!.*\b(?:is|are|was|were|will|has|have|ends?|begins?|to)\b)",
    re.IGNORECASE,
)
_NEW_CLAUSE = late_regex(
    r"[;:“”\"]|,\s+(?:which|who|where|after|before|but|while|and\s+(?:that|the|he|she|they))\b|\b(?:that|which|who|ahead\s+of|before|after|following)\b",
    re.IGNORECASE,
)


_TO_DO = late_regex(
    r"\bto\s+(?!the\b|an?\b|date\b|end\b)[a-z]+\b"
)  # "met to consider …": what follows is no place of it


def event_record(scene: Scene) -> dict[str, Any] | None:
    """Return the record of the main event, None where the text is about none."""
    event = scene.event
    if event is None:
        return None
    spans = [_clause(scene)] if not event.sentence.furniture else [event.span]
    date, time, place = _date(scene), _time(scene), _place(scene)
    for told in (date, time, place):
        if told and not any(s.contains(told[1]) for s in spans):
            spans.append(told[1])
    if event.named is not None and not any(s.contains(event.named) for s in spans):
        spans.append(event.named)
    return {
        "what": _whole_kind(event.sentence.text, event.what),
        "date": date[0] if date else None,
        "time": time[0] if time else None,
        "place": place[0] if place else None,
        "evidence": scene.evidence(*spans),
    }


def _whole_kind(text: str, what: str) -> str:
    """Return an event's noun with the first of two modifiers that "and" joins: "economic and trade meeting"."""
    first = re.search(rf"\b(?P<first>{MODIFIER})\s+and\s+{re.escape(what)}\b", text, re.IGNORECASE)
    return f"{first['first'].lower()} and {what}" if first else what


# "for the first time in a year": how long ago the last one was.
_SINCE_LAST = late_regex(r"\b(?:first|last|only)\b[^.;]{0,40}\bin\s+(?:\w+\s+)?$", re.IGNORECASE)


def duration_record(scene: Scene) -> dict[str, Any] | None:
    """Return how long the event lasted, None where the text does not say."""
    told = [
        d
        for d in scene.reading.event_durations
        if d.minutes is not None and not _SINCE_LAST.search(scene.text[: d.full.start][-60:])
    ]
    if not told or scene.event is None:
        return None
    first = next(
        (
            d
            for d in told
            if (s := scene.reading.sentence_at(d.span.start)) and s.number in scene.body_numbers
        ),
        told[0],
    )
    sentence = scene.reading.sentence_at(first.span.start)
    lead = re.search(
        r"(?:\b[\w'’-]+\s+){1,4}$",
        scene.text[max(sentence.span.start if sentence else 0, first.full.start - 40) : first.full.start],
    )
    start = first.full.start - len(lead[0]) if lead else first.full.start
    opening = first.opening if isinstance(first, ClockLength) else None
    return {
        "text": re.sub(r"(?<=[ap]m)\.$", "", " … ".join(scene.words(s) for s in (opening, first.full) if s)),
        "minutes": first.minutes,
        "bound": first.bound,
        "evidence": scene.evidence(Span(start, first.full.end), *([opening] if opening else ())),
    }


def _clause(scene: Scene) -> Span:
    """Return the words that tell the event: its noun or verb with those who take part."""
    event = scene.event
    assert event is not None
    spans = [event.span, *(m.full for m in event.parties if event.sentence.span.contains(m.full))]
    return hull(spans)


def _tail(scene: Scene) -> Span:
    """Return the words behind the event's noun or verb up to the next clause."""
    event = scene.event
    assert event is not None
    cut = _NEW_CLAUSE.search(scene.text, event.span.end, event.sentence.span.end)
    purpose = _TO_DO.search(scene.text, event.span.end, cut.start() if cut else event.sentence.span.end)
    cut = purpose or cut
    return Span(event.span.end, cut.start() if cut else event.sentence.span.end)


def _date(scene: Scene) -> tuple[str, Span] | None:
    """Return when the event was: told in its clause, of it elsewhere in the story, or by the date of its readout."""
    event = scene.event
    assert event is not None
    if not event.sentence.furniture:
        around = Span(event.sentence.span.start, _tail(scene).end)
        dateline = scene.reading.anchor_span  # the day of the report, where the event may have its own
        headed = (
            len(event.sentence.text) < 90 and not event.parties
        )  # "Weekly briefing, 3 May": that is its own day
        inside = [
            d for d in _dates(scene, around) if (headed or d.span != dateline) and not _attributes(scene, d)
        ]
        for found in inside:
            if (
                found.span.start >= event.span.end
                or found.span.start <= scene.start(event.sentence) + 3  # "Today, A spoke with B"
                or _ON.search(scene.text[max(0, found.span.start - 4) : found.span.start])
                or _OWN_DAY.fullmatch(scene.text[found.span.end : event.span.start])  # "Friday's meeting"
            ):
                return str(found.value), found.span
        if any(
            d.needs_anchor and d.span.start >= event.span.end and around.contains(d.span)
            for d in scene.reading.dates
        ):
            return None  # told, but only relative to a date that is not known
    for found in _spoken_of(scene):
        return str(found.value), found.span
    for found in (d for line in head_dates(scene) for d in _dates(scene, line)):
        return str(found.value), found.span
    for sentence in scene.story[:8]:
        held = re.match(r"\W*(?:(?:meeting|session)\s+)?held\b", sentence.text, re.IGNORECASE)
        told = MINUTES.search(sentence.text) or _DATED_LINE.match(sentence.text)
        if held or (told and recorded(scene)):
            for found in _dates(scene, sentence.span):
                return str(found.value), found.span
    return _published(scene)


def _dates(scene: Scene, within: Span) -> Iterator[Date]:
    anchor = scene.reading.anchor
    for date in scene.dates_in(within):
        if (
            within.contains(date.span)
            and date.value
            and not date.needs_anchor
            and (anchor is None or date.value[:10] <= anchor.isoformat()[: len(date.value[:10])])
        ):
            yield date


def _attributes(scene: Scene, date: Date) -> bool:
    """Whether a date tells when somebody said something: "told reporters on Thursday that"."""
    return bool(
        re.search(
            r"\b(?:said|told|announced|announcement|confirmed|reported|released|statement)\b[^,;.]{0,40}$",
            scene.text[max(0, date.span.start - 60) : date.span.start],
            re.IGNORECASE,
        )
    )


def _spoken_of(scene: Scene) -> Iterator[Date]:
    """Yield dates beside another mention of the event: "the talks on Thursday", "the call took place on 3 May", "agreed on Tuesday"."""
    for sentence in scene.story[:25]:
        dates = list(_dates(scene, sentence.span))
        if not dates:
            continue
        for match in EVENT_NOUN.finditer(sentence.text):
            end = sentence.span.start + match.end()
            lead = sentence.text[max(0, match.start() - 20) : match.start()]
            for date in dates:
                gap = scene.text[end : date.span.start]
                if (
                    re.search(r"\b(?:the|their|this)\s+(?:\w+\s+)?$", lead)
                    and date.span.start > end
                    and re.fullmatch(
                        r"\s+(?:between\s+the\s+\w+\s+\w+\s+)?(?:(?:was|were)\s+held\s+|took\s+place\s+)?(?:on\s+)?",
                        gap,
                    )
                ):
                    yield date
    for sentence in scene.body[:3]:
        for date in _dates(scene, sentence.span):
            if len(str(date.value)) == 10 and re.search(
                r"\b(?:agreed|met|spoke|discussed|held\s+talks)\s+(?:\w+\s+){0,2}(?:on\s+)?$",
                scene.text[max(0, date.span.start - 40) : date.span.start],
            ):
                yield date


def _published(scene: Scene) -> tuple[str, Span] | None:
    """Return the date of a readout, which is given out on the day of what it tells of, where the text prints it."""
    title = scene.reading.source.title or next(
        (s.text for s in scene.story if s.block.kind is BlockKind.TITLE), ""
    )
    anchor, span, event = scene.reading.anchor, scene.reading.anchor_span, scene.event
    issued = (event is not None and event.what.startswith("joint ")) or _ONLY_NAMES.match(title)
    if anchor is None or not (issued or _TOLD_TODAY.search(title)):
        return None
    day = anchor.isoformat()
    printed = span or next((d.span for d in scene.reading.dates if d.value == day), None)
    return (day, printed) if printed else None


def _time(scene: Scene) -> tuple[str, Span] | None:
    """Return the clock time at which the event began or ended, as told."""
    starts = {t.span.start: t.span for t in scene.reading.times}
    places = sorted(starts)
    for sentence in scene.body:
        if bisect_left(places, sentence.span.start) == bisect_left(places, sentence.span.end):
            continue
        if not EVENT_NOUN.search(sentence.text):
            continue
        for match in _AT_TIME.finditer(sentence.text):
            at = sentence.span.start + match.end()
            time = starts.get(at)
            if time is None or _of_account(sentence, match.start()):
                continue
            end = time.end
            more = _AFTER_TIME.match(scene.text, end, sentence.span.end)
            end = more.end() if more else end
            begin = (
                sentence.span.start + match.start("verb")
                if match["verb"].lower() in ("ended", "finished", "concluded")
                else at
            )
            return scene.words(Span(begin, end)), Span(sentence.span.start + match.start(), end)
    return next(((scene.words(span), span) for span in head_times(scene)), None)


def _of_account(sentence: Sentence, at: int) -> bool:
    return bool(
        re.search(r"\b(?:press|news)\s+(?:conference|briefing|call)\b", sentence.text[:at], re.IGNORECASE)
    )


def _place(scene: Scene) -> tuple[str, Span] | None:
    """Return where the event was, told in its own clause; a call has no place."""
    event = scene.event
    assert event is not None
    if _REMOTE.search(event.what):
        return None
    if event.sentence.furniture:
        return _in_title(scene)
    tail = _tail(scene)
    over = next(head_places(scene), None)
    if over and event.sentence.span.contains(over[1]):
        return over  # "held in the Reading Room, Village Hall": all of it
    for within in (tail, Span(event.sentence.span.start, event.span.start)):
        for span in located(scene, within):
            if _ELSEWHERE.search(scene.text[within.start : span.start]):
                break
            return one_line(scene.text[span.start : span.end]), span
    if _HERE.search(scene.text[tail.start : tail.end]):
        return _dateline(scene)
    return over or _held_at(scene) or _in_title(scene)


def _in_title(scene: Scene) -> tuple[str, Span] | None:
    """Return the place that the title tells of its event: "Joint Statement on the A-B Meeting in C"."""
    title, matter = scene.reading.source.title or "", scene.reading.source.front_matter
    match = _NOUN_IN.search(title)
    if match is None or matter is None or "title" not in matter.values:
        return None
    words = match["place"].split()
    for size in range(len(words), 0, -1):
        if is_place(" ".join(words[:size])):
            return " ".join(words[:size]), Span(*matter.values["title"])
    return None


def _held_at(scene: Scene) -> tuple[str, Span] | None:
    """Return the place that a line over the story tells: "Held at the Town Hall, Kelso, on 12 March"."""
    for sentence in scene.story[:8]:
        match = _HELD_AT.match(sentence.text)
        line = _DATED_LINE.match(sentence.text)
        if line and line["place"] and scene.dates_in(sentence.span) and not scene.joint:
            match = match or (line if recorded(scene) else None)
        if match:
            start = sentence.span.start
            return one_line(match["place"]), Span(start + match.start("place"), start + match.end("place"))
    return None


def located(scene: Scene, within: Span) -> Iterator[Span]:
    """Yield the places named after "in" or "at" in a stretch, capitalised words behind them included."""
    for mention in scene.reading.mentions_in(within):
        words = scene.text[mention.span.start : mention.span.end]
        if any(d.span.overlaps(mention.span) for d in scene.dates_in(within)):
            continue
        if (
            not within.contains(mention.span)
            or organisation(words)
            or mention.kind not in (NameKind.PLACE, NameKind.OTHER)
        ):
            continue
        if (
            mention.kind is NameKind.OTHER
            and not is_place(words)
            and not re.match(
                r"\s+(?:on|in|this|last|yesterday|today|to|from)\b|\s*[.,;]",
                scene.text[mention.span.end : mention.span.end + 12],
            )
        ):
            continue
        if _IN.search(scene.text[max(within.start - 12, mention.span.start - 24, 0) : mention.span.start]):
            house = next(
                (
                    m
                    for m in scene.reading.mentions_in(mention.span)
                    if m.kind is NameKind.ORGANISATION and m.span.start == mention.span.start
                ),
                None,
            )
            if house is not None:
                yield scene.whole_name(house.span)
                continue
            more = re.compile(r"(?:[ \n]+[A-Z][\w’-]+)*").match(scene.text, mention.span.end, within.end)
            yield Span(mention.span.start, more.end() if more else mention.span.end)


def _dateline(scene: Scene) -> tuple[str, Span] | None:
    """Return the place that the lines over the story name beside a date: "Lisbon, 14 January"."""
    first = scene.body[0].span.start if scene.body else 0
    for mention in scene.reading.names.mentions:
        words = scene.text[mention.span.start : mention.span.end]
        if (
            mention.kind is NameKind.PLACE
            and is_place(words)
            and mention.span.start < first + 400
            and not scene.text[: mention.span.start].rstrip().lower().endswith(" of")
            and _alone(scene, mention.span)
        ):
            return words, mention.span
    return None


def _alone(scene: Scene, span: Span) -> bool:
    """Whether a place ends its line, as in a dateline."""
    line_end = scene.text.find("\n", span.end)
    rest = scene.text[span.end : line_end if line_end >= 0 else len(scene.text)]
    return len(rest.split()) <= 5 and (not rest.strip() or bool(re.match(r"\s*(?:,|–|—|-)", rest)))
