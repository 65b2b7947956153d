"""Parts a sentence into all that it claims, each part with the subject, and the verb, that it shares with the others.

Coordination leaves out what both members have: "A met B and praised C" claims two acts of A, "A welcomed the loan for
B and the vote of C" two things that A welcomed, "A, who leads B, met C" who leads B as well. A part is judged by the
passage that tells of it; what follows from one for the other ("because", "after") is never parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.patterns import late_regex
from summarizer.reading.attribution.clauses import looks_finite
from summarizer.reading.attribution.cues import CueClass, Form, inflect, verb_cues
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    BE,
    CLAUSE_OPENERS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    is_adverb,
)
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.claims.division import clauses_of

_SOON = 7  # tokens behind a verb of speech within which the "that" of what is said stands
MOST = 8  # parts that a sentence is cut into
_JOINTS = frozenset({"and", "but"})
_ALSO = frozenset("also then later again further furthermore finally".split())
_PRONOUNS = late_regex(r"^(?:he|she|they)\b", re.IGNORECASE)
_NAMED = late_regex(r"(?:[A-Z][\w.’'-]*|of|the|and|de|von|van|der)(?:\s+|$)")
# "A of B and C of D were both there", "Both A and B were there": said of each.
_NAME = r"[A-Z][\w.’'-]*(?:\s+(?:of|the|[A-Z][\w.’'-]*))*"
_HELP = r"(?:was|were|is|are|has|have|had|will)\s+"
_BOTH = late_regex(
    rf"^(?:Both\s+)?(?P<a>{_NAME})\s+and\s+(?P<b>{_NAME})\s+(?P<does>(?:{_HELP})?both\s+(?!of\b).+|.+)$",
    re.DOTALL,
)
# "A attended, and so did B", "A signed for B, and C for D": a verb that is told once and done twice.
_SO_DID = late_regex(
    r"^(?P<first>.+?),?\s+and\s+so\s+(?:did|do|does|has|have|had|was|were|is|are|will)\s+(?P<who>[^,;]+)$"
)
_GAP = late_regex(rf"^(?P<first>.+?),?\s+and\s+(?P<who>{_NAME})\s+(?P<how>[a-z]+)\s+(?P<what>[^,;]+)$")
# "A, who leads B, met C", "the fund, which pays D, grew".
_RELATIVE = late_regex(r",\s+(?P<who>who|which)\s+(?P<told>[^,;:]{6,}?)(?P<end>,\s+|\s*\.?$)")
_PARTICIPLE = late_regex(r",\s+(?P<form>[a-z]+ing)\s+(?=\w)")
_WHILE = late_regex(r"^(?:While|Whereas)\s+(?P<first>[^,;:]{8,}),\s+(?P<second>.{8,})$", re.DOTALL)
_INNER_WHILE = late_regex(r"\s(?:while|whereas)\s+(?=the\b|an?\b|its\b|their\b|both\b|[A-Z])")
# "Besides praising the plan, A met B": two acts of A, the first told by a participle.
_BESIDES = late_regex(
    r"^(?:Besides|In\s+addition\s+to|Apart\s+from|Aside\s+from|As\s+well\s+as|Along\s+with|Alongside)\s+(?P<act>[a-z]+ing\s[^;:]{4,120}?),\s+(?P<who>(?:[Tt]he\s+|[Bb]oth\s+)?[\w’'-]+(?:\s[^,;:]*?)??)\s+(?=(?:has|have|had|was|were|is|are|will|would|also)\b|[a-z]+(?:ed|s)\b|(?:took|met|held|made|gave|told|said|spoke|went|came|brought|sought|set|put|left|saw|found|heard|agreed)\b)"
)
# "A suggested a cap, which B opposed": what another did to the thing told of.
_RELATIVE_OBJECT = late_regex(
    r",\s+which\s+(?P<who>(?:(?:the|both|all|its|their|his|her|neither|no)\s[a-z’'-]+(?:\s[a-z’'-]+)??|[A-Z][\w.’'-]*(?:\s+(?:and|of|the|[A-Z][\w.’'-]*))*))\s+"
    r"(?P<does>(?:(?:has|have|had|later|also|then|at\s+once|quickly|promptly)\s+){0,2}[a-z]+(?:ed|es)|rejects|opposes|calls|sees|has|had|made|gave|took|sent|put|sold|bought|built|left|found|told|said)(?P<rest>(?:\s[^,;:]{0,60})?)\.?$"
)
_THAT = late_regex(r",?\s+(?:and|but)\s+that\s+")
_ACCORDING = late_regex(r"^(?:According\s+to|In\s+the\s+words\s+of)\s[^,]{2,60},\s+")
# What stands before the subject: "Asked about the vote, the mayor said …".
_OPENING = re.compile(
    r"^(?:[A-Z][a-z]+(?:ed|ing)|At|In|On|During|After|Before|Following|When|While|As|For|With|From|By|Once|Besides)\s[^,;:]+,\s+"
)
_ORDERED = late_regex(
    r"\b(?:first|then|thereupon|subsequently|afterwards?|beforehand|later|since\s+then|(?:after|before)\s+that|in\s+turn|as\s+a\s+result|therefore|thus|hence)\b",
    re.IGNORECASE,
)
_SUBORDINATE = CLAUSE_OPENERS - _JOINTS - {"or", "while", "whereas", "yet"}
_MARKS = '"“”'
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS | {"to"}
# What may open the object of a verb.
_OBJECTS_OPEN = DETERMINERS | frozenset("its their his her our to that it them him all".split())


def parts_of(text: str) -> list[str]:
    """Return what a sentence claims, each with a subject and a verb; the sentence alone where it claims one thing.

    What is told to come first and then is told of the two together.
    """
    if _ORDERED.search(text):
        return [text]
    found = list(dict.fromkeys(part for clause in _clauses(text) for part in _told(clause)))
    return found if 1 < len(found) <= MOST else [text]


def _clauses(text: str) -> Iterator[str]:
    """Yield the clauses of a sentence; a pronoun that begins one stands for the name that begins the one before."""
    if match := _WHILE.match(text):
        yield from _clauses(match["first"])
        yield from _clauses(match["second"])
        return
    subject = ""
    opened = _ACCORDING.match(text)
    said = opened[0] if opened else ""
    for number, clause in enumerate(clauses_of(text)):
        if number and clause.startswith("that ") and " that " in text:
            clause = text[: text.index(" that ")] + f" {clause}"
        for piece in _parted_by_while(clause):
            piece = piece if piece.startswith(said) else said + piece
            if subject and (pronoun := _PRONOUNS.match(piece)):
                yield f"{subject} {piece[pronoun.end() :].strip()}"
                continue
            subject = _subject(piece)
            yield piece


def _parted_by_while(clause: str) -> list[str]:
    joint = _INNER_WHILE.search(clause)
    if joint is None or clause.count('"', 0, joint.start()) % 2:
        return [clause]
    return [clause[: joint.start()], clause[joint.end() :]]


def _subject(clause: str) -> str:
    """Return the name that is the subject of a clause, if one is; a noun may not be whom the pronoun means."""
    clause = clause.strip()
    tokens, verb = _read(clause)
    before = clause[: tokens.starts[_group(tokens, verb)]].strip(" ,") if verb else ""
    return before if before and "".join(m[0] for m in _NAMED.finditer(before + " ")).strip() == before else ""


def _told(clause: str) -> Iterator[str]:
    """Yield what a clause tells: its relative clauses and participles by themselves, then its predicates and objects."""
    if told := _told_of_each(clause):
        for one in told:
            yield from _told(one)
        return
    if besides := _BESIDES.match(clause):
        yield f"{besides['who'][0].upper()}{besides['who'][1:]} {besides['act']}"
        clause = clause[besides.start("who") :]
    if (object_of := _RELATIVE_OBJECT.search(clause)) and (
        thing := _antecedent(clause[: object_of.start()], far=True)
    ):
        yield f"{object_of['who'][0].upper()}{object_of['who'][1:]} {object_of['does']} {thing}{object_of['rest'].rstrip(' .')}"
        clause = clause[: object_of.start()]
    match = None if clause.startswith("It ") else _RELATIVE.search(clause)
    if match and _opens_predicate(match["told"]) and (antecedent := _antecedent(clause[: match.start()])):
        yield f"{antecedent} {match['told']}"
        rest = clause[match.end() :]
        clause = clause[: match.start()] + (f" {rest}" if match["end"].strip() == "," else "")
    for part in _participles(clause):
        yield from _predicates(part)


def _told_of_each(clause: str) -> list[str]:
    """Return what a clause tells of each of two with one verb: "both", "and so did", "A signed for B and C for D"."""
    if (match := _BOTH.match(clause)) and (clause.startswith("Both ") or "both" in match["does"].split()[:2]):
        does = re.sub(r"\bboth\s+", "", match["does"], count=1)
        return [f"{match[who]} {does}" for who in ("a", "b")]
    if match := _SO_DID.match(clause):
        tokens, verb = _read(match["first"])
        predicate = match["first"][tokens.starts[_group(tokens, verb)] :]
        return (
            [match["first"], f"{match['who'].rstrip(' .')} {predicate.removeprefix('both ')}"] if verb else []
        )
    if (match := _GAP.match(clause)) and match["how"] in PREPOSITIONS:
        tokens, verb = _read(match["first"])
        if verb and tokens.slice_forms(verb + 1, verb + 2) == [match["how"]]:
            does = match["first"][tokens.starts[_group(tokens, verb)] : tokens.starts[verb + 1]].strip()
            return [match["first"], f"{match['who']} {does} {match['how']} {match['what']}"]
    return []


def _opens_predicate(told: str) -> bool:
    """Whether a relative clause has its verb at once: who it tells of is who acts in it."""
    forms = Tokens(told).slice_forms()
    return looks_finite(forms[0]) or (len(forms) > 1 and is_adverb(forms[0]) and looks_finite(forms[1]))


def _antecedent(before: str, *, far: bool = False) -> str:
    """Return the noun phrase that ends a stretch of text: a name, or a noun with its determiner.

    `far`: what a preposition adds to its noun may stand between ("a cap on river cruises").
    """
    words = before.split()
    for at in range(len(words) - 1, -1, -1):
        form = words[at].casefold()
        if form in DETERMINERS:
            return " ".join(words[at:])
        if words[at][0].isupper():
            if at == 0 or not (words[at - 1][0].isupper() or words[at - 1].casefold() in ("of", "the")):
                return " ".join(words[at:])
        elif is_function_word(form) and form != "of" and not (far and form in PREPOSITIONS):
            return ""
    return ""


def _participles(clause: str) -> Iterator[str]:
    """Yield a clause without what it adds by a participle of speech, and that as a clause: "..., adding that ..."."""
    for match in _PARTICIPLE.finditer(clause):
        past = _pasts().get(match["form"])
        tokens, verb = _read(clause)
        quotes = any(mark in clause[: match.start()] for mark in _MARKS)
        if past and verb and not quotes and tokens.starts[verb] < match.start():
            subject = clause[: tokens.starts[_group(tokens, verb)]].rstrip()
            yield clause[: match.start()]
            yield f"{subject} {past} {clause[match.end() :]}"
            return
    yield clause


def _pasts() -> dict[str, str]:
    """Return the past of each participle of a verb that reports."""
    if not _PASTS:
        for form, cue in verb_cues().items():
            if cue.form is Form.ING and cue.kind is CueClass.SPEECH:
                _PASTS[form] = inflect(cue.lemma)[Form.PAST]
    return _PASTS


_PASTS: dict[str, str] = {}


def _predicates(clause: str) -> Iterator[str]:
    """Yield a clause for each verb that its subject has; of what it says somebody said, one for each thing said."""
    tokens, verb = _read(clause)
    if not verb:
        yield clause
        return
    cuts = _cuts(tokens, clause, verb)
    starts = [0, *(behind for _, behind in cuts)]
    ends = [*(before for before, _ in cuts), len(clause)]
    for start, end in zip(starts, ends, strict=True):
        own = clause[start:end]
        yield from _said(own if start == 0 else _shared(tokens, clause, verb, own))


def _said(clause: str) -> Iterator[str]:
    """Yield "A said that B" for each B of a clause, or the clause for each object of its verb."""
    tokens, verb = _read(clause)
    that = next((i for i in range(verb, min(verb + _SOON, len(tokens) - 2)) if tokens.form(i) == "that"), 0)
    if not verb or not that or not _is_cue(tokens.form(verb)):
        yield from _objects(clause)
        return
    head, said = clause[: tokens.starts[that + 1]], clause[tokens.starts[that + 1] :]
    for one in _THAT.split(said):
        yield from (head + part for part in _predicates(one))


def _is_cue(form: str) -> bool:
    cue = verb_cues().get(form)
    return cue is not None and cue.finite


def _shared(tokens: Tokens, clause: str, verb: int, predicate: str) -> str:
    """Return a further predicate with what it shares with the first: its subject, and the "will" of "will lift and remove"."""
    group = _group(tokens, verb)
    subject = clause[: tokens.starts[group]]
    helping = [tokens.form(i) for i in range(group, verb)]
    first = predicate.split()[0].casefold()
    own = first in AUXILIARIES or (looks_finite(first) and not BE.intersection(helping))
    return " ".join([subject.strip(), *([] if own else helping), predicate])


@lru_cache(maxsize=16)
def _read(clause: str) -> tuple[Tokens, int]:
    """Return the tokens of a clause and its first verb; the last clauses are kept, each of which is read several times."""
    tokens = Tokens(clause)
    return tokens, _first_verb(tokens, clause)


def _first_verb(tokens: Tokens, text: str) -> int:
    """Return the first token that looks like the finite verb of a clause; 0 for none."""
    opening = _OPENING.match(text)
    first = tokens.within(Span(opening.end(), len(text))).start + 1 if opening else 1
    for i in range(first, len(tokens)):
        if text[tokens.starts[i]].isupper() or tokens.form(i - 1) in _BEFORE_NOUNS:
            continue
        if looks_finite(tokens.form(i)):
            while i + 1 < len(tokens) and _helps(tokens, i):
                i += 1
            return i
    return 0


def _helps(tokens: Tokens, at: int) -> bool:
    """Whether an auxiliary or an adverb goes on to its verb: "has also agreed", "will lift"."""
    form, behind = tokens.form(at), tokens.form(at + 1)
    if form in MODALS:
        return True
    goes_on = looks_finite(behind) or behind == "been" or is_adverb(behind)
    return (form in AUXILIARIES or is_adverb(form)) and goes_on and behind not in DETERMINERS


def _group(tokens: Tokens, verb: int) -> int:
    """Return the first token of the verb with its auxiliaries and adverbs."""
    first = verb
    while first > 1 and (
        tokens.form(first - 1) in AUXILIARIES
        or tokens.form(first - 1) in ("not", "both")
        or is_adverb(tokens.form(first - 1))
    ):
        first -= 1
    return first


def _cuts(tokens: Tokens, text: str, verb: int) -> list[tuple[int, int]]:
    """Return where further verbs of a subject begin: the end of what stands before, and the first character.

    Commas part verbs only before the last, which has its "and": "met the envoy, praised the plan and left".
    """
    found: list[tuple[int, int]] = []
    listed: list[tuple[int, int]] = []
    for i in range(verb + 2, len(tokens) - 2):
        joined = tokens.form(i) in _JOINTS
        at = _behind(tokens, i) if joined else i
        start = tokens.starts[i]
        before = text[:start].rstrip()
        if not (joined or before.endswith(",")) or _within_marks(before):
            continue
        if _shares(tokens, verb, at) and _goes_on(tokens, text, verb, at):
            listed.append((len(before.rstrip(" ,")), tokens.starts[at]))
            if joined:
                found, listed = [*found, *listed], []
    return found


def _behind(tokens: Tokens, joint: int) -> int:
    """Return the token at which a member begins behind its "and also"."""
    at = joint + 1
    while at + 1 < len(tokens) and tokens.form(at) in _ALSO:
        at += 1
    return at


def _within_marks(before: str) -> bool:
    return sum(before.count(mark) for mark in _MARKS) % 2 == 1


def _shares(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether the verb at `at` can only have the subject of the first one: what stands between them has none."""
    form, between = tokens.form(at), tokens.slice_forms(verb + 1, at)
    if (
        "to" in between
        and form not in AUXILIARIES
        and (_modal(tokens, verb) or not form.endswith(("ed", "s")))
    ):
        return False  # what goes on here may be the infinitive
    hangs = not _SUBORDINATE.isdisjoint(between)
    # "said that he would go and was glad": whose verb it is, the words do not tell
    return not hangs or (_is_cue(form) and _is_cue(tokens.form(verb)))


def _modal(tokens: Tokens, verb: int) -> bool:
    return any(tokens.form(i) in MODALS for i in range(_group(tokens, verb), verb))


def _goes_on(tokens: Tokens, text: str, verb: int, at: int) -> bool:
    """Whether the token at `at` is a verb in the form of the one before: "met and praised", "will lift and remove"."""
    form, first = tokens.form(at), tokens.form(verb)
    if text[tokens.starts[at]].isupper() or at + 1 >= len(tokens):
        return False
    behind = tokens.form(at + 1)
    opens = behind in _OBJECTS_OPEN or behind[0].isdigit()
    if _modal(tokens, verb):
        return opens and not is_function_word(form) and not form.endswith(("s", "ed", "ing", "ly", "ion"))
    if not looks_finite(form):
        return False
    if form.endswith("s") and form not in AUXILIARIES:
        return first.endswith("s") and (opens or behind in PREPOSITIONS or is_adverb(behind))
    joined = tokens.form(at - 2)
    return not first.endswith("s") and not (joined.endswith("ed") and at - 2 != verb)


_OBJECT = late_regex(
    r"\s(?P<first>(?:the|an?|its|their|his|her)\s[^,;:]+?),?\s+and\s+(?P<second>(?:the|an?|its|their|his|her|on|for|about)\s[^,;:]{8,}.*)$"
)


def _objects(clause: str) -> Iterator[str]:
    """Yield a clause for each of two objects that its verb has, where each is a phrase of its own: "the vote of B"."""
    tokens, verb = _read(clause)
    match = _OBJECT.search(clause, tokens.starts[verb]) if verb else None
    if match is None or not all(_phrase(match[name]) for name in ("first", "second")):
        yield clause
        return
    head = clause[: match.start("first")]
    yield head + match["first"]
    yield head + match["second"]


def _phrase(text: str) -> bool:
    """Whether a noun phrase says more of its noun: "the launch of a meeting"; one with a verb is a clause."""
    forms = Tokens(text).slice_forms()
    verbs = (f for i, f in enumerate(forms) if i and looks_finite(f) and not f.endswith("ed"))
    return (
        len(forms) > 3 and any(f in ("of", "for", "on", "to", "in", "with") for f in forms) and not any(verbs)
    )
