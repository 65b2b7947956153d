"""Compares who does what, and who is what, in a claim and in a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.reading.gazetteer import country_of
from summarizer.reading.names import Entity, role_form, same_role
from summarizer.reading.stems import is_irregular
from summarizer.reading.wording import Tokens
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import Difference
from summarizer.verification.identity import Named, matches

if TYPE_CHECKING:
    from summarizer.verification.compare import Comparison

_JOINED = re.compile(
    r"(?:\s|,|\band\b|\bwith\b|\b(?:his|her|their|its|the|of|counterpart|counterparts|president|minister|secretary|ambassador|chancellor|leader)\b|[A-Z][\w.'’-]*)*"
)
_BETWEEN = 4  # words between a subject and its verb
_AUXILIARY = frozenset(
    "has have had is are was were be been will would shall should can could may might must did does do not never also both again then once "
    "first already still just later further to".split()
)
_IS = re.compile(
    r"\s+(?:is|was|has\s+been|became|serves\s+as|served\s+as)\s+(?:the\s+|an?\s+)?(?P<what>[^,.;:()]{3,70})"
)


def compare_agents(c: Comparison) -> Iterator[Difference]:
    """Compare who stands before each shared word as its doer; a passive has its doer after "by"."""
    seen: set[str] = set()
    tokens = c.document.reading.tokens
    for i, at in c.aligned.items():
        mine = agent(c.claim.tokens.text, c.claim.names, c.claim.span(i))
        if not mine or not _directly(c.claim.tokens, mine.span, i) or not _verb(c.claim.tokens, mine.span, i):
            continue
        theirs = agent(c.document.text, c.named, tokens.span(at, at + 1), c.sentence.span)
        if not mine or not theirs or matches(mine, theirs) or mine.text in seen:
            continue
        if _together(c, mine, theirs):
            continue
        seen.add(mine.text)
        here = [o for o in c.named if matches(mine, o)]
        if not here:
            continue
        word = c.claim.tokens.form(i)
        if any(matches(theirs, o) for o in c.claim.names) and _directly(tokens, theirs.span, at):
            yield Difference(
                Verdict.CONTRADICTED,
                "roles_swapped",
                f"“{word}” is said of “{theirs.text}”, not of “{mine.text}”",
                theirs.span,
            )
        else:
            yield Difference(
                Verdict.REVIEW,
                "role_unclear",
                f"“{word}” may be said of “{theirs.text}”, not of “{mine.text}”",
                theirs.span,
            )


def _directly(tokens: Tokens, name: Span, at: int) -> bool:
    """Whether a name stands before a word as its subject does: nothing but auxiliaries and adverbs between them."""
    between = tokens.within(Span(name.end, tokens.starts[at])) if name.end <= tokens.starts[at] else range(0)
    return len(between) <= _BETWEEN and all(
        tokens.form(i) in _AUXILIARY or tokens.form(i).endswith("ly") for i in between
    )


def _verb(tokens: Tokens, name: Span, at: int) -> bool:
    """Whether a word behind its subject looks like a verb: by its ending, an irregular form, or an auxiliary before it."""
    form = tokens.form(at)
    helped = at > 0 and tokens.starts[at - 1] >= name.end and tokens.form(at - 1) in _AUXILIARY
    return helped or form.endswith(("s", "ed", "ing")) or is_irregular(form)


def _together(c: Comparison, mine: Named, theirs: Named) -> bool:
    """Whether the source joins the two as doers: "X and her counterpart Y met"."""
    return any(
        matches(mine, other) and _JOINED.fullmatch(c.document.text[other.span.end : theirs.span.start])
        for other in c.named
        if other.span.end <= theirs.span.start
    )


def compare_roles(c: Comparison) -> Iterator[Difference]:
    """Compare the roles that the claim gives people with those that the source gives them."""
    names = c.document.reading.names
    yield from _compare_predicates(c)
    for claimed in c.claim.people:
        known = names.resolve(claimed.name or "")
        if not known or not known.roles:
            continue
        for text, _ in claimed.roles:
            if all(same_role(text, theirs) == "different" for theirs, _ in known.roles):
                theirs, span = known.roles[0]
                message = f"the source calls {known.label} “{_line(theirs)}”, not “{_line(text)}”"
                yield Difference(Verdict.CONTRADICTED, "role_mismatch", message, span)


def _compare_predicates(c: Comparison) -> Iterator[Difference]:
    """Compare "X is the president of Y" with the roles that the source gives X."""
    for person, what in predicates(c):
        if any(_role_fits(what, person, theirs) for theirs, _ in person.roles):
            continue
        theirs, span = person.roles[0] if person.roles else ("nothing of the kind", c.sentence.span)
        message = f"the source calls {person.label} “{_line(theirs)}”, not “{what}”"
        yield Difference(
            Verdict.CONTRADICTED if person.roles else Verdict.REVIEW, "role_mismatch", message, span
        )


def predicates(c: Comparison) -> list[tuple[Entity, str]]:
    """Return the persons of whom the claim says what they are, with the role it gives them."""
    found = []
    for named in c.claim.names:
        told = _IS.match(c.claim.text, named.span.end)
        known = c.document.reading.names.resolve(named.text) if told else None
        if told and known and known.kind == "person" and role_form(told["what"]).head:
            found.append((known, told["what"]))
    return found


_PREPOSITIONS = frozenset(
    "of with to from by in at for on against between about among into near toward towards over under through than".split()
)


def agent(text: str, names: Sequence[Named], word: Span, bounds: Span | None = None) -> Named | None:
    """Return the name that stands as the doer of `word`: the last one before it that no preposition governs.

    After a form of "be", the name behind "by" is the doer (passive).
    """
    start = bounds.start if bounds else 0
    before = text[start : word.start]
    last_words = before.casefold().split()[-3:]
    if {"was", "were", "been", "be", "being", "is", "are"} & set(last_words):
        tail = text[word.end : word.end + 60].split()
        if tail and tail[0].casefold() == "by":
            return next((n for n in names if 0 <= n.span.start - word.end <= 40), None)
    for named in sorted((n for n in names if n.span.end <= word.start), key=lambda n: -n.span.start):
        lead = text[max(start, named.span.start - 40) : named.span.start].casefold().split()
        if any(w.strip(",.;:") in _PREPOSITIONS for w in lead[-2:]):
            continue
        if text[named.span.end : named.span.end + 2] in ("'s", "’s"):
            continue
        return named
    return None


def _line(text: str) -> str:
    return " ".join(text.split())


def _role_fits(claimed: str, person: Entity, theirs: str) -> bool:
    """Whether a role that is claimed of a person can be the one that the source tells, of the same state."""
    if same_role(claimed, theirs) == "different":
        return False
    states = {c for text in (theirs, *(t for t, _ in person.affiliations)) if (c := country_of(text))}
    wanted = {c for text in role_form(claimed).affiliations if (c := country_of(text))}
    return not wanted or not states or bool(wanted & states)
