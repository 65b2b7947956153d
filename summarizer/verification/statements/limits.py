"""What bounds a predicate from behind: "we will sign it only after the vote", "… except in the north", "… for now".

Words that end right before such a limit tell of all cases what their speaker said of some.
"""

from __future__ import annotations

import re

from summarizer.patterns import late_regex
from summarizer.source import Span

# Closed classes: exceptions, measures and terms, provisos, degrees, and conditions told by inversion ("should it fail").
_LIMIT = late_regex(
    r"[\s,–—-]{1,3}(?:but\s+|at\s+least\s+|and\s+)?(?P<limit>"
    r"only\s+(?:after|when|once|with|in|by|for|at|on|as|until|where|to\s+the|partly|partially)\b|if\s+and\s+only\b|"
    r"except(?:\s+for|ing|\s+in|\s+that|\s+where|\s+when)?\b|with\s+the\s+exceptions?\s+of\b|(?:apart|aside)\s+from\b|save\s+(?:for|in|that)\b|other\s+than\b|"
    r"until\b|pending\b|once\b|(?:only\s+)?to\s+the\s+(?:extent|degree)\b|in(?:so|as)?\s*far\s+as\b|depending\s+on\b|contingent\b|conditional\b|"
    r"in\s+principle\b|for\s+now\b|for\s+the\s+time\s+being\b|for\s+the\s+moment\b|at\s+this\s+stage\b|in\s+part\b|partly\b|partially\b|"
    r"(?:with|under)\s+(?:(?:some|certain|serious|a\s+few|several|the)\s+)?(?:reservations?|caveats?|exceptions?|limits|limitations|conditions)\b|"
    r"(?:up)?on\s+(?:(?:the|mutual|prior|joint|further)\s+)*(?:agreement|consent|request|approval|ratification|receipt|condition|invitation)\b|"
    r"(?:with|by|subject\s+to)\s+(?:(?:the|mutual|prior|joint)\s+)*(?:agreement|consent|approval)\b|"
    r"(?:should|were|had)\s+(?:the|a|an|any|this|that|these|those|it|they|he|she|there|no|[A-Z]\w+)\b)",
)
# What a denial leaves open: "neither side will build | without telling the other".
_DENIES = late_regex(r"\b(?:neither|no|not|never|nobody|none|nothing|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
_LEFT_OPEN = late_regex(
    r"[\s,–—-]{1,3}(?P<limit>(?:without\s+(?:first\s+|prior\s+|the\s+)?\w+|unless|except|before|until)\b)"
)
# "In both the near | and the long term": a pair of which only one half was kept.
_HALF_PAIRS = tuple(
    (
        re.compile(rf"\b{first}\b(?!.*\b{second}\b)", re.IGNORECASE | re.DOTALL),
        late_regex(rf"[^.;:]{{0,60}}?\b{second}\b", re.IGNORECASE),
    )
    for first, second in (
        (r"both\s+(?:the|an?|in|on|at|to|for|from|by|with|as|its|their|our)", "and"),
        ("either", "or"),
        ("neither", "nor"),
        (r"not\s+only", "but"),
        ("between", "and"),
        ("whether", "or"),
    )
)
_SENTENCE_END = late_regex(r"(?<=[.!?;])\s")
_ENDED = late_regex(r"[.!?;:][\"”’')\]]*\s*$")


# What stands right before words and takes from them: "almost | all came", "no | more than 30", "all but | two", "everyone
# except | Ivo came", and what follows only otherwise.
_BEFORE = late_regex(
    r"\b(?:almost|nearly|virtually|practically|barely|hardly|not|no|except(?:\s+for)?|excluding|apart\s+from|other\s+than|"
    r"(?:all|every\w*)\s+but|rather\s+than|instead\s+of|otherwise,?|or\s+else)\s+$",
    re.IGNORECASE,
)
_LEAD = 24  # characters before words in which that stands


def limit_cut_off(text: str, place: Span) -> str | None:
    """Return the words of the source with the limit right before or behind `place`, None where there is none."""
    if before := _BEFORE.search(text, max(0, place.start - _LEAD), place.start):
        return f"{' '.join(before[0].split())} {shown_words(text, place)}".rstrip(',.;”"')
    if _ENDED.search(text[max(0, place.end - 4) : place.end]):
        return None
    behind = _SENTENCE_END.split(text[place.end : place.end + 160])[0]
    match = _LIMIT.match(behind)
    if not match and _DENIES.search(text, place.start, place.end):
        match = _LEFT_OPEN.match(behind)
    kept_half = any(f.search(text, place.start, place.end) and s.match(behind) for f, s in _HALF_PAIRS)
    if not match and not kept_half:
        return None
    limit = behind[match.start("limit") if match else 0 :].split()[:6]
    return " ".join([shown_words(text, place), *limit]).rstrip(',.;”"')


def shown_words(text: str, place: Span) -> str:
    """Return the words at a place as a reason shows them, long ones without their middle."""
    words = text[place.start : place.end].split()
    return " ".join(words if len(words) <= 12 else [*words[:6], "…", *words[-4:]])
