"""Headlines that name a speaker before or after a colon, and the line under a quotation that says whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.reading.attribution.drafts import Draft, groups_of, kind_of, pieces_of
from summarizer.reading.attribution.tokens import Stream
from summarizer.reading.blocks import Block
from summarizer.source import Span

LONGEST_HEADLINE = 30  # tokens


def headline(stream: Stream) -> Iterator[Draft]:
    """Read "Minister: talks will resume" and "Talks will resume: minister": weak, a colon has many uses."""
    words = stream.words
    stop = len(words) - (words[-1] == "." if words else 0)
    colon = words.index(":") if ":" in words else -1
    if colon < 1 or stop > 40 or not words[0][0].isalpha() or not words[colon - 1][0].isalpha():
        return
    if colon <= 5 and colon + 3 <= stop and words[0] not in _NO_SPEAKER and not _ends_early(words, stop):
        first = 0
        end = next((i for i in range(1, colon) if words[i] in ("on", "to", "at", "in")), colon)
        content = (colon + 1, next((i for i in range(colon, stop) if words[i] == ";"), stop))
    elif stop - 4 <= colon < stop - 1 and words[stop - 1][0].isalpha():
        first, end, content = colon + 1, stop, (0, colon)
    else:
        return
    pieces = pieces_of(stream, [content])
    if pieces:
        cue, speaker = stream.span(colon, colon + 1), stream.span(first, end)
        groups = groups_of(stream, [content])
        yield Draft(
            "headline", pieces, kind_of(stream, [content]), speaker, cue=cue, strong=False, groups=groups
        )


# What stands before a colon in a headline and says nothing.
_NO_SPEAKER = frozenset(
    """
    live watch video opinion analysis breaking exclusive update updated review editorial column factbox explainer photos timeline listen read
    correction fact report special news the this what how why here coming note notes part chapter day week attendees attendance participants present speakers subject
    from to date agenda location time place venue""".split()
)


def _ends_early(words: list[str], stop: int) -> bool:
    """Whether a sentence ends inside a line: then it is no headline."""
    return any(words[i] in (".", "?", "!") for i in range(stop - 1))


# "—Ann Lee, harbour master": who said the quotation above.
_SIGNATURE = re.compile(r"[-–—―]+[ \t]*([^\W\d_a-z][^,.;:(\n]{1,60}?)(?=[,.;:(]|[ \t]*$)", re.MULTILINE)
LONGEST_SIGNATURE = 120  # characters


def sign(text: str, blocks: Sequence[Block], drafts: Sequence[Draft]) -> None:
    """Give a quotation without a speaker to the name on the line below that begins with a dash."""
    unsigned = {d.content[-1].end: d for d in drafts if d.rule == "no speaker"}
    for above, below in pairwise(blocks):
        if below.span.end - below.span.start > LONGEST_SIGNATURE or text[below.span.start] not in "-–—―":
            continue
        match = _SIGNATURE.match(text, below.span.start, below.span.end)
        said = next(
            (unsigned[end] for end in range(above.span.end - 2, above.span.end + 1) if end in unsigned), None
        )
        if match is not None and said is not None:
            said.speaker, said.rule = Span(*match.span(1)), "signature"
