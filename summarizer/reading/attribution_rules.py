"""Rules that read one sentence: which cue reports what, said by whom. Everything is in token numbers of a Stream."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.reading.attribution_complements import Complement, clause_end, find_complement
from summarizer.reading.attribution_subjects import Subject, VerbGroup, left_subject, right_subject, verb_group
from summarizer.reading.attribution_tokens import QUOTE, Stream
from summarizer.reading.attribution_words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONTRACTED,
    DETERMINERS,
    MODALS,
    PERSONS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    VERBS,
)
from summarizer.reading.cues import CUE_NOUNS, DENIAL_NOUNS, NOUN_PREPOSITIONS, Cue, CueClass, Form, verb_cues

Range = tuple[int, int]


@dataclass(slots=True)
class Found:
    """An attribution in token numbers. `tag` marks one whose content stands before it."""

    rule: str
    cue: Range
    content: list[Range]
    subject: Subject | None
    strong: bool = True
    negated: bool = False
    addressee: Range | None = None
    tag: bool = False
    finite: bool = True
    reports: CueClass = CueClass.SPEECH


@cache
def _triggers() -> frozenset[str]:
    return CUE_NOUNS | verb_cues().keys() | {"according"}


def cue_tokens(stream: Stream) -> list[int]:
    """Return the tokens at which a cue may stand."""
    triggers = _triggers()
    return [i for i, word in enumerate(stream.words) if word in triggers]


def find_in_sentence(stream: Stream, first: int, stop: int, cues: Sequence[int]) -> list[Found]:
    """Return the attributions of the sentence `first:stop`, in the order of `cues`, the tokens at which one may stand."""
    found: list[Found] = []
    forms = verb_cues()
    words = stream.words
    for at in cues:
        word = words[at]
        cue = forms.get(word)
        if cue is not None:
            one = _verb(stream, first, stop, at, cue, found)
            if one is None and word in CUE_NOUNS:
                one = _noun(stream, first, stop, at)
        elif word == "according" and at + 1 < stop and words[at + 1] == "to":
            one = _according(stream, first, stop, at)
        elif word in CUE_NOUNS:
            one = _noun(stream, first, stop, at)
        else:
            continue
        if one is not None:
            one.reports = cue.kind if cue is not None else CueClass.SPEECH
            found.append(one)
    colon = _colon(stream, first, stop, found)
    return [*found, colon] if colon is not None else found


def _colon(stream: Stream, first: int, stop: int, found: list[Found]) -> Found | None:
    """Read a long quotation after a colon that no cue took: "The minister was blunt: ..."; a guess."""
    words = stream.words
    for j in range(first + 1, stop - 1):
        if words[j] != ":" or words[j + 1] != QUOTE or not stream.quotes[j + 1].speech:
            continue
        if any(start <= j + 1 < end for one in found for start, end in one.content):
            return None
        subject = _label(stream, first, j) or _main_subject(stream, first, j)
        if subject is None or words[subject.first] in RELATIVES:
            return None
        return Found("colon", (j, j + 1), [(j + 1, _run_of_quotes(stream, j + 1, stop))], subject, strong=False, finite=False)
    return None


def _label(stream: Stream, first: int, colon: int) -> Subject | None:
    """Return the name before a colon, as in "Polls differ - Ann Lee: ..."."""
    start = colon
    while start > first and stream.words[start - 1] not in ("-", "—", "–", "--", ".", ",", QUOTE) and colon - start < 6:
        start -= 1
    if start == colon or not all(stream.capital(i) or stream.words[i] in ("and", "of", "the") for i in range(start, colon)):
        return None
    return Subject(start, colon, (start, colon))


# -- verbs -------------------------------------------------------------------------------------


def _verb(stream: Stream, first: int, stop: int, at: int, cue: Cue, found: list[Found]) -> Found | None:
    words = stream.words
    group = verb_group(stream, first, at)
    if cue.nominal and at > first and stream.capital(at) and not _title_case(stream, first, stop):
        return None
    if cue.form is Form.ING and not group.passive:
        return _participle(stream, first, stop, at, cue, group, found)
    if cue.lemma == "ask" and cue.form is Form.PAST and (at == first or words[at - 1] in ("when", ",", "while", "if")) and at + 1 < stop and words[at + 1] in _ASKED | {"by"}:
        return _asked(stream, first, stop, at)
    if not _is_verb(stream, first, stop, at, cue, group):
        return None
    if cue.lemma in ("seem", "appear"):
        return _seems(stream, first, stop, at, group)
    if cue.form is Form.PAST and group.left == first and words[first] == "as" and at + 2 < stop and words[at + 1] == "by":
        return _as_told_by(stream, stop, at)
    if group.passive and cue.form is not Form.ING:
        return _passive(stream, first, stop, at, cue, group)
    inverted = _inverted(stream, first, stop, at, cue, group)
    if inverted is not None:
        return inverted
    subject = _subject(stream, first, at, group, found)
    if subject is None:
        return None
    if cue.lemma in _PARTICLES and (at + 1 >= stop or words[at + 1] not in _PARTICLES[cue.lemma]):
        return None
    sure = group.auxiliary or words[group.left] in PERSONS or words[group.left] in RELATIVES
    complement = find_complement(stream, at + (cue.lemma in _PARTICLES and words[at + 1] in _SKIPPED), stop, cue, sure)
    made = Found("clause after cue", (group.first, at + 1), [], subject, negated=group.negated or cue.denies)
    if complement is not None and complement.rule != "cue then quote" and "q" in cue.frames and _after_speech(stream, first, subject.first):
        made.addressee = complement.addressee
        complement = None
    if complement is None and "z" in cue.frames and subject.first > first and words[subject.first - 1] in ("that", "which", "who"):
        if at + 2 < stop and (words[at + 1] in AUXILIARIES or words[at + 1] in VERBS or words[at + 1].endswith("ed")):
            complement = Complement(at + 1, "clause after cue")  # "a deal that the minister said would hold"
    if complement is None:
        if words[stop - 1] == ":" and "q" in cue.frames and stop - at < 12:
            made.rule = "cue then quote"
            return made
        return _tag(stream, first, stop, made, cue)
    if complement.rule == "object" and (group.modal or group.negated) or words[subject.first] in _NOBODY:
        return None
    made.addressee = complement.addressee
    made.content = [(complement.first, clause_end(stream, complement.first, stop, cue))]
    made.rule = complement.rule
    made.strong = not group.modal
    _reach_back(stream, first, made, complement)
    return made


_NOBODY = frozenset("you your nobody anyone anybody".split())


def _title_case(stream: Stream, first: int, stop: int) -> bool:
    """Whether a sentence is set like a headline, its words capitalised."""
    words = [i for i in range(first, min(stop, first + 40)) if len(stream.words[i]) > 3 and stream.words[i][0].isalpha()]
    return sum(stream.capital(i) for i in words) > 0.7 * len(words)


def _is_verb(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> bool:
    """Whether a form that may be a noun or an adjective is the verb of a clause here."""
    words = stream.words
    before = words[group.left] if group.left >= first else ""
    if group.infinitive:
        return _infinitive_of_speech(stream, first, group)
    if group.auxiliary or before in PERSONS or before in CONTRACTED or before in RELATIVES:
        return True
    if before in DETERMINERS - _PRONOMINAL or before in PREPOSITIONS or before.endswith(("'s", "’s")):
        return False
    if cue.form is Form.PARTICIPLE:
        return False
    if cue.form is Form.BASE:
        return _plural(stream, group.left, before) and not _modifier(before) or (not cue.nominal and _plural_phrase(stream, first, group.left))
    if cue.nominal and cue.form is Form.THIRD:
        return bool(before) and not _modifier(before) and before not in CLAUSE_OPENERS - {"and"} and not before.endswith("s")
    return True


_PRONOMINAL = frozenset("another some many most several few both all each one two three".split())


def _plural(stream: Stream, at: int, before: str) -> bool:
    return before in ("people", "police", "men", "women", "others", "many", "some", "most", "few", "percent", "two", "three", "both", "all", "several", "and", "we", "you", "i") or (
        before.endswith("s") and not before.endswith(("ss", "'s", "’s"))
    )


def _plural_phrase(stream: Stream, first: int, at: int) -> bool:
    """Whether the noun phrase that ends at `at` has a plural head: "officials on the island believe"."""
    subject = left_subject(stream, first, at) if at >= first else None
    if subject is None:
        return False
    words = stream.words[subject.first : subject.stop]
    if any(w in ("%", "percent") for w in words) or words[-1].isdigit():
        return True
    stop = next((i for i, w in enumerate(words) if i and w in PREPOSITIONS), len(words))
    return words[0] in ("those", "many", "some", "most", "both", "several", "few") or "and" in words or _plural(stream, at, words[stop - 1])


def _modifier(word: str) -> bool:
    return word.endswith(("ous", "ful", "less", "able", "ible", "ical", "tive")) or word in ("new", "false", "public", "own", "recent", "repeated", "latest")


_TO_SAY = frozenset({"on", "continued", "continues", "twitter", "facebook", "proceeded", "continue", "goes", "going", "went"})


def _infinitive_of_speech(stream: Stream, first: int, group: VerbGroup) -> bool:
    return group.left >= first and stream.words[group.left] in _TO_SAY


def _subject(stream: Stream, first: int, at: int, group: VerbGroup, found: list[Found]) -> Subject | None:
    words = stream.words
    left = group.left
    if group.infinitive:
        return _chain_subject(stream, first, left)
    if left >= first and words[left] in ("and", "but", "or") or (
        left > first and words[left] == "," and words[left - 1] not in (",",) and found and found[-1].finite and _coordinates(stream, found[-1], left)
    ):
        return _coordinate_subject(stream, first, left, found)
    return left_subject(stream, first, left) if left >= first else None


def _finite(word: str) -> bool:
    cue = verb_cues().get(word)
    return word in VERBS or word in AUXILIARIES or word.endswith("ed") or (cue is not None and cue.finite)


def _coordinate_subject(stream: Stream, first: int, left: int, found: list[Found]) -> Subject | None:
    """Return the subject of a verb after "and": that of the report it goes on, else of its clause."""
    last = found[-1] if found else None
    if last is not None and last.finite and last.subject is not None and any(stop >= left - 1 for _, stop in last.content):
        return last.subject
    return _main_subject(stream, first, left) or _inherited(found)


def _coordinates(stream: Stream, last: Found, comma: int) -> bool:
    """Whether a verb after a comma goes on a list of verbs: "criticised the plan, called it a mistake and ..."."""
    words = stream.words
    opening = next((j for j in range(comma - 1, last.cue[0], -1) if words[j] in (",", QUOTE, ";")), None)
    if opening is not None and words[opening] == "," and not _finite(words[opening + 1]):
        return False  # "..., and the minister, as before, opposed it"
    opened = any(words[j] == "," for j in range(last.cue[0] - 1, max(0, last.cue[0] - 20), -1) if last.subject and j >= last.subject.stop)
    before = last.subject.first - 1 if last.subject else 0
    opened = opened or (before >= 0 and words[before] in (",", "that", "who", "which"))
    opened = opened or (last.subject is not None and words[last.subject.first] in RELATIVES)
    return any(start < comma <= stop + 1 for start, stop in last.content) and last.cue[1] < comma and not opened


def _inherited(found: list[Found]) -> Subject | None:
    for one in reversed(found):
        if one.subject is not None and one.finite:
            return one.subject
    return None


def _clause_subject(stream: Stream, first: int, found: list[Found]) -> Subject | None:
    """Return the subject of the last clause before that is no part of another's content and no relative or that-clause."""
    for i in range(len(found) - 1, -1, -1):
        one = found[i]
        if one.subject is None:
            continue
        at = one.subject.first
        if any(start <= one.cue[0] < stop for other in found[:i] + found[i + 1 :] for start, stop in other.content):
            continue
        if one.finite and (at == first or stream.words[at - 1] in _CLAUSE_EDGES) and stream.words[at] not in RELATIVES or not one.finite and one.rule == "participle":
            return one.subject
    return None


_CLAUSE_EDGES = frozenset({",", ";", QUOTE, "—", "–", "--", "and", "but", "as", "when", "while", "after", "said", "told"})


def _chain_subject(stream: Stream, first: int, left: int) -> Subject | None:
    """Return the subject of "went on to say": that of the verb that governs the infinitive."""
    words = stream.words
    for j in range(left, max(first, left - 5) - 1, -1):
        if words[j] in VERBS or words[j] in ("continued", "proceeded", "goes", "going"):
            group = verb_group(stream, first, j)
            return left_subject(stream, first, group.left)
    return None


def _inverted(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> Found | None:
    """Read ", said the minister" after a quotation or clause, and "Said the minister:" before one."""
    words = stream.words
    if "q" not in cue.frames or cue.lemma in _NEVER_INVERTED or group.auxiliary or group.infinitive or cue.form not in (Form.PAST, Form.THIRD, Form.BASE):
        return None
    left = group.left
    opens = left < first
    if not opens and words[left] not in (QUOTE, ",", "—", "–", "--", "-"):
        return None
    after_quote = not opens and (words[left] == QUOTE or (left - 1 >= first and words[left - 1] == QUOTE))
    subject = right_subject(stream, at + 1, stop)
    if subject is None or (words[at + 1] in SUBJECT_PRONOUNS and not after_quote):
        return None
    if opens:
        return _fronted(stream, stop, at, subject)
    if not after_quote and not (cue.lemma in _INVERTED and _closes_clause(stream, subject.stop, stop) and _clause_like(stream, first, left)):
        return None
    made = Found("quote then tag" if after_quote else "inverted tag", (group.first, at + 1), [], subject, tag=True)
    made.content = _content_before(stream, first, left + 1 if words[left] == QUOTE else left)
    _interposed(stream, subject.stop, stop, made, inverted=True)
    return made if made.content else None


def _clause_like(stream: Stream, first: int, stop: int) -> bool:
    """Whether tokens hold a finite verb, as a clause does and a name with its apposition does not."""
    words = stream.words
    return any(
        w == QUOTE or w in AUXILIARIES or w in VERBS or (w in verb_cues() and verb_cues()[w].finite and not verb_cues()[w].nominal)
        for w in words[first:stop]
    )


# Verbs that report only with a particle, and those particles that belong to the verb.
_PARTICLES = {"put": ("it",), "go": ("on",), "point": ("out", "to")}
_SKIPPED = frozenset({"it", "on", "out"})
# Verbs that stand before their subject after a clause that is not in quotation marks: "..., said the minister".
_INVERTED = frozenset("""
    say add write note report explain warn argue recall continue reply claim declare announce state tweet insist conclude observe
    predict caution stress acknowledge admit suggest joke quip respond""".split())
_NEVER_INVERTED = frozenset({"tell", "assure", "remind", "inform", "notify", "convince", "persuade", "reassure"})


def _closes_clause(stream: Stream, at: int, stop: int) -> bool:
    return at >= stop or stream.words[at] in (".", ",", ";", "!", "?", "in", "on", "at", "during", "who", "as", "—", "–", "--", *_LATE)


_LATE = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "last", "this", "after", "when")


def _fronted(stream: Stream, stop: int, at: int, subject: Subject) -> Found | None:
    words = stream.words
    if subject.stop + 1 < stop and words[subject.stop] == "," and words[subject.stop + 1] == QUOTE:
        return Found("cue then quote", (at, at + 1), [(subject.stop + 1, stop)], subject)
    for j in range(subject.stop, min(stop, subject.stop + 12)):
        if words[j] == ":" and j + 1 < stop:
            return Found("cue then quote", (at, at + 1), [(j + 1, stop)], subject)
        if words[j] in (".", QUOTE):
            break
    return None


# -- content before the cue --------------------------------------------------------------------


def _tag(stream: Stream, first: int, stop: int, made: Found, cue: Cue) -> Found | None:
    """Read "..., the minister said": content to the left of the subject."""
    subject = made.subject
    if subject is None or not {"q", "z"} & set(cue.frames):
        return None
    words = stream.words
    left = subject.first - 1
    if left >= first and words[left] == "as":
        return _as_he_said(stream, first, stop, made)
    if left < first or words[left] not in (QUOTE, ",", "—", "–", "--", "-"):
        return None
    quoted = words[left] == QUOTE or (left > first and words[left - 1] == QUOTE)
    if not quoted and not ({"t", "z"} & set(cue.frames) and ("a" in cue.frames or _closes_clause(stream, made.cue[1], stop))):
        return None
    made.rule, made.tag = ("quote then tag" if quoted else "clause then tag"), True
    made.content = _content_before(stream, first, left + 1 if words[left] == QUOTE else left)
    made.strong = quoted or cue.kind is not CueClass.FINDING
    _interposed(stream, made.cue[1], stop, made)
    if not quoted and len(made.content) == 1 and (words[first] in PREPOSITIONS or words[first] in _SUBORDINATORS) and "," not in words[first : left - 1]:
        return None  # "Until last week, the minister had said": nothing was said yet
    return made if made.content else None


def _after_speech(stream: Stream, first: int, at: int) -> bool:
    """Whether a quotation that is whole, by its own punctuation or a comma, ends right before token `at`."""
    words = stream.words
    if at - 2 >= first and words[at - 1] in (",", "—", "–", "--", "-"):
        return words[at - 2] == QUOTE and stream.quotes[at - 2].speech is not False
    if at - 1 < first or words[at - 1] != QUOTE or stream.quotes[at - 1].speech is False:
        return False
    inside = stream.quotes[at - 1].inside
    return stream.text[max(inside.start, inside.end - 3) : inside.end].rstrip("'’ \"”")[-1:] in tuple(",.?!…—–-")


def _as_told_by(stream: Stream, stop: int, at: int) -> Found | None:
    """Read "As reported by the agency, ..."."""
    subject = right_subject(stream, at + 2, stop, bare=True)
    if subject is None or subject.stop + 1 >= stop or stream.words[subject.stop] != ",":
        return None
    content = [(subject.stop + 1, clause_end(stream, subject.stop + 1, stop, None))]
    return Found("as he said", (at, at + 1), content, subject)


def _as_he_said(stream: Stream, first: int, stop: int, made: Found) -> Found | None:
    """Read "As the minister put it, ..." and "..., as the minister noted"."""
    words = stream.words
    subject = made.subject
    if subject is None:
        return None
    left = subject.first - 1
    made.rule = "as he said"
    if left == first or words[left - 1] in ("but", "and", "because"):
        comma = next((j for j in range(made.cue[1], min(stop, made.cue[1] + 15)) if words[j] == ","), stop)
        made.content = [(comma + 1, clause_end(stream, comma + 1, stop, None))] if comma + 1 < stop else []
    elif words[left - 1] == ",":
        made.content, made.tag = _content_before(stream, first, left), True
        _interposed(stream, made.cue[1], stop, made)
    return made if made.content else None


def _content_before(stream: Stream, first: int, stop: int) -> list[Range]:
    """Return the content that ends before token `stop`: the whole sentence so far, or its quotation after an opening word."""
    words = stream.words
    while first < stop and words[first] in ("and", "but", "so", "yet", "or", "then", ",", ":", "•", "-"):
        first += 1
    while stop > first and words[stop - 1] in (",", "—", "–", "--", "-"):
        stop -= 1
    return [(first, stop)] if first < stop else []


def _interposed(stream: Stream, at: int, stop: int, made: Found, inverted: bool = False) -> None:
    """Add what goes on after an interposed tag: "The deal, he said, is done."; "No," he said, "never"."""
    words = stream.words
    quoted = bool(made.content) and words[made.content[-1][1] - 1] == QUOTE
    for j in range(at, stop):
        if words[j] == QUOTE and quoted and stream.quotes[j].speech is not False:
            made.content.append((j, _run_of_quotes(stream, j, stop)))
            return
        if words[j] == "," and not quoted:
            apposed = inverted and j + 1 < stop and words[j + 1] in ("a", "an", "the", "his", "her", "its")
            brief = made.content and made.content[0][1] - made.content[0][0] <= 3
            if j + 1 < stop and (words[j + 1] not in _NOT_RESUMED or brief) and not apposed and j - at <= 12 and not words[j + 1].endswith("ing"):
                end = clause_end(stream, j + 1, stop, None)
                if end - j > 2 or words[j + 1] == QUOTE:
                    made.content.append((j + 1, end))
            return
        if words[j] in (";", ".", "—") or words[j] in verb_cues() and verb_cues()[words[j]].finite and quoted and j > at:
            return


_SUBORDINATORS = frozenset("while until after before since when as if although though because like unless".split())
_NOT_RESUMED = frozenset("but while although though whereas who which as when after citing according with in on at".split())


def _run_of_quotes(stream: Stream, at: int, stop: int) -> int:
    while at < stop and stream.words[at] == QUOTE:
        at += 1
    return at


def _reach_back(stream: Stream, first: int, made: Found, complement: Complement) -> None:
    """Take a quotation before the tag too when one stands after it: "No," he said: "never"."""
    subject = made.subject
    if subject is None or complement.rule != "cue then quote":
        return
    left = subject.first - 1
    if left >= first and (stream.words[left] == QUOTE or (left > first and stream.words[left] == "," and stream.words[left - 1] == QUOTE)):
        made.content[:0] = _content_before(stream, first, left + 1 if stream.words[left] == QUOTE else left)
        made.rule, made.tag = "interposed tag", True
    elif left > first and stream.words[left] == "," and stream.words[first] == QUOTE and stream.quotes[first].speech is not False:
        made.content[:0] = _content_before(stream, first, left)
        made.rule, made.tag = "interposed tag", True


# -- participles, passives ---------------------------------------------------------------------

_BEFORE_PARTICIPLE = frozenset({",", QUOTE, "—", "–", "--", "while", "by", "upon", "in", "after", "before", "without", "and", "or", "but", "as", "statement", "tweet", "letter"})


def _participle(
    stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup, found: list[Found]
) -> Found | None:
    """Read ", adding that ...": said by the subject of the clause before, or of the one after a fronted participle."""
    words = stream.words
    before = words[group.left] if group.left >= first else ""
    complement = find_complement(stream, at, stop, cue)
    if complement is None:
        return None
    if before and before not in _BEFORE_PARTICIPLE:
        return _reduced(stream, first, stop, at, cue, group, complement)
    if group.left == first and before in PREPOSITIONS | _SUBORDINATORS:
        before = ""
    if before:
        subject = _clause_subject(stream, first, found) or _main_subject(stream, first, group.left) or _inherited(found)
    else:
        subject = None
    made = Found("participle", (group.first, at + 1), [], subject, negated=group.negated or cue.denies, finite=False)
    made.addressee = complement.addressee
    end = clause_end(stream, complement.first, stop, cue)
    if not before:
        comma = next((j for j in range(complement.first, stop) if words[j] == ","), stop)
        end = min(end, comma)
        made.subject = _first_subject(stream, comma + 1, stop)
    made.content = [(complement.first, end)]
    return made if made.subject is not None else None


def _reduced(
    stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup, complement: Complement
) -> Found | None:
    """Read "a sign saying ...", "with the minister insisting that ...": the noun phrase right before is the speaker."""
    words = stream.words
    told = complement.rule == "cue then quote" or words[complement.first - 1] == "that" or words[complement.first] in PERSONS
    subject = left_subject(stream, first, group.left) if told or "z" in cue.frames or complement.rule == "object" else None
    if subject is not None and words[at] in CUE_NOUNS and words[subject.first] in DETERMINERS:
        return None
    held = cue.kind is CueClass.STANCE and complement.rule == "object"
    if subject is None or not (told or held or (subject.first > first and words[subject.first - 1] == "with")):
        return None
    if words[subject.first] in PREPOSITIONS or words[group.left] in DETERMINERS:
        return None
    start = next((j + 1 for j in range(subject.stop - 1, subject.first, -1) if words[j] == "with"), subject.first)
    subject = Subject(start, subject.stop, (start, subject.stop))
    content = [(complement.first, clause_end(stream, complement.first, stop, cue))]
    return Found(
        "participle", (group.first, at + 1), content, subject, negated=group.negated or cue.denies,
        addressee=complement.addressee, finite=False,
    )  # fmt: skip


def _main_subject(stream: Stream, first: int, stop: int) -> Subject | None:
    """Return the subject of the first clause of `first:stop`: what stands before its first verb."""
    words = stream.words
    start = first
    if words[first] in PREPOSITIONS or words[first].endswith(("ing", "ed")) or words[first] in CLAUSE_OPENERS:
        start = next((j + 1 for j in range(first, stop) if words[j] == ","), first)
    return _first_subject(stream, start, stop)


def _first_subject(stream: Stream, first: int, stop: int) -> Subject | None:
    words = stream.words
    for j in range(first + 1, min(stop, first + 40)):
        word = words[j]
        verb = word in AUXILIARIES or word in VERBS or (word in verb_cues() and not verb_cues()[word].nominal)
        if not (verb or word.isalpha() and word.endswith("ed") and not stream.capital(j)):
            continue
        if words[j - 1] in DETERMINERS or words[j - 1] in PREPOSITIONS:
            continue
        group = verb_group(stream, first, j)
        subject = left_subject(stream, first, group.left) if group.left >= first else None
        return subject
    return None


_HELD = frozenset("seen viewed regarded perceived expected believed thought said reported alleged rumored rumoured understood known considered supposed reputed".split())


def _passive(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> Found | None:
    """Read "is expected to ..." and "it was reported that ...": nobody is named, so no speaker is given."""
    words = stream.words
    if at + 2 >= stop or group.left < first:
        return None
    subject = left_subject(stream, first, group.left)
    made = Found("source not named", (group.first, at + 1), [], None, strong=False, negated=group.negated)
    following = words[at + 1]
    if following == "by" and subject is not None and {"n", "o"} & set(cue.frames):
        return _by_agent(stream, at, stop, made, subject)
    if cue.lemma == "ask" and following in _ASKED:
        made.content, made.strong = [(at + 1, _to_comma(stream, at + 2, stop))], True
    elif words[at] not in _HELD or group.modal:
        return None
    elif following == "that" and words[group.left] == "it":
        made.content = [(at + 2, clause_end(stream, at + 2, stop, None))]
    elif following in ("to", "as") and words[group.left] not in ("which", "i"):
        made.content = [(subject.first if subject else group.left, clause_end(stream, at + 1, stop, None))]
    return made if made.content else None


_ASKED = frozenset("about if whether why how what who when where which".split())


def _to_comma(stream: Stream, at: int, stop: int) -> int:
    end = next((j for j in range(at, stop) if stream.words[j] in (",", ";")), stop)
    return end - 1 if end == stop and stream.words[stop - 1] in (".", "?", "!") else end


def _by_agent(stream: Stream, at: int, stop: int, made: Found, subject: Subject) -> Found | None:
    """Read "the plan was criticised by the minister": the content is what was criticised."""
    agent = right_subject(stream, at + 2, stop)
    if agent is None:
        return None
    made.rule, made.subject = "passive", agent
    made.content = [(subject.first, subject.stop)]
    if agent.stop + 1 < stop and stream.words[agent.stop] in ("for", "of", "as", "to", "over"):
        made.content.append((agent.stop, clause_end(stream, agent.stop, stop, None)))
    return made


def _seems(stream: Stream, first: int, stop: int, at: int, group: VerbGroup) -> Found | None:
    """Read "the talks seem to have failed": somebody judges so, nobody is named."""
    subject = left_subject(stream, first, group.left) if group.left >= first else None
    if subject is None or at + 2 >= stop or stream.words[at + 1] in ("on", "in", "at", "before", "with", ","):
        return None
    content = [(subject.first, subject.stop), (at + 1, clause_end(stream, at + 1, stop, None))]
    return Found("source not named", (group.first, at + 1), content, None, strong=False, negated=group.negated)


def _asked(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read "Asked by a reporter whether ..., the minister said": a question; who asked is often not told."""
    words = stream.words
    agent = right_subject(stream, at + 2, stop) if at + 2 < stop and words[at + 1] == "by" else None
    begin = agent.stop if agent else at + 1
    if begin + 1 >= stop or words[begin] not in _ASKED:
        return None
    return Found("question put", (at, at + 1), [(begin, _to_comma(stream, begin + 1, stop))], agent, finite=False)


# -- according to, nouns -----------------------------------------------------------------------


def _according(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    words = stream.words
    subject = right_subject(stream, at + 2, stop, bare=True)
    if subject is None:
        return None
    made = Found("according to", (at, at + 2), [], subject, tag=at > first)
    if at == first or words[at - 1] in ("and", "but", "that", "because", "while"):
        comma = next((j for j in range(subject.stop, stop) if words[j] == ","), None)
        if comma is None or comma + 1 >= stop:
            return None
        made.content = [(comma + 1, clause_end(stream, comma + 1, stop, None))]
        return made
    made.content = _content_before(stream, first, at)
    if subject.stop < stop and words[subject.stop] == "," and words[at - 1] == ",":
        end = clause_end(stream, subject.stop + 1, stop, None)
        if end > subject.stop + 2 and words[subject.stop + 1] not in _NOT_RESUMED:
            made.content.append((subject.stop + 1, end))
    return made if made.content else None


def _noun(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read "his claim that ...", "the ministry's statement that ...": weak, for such clauses are often somebody else's words."""
    words = stream.words
    if at + 2 >= stop:
        return None
    owner = _owner(stream, first, at)
    intends = words[at + 1] in NOUN_PREPOSITIONS.get(words[at], ())
    if words[at + 1] != "that" and not intends:
        return None
    made = Found("noun cue", (at, at + 1), [], owner, strong=False, negated=words[at] in DENIAL_NOUNS, finite=False)
    made.content = [(at + 2, clause_end(stream, at + 2, stop, None))]
    return made if owner else None


def _owner(stream: Stream, first: int, at: int) -> Subject | None:
    words = stream.words
    for j in range(at - 1, max(first, at - 4) - 1, -1):
        if words[j] in POSSESSIVES:
            return Subject(j, j + 1, (j, j + 1))
        if words[j].endswith(("'s", "’s", "s'", "s’")):
            return left_subject(stream, first, j)
        if words[j] in DETERMINERS or words[j] in PREPOSITIONS:
            return None
    return None


def introduction(stream: Stream, first: int, stop: int) -> Found | None:
    """Read a sentence that ends in a colon before a quotation of the next paragraph: "The ministry issued a statement:"."""
    if stop - first < 3 or stream.words[stop - 1] != ":":
        return None
    subject = _main_subject(stream, first, stop - 1)
    return Found("colon", (stop - 1, stop), [], subject, strong=False) if subject is not None else None


def bare_tag(stream: Stream, first: int, stop: int) -> bool:
    """Whether a sentence is only a tag: "the minister asked.", "said Ann Lee, his aide."."""
    forms = verb_cues()
    for at in range(first, min(stop, first + 14)):
        word = stream.words[at]
        cue = forms.get(word)
        if cue is None or "q" not in cue.frames or cue.form not in (Form.PAST, Form.THIRD, Form.BASE):
            if word == QUOTE or word in MODALS:
                return False
            continue
        group = verb_group(stream, first, at)
        if at == first:
            return right_subject(stream, at + 1, stop) is not None
        if find_complement(stream, at, stop, cue) is not None:
            return False
        subject = left_subject(stream, first, group.left) if group.left >= first else None
        return subject is not None and subject.first == first
    return False


def sentences_of(stream: Stream) -> Iterator[Range]:
    """Yield sentences; a question or exclamation in quotation marks is joined with the tag after it."""
    held: Range | None = None
    for first, stop in stream.sentences():
        if held is not None:
            if bare_tag(stream, first, stop):
                yield held[0], stop
                held = None
                continue
            yield held
        held = (first, stop) if stream.words[stop - 1] == QUOTE else None
        if held is None:
            yield first, stop
    if held is not None:
        yield held
