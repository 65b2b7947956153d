"""Compares on which side of its verb somebody stands: who calls is not who is called.

Both the claim and the passage are read for who does what their verbs tell, and to whom it is done, be they told by a name or
by a common noun, in an active or a passive, a relative clause or one that another verb governs. Where the passage leaves a
side open, nothing is told of it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from summarizer.reading.attribution.names import BODIES
from summarizer.reading.attribution.words import is_person_noun
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.nouns import is_plural, singular
from summarizer.reading.phrases import JOINS, PRONOUNS, Phrase, is_owner, owner_in
from summarizer.reading.predicates import Predicate, nominal_at, predicate_at
from summarizer.reading.stems import stem, stems
from summarizer.reading.wording import Tokens
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.scenes import compare_converse, told_by_converse
from summarizer.verification.compare.slots import may_be_one
from summarizer.verification.compare.standing_for import stands_for
from summarizer.verification.compare.talk import MUTUAL
from summarizer.verification.difference import SAME_ASSERTION, Difference
from summarizer.verification.who.identity import Named, is_organ, matches
from summarizer.verification.who.reference import agrees, person_of

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# Verbs that tell the same of one side with the other or without it: "convened the group", "the group convened", and those
# whose sides are alike (Levin, English Verb Classes and Alternations, 1993, chapters 1.1.2 and 1.2.4).
_LABILE = stems(
    "join marry unite merge divide separate convene assemble gather rally move return transfer retire resign withdraw retreat advance follow "
    "open reopen close start begin end finish stop resume continue change grow increase decrease rise fall expand develop improve worsen "
    "recover settle land sail fly ship sink burn break ring march drive run stand sit"
)
_OTHERS = frozenset("you u he she they".split())
_ABOUT = 0.5  # coverage from which a passage is held against a claim's sides


def compare_arguments(c: Comparison) -> Iterator[Difference]:
    """Yield the first verb that the passage tells of another side than the claim does."""
    if (another := _another_than_speaks(c)) is not None:
        yield another
        return
    for verb, mine in c.claim.predicates.items():
        found = _compare_verb(c, verb, mine) if c.coverage >= _ABOUT else None
        found = found or compare_converse(c, verb, mine, partial(same_head, c))
        if found is not None and not c.of_left_out:
            yield found
            return


def _compare_verb(c: Comparison, verb: int, mine: Predicate) -> Difference | None:
    form = c.claim.tokens.form(verb)
    base = stem(form)
    if base in _LABILE and not (mine.doer and mine.undergoer):
        return None
    worst: Difference | None = None
    for at in c.places(c.claim.keys(verb)):
        theirs = _told_at(c, at, form, mine)
        if theirs is None:
            continue
        if base in _LABILE and not (theirs.doer and theirs.undergoer):
            return None
        mutual = form in MUTUAL
        found = None if mutual else _turned(c, mine, theirs, form)
        if form not in _SAYING:  # who says a thing is told by the attributions
            found = found or _another(c, mine, theirs, form)
        found = found or _of_another(c, mine, theirs)
        if found and mutual and mine.doer and _among(c, mine.doer, theirs.behind):
            return None  # "A met B" for "B met A"
        if found is None:
            return None
        worst = worst or found
    return worst


def _told_at(c: Comparison, at: int, form: str, mine: Predicate) -> Predicate | None:
    """Return the sides of a word of the passage that tells what a verb does: the same verb, or the noun of its deed."""
    tokens = c.document.reading.tokens
    inside, told = tokens.within(c.sentence.span), tokens.form(at)
    if stem(told) == stem(form) and (found := predicate_at(tokens, at, inside)) is not None:
        return found
    # "is committed to" tells a state, "his commitment" whose it is
    return nominal_at(tokens, at, inside) if told[:_ROOT] == form[:_ROOT] and mine.doer else None


_SAYING = frozenset("say says said add adds added".split())
_LONGEST = 120  # words of a sentence in which whoever acts is looked for
_ROOT = 5  # letters that a verb and the noun of its deed share: "criticised", "criticism"


def sides_agree(c: Comparison, verb: int) -> bool:
    """Whether the passage tells a verb of the claim with all the sides that the claim gives it, so that its words only turn it."""
    mine = c.claim.predicates.get(verb)
    if mine is None:
        return False
    form = c.claim.tokens.form(verb)
    for at in c.places(c.claim.keys(verb)):
        theirs = _told_at(c, at, form, mine)
        sides = (
            [(mine.doer, theirs.doer.heads if theirs.doer else ()), (mine.undergoer, theirs.behind)]
            if theirs
            else []
        )
        told = [
            all(any(same_head(c, i, x) for x in heads) for i in side.heads) for side, heads in sides if side
        ]
        if told and all(told):
            return True
    return told_by_converse(c, verb, partial(same_head, c))


def _turned(c: Comparison, mine: Predicate, theirs: Predicate, form: str) -> Difference | None:
    """Return that one who does it in the claim has it done to them in the passage, or the other way round."""
    behind = theirs.behind
    doer, undergoer = mine.doer, mine.undergoer
    done = bool(doer and _among(c, doer, behind) and not _on_side(c, doer, theirs.doer))
    does = bool(undergoer and _on_side(c, undergoer, theirs.doer) and not _among(c, undergoer, behind))
    crossed = done and bool(
        theirs.doer and any(same_head(c, i, at) for i in mine.others for at in theirs.doer.heads)
    )  # "A could serve as a basis for B" for "B could serve as a basis for A"
    if not (done or does) or not ((done and does) or crossed or _between_actors(c, mine, theirs)):
        return None
    if doer and done:
        return _difference(c, doer, form, "does", "undergoes")
    return _difference(c, undergoer, form, "undergoes", "does") if undergoer else None


def _between_actors(c: Comparison, mine: Predicate, theirs: Predicate) -> bool:
    """Whether one who acts stands on a side in the claim or the passage: things that stand for each other have no sides."""
    claimed = [head for side in (mine.doer, mine.undergoer) if side for head in side.heads]
    told = [head for side in (theirs.doer, theirs.undergoer) if side for head in side.heads]
    return any(_is_actor(c.claim.tokens, c.claim.names, head) for head in claimed) or any(
        _is_actor(c.document.reading.tokens, c.named, head) for head in told
    )


def _acts(c: Comparison, side: Phrase) -> bool:
    """Whether a side of the claim is one who acts: a name, a person, a body, or what does something to another here."""
    return all(
        _is_actor(c.claim.tokens, c.claim.names, head)
        or not _acting(c).isdisjoint(c.places(c.claim.keys(head)))
        for head in side.heads
    )


def _acting(c: Comparison) -> frozenset[int]:
    """Return the heads of the passage that do something to another."""
    tokens = c.document.reading.tokens
    inside = tokens.within(c.sentence.span)
    told = (predicate_at(tokens, at, inside) for at in inside[:_LONGEST])
    return frozenset(head for p in told if p and p.doer and p.undergoer for head in p.doer.heads)


def _is_actor(tokens: Tokens, names: Sequence[Named], head: int) -> bool:
    noun = singular(tokens.form(head).removesuffix("'s"))
    return noun in BODIES or is_person_noun(noun) or _named_at(names, tokens.span(head, head + 1)) is not None


def _difference(c: Comparison, side: Phrase, form: str, own: str, told: str) -> Difference:
    words = _words(c, side)
    message = f"“{words}” {own} what “{form}” tells in the claim, and {told} it here"
    verdict = Verdict.CONTRADICTED if c.coverage >= SAME_ASSERTION else Verdict.REVIEW
    return Difference(verdict, "roles_swapped", message, c.sentence.span)


def _another(c: Comparison, mine: Predicate, theirs: Predicate, form: str) -> Difference | None:
    """Return that the passage, which tells of the claim's side as well, has somebody else on it."""
    tokens = c.document.reading.tokens
    for side, told in ((mine.doer, theirs.doer), (mine.undergoer, theirs.undergoer)):
        if side is None or told is None or _on_side(c, side, told) or not _acts(c, side):
            continue
        if _open(c, told) and not _excluded(c, side, told):
            continue
        if side is mine.doer and not _WITH_OTHERS.isdisjoint(c.forms):
            continue
        if not any(_stands_in(c, at) for at in told.heads) and not _open(c, told):
            actors = all(_is_actor(tokens, c.named, head) for head in told.heads)
            doubtful = side is mine.undergoer or not (theirs.undergoer or theirs.sure)
            if (doubtful and not actors) or not all(_elsewhere(c, head, told) for head in side.heads):
                continue
            if side is mine.undergoer and _otherwise(c, side, told, mine, theirs):
                continue
        here = " ".join(tokens.slice_forms(told.at.start, told.at.stop))
        message = f"“{form}” is told of “{here}” here, not of “{_words(c, side)}”"
        return Difference(Verdict.REVIEW, "roles_swapped", message, c.sentence.span)
    return None


def _of_another(c: Comparison, mine: Predicate, theirs: Predicate) -> Difference | None:
    """Return that a side is another's in the passage: "the son of Reed" for "the son of Berg", who is told of as well."""
    tokens = c.document.reading.tokens
    for side, told in ((mine.doer, theirs.doer), (mine.undergoer, theirs.undergoer)):
        if not side or not told or not _on_side(c, side, told):
            continue
        own, other = owner_in(c.claim.tokens, side), owner_in(tokens, told)
        if own is None or other is None or same_head(c, own, other) or not c.places(c.claim.keys(own)):
            continue
        if not (_is_actor(c.claim.tokens, c.claim.names, own) and _is_actor(tokens, c.named, other)):
            continue
        message = f"“{c.claim.tokens.form(side.heads[0])}” is told of “{tokens.form(other)}” here"
        return Difference(Verdict.REVIEW, "roles_swapped", message, c.sentence.span)
    return None


def _excluded(c: Comparison, side: Phrase, told: Phrase) -> bool:
    """Whether a pronoun cannot stand for a side of the claim: "he" for several, "she" for who is known to be a man."""
    tokens, reading = c.document.reading.tokens, c.document.reading
    pronoun = tokens.form(told.heads[0])
    if pronoun not in _ONE_PERSON or len(told.heads) > 1:
        return False
    named = _named_at(c.claim.names, c.claim.span(side.heads[0]))
    if len(side.heads) > 1 or (named is None and is_plural(c.claim.tokens.form(side.heads[0]))):
        return True
    who = person_of(reading, named) if named else None
    return who is not None and not agrees(reading, pronoun, who)


_WITH_OTHERS = frozenset("along together alongside accompanied".split())  # others do it as well
_ANYBODY = frozenset("nobody none everybody everyone anybody anyone somebody someone all".split())
_ONE_PERSON = frozenset("he she him her".split())


def _otherwise(c: Comparison, side: Phrase, told: Phrase, mine: Predicate, theirs: Predicate) -> bool:
    """Whether to whom it is done is told alike in another form: "gave A the letter", "praised A's report"."""
    recipient = bool(mine.others or mine.doer is None) and _among(c, side, theirs.others)
    tokens = c.document.reading.tokens
    joined = any(  # "met the mayor on Monday and the governor on Friday"
        not JOINS.isdisjoint(tokens.slice_forms(max(told.at.stop, at - 2), at))
        for head in side.heads
        for at in c.places(c.claim.keys(head))
    )
    return recipient or joined or any(same_head(c, i, at) for i in side.at for at in told.heads)


def _words(c: Comparison, side: Phrase) -> str:
    span = c.claim.tokens.span(side.at.start, side.at.stop)
    return c.claim.text[span.start : span.end]


def _open(c: Comparison, told: Phrase) -> bool:
    """Whether a side is a pronoun, which may mean anybody."""
    tokens = c.document.reading.tokens
    return any(
        tokens.form(head) in PRONOUNS | _ANYBODY and _stands_in(c, head) is None for head in told.heads
    )


def _on_side(c: Comparison, side: Phrase, told: Phrase | None) -> bool:
    return told is not None and _among(c, side, told.heads)


def _among(c: Comparison, side: Phrase, heads: Sequence[int]) -> bool:
    """Whether one of a side of the claim is one of some heads of the passage."""
    return any(same_head(c, mine, at) for mine in side.heads for at in heads)


def same_head(c: Comparison, mine: int, at: int) -> bool:
    """Whether a head of the claim and one of the passage are the same: by name, or by a word that stands for it."""
    a, b = (
        _named_at(c.claim.names, c.claim.span(mine)),
        _stands_in(c, at) or _named_at(c.named, _token(c, at)),
    )
    if a is not None and b is not None:
        return matches(a, b)
    return at in c.places(c.claim.keys(mine))


def _stands_in(c: Comparison, at: int) -> Named | None:
    """Return whom "the former" or "the latter" means: of the last two who are named before it, in its sentence or the one before."""
    which = c.document.reading.tokens.form(at)
    if which not in _OF_TWO:
        return None
    before = [n for n in c.named if n.span.end <= _token(c, at).start]
    if len(before) < len(_OF_TWO) and c.sentence.number > 1:
        before = [
            *c.document.identities.in_sentence(c.document.reading.sentences[c.sentence.number - 2]),
            *before,
        ]
    return before[_OF_TWO[which]] if len(before) >= len(_OF_TWO) else None


_OF_TWO = {"former": -2, "latter": -1}


def _elsewhere(c: Comparison, mine: int, told: Phrase) -> bool:
    """Whether the passage has a head of the claim, and only apart from a side and what may stand for it."""
    named = _named_at(c.claim.names, c.claim.span(mine))
    if _titled(c, mine, told) or (
        named is not None and not _owns(c, named, told) and _names_within(c, named, told)
    ):
        return False
    heads = [_named_at(c.named, _token(c, at)) for at in told.heads]
    if named is not None and any(
        h is not None and not _owns(c, named, told) and may_be_one(c, named, h) for h in heads
    ):
        return False
    if named is not None and c.names_one(named):
        return None not in heads or not stands_for(c, named)
    places = c.places(c.claim.keys(mine))
    form = c.claim.tokens.form(mine)
    if is_plural(form) and None not in heads:
        return False  # of "both presidents" one may be named
    if is_person_noun(form):  # "the minister's aide" is no minister
        return bool(places) and not any(at in told.heads for at in places)
    return any(at not in told.at for at in places)


def _titled(c: Comparison, mine: int, told: Phrase) -> bool:
    """Whether a word of the claim is the title of the one who has a side: "the president" of "President Ann Reed"."""
    tokens = c.document.reading.tokens
    return any(
        at in told.at
        and at < told.heads[-1]
        and not any(is_owner(tokens, i) or tokens.form(i) == "of" for i in range(at, told.heads[-1]))
        for at in c.places(c.claim.keys(mine))
    )


def _names_within(c: Comparison, named: Named, told: Phrase) -> bool:
    """Whether the words of a side have a name in them: "the Slovak side"."""
    phrase = c.document.reading.tokens.span(told.at.start, told.at.stop)
    return any(phrase.contains(n.span) and matches(named, n) for n in c.named)


def _owns(c: Comparison, named: Named, told: Phrase) -> bool:
    """Whether a person only tells whose the one of a side is: "the minister" in "the minister's aide"."""
    tokens = c.document.reading.tokens
    phrase = tokens.span(told.at.start, told.at.stop)
    inside = [n for n in c.named if phrase.contains(n.span) and matches(named, n)]
    if country_of(named.text) or is_organ(named.text):
        return False
    text = c.document.text
    return any(
        text.startswith(("'s", "’s"), n.span.end)
        or re.search(r"\b(?:of|to)\s+(?:the\s+)?$", text[phrase.start : n.span.start])
        for n in inside
    )


def _token(c: Comparison, at: int) -> Span:
    return c.document.reading.tokens.span(at, at + 1)


def _named_at(names: Sequence[Named], word: Span) -> Named | None:
    """Return the longest name that has a word of a text for its last."""
    fitting = [n for n in names if n.span.start <= word.start < n.span.end]
    return max(fitting, key=lambda n: n.span.end - n.span.start, default=None)


def _another_than_speaks(c: Comparison) -> Difference | None:
    """Return that the passage tells a verb of "you" or "she", where the claim tells it of who has the word and names itself nowhere."""
    label = c.sentence.block.label
    if label is None:
        return None
    tokens = c.document.reading.tokens
    inside = tokens.within(c.sentence.span)
    for verb, mine in c.claim.predicates.items():
        named = mine.doer and _named_at(c.claim.names, c.claim.span(mine.doer.heads[-1]))
        here = [o.span for o in c.named if named and matches(named, o)]
        if not named or verb not in c.aligned or not any(map(label.contains, here)):
            continue
        theirs = predicate_at(tokens, c.aligned[verb], inside)
        doer = tokens.form(theirs.doer.heads[0]) if theirs and theirs.doer else ""
        if doer in _OTHERS:
            message = f"“{c.claim.tokens.form(verb)}” is said of “{doer}” here, and “{named.text}” says it"
            return Difference(Verdict.REVIEW, "name_mismatch", message, here[0])
    return None
