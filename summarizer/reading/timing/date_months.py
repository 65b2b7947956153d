"""Dates with a month's name or a day of the month: "January 12, 2022", "9 and 10 May", "mid-June", "the 9th"."""

from __future__ import annotations

import re
from datetime import date

from summarizer.reading.tenses import Tense
from summarizer.reading.timing import calendar_words as words
from summarizer.reading.timing.date_values import Draft, Frame, month_of, real, settle

_JOINT = r"(?P<joint>[ ]?[-–—/][ ]?|[ ](?:to|and|until|through|or)[ ](?:the[ ])?|,[ ](?:and[ ])?)"
_NOT_DAY = r"(?!:\d|[ ]?[ap]\.?m\b|%|\.\d|,\d{3}|[ ]?(?:percent|per cent|million|billion|years?|days?|hours?|minutes?|people)\b)"
_LEFT = re.compile(
    rf"(?:\b(?P<weekday>{words.WEEKDAY})\b\.?,?[ ])?(?:\bthe[ ])?"
    rf"(?:(?<![\w.,:/$€£])(?P<first>{words.DIGIT_DAY}|{words.ORDINAL_DAY}){_JOINT})?"
    rf"(?<![\w:$€£])(?P<day>{words.DIGIT_DAY}|{words.ORDINAL_DAY})(?:\.?[ ]|[ ](?:day[ ])?of[ ](?:the[ ]month[ ]of[ ])?|,[ ]|[./-]|\n)$",
    re.IGNORECASE,
)
_LEFT_YEAR = re.compile(r"(?<![\w./-])(?P<year>\d{4})[-/. ]$")
_LEFT_WEEKDAY = re.compile(rf"\b(?P<weekday>{words.WEEKDAY})\b\.?,?[ ](?:the[ ]|\()?$", re.IGNORECASE)
_RIGHT_DAY = re.compile(
    rf"(?:\.?[ ]?[-/][ ]?|\.?,?[ \n]{{1,2}}|\.?)(?:the[ ])?(?P<day>{words.DAY}){_NOT_DAY}"
    rf"(?:{_JOINT}(?P<second>{words.DIGIT_DAY}|{words.ORDINAL_DAY}){_NOT_DAY}(?![ ]?(?:{words.MONTH})\b))?",
    re.IGNORECASE,
)
_YEAR = re.compile(
    rf"(?:\.?,?[ \n]{{1,2}}(?:of[ ])?|,|[./-])(?P<year>{words.YEAR})(?![-/]\d)(?![ ](?:people|troops|hours|votes)\b)",
    re.IGNORECASE,
)
# "January and February 2022", "March to May": the year of the second holds for the first.
_NEXT_MONTH = re.compile(
    rf"(?:[ ]?[-–—/][ ]?|[ ](?:and|to|or|through|until)[ ])(?:{words.MONTH})\b\.?(?:,?[ ](?P<year>{words.YEAR_DIGITS}))?",
    re.IGNORECASE,
)
_QUALIFIER = re.compile(
    r"\b(?P<word>early|earlier|mid|late|later|beginning|start|middle|end)(?:[ ](?:in|of)[ ](?:the[ ])?|[ -])$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:in|of|since|by|until|till|from|during|before|after|through|throughout|this|next|last|past|late|early|mid|around"
    r"|(?P<weak>for|between|and|to|the|every|each|or))[ -]$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[ ][A-Z][a-z]")  # "and April Smith"
_THIS = re.compile(r"\b(?P<word>this|next|last|past|the following)[ ]$", re.IGNORECASE)
_COUNTED = re.compile(r"[ ][a-z]+(?<!s)s\b|[ ]people\b")
_COMPOUND = re.compile(rf"-(?!{words.MONTH}\b)[A-Za-z]", re.IGNORECASE)
_FULL_RIGHT = re.compile(rf"\.?[ ]{words.DIGIT_DAY},[ ]{words.YEAR_DIGITS}")
_CLAUSE_END = re.compile(r"[ ]?(?:[.,;:!?)]|$|\n)")
_DAY_ENDS = re.compile(rf"{_CLAUSE_END.pattern}|[ ](?:at|in|with|and|for|after|before)[ ]")


def month_dates(frame: Frame, match: re.Match[str]) -> list[Draft]:
    """Read what belongs to a month's name: days before or after it, a year, or the month alone."""
    text, start = frame.text, match.start()
    window = max(frame.floor, start - 60)
    left = _LEFT.search(text, window, start)
    of = text.startswith(" of ", match.start() - 4)
    if left and not of and _modal(match, text) and not _YEAR.match(text, match.end()):
        left = None
    if left and _FULL_RIGHT.match(text, match.end()):
        left = None  # "page 1 of 18 January 12, 2011"
    if left:
        return _day_before(frame, match, left)
    if drafts := _day_after(
        frame, match, _LEFT_YEAR.search(text, window, start), _LEFT_WEEKDAY.search(text, window, start)
    ):
        return drafts
    return _month_alone(frame, match, window)


def _modal(match: re.Match[str], text: str) -> bool:
    """Whether a lower-case "may", "march" is rather a verb."""
    return match[0].lower().rstrip(".") in words.AMBIGUOUS_MONTHS and not text[match.start()].isupper()


def _day_before(frame: Frame, match: re.Match[str], left: re.Match[str]) -> list[Draft]:
    end = match.end()
    year = _YEAR.match(frame.text, end)
    end = year.end() if year else end
    draft = Draft(
        left.start(), end, "date", month=words.month_number(match[0]), day=words.day_number(left["day"])
    )
    first = words.day_number(left["first"]) if left["first"] else None
    return _told(frame, draft, year and year["year"], left["weekday"], first=first, joint=left["joint"])


def _day_after(
    frame: Frame, match: re.Match[str], before: re.Match[str] | None, weekday: re.Match[str] | None
) -> list[Draft]:
    text = frame.text
    right = _RIGHT_DAY.match(text, match.end())
    if right is None or not _is_day(text, match, right):
        return []
    end, second = right.end(), right["second"]
    if second and right["joint"].startswith(",") and "and" not in right["joint"]:
        end, second = right.end("day"), None  # "January 12, 13 people"
    if second and " and" in right["joint"] and _COUNTED.match(text, right.end()):
        end, second = right.end("day"), None
    year = None if before else _YEAR.match(text, end)
    end = year.end() if year else end
    start = before.start() if before else weekday.start() if weekday else match.start()
    draft = Draft(start, end, "date", month=words.month_number(match[0]), day=words.day_number(right["day"]))
    told = before["year"] if before else year["year"] if year else None
    if second:
        first, draft.day = draft.day, words.day_number(second)
        return _told(frame, draft, told, weekday and weekday["weekday"], first=first, joint=right["joint"])
    return _told(frame, draft, told, weekday and weekday["weekday"])


def _is_day(text: str, match: re.Match[str], right: re.Match[str]) -> bool:
    """Whether the number after a month is its day, not a count: "in March 12 people", "may three"."""
    digits = right["day"][0].isdigit()
    ordinal = right["day"][-1].isalpha() and (
        digits or right["day"].lower().split()[-1][-2:] in ("st", "nd", "rd", "th")
    )
    if ordinal:
        return not (_modal(match, text) and not digits)
    if _YEAR.match(text, right.end()):
        return True
    if not digits:
        return _CLAUSE_END.match(text, right.end()) is not None and not _modal(match, text)
    led = text.startswith(("on ", "On "), match.start() - 3)
    if _modal(match, text) and not led and not _DAY_ENDS.match(text, right.end()):
        return False  # "it may 20 times"; but no verb stands behind a preposition or has a number alone behind it
    glued = right.start("day") == match.end()
    return not (
        re.search(r"\b[Ii]n $", text[max(0, match.start() - 3) : match.start()])
        and not glued
        and _COUNTED.match(text, right.end("day"))
    )


def _told(
    frame: Frame,
    draft: Draft,
    year: str | None,
    weekday: str | None = None,
    first: int | None = None,
    joint: str | None = None,
) -> list[Draft]:
    """Resolve one day, or two days of one month: an interval, or two dates where they do not follow each other."""
    if first is None or joint is None:
        return _resolved(frame, draft, year, weekday)
    apart = re.search(r"and|or|,", joint) is not None and draft.day - first != 1
    early = Draft(draft.start, draft.end, "date", month=draft.month, day=first)
    if first >= draft.day and not apart:
        return _resolved(frame, draft, year, weekday)
    earlier, later = _resolved(frame, early, year, weekday), _resolved(frame, draft, year, None)
    if not earlier or not later or apart:
        return earlier and [*_cut(frame, earlier[0], later)]
    if re.search(r"\bor\b", joint):
        draft.candidates = tuple(value for value in (earlier[0].value, draft.value) if value)
        draft.value = None
        return [draft]
    return [interval(earlier[0], draft)]


def _cut(frame: Frame, early: Draft, later: list[Draft]) -> list[Draft]:
    """Give two dates of one phrase their own places: the first up to the joint."""
    match = re.compile(r"[ ]and[ ]|[ ]or[ ]|,[ ](?:and[ ])?").search(frame.text, early.start, early.end)
    if match and later:
        early.end, later[0].start = match.start(), match.end()
    return [early, *later]


def interval(first: Draft, last: Draft) -> Draft:
    """Join two dates into one interval that covers both places."""
    draft = Draft(
        min(first.start, last.start),
        max(first.end, last.end),
        "interval",
        anchored=first.anchored or last.anchored,
    )
    if first.value and last.value:
        draft.value = f"{first.value.partition('/')[0]}/{last.value.rpartition('/')[2]}"
        if len(first.candidates) == len(last.candidates) > 1:
            pairs = zip(first.candidates, last.candidates, strict=True)
            draft.candidates = tuple(f"{a}/{b}" for a, b in pairs if a <= b)
    draft.month, draft.day = first.month, first.day
    return draft


def _resolved(frame: Frame, draft: Draft, year: str | None, weekday: str | None = None) -> list[Draft]:
    """Give a month and day their year; nothing where there is no such day."""
    if year:
        day = real(words.year_number(year, frame.near), draft.month, draft.day)
        draft.value = day.isoformat() if day else None
        draft.month = 0
        return [draft] if day else []
    if draft.day > 31 or real(2000, draft.month, draft.day) is None:
        return []
    draft.anchored = True
    if frame.anchor is None:
        return [draft]
    around = range(frame.anchor.year - 4, frame.anchor.year + 9)  # far enough for 29 February
    options = [real(number, draft.month, draft.day) for number in around]
    if weekday:
        wanted = words.weekday_number(weekday)
        fitting = [
            day
            for day in options
            if day and day.weekday() == wanted and abs(day.year - frame.anchor.year) <= 1
        ]
        options = list(fitting) or options
    settle(draft, options, frame.anchor, frame.tense(draft, following=False))
    return [draft]


def _month_alone(frame: Frame, match: re.Match[str], window: int) -> list[Draft]:
    """Read a month with a year, or alone after a preposition or a qualifier."""
    text, month = frame.text, words.month_number(match[0])
    qualifier = _QUALIFIER.search(text, window, match.start())
    this = _THIS.search(text, window, match.start())
    year = _YEAR.match(text, match.end())
    following = _NEXT_MONTH.match(text, match.end())
    start = qualifier.start() if qualifier else this.start() if this else match.start()
    draft = Draft(start, year.end() if year else match.end(), "month", month=month)
    draft.qualifier = words.QUALIFIERS[qualifier["word"].lower()] if qualifier else None
    dated = year and _PREPOSITION.search(text, window, match.start())  # "since may 2014"
    if (_modal(match, text) and not dated) or _COMPOUND.match(text, match.end()):
        return []
    if year:
        number = words.year_number(year["year"], frame.near)
        draft.value, draft.month = f"{number:04}-{month:02}", 0
        return [draft]
    if following and following["year"]:
        draft.value, draft.month = f"{int(following['year']):04}-{month:02}", 0
        return [draft]
    led = _PREPOSITION.search(text, window, match.start())
    if not (qualifier or following or led) or (led and led["weak"] and _NAME.match(text, match.end())):
        return []
    draft.anchored = True
    if frame.anchor:
        _choose_month(frame, draft, this["word"].lower() if this else "")
    return [draft]


def _choose_month(frame: Frame, draft: Draft, this: str) -> None:
    """Choose the year of a month told without one: "next January", "in May", by tense or nearness."""
    anchor = frame.anchor
    assert anchor is not None
    offsets = [(draft.month - anchor.month) + 12 * years for years in (-1, 0, 1)]
    tense: Tense | None = {"next": "future", "last": "past", "past": "past"}.get(this) or frame.tense(
        draft, following=False
    )  # type: ignore[assignment]
    if this in ("next", "last", "past"):
        offsets = [offset for offset in offsets if offset != 0]
    if this == "this":
        chosen = draft.month - anchor.month
    elif tense == "future":
        chosen = min(offset for offset in offsets if offset >= 0)
    elif tense == "past":
        chosen = max(offset for offset in offsets if offset <= 0)
    else:
        chosen = min(offsets, key=abs)
    year, month = month_of(anchor, chosen)
    draft.value = f"{year:04}-{month:02}"
    if tense is None and this != "this":
        other = year - 1 if chosen >= 0 else year + 1
        draft.candidates = (draft.value, f"{other:04}-{month:02}")


# --- the day alone

_THE_DAY = re.compile(
    rf"the[ ](?P<day>{words.ORDINAL_DAY})(?:(?P<joint>[ ]?[-–—][ ]?|[ ](?:and|to|through|until)[ ])(?:the[ ])?(?P<second>{words.ORDINAL_DAY}))?",
    re.IGNORECASE,
)
_BEFORE_DAY = re.compile(
    r"\b(?:on|by|until|till|since|from|between|through|before|after|for|to)[ \n]$", re.IGNORECASE
)
_AND_BEFORE = re.compile(r"\b(?:and|or|to|then|also)[ ]$|[,;–—-][ ]?$", re.IGNORECASE)
_FOLLOWS_DAY = re.compile(
    r"['’]?[ ]?(?:[.,;:!?)—–]|$|\n)|[ ](?:and|or|in|at|with|to|as|when|where|while|for|if|because|after|before|between|but|this|next|will"
    r"|would|is|was|so|that|which|we|they|he|she|it|I|[A-Z]\w+)\b(?![ ]a row)"
)
# "the 27" without an ending, at the end of a clause. In texts on the European Union it names the members.
_THE_PLAIN = re.compile(r"the[ ](?P<day>3[01]|[12]\d|[1-9])(?=[ ]?(?:[.,;!?]|$))(?!,\d|\.\d)", re.IGNORECASE)
_UNION = re.compile(r"\bEU\b|\bEuropean|\bbloc\b|\bmember|\bleaders\b|\bstates\b|\bcountries\b")
_WORDS_TOO_COMMON = frozenset({"first", "second", "third", "fourth", "fifth"})


def days_alone(frame: Frame, match: re.Match[str]) -> list[Draft]:
    """Read "the 9th", "the 9th and 10th": days of the month mentioned last, or of one near the anchor."""
    text = frame.text
    if plain := _THE_PLAIN.match(text, match.start()):
        return _plain_day(frame, plain)
    told = _THE_DAY.match(text, match.start())
    if told is None or not _FOLLOWS_DAY.match(text, told.end()) or told["day"].lower() in _WORDS_TOO_COMMON:
        return []
    recent = frame.recent(match.start())
    linked = recent is not None and _AND_BEFORE.search(text, max(0, match.start() - 6), match.start())
    if not (_BEFORE_DAY.search(text, max(0, match.start() - 9), match.start()) or linked):
        return []
    first = Draft(told.start(), told.end(), "day", anchored=True, day=words.day_number(told["day"]))
    if not _place_day(frame, first) or not told["second"]:
        return [first] if first.day else []
    last = Draft(told.start(), told.end(), "day", anchored=True, day=words.day_number(told["second"]))
    if first.value and _place_day(frame, last, after=first.value):
        if "and" in told["joint"] and last.day - first.day != 1:
            return _cut(frame, first, [last])
        return [interval(first, last)]
    return [interval(first, last)]


def _plain_day(frame: Frame, told: re.Match[str]) -> list[Draft]:
    """Read "for the 27." as a day of the month, after a preposition of time."""
    before = max(0, told.start() - 200)
    if not _BEFORE_DAY.search(frame.text, before, told.start()) or _UNION.search(
        frame.text, before, told.start()
    ):
        return []
    draft = Draft(told.start(), told.end(), "day", anchored=True, day=int(told["day"]))
    return [draft] if _place_day(frame, draft) else []


def _place_day(frame: Frame, draft: Draft, after: str | None = None) -> bool:
    """Find the month of a day told alone; tells whether there is one."""
    recent = frame.recent(draft.start)
    if after:
        options: list[date | None] = [real(int(after[:4]), int(after[5:7]), draft.day)]
    elif recent:
        options = [real(*month_of(recent, offset), draft.day) for offset in (0, 1)]
        later: list[date | None] = [day for day in options if day and day >= recent]
        options = later[:1] or options
    elif frame.anchor:
        options = [real(*month_of(frame.anchor, offset), draft.day) for offset in (-2, -1, 0, 1, 2)]
    else:
        return True
    if recent or after:
        draft.value = next((day.isoformat() for day in options if day), None)
        return draft.value is not None
    assert frame.anchor is not None
    settle(draft, list(options), frame.anchor, frame.tense(draft))
    return draft.value is not None
