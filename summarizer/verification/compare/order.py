"""Compares the tense of words that both have, what puts them in time, and small words that tell: "will" is not "has"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.light_words import is_light
from summarizer.reading.polarity import DENYING
from summarizer.reading.stems import is_irregular, stem
from summarizer.reading.wording import Tokens
from summarizer.report import Verdict
from summarizer.verification.compare.denied_otherwise import told_as_bound
from summarizer.verification.computed.participants import takes_in_all
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# Words without content of their own that still claim something, with what may stand for them.
_TELLING = (
    frozenset({"already"}), frozenset({"still"}), frozenset({"only"}), frozenset({"again"}), frozenset({"even"}),
    frozenset({"all", "every", "each", "both", "everyone", "everybody", "everything"}), frozenset({"most", "majority"}),
    frozenset({"until"}), frozenset({"since"}), frozenset({"against"}), frozenset({"without", "no", "not"}),
)  # fmt: skip
_GROUPS = {form: group for group in _TELLING for form in group}
_BOUNDING = frozenset("everyone everybody everything".split())
_AHEAD = frozenset("to will shall would could may might should must can cannot won't".split())
# What tells of the future in some way: an intention, a promise or an arrangement is told as one, a right or a wish is not.
_FUTURE = late_regex(
    r"\b(?:will|shall|won’t|won't|would|going\s+to|(?:is|are|was|were|be)\s+to|about\s+to|set\s+to|due|plan\w*|inten\w+|expect\w*|schedul\w+|next|upcoming|coming|"
    r"commit\w*|pledg\w+|promis\w+|vow\w*|agree\w*|decid\w+|announc\w+|prepar\w+|ready|future|tomorrow|soon|later|continu\w*|remain\w*|until|by)\b|’ll\b|'ll\b",
    re.IGNORECASE,
)
# What is done by saying that one would like to do it: "I would like to thank our hosts".
_PERFORMED = frozenset(
    map(
        stem,
        "thank congratulate express welcome apologize apologise condemn praise commend reiterate reaffirm emphasize emphasise stress note acknowledge extend convey recall remind greet point".split(),
    )
)
_LIKE_TO = late_regex(
    r"\b(?:I|we)(?:[’']d|\s+would|\s+should)?\s+(?:also\s+|just\s+|first\s+|once\s+again\s+)?(?:like|want|wish)\s+to\b|\b(?:let|allow|permit)\s+(?:me|us)\b",
    re.IGNORECASE,
)
_HAVING = frozenset("has have had already".split())
_WILL = frozenset({"will", "shall"})
_BACK = 3  # tokens before a verb in which its auxiliaries stand
_NOT_AUXILIARY = frozenset(
    "the a an of in on at for with by and or that we they he she it i you who which".split()
)


def compare_order(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, shared words in another tense or time, or with a telling small word added."""
    bid = c.answer is not None and c.answer.bid is not None  # "Could you …?" "Sure.": it will be done
    if not bid and (changed := _changed_tense(c)):
        yield Difference(Verdict.REVIEW, "tense_differs", f"the source has “{changed}”", c.sentence.span)
    if turned := _turned_time(c):
        message = f"the source has “{turned[1]}”, not “{turned[0]}”"
        yield Difference(Verdict.REVIEW, "time_turned", message, c.sentence.span)
    for at, form in enumerate(c.claim.tokens.slice_forms()):
        group = _GROUPS.get(form)
        if group and group.isdisjoint(c.forms) and not takes_in_all(c, at) and not _follows(c, at):
            # Who has all other words of a sentence and adds a limit, or a whole, to them tells no more in other words.
            telling = form in _BOUNDING and not c.missing
            message = f"the passage has no “{form}”"
            yield Difference(Verdict.REVIEW, "word_added", message, c.sentence.span, wording=not telling)


def _follows(c: Comparison, at: int) -> bool:
    """Whether a word is that of a denial which follows from what the sentence tells."""
    denials = [o for o in c.claim.operators if o.operation in DENYING and o.cue.overlaps(c.claim.span(at))]
    if denials and any(o.operation in DENYING for o in c.operators):
        return (
            True  # "nothing has been done" for "it has not been done": what each denies is compared elsewhere
        )
    if c.claim.tokens.form(at) == "only" and any(
        told_as_bound(c, o) for o in c.operators if o.operation in DENYING
    ):
        return True  # "not before the vote" for "only after the vote"
    if c.claim.tokens.form(at) == "only" and _NONE_BUT.search(c.sentence.text):
        return True
    return any(o in c.otherwise for o in denials)


_NONE_BUT = late_regex(
    r"\b(?:nobody|no\s+one|none|nothing|no\s+\w+)\s+(?:\w+\s+)?(?:but|except|other\s+than)\b|\balone\b",
    re.IGNORECASE,
)


def _changed_tense(c: Comparison) -> str | None:
    """Return the source's words where it tells as ahead, or as a purpose, what the claim tells as done."""
    tokens = c.document.reading.tokens
    perfect = not _HAVING.isdisjoint(c.claim.tokens.forms)
    for i, at in c.aligned.items():
        mine, theirs = c.claim.tokens.form(i), tokens.form(at)
        same = mine == theirs or stem(mine) == stem(theirs)  # one word may stand for another in many a tense
        if same and (aspect := _other_aspect(c, i, at) or _gone_by(c, i, at)):
            return aspect
        if not same or (mine == theirs and not (perfect and _perfect(c.claim.tokens, i))):
            continue
        if performed(c, at) or _denied_alike(c, i, at):
            continue  # "has yet to sign" for "has not signed"
        if (
            _ahead(tokens, at)
            and not _ahead(c.claim.tokens, i)
            and (mine.endswith("ed") or _past_of_will(c, i, at) or _perfect(c.claim.tokens, i))
        ):
            return " ".join(tokens.slice_forms(max(0, at - 2), at + 1))
    if (ahead := _will(c)) and not _FUTURE.search(c.sentence.text):
        return f"no “{ahead}”"
    return None


def _other_aspect(c: Comparison, i: int, at: int) -> str | None:
    """Return the source's words where it tells as going on what the claim tells as done, or the other way round."""
    tokens = c.document.reading.tokens
    mine, theirs = before_verb(c.claim.tokens, i), before_verb(tokens, at)
    if ("being" in mine and "been" in theirs) or (
        "being" in theirs and "been" in mine and "being" not in mine
    ):
        return " ".join(tokens.slice_forms(max(0, at - 2), at + 1))
    return None


_USED_TO = late_regex(r"(?<!is )(?<!are )(?<!be )\bused to\b")
_PAST_TELLS = late_regex(
    r"\b(?:used\s+to|once|former\w*|previous\w*|was|were|had|did|ago|past|no\s+longer|not|never|stopped|ceased)\b|n[’']t\b",
    re.IGNORECASE,
)


def _gone_by(c: Comparison, i: int, at: int) -> str | None:
    """Return the source's words where it tells as gone by ("used to work") what the claim tells as so now."""
    used = " ".join(reversed(_before_predicate(c.document.reading.tokens, at)))
    if not _USED_TO.search(used) or _PAST_TELLS.search(c.claim.text):
        return None
    form = c.claim.tokens.form(i)
    return None if form.endswith("ed") or is_irregular(form) else f"used to {form}"


def _denied_alike(c: Comparison, i: int, at: int) -> bool:
    """Whether both deny a word: what has not been done is still to be done."""
    place = c.document.reading.tokens.span(at, at + 1)
    return any(
        o.operation in DENYING and o.scope.overlaps(c.claim.span(i)) for o in c.claim.operators
    ) and any(o.operation in DENYING and o.scope.overlaps(place) for o in c.operators)


def performed(c: Comparison, at: int) -> bool:
    """Whether the sentence does by saying so what it would like to do: "I would like to thank our hosts" thanks them."""
    verb = stem(c.document.reading.tokens.form(at)) in _PERFORMED
    return verb and bool(_LIKE_TO.search(c.sentence.text))


# Words beside a noun that put it behind the speaker or ahead.
_PAST = frozenset("recent last past previous earlier former latest preceding".split())
_COMING = frozenset(
    "next upcoming coming future forthcoming planned prospective expected scheduled impending".split()
)
_IN_TIME = _PAST | _COMING
_BESIDE = 3  # tokens before a word in which what puts it in time stands


def _turned_time(c: Comparison) -> tuple[str, str] | None:
    """Return what puts a shared word ahead in the claim and behind in the sentence, or the other way round.

    "The recent extension of the treaty" is not one that "is to be extended", nor "the upcoming visit" one that was.
    """
    tokens = c.document.reading.tokens
    first, last = min(c.aligned.values(), default=0), max(c.aligned.values(), default=0)
    if _IN_TIME.isdisjoint(tokens.slice_forms(max(0, first - _BESIDE), last)):
        return None  # as most sentences
    for i, at in c.aligned.items():
        theirs = tokens.slice_forms(max(0, at - _BESIDE), at)
        mine = c.claim.tokens.slice_forms(max(0, i - _BESIDE), i)
        behind, ahead = _last(theirs, _PAST), _last(theirs, _COMING)
        if behind and not _last(mine, _PAST):
            if coming := _last(mine, _COMING):
                return coming, behind
            if _to_come(mine):
                return f"{' '.join(mine[-2:])} {c.claim.tokens.form(i)}", behind
        if ahead and not _last(mine, _COMING) and (past := _last(mine, _PAST)):
            return past, ahead
    return None


def _last(forms: Sequence[str], among: frozenset[str]) -> str | None:
    return next((form for form in reversed(forms) if form in among), None)


def _to_come(before: Sequence[str]) -> bool:
    """Whether the forms before a word tell it as still to be done: "is to be", "will be", "shall"."""
    return list(before[-2:]) == ["to", "be"] or not _WILL.isdisjoint(before[-2:])


def _will(c: Comparison) -> str | None:
    """Return the word by which the claim tells of the future what the sentence has too."""
    for i in c.aligned if not _WILL.isdisjoint(c.claim.tokens.forms) else ():
        if found := next((form for form in _before_predicate(c.claim.tokens, i) if form in _WILL), None):
            return found
    return None


def _before_predicate(tokens: Tokens, at: int) -> list[str]:
    """Return the forms directly before a verb, or before the "be" of which a noun is the rest: "will be the chairman"."""
    noun = at > 1 and tokens.form(at - 1) in ("the", "a", "an") and tokens.form(at - 2) == "be"
    return before_verb(tokens, at - 1 if noun else at)


def before_verb(tokens: Tokens, at: int) -> list[str]:
    """Return the forms directly before a token, back to the first that cannot stand between verb and auxiliary."""
    found: list[str] = []
    for form in reversed(tokens.slice_forms(max(0, at - _BACK), at)):
        if form in _NOT_AUXILIARY:
            break
        found.append(form)
    return found


def _past_of_will(c: Comparison, i: int, at: int) -> bool:
    """Whether the claim has the past of a verb, which no ending shows, before whose plain form the sentence has a "will" or a "to"."""
    form, before = c.claim.tokens.form(i), before_verb(c.document.reading.tokens, at)
    return is_irregular(form) and any(one in _AHEAD for one in before if one != "to" or not is_light(form))


def _ahead(tokens: Tokens, at: int) -> bool:
    before = before_verb(tokens, at)
    if before[:2] == ["to", "able"] and {"was", "were"}.intersection(
        tokens.slice_forms(max(0, at - _BACK - 1), at)
    ):
        return False  # who was able to do it did it
    return any(form in _AHEAD for form in before)


def _perfect(tokens: Tokens, at: int) -> bool:
    return not _HAVING.isdisjoint(before_verb(tokens, at))
