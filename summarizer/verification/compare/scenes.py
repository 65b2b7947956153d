"""Compares what two verbs tell from either end: whoever sells to somebody has that one buy from them.

Each verb of a pair tells of the same scene with its two sides changed (Cruse, Lexical Semantics, 1986, chapter 10.7: converses).
A scene has two ends, here the one that something comes from or that has the upper hand, and the other one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from summarizer.reading.predicates import Predicate, predicate_at
from summarizer.reading.stems import stem
from summarizer.report import Verdict
from summarizer.verification.difference import SAME_ASSERTION, Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# Each scene: the verbs whose doer is the first end and those whose doer is the other one, with the links behind which the
# end that is not the doer stands ("" right behind the verb).
_SCENES = (
    ("sell", ("to", ""), "buy purchase acquire", ("from",)),
    ("lend loan", ("to", ""), "borrow", ("from",)),
    ("give hand send grant award present", ("to", ""), "receive get obtain", ("from",)),
    ("beat defeat", ("",), "lose", ("to", "against")),
    ("export", ("to",), "import", ("from",)),
    ("precede", ("",), "follow succeed", ("",)),
    ("teach", ("", "to"), "learn", ("from",)),
    ("employ hire", ("",), "work", ("for",)),
)
_OF_VERB = {
    stem(verb): (number, end, links)
    for number, (first, links_of_first, other, links_of_other) in enumerate(_SCENES)
    for end, (verbs, links) in enumerate(((first, links_of_first), (other, links_of_other)))
    for verb in verbs.split()
}
Ends = tuple[tuple[int, ...], tuple[int, ...]]
"""The heads at the first end of a scene, and those at the other."""
One = Callable[[int, int], bool]


def is_converse(a: str, b: str) -> bool:
    """Whether two forms of verbs tell of one scene from its two ends."""
    one, other = _OF_VERB.get(stem(a)), _OF_VERB.get(stem(b))
    return one is not None and other is not None and one[0] == other[0] and one[1] != other[1]


def compare_converse(c: Comparison, verb: int, mine: Predicate, one: One) -> Difference | None:
    """Return that the two ends of what a verb of the claim tells have changed places in the passage, which tells it from the other end."""
    scene = _OF_VERB.get(stem(c.claim.tokens.form(verb)))
    if scene is None:
        return None
    own = _ends(mine, scene[1], scene[2])
    found = [_turned(own, ends, one) for ends in _told(c, scene[0], scene[1])]
    if found and all(found):
        form = c.claim.tokens.form(verb)
        verdict = Verdict.CONTRADICTED if c.coverage >= SAME_ASSERTION else Verdict.REVIEW
        message = f"here the two sides of “{form}” are the other way round"
        return Difference(verdict, "roles_swapped", message, c.sentence.span)
    return None


def told_by_converse(c: Comparison, verb: int, one: One) -> bool:
    """Whether the passage tells what a verb of the claim does from the other end of its scene."""
    scene, mine = _OF_VERB.get(stem(c.claim.tokens.form(verb))), c.claim.predicates.get(verb)
    if scene is None or mine is None:
        return False
    own = _ends(mine, scene[1], scene[2])
    if not all(own):
        return False
    return any(
        all(any(one(i, at) for i in end for at in told) for end, told in zip(own, ends, strict=True))
        for ends in _told(c, scene[0], scene[1])
    )


def _told(c: Comparison, number: int, end: int) -> Iterator[Ends]:
    """Yield the ends of a scene that the passage tells from the end where the claim's verb has none for its doer."""
    tokens = c.document.reading.tokens
    inside = tokens.within(c.sentence.span)
    for at in inside:
        scene = _OF_VERB.get(stem(tokens.form(at)))
        if scene and scene[0] == number and scene[1] != end and (told := predicate_at(tokens, at, inside)):
            yield _ends(told, scene[1], scene[2])


def _ends(told: Predicate, end: int, links: tuple[str, ...]) -> Ends:
    doer = told.doer.heads if told.doer else ()
    behind = [head for link, head in told.governed if link in links]
    if "" in links and told.undergoer:
        behind += told.undergoer.heads
    return (tuple(behind), doer) if end else (doer, tuple(behind))


def _turned(own: Ends, told: Ends, one: One) -> bool:
    """Whether one at an end in the claim is at the other in the passage, and none is where the claim has them."""
    same = any(one(i, at) for k in (0, 1) for i in own[k] for at in told[k])
    crossed = any(one(i, at) for k in (0, 1) for i in own[k] for at in told[1 - k])
    return crossed and not same
