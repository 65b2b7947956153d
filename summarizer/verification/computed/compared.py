"""By how much two amounts differ: "2,000 below what she had asked", "rose by 0.7 points", "still 65 apart", "grew by a third"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.reading.words import Concept, Keys, keys
from summarizer.verification.computed.derived import Ask, Way, told
from summarizer.verification.computed.figures import Figure, figures_of, fits_wanted, lead, of_one_sort, tail
from summarizer.verification.computed.operations import direction_of
from summarizer.verification.values.quantities import Quantity

_BARGAIN = 0.2  # the same of what two sides name who bargain
_MOST = 300  # how many times as large as their difference two amounts may be
_LEAST = 0.02  # of the larger of two amounts that are compared, what the smaller must be at least
_APART_BY = 10  # sentences within which two amounts are told together
_MORE = r"more|greater|higher|larger|bigger|longer|better|above|ahead\s+of|in\s+excess\s+of|additional|extra"
_LESS = r"less|fewer|lower|smaller|shorter|cheaper|below|beneath|short\s+of|behind"
_GREW = (
    r"increase|rise|growth|gain|up|over|jump"  # right behind the value alone: "a 40-MW increase", "40 MW up"
)
_SHRANK = r"decrease|reduction|fall|drop|cut|decline|down|under"
_STEP = r"(?:\s+(?!(?:and|or|but|who|which|that|in|on|at|of|for|by|to|is|are|was|were|be|has|have|had|will|would|could|can|may|did|does|do)\b)[\w’'/.-]+)"
_COMPARED = re.compile(
    rf"^(?:{_STEP}{{0,3}}?[\s-]+(?:(?P<more>{_MORE})|(?P<less>{_LESS}))|[\s-]+(?:(?P<grew>{_GREW})|(?P<shrank>{_SHRANK})))\b",
    re.IGNORECASE,
)
_DIRECT = frozenset("above over ahead in below under beneath short behind".split())
_THAN = re.compile(r"\b(?:than|compared\s+(?:with|to)|as\s+against|against|over)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"^\s*(?:the\s+one|the\s+figure|the\s+level|what|that|those)?\s*", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:(?P<over>exceed\w*|outnumber\w*|outstrip\w*|surpass\w*|top(?:s|ped)?)|(?P<under>trail\w*|(?:is|was|falls?|fell)\s+short\s+of|undercut\w*))\b(?P<of>[^.;]*?)\bby\s+(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
# "Rose by", "up by", "came down by", "gave up another": verbs with the amount right behind them.
_UP = (
    r"rais(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|ris(?:es?|en|ing)|rose|grow(?:s|n|ing)?|grew|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|expand(?:s|ed|ing)?"
    r"|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|improv(?:es?|ed|ing)|jump(?:s|ed|ing)?|surg(?:es?|ed|ing)|widen(?:s|ed|ing)?"
    r"|(?:went|go(?:es|ne|ing)?|c[ao]mes?|moved)\s+up|(?<!made )(?<!make )(?<!makes )(?<!making )(?<!take )(?<!took )up"
)
_DOWN = (
    r"cut(?:s|ting)?|reduc(?:es?|ed|ing)|lower(?:s|ed|ing)?|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)"
    r"|shr[iau]nk(?:s|ing)?|lo(?:st|ses?|sing)|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|ced(?:es?|ed|ing)|narrow(?:s|ed|ing)?|slip(?:s|ped|ping)?"
    r"|(?:went|go(?:es|ne|ing)?|c[ao]mes?|moved|climbed)\s+down|g[ai]ve[sn]?\s+(?:up|way)|down"
)
_CHANGED = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;]*?\bby\s+(?:[a-z]+\s+){{0,3}}$|\b(?:(?P<up2>{_UP})|(?P<down2>{_DOWN}))\s+(?:another\s+|a\s+further\s+|(?:about|nearly|almost|roughly|some)\s+)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"^\s*(?:\w+\s+)?of\b", re.IGNORECASE)  # "cut 25 percent of the posts" takes a part away
# What there is after a change: "goes down to 28", "was raised to 15".
_RESULT = re.compile(
    rf"\b(?:{_UP}|{_DOWN})\b[^.;,]{{0,30}}?\bto\s+(?:about\s+|only\s+|some\s+)?$", re.IGNORECASE
)
_GAP = re.compile(r"^(?:\s+[\w/.-]+)?(?:\s+(?:an?|per|each)\s+\w+)?\s+apart\b", re.IGNORECASE)
_GAP_OF = re.compile(
    r"\b(?:difference|gap|margin|distance)\b[^.;,]*?\b(?:of|is|was|were|by|to|at)\s+(?:[a-z]+\s+){0,2}$|\b(?:separat\w+|divid\w+|part(?:s|ed)?|lie|lies|lay)\b[^.;,]*?$",
    re.IGNORECASE,
)
# What sets one amount off as the one before, or the one that another is measured by.
_REFERENCE = re.compile(
    r"\b(?:(?:up|down|rais\w+|lower\w+|cut|reduc\w+|increas\w+|rose|risen|fell|fallen|grew|grown|it|them)?\s*from|instead\s+of|compared\s+(?:with|to)|as\s+against|against|versus|vs\.?|rather\s+than|after|not"
    r"|(?:had|’d|'d)\s+(?:(?:already|once|first|originally|initially|previously)\s+)?(?:been|stood|\w+ed|gone|come|set|sought|held|put|made|bid)\b[\w\s]{0,25}?|used\s+to\s+(?:be|have)|(?:so\s+far|until\s+now|to\s+date|hitherto|at\s+present|currently|today)\b[\w\s,]{0,22}?|originally|initially|previously|formerly|last\s+(?:year|week|month|season|time)\b[\w\s,]{0,20}?|(?:a\s+)?(?:year|month|week)\s+(?:earlier|before|ago)[\w\s,]{0,12}?)\s*(?:the\s+|its\s+|some\s+|about\s+|only\s+|just\s+|there\s+with\s+|for\s+|at\s+|with\s+|an?\s+)*$",
    re.IGNORECASE,
)
_REFERENCE_BEHIND = re.compile(
    r"^[^,;.()]{0,25}?\b(?:last\s+(?:year|week|month|season|time)|(?:a\s+)?(?:year|month|week)\s+(?:earlier|before|ago)|the\s+(?:year|month|week|season|time)\s+before|before|previously|originally|until\s+(?:now|then)|so\s+far|formerly|earlier)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# In a claim: what the amount is measured by is only an earlier time.
_EARLIER = re.compile(
    r"^\s*(?:before|earlier|previously|until\s+now|so\s+far|(?:in\s+)?(?:the\s+)?(?:last|previous|prior|preceding|past)\b|(?:the\s+)?(?:year|month|week|day|season|time)\s+(?:before|earlier|ago)|(?:a|one)\s+(?:year|month|week)\s+(?:before|earlier|ago)|in\s+(?:19|20)\d\d|originally|at\s+first|it\s+(?:was|had|used)|they\s+(?:were|had)|had\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Compared:
    """How a claim compares: which way, and the words for what is compared and for what it is compared with."""

    sign: int
    subject: tuple[Concept, ...]
    measure: tuple[Concept, ...]
    earlier: bool  # the other is only what there was before
    sides: tuple[str, str] = ("", "")  # the claim up to what it compares with, and from there on


def differences(ask: Ask) -> Iterator[Way]:
    """Yield by how much two amounts differ, the right way round where a claim says which is more."""
    how = compared_in(ask)
    if how is None:
        return
    for a, b in _pairs(ask):
        if (pair := oriented(ask, how, a, b)) is not None:
            new, old = pair
            high, low = (new, old) if new.value > old.value else (old, new)
            message = f"{told(high)[0]} − {told(low)[0]} = {high.value - low.value:,.10g}"
            yield Way(high.value - low.value, (high, low), message, frozenset(), spans_of_time(ask, new, old))


def gaps(ask: Ask) -> Iterator[Way]:
    """Yield how far apart two sides stand who each name an amount: what they named before counts no more."""
    if not is_gap(ask):
        return
    for a, b in _pairs(ask):
        if a.sentence is b.sentence and not _two_in_one(ask, a, b):
            continue
        if _given_up(ask, a) or _given_up(ask, b) or a.noun != b.noun:
            continue
        if min(a.value, b.value) < _BARGAIN * max(a.value, b.value):
            continue
        high, low = (a, b) if a.value > b.value else (b, a)
        message = f"{told(high)[0]} − {told(low)[0]} = {high.value - low.value:,.10g}"
        yield Way(high.value - low.value, (high, low), message, apart=True)


def is_gap(ask: Ask) -> bool:
    """Whether a claim tells how far two lie apart."""
    return _GAP.match(ask.after) is not None or _GAP_OF.search(ask.before) is not None


def changes(ask: Ask) -> Iterator[Way]:
    """Yield by what share an amount rose or fell: "by a third", "by 25 percent"."""
    part = ask.unit == "%" or ask.kind == "fraction"
    how = compared_in(ask) if part else None
    if how is None:
        return
    scale = 100.0 if ask.unit == "%" else 1.0
    figures = [f for f in figures_of(ask.document) if f.unit not in ("%", "pp", "bp") and f.share is None]
    for a, b in pairs_of(figures):
        if _strangers(ask, a, b):
            continue
        pair = oriented(ask, how, a, b)
        if pair is not None and pair[1].value:
            new, old = pair
            share = abs(new.value - old.value) / old.value
            message = f"from {told(old)[0]} to {told(new)[0]}: {share:.3g}"
            yield Way(share * scale, (old, new), message, frozenset(), spans_of_time(ask, new, old))


_IN_A_YEAR = re.compile(
    r"(?:with)?in (?:a|one|the) (?P<unit>year|month|week)|(?:a|one) (?P<unit2>year|month|week)|(?:over|from) (?:a|one|the) (?P<unit3>year|month|week).*",
    re.IGNORECASE,
)


def spans_of_time(ask: Ask, new: Figure, old: Figure) -> tuple[Quantity, ...]:
    """Return the lengths of a claim that lie between two amounts of the text: a year from last year's, ten from that of 2014 to that of 2024."""
    found: list[Quantity] = []
    between = _years(ask, new) - _years(ask, old) if _years(ask, new) and _years(ask, old) else 0
    words = new.sentence.text + " " + old.sentence.text
    for q in ask.claim.quantities:
        if q.sort not in ("duration", "date"):
            continue
        one = _IN_A_YEAR.fullmatch(" ".join(q.text.split()))
        unit = one["unit"] or one["unit2"] or one["unit3"] if one else None
        years = getattr(getattr(q.item, "low", None), "years", None)
        if (
            unit
            and re.search(rf"\b(?:last|previous|prior)\s+{unit}|\b{unit}\s+(?:earlier|ago|before)\b", words)
        ) or (between and years == between):
            found.append(q)
    return tuple(found)


def compared_in(ask: Ask) -> Compared | None:
    """Return how a claim compares the value: None where it does not."""
    start, end = ask.wanted.span.start, ask.wanted.span.end
    if match := _COMPARED.match(ask.after):
        sign = 1 if match["more"] or match["grew"] else -1
        begin = end + match.end()
        than = _THAN.search(ask.text, begin)
        word = (match["more"] or match["less"] or match["grew"] or match["shrank"]).casefold()
        direct = word.split()[0] in _DIRECT
        if than is None and not direct:
            return Compared(sign, ask.words_in(0, start), (), True, (ask.text, ""))
        at = begin if direct else than.end() if than else begin
        earlier = of_earlier(ask.text[at:])
        inner = ask.words_in(end, at) if not direct else ()
        subject, measure = (*ask.words_in(0, start), *inner), ask.words_in(at, len(ask.text))
        return Compared(sign, subject, measure, earlier, (ask.text[:at], ask.text[at:]))
    if match := _BY.search(ask.before):
        sign = 1 if match["over"] else -1
        return Compared(sign, ask.words_in(0, match.start()), ask.words_in(match.start("of"), start), False)
    match = _CHANGED.search(ask.before)
    if match and not ((match["up2"] or match["down2"]) and _OF.match(ask.after)):
        sign = 1 if match["up"] or match["up2"] else -1
        told_so = direction_of(match[0])
        return Compared(told_so or sign, ask.words_in(0, len(ask.text)), (), True)
    return None


def _pairs(ask: Ask) -> Iterator[tuple[Figure, Figure]]:
    unit = {"pp": "%", "bp": "%"}.get(ask.unit or "", ask.unit)
    figures = [
        f
        for f in figures_of(ask.document)
        if (fits_wanted(f, unit, None) and f.share is None) or (unit == "%" and f.unit == "%")
    ]
    if ask.unit is None and ask.kind == "number":
        figures = [f for f in figures_of(ask.document) if f.unit is None and f.share is None]
    if ask.unit is None and ask.noun == "point":
        figures += [f for f in figures_of(ask.document) if f.unit == "%"]
    told_value = ask.value
    for a, b in _near(figures):
        low, high = sorted((a.value, b.value))
        if low == high or low <= _LEAST * high or not told_value < high < _MOST * told_value:
            continue
        if _strangers(ask, a, b):
            continue
        taken = any(_TAKEN_OUT.search(lead(ask.document, f)) for f in (a, b))
        if (
            of_one_sort(a, b)
            and _of_what(ask, a, b)
            and not taken
            and not _is_step(ask, a)
            and not _is_step(ask, b)
        ):
            yield a, b


_GAVE = re.compile(
    r"\b(?:by|g[ai]ve[sn]?\s+up|gave\s+way|lost|gained|another|further|additional|extra)\s+(?:only\s+|about\s+)?$",
    re.IGNORECASE,
)
_MORE_BEHIND = re.compile(rf"^\s*(?:\w+\s+)?(?:{_MORE}|{_LESS})\b", re.IGNORECASE)


def _is_step(ask: Ask, figure: Figure) -> bool:
    """Whether an amount is itself that by which two differ: "we gave up six cents", "5 dollars less than today"."""
    return (
        _GAVE.search(lead(ask.document, figure)) is not None
        or _MORE_BEHIND.match(tail(ask.document, figure)) is not None
    )


_TAKEN_OUT = re.compile(
    r"\bof\s+(?:which|whom|them|these|those)\s+(?:only\s+|about\s+)?$", re.IGNORECASE
)  # a part of what is compared


def of_earlier(text: str) -> bool:
    """Whether what a claim measures something by is only what there was before: "than last year", "what it was in 2014"."""
    return _EARLIER.match(_BETWEEN.sub("", text, count=1)) is not None


def pairs_of(figures: list[Figure], least: float = _LEAST) -> Iterator[tuple[Figure, Figure]]:
    """Yield the amounts of one sort that are told together, neither of them next to nothing beside the other."""
    for a, b in _near(figures):
        low, high = sorted((a.value, b.value))
        if of_one_sort(a, b) and least * high < low < high:
            yield a, b


def _strangers(ask: Ask, a: Figure, b: Figure) -> bool:
    """Whether one of two bare numbers counts something of which a claim says nothing: votes beside a fee."""
    if a.unit is not None or (a.noun is None) == (b.noun is None):
        return False
    noun = keys(a.noun or b.noun or "")
    return ask.noun not in (a.noun, b.noun) and not any(not noun.isdisjoint(x.keys) for x in ask.words)


def _of_what(ask: Ask, a: Figure, b: Figure) -> bool:
    """Whether one of two amounts, at least, counts what the claim does."""
    return ask.noun is None or ask.unit is not None or any(fits_wanted(f, None, ask.noun) for f in (a, b))


def _near(figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for i, a in enumerate(figures):
        for b in figures[i + 1 : i + 12]:
            if b.sentence.number - a.sentence.number > _APART_BY:
                break
            yield a, b


# -- which is which --------------------------------------------------------------------------------


def oriented(ask: Ask, how: Compared, a: Figure, b: Figure) -> tuple[Figure, Figure] | None:
    """Return what a claim compares and what it compares that with, if the one is more, or less, as it says."""
    pairs = [(x, y) for x, y in ((a, b), (b, a)) if (x.value - y.value) * how.sign > 0]
    for new, old in pairs:
        if _of_another_time(ask, how, new, old):
            continue
        if _of_no_such_time(ask, how, old, new):
            continue
        order = before(ask, old, new)
        if how.earlier or not how.measure:
            told_so = (
                not how.measure
                and how.sides[0]
                and not how.sides[1]
                and _hits(how.subject, new, old) > _hits(how.subject, old, new)
            )
            if (order is True or told_so) and not _no_outcome(ask, how, new):
                return new, old
            continue
        if how.subject and is_reference(ask, new) and not _hits(how.subject, new, old):
            continue  # what had been asked for is not what was got
        if _no_outcome(ask, how, new):
            continue
        right = _hits(how.subject, new, old) + _hits(how.measure, old, new)
        wrong = _hits(how.subject, old, new) + _hits(how.measure, new, old)
        times = [_TIME.findall(side) for side in how.sides]
        right += (time_of(ask, new) in times[0]) + (time_of(ask, old) in times[1])
        wrong += (time_of(ask, old) in times[0]) + (time_of(ask, new) in times[1])
        if (right > wrong and order is not False) or (right == wrong and order is True):
            return new, old
    return None


# What came of a bargain, in a claim and beside an amount of the text.
_OUTCOME = re.compile(
    r"\b(?:got|gets?|gotten|obtain\w*|secur\w+|settl\w+|agree\w*|accept\w*|compromise\w*|deal|final\w*|ended\s+up|fixed|won)\b",
    re.IGNORECASE,
)


def _no_outcome(ask: Ask, how: Compared, new: Figure) -> bool:
    """Whether a claim speaks of what came of a bargain, and the text tells that of another amount than this one."""
    if not _OUTCOME.search(how.sides[0]) or _OUTCOME.search(lead(ask.document, new)):
        return False
    return any(
        of_one_sort(f, new) and _OUTCOME.search(lead(ask.document, f)) for f in figures_of(ask.document)
    )


_TIME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d)\b"
)


_SINCE = re.compile(
    rf"\b(?:since|from|than|against|compared\s+(?:with|to))\s+(?:in\s+|the\s+end\s+of\s+)?({_TIME.pattern})"
)


def time_of(ask: Ask, figure: Figure) -> str | None:
    """Return the month, weekday or year that the text tells an amount of, the month before its year."""
    behind = _TIME.search(re.split(r"[,;]", tail(ask.document, figure))[0])
    ahead = _TIME.findall(lead(ask.document, figure))
    if behind:
        return behind[0]
    return (
        ahead[-2]
        if len(ahead) > 1 and ahead[-1].isdigit() and not ahead[-2].isdigit()
        else ahead[-1]
        if ahead
        else None
    )


_LAST = re.compile(
    r"\b(?:last|previous|prior|preceding)\s+(year|month|week|season|quarter)\b|\b(year|month|week|season|quarter)\s+(?:before|earlier|ago)\b",
    re.IGNORECASE,
)


def _of_no_such_time(ask: Ask, how: Compared, old: Figure, new: Figure) -> bool:
    """Whether a claim compares with last year, and the text tells that of another amount than the one it would compare with."""
    if not _LAST.search(how.sides[1] or how.sides[0]):
        return False

    def is_last(figure: Figure) -> bool:
        near = abs(figure.sentence.number - new.sentence.number) <= 3
        alike = _LEAST * new.value < figure.value < new.value / _LEAST
        return (
            near
            and alike
            and _LAST.search(f"{lead(ask.document, figure)} | {tail(ask.document, figure)}") is not None
        )

    return not is_last(old) and any(
        of_one_sort(f, old) and is_last(f) for f in figures_of(ask.document) if f is not new
    )


def _of_another_time(ask: Ask, how: Compared, new: Figure, old: Figure) -> bool:
    """Whether the text tells what a claim compares of the time that the claim gives the other, or vice versa."""
    if not how.sides[1]:
        return False
    for figure, mine, theirs in ((new, *how.sides), (old, *how.sides[::-1])):
        time = time_of(ask, figure)
        if time is not None and time in _TIME.findall(theirs) and time not in _TIME.findall(mine):
            return True
    return False


def _hits(words: tuple[Concept, ...], own: Figure, other: Figure) -> int:
    """Return how many words stand with one amount and not with the other."""
    mine, theirs = _own(own), _own(other)
    return sum(not mine.isdisjoint(x.keys) and theirs.isdisjoint(x.keys) for x in words)


def _own(figure: Figure) -> Keys:
    return figure.near or figure.zone


def before(ask: Ask, old: Figure, new: Figure) -> bool | None:
    """Return whether one amount is the earlier of two, or the one that the other is set against; None where nothing tells."""
    for is_so in (_led_as_reference, is_reference):
        marks = [is_so(ask, f) for f in (old, new)]
        if marks[0] != marks[1]:
            return marks[0]
    results = [_RESULT.search(lead(ask.document, f, 90)) is not None for f in (old, new)]
    if results[0] != results[1]:
        return results[1]
    since = _SINCE.findall(ask.text)
    times = [time_of(ask, f) for f in (old, new)]
    if times[0] in since and times[1] != times[0]:
        return True
    years = [_years(ask, f) for f in (old, new)]
    if years[0] and years[1] and years[0] != years[1]:
        return years[0] < years[1]
    return None


def _led_as_reference(ask: Ask, figure: Figure) -> bool:
    return _REFERENCE.search(lead(ask.document, figure)) is not None


def is_reference(ask: Ask, figure: Figure) -> bool:
    """Whether an amount is told as what there was before: "up from 80", "last year it was 80"."""
    return _led_as_reference(ask, figure) or _REFERENCE_BEHIND.match(tail(ask.document, figure)) is not None


def _years(ask: Ask, figure: Figure) -> int:
    """Return the year that the text tells an amount of, 0 where it tells none."""
    around = lead(ask.document, figure) + " | " + tail(ask.document, figure, 40)
    behind = _YEAR.search(tail(ask.document, figure, 40).split(",")[0])
    found = [behind[0]] if behind else _YEAR.findall(around)
    return int(found[-1]) if found else 0


_GIVEN_UP = re.compile(
    r"\b(?:from|demanded|asked\s+for|sought|wanted|opened\s+with|up\s+from|down\s+from|instead\s+of|not|once|originally|initially|first)\s+(?:only\s+|about\s+)?$",
    re.IGNORECASE,
)
_COME_TO = re.compile(r"\b(?:to|at)\s+(?:only\s+|about\s+)?$", re.IGNORECASE)


def _given_up(ask: Ask, figure: Figure) -> bool:
    """Whether an amount is one that its side no longer holds: "from 92", "had demanded 159 in June; it had come down to 128"."""
    before_it = lead(ask.document, figure)
    if re.search(r"\bfrom\s+(?:the\s+|about\s+|only\s+)?$", before_it) or (
        is_reference(ask, figure) and not _COME_TO.search(before_it)
    ):
        return True
    later = [
        f
        for f in figures_of(ask.document)
        if f.sentence is figure.sentence and f.span.start > figure.span.start
    ]
    return any(
        of_one_sort(figure, f)
        and re.search(
            r"\b(?:down|up|lowered|raised|back|moved|dropped|cut)\b[\w\s]*\bto\s+$", lead(ask.document, f)
        )
        is not None
        for f in later
    )


def _two_in_one(ask: Ask, a: Figure, b: Figure) -> bool:
    """Whether two amounts of a sentence are those of two sides: "the union wanted 8, the company offered 5"."""
    between = ask.document.text[a.span.end : b.span.start]
    return re.search(r",|;|\b(?:while|and|but|whereas|against)\b", between) is not None and not is_reference(
        ask, b
    )
