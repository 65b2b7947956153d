"""Rules that read one sentence: which cue reports what, said by whom. Everything is in token numbers of a Stream."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.reading.attribution.adjectives import adjective
from summarizer.reading.attribution.around import run_of_quotes
from summarizer.reading.attribution.before import after_speech
from summarizer.reading.attribution.clauses import ADVERBIAL, WITHHELD, looks_finite, subject_of
from summarizer.reading.attribution.complements import find_complement
from summarizer.reading.attribution.cue_places import HEARSAY, IN_WORDS
from summarizer.reading.attribution.cues import CUE_NOUNS, Cue, CueClass, Form, verb_cues
from summarizer.reading.attribution.cues_phrasal import phrasal, phrasal_verbs
from summarizer.reading.attribution.embedded import HEARS, acting, heard_from, quoted_person
from summarizer.reading.attribution.extents import clause_end, phrase_end
from summarizer.reading.attribution.forms import is_verb, sure_verb, title_case
from summarizer.reading.attribution.found import Complement, Found, Range
from summarizer.reading.attribution.inverted import right_subject
from summarizer.reading.attribution.noun_phrases import Subject
from summarizer.reading.attribution.nouns import noun_cue
from summarizer.reading.attribution.participles import PARTICLES, participle, verb_end
from summarizer.reading.attribution.parts import parenthesis_end, subordinate_end
from summarizer.reading.attribution.passives import (
    asked,
    hearsay,
    passive,
    question_after,
    reduced_passive,
    seems,
)
from summarizer.reading.attribution.phrases import according_to, in_words_of
from summarizer.reading.attribution.pointing import points_back
from summarizer.reading.attribution.quotes import loose_quotations
from summarizer.reading.attribution.relatives import (
    has_its_object,
    relative_clause,
    relative_gap,
    shown,
    summed_up,
)
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tags import (
    as_told_by,
    inverted_tag,
    only_told_whom,
    reach_back,
    tag_before,
)
from summarizer.reading.attribution.tokens import QUOTE, Stream
from summarizer.reading.attribution.verbs import VerbGroup, verb_group
from summarizer.reading.attribution.words import (
    ADVERBS,
    DETERMINERS,
    MODALS,
    PERSONS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_person_noun,
)


def find_in_sentence(stream: Stream, first: int, stop: int, cues: Sequence[int]) -> list[Found]:
    """Return the attributions of the sentence `first:stop`, in the order of `cues`, the tokens at which one may stand."""
    found: list[Found] = []
    forms, phrases = verb_cues(), phrasal_verbs()
    words = stream.words
    for at in cues:
        word = words[at]
        if found and found[-1].rule == "according to" and found[-1].subject and at < found[-1].subject.stop:
            continue  # "according to reports"
        cue = (phrasal(words, at, stop) if word in phrases else None) or forms.get(word)
        one = in_words_of(stream, first, stop, at, IN_WORDS[word]) if word in IN_WORDS else None
        if one is not None:
            pass
        elif cue is not None:
            one = _verb(stream, first, stop, at, cue, found)
            if one is None and word in CUE_NOUNS:
                one = noun_cue(stream, first, stop, at)
        elif word == "according" and at + 1 < stop and words[at + 1] == "to":
            one = according_to(stream, first, stop, at)
        elif word in CUE_NOUNS:
            one = noun_cue(stream, first, stop, at)
        elif word in HEARSAY:
            one = hearsay(stream, first, stop, at)
        elif word in HEARS:
            one = heard_from(stream, stop, at)
        elif word in IN_WORDS:
            continue
        else:
            one = adjective(stream, first, stop, at)
        if one is not None and not (word in CUE_NOUNS and _told_already(found, one)):
            one.reports = cue.kind if cue is not None else one.reports
            found.append(one)
    return found + loose_quotations(stream, first, stop, found) if stream.quotes else found


def _told_already(found: list[Found], one: Found) -> bool:
    """Whether a noun only tells the occasion of a verb before it: "admitted in his plea that ...", "denied the claim that ..."."""
    if not one.content or not one.rule.startswith("noun"):
        return False
    begin, last = one.content[0][0], found[-1] if found else None
    if last is None or not last.content or last.subject is None or last.tag:
        return False
    same = last.content[0][0] == begin and last.cue[1] <= one.cue[0]
    whole = one.subject is None and last.rule == "object" and last.content[0][0] >= one.cue[0] - 2
    return same or (whole and last.content[0][0] <= one.cue[0])


# -- verbs -------------------------------------------------------------------------------------


def _verb(stream: Stream, first: int, stop: int, at: int, cue: Cue, found: list[Found]) -> Found | None:
    if cue.nominal and at > first and stream.words[at - 1] in _BEFORE_NOUNS:
        return None
    bare = cue.form is Form.ING or (at > first and stream.words[at - 1] == "to")
    if bare and cue.lemma in PARTICLES and verb_end(stream.words, at, stop, cue) is None:
        return None  # "going to", "to put"
    group = verb_group(stream, first, at)
    if cue.nominal and at > first and stream.capital(at) and not title_case(stream, first, stop):
        return None
    if (cue.form is Form.ING and not group.passive) or _perfect_participle(stream, first, at, cue, group):
        return participle(stream, first, stop, at, cue, group, found)
    if _asks_participle(stream, first, stop, at, cue):
        return asked(stream, first, stop, at)
    if reduced_passive(stream, first, stop, at, cue, group):
        return passive(stream, first, stop, at, cue, group)
    if not is_verb(stream, first, stop, at, cue, group):
        plural = cue.form is Form.BASE and not cue.nominal and words_before_comma(stream, first, group.left)
        tagged = inverted_tag(stream, first, stop, at, cue, group) if plural else None
        by = acting(stream, first, stop, at, cue, group) if tagged is None else None
        return _active(stream, first, stop, at, cue, group, found, by) if by is not None else tagged
    if cue.lemma in ("seem", "appear"):
        return seems(stream, first, stop, at, group)
    if cue.form is Form.PAST and group.left == first and stream.words[first] == "as":
        return as_told_by(stream, stop, at)
    if group.passive and cue.form is not Form.ING:
        if cue.after:
            return None
        return passive(stream, first, stop, at, cue, group)
    inverted = inverted_tag(stream, first, stop, at, cue, group)
    return inverted or _active(stream, first, stop, at, cue, group, found)


# A form that may be a noun is one behind these: "the claims of", "his plan".
_BEFORE_NOUNS = (DETERMINERS | PREPOSITIONS) - ADVERBS - SUBJECT_PRONOUNS - {"that", "her", "to", "most"}


def _perfect_participle(stream: Stream, first: int, at: int, cue: Cue, group: VerbGroup) -> bool:
    """Whether "having announced" stands before or behind its clause."""
    past = cue.form in (Form.PAST, Form.PARTICIPLE)
    return past and group.first < at and stream.words[group.first] == "having" and not group.passive


def words_before_comma(stream: Stream, first: int, left: int) -> bool:
    """Whether a comma, dash or quotation stands before a tag: "..., say some officials"."""
    return left > first and stream.words[left] in (QUOTE, ",", "—", "–", "--")


def _asks_participle(stream: Stream, first: int, stop: int, at: int, cue: Cue) -> bool:
    """Whether "asked" opens a participle: "Asked about the deal, ...", "When asked whether ..."."""
    if cue.lemma != "ask" or cue.form is not Form.PAST or at + 1 >= stop:
        return False
    opens = at == first or stream.words[at - 1] in ("when", ",", "while", "if")
    put = stream.words[at + 1] in ("by", "to") or question_after(stream.words, at + 1, stop) is not None
    return opens and put


def _active(
    stream: Stream,
    first: int,
    stop: int,
    at: int,
    cue: Cue,
    group: VerbGroup,
    found: list[Found],
    by: Subject | None = None,
) -> Found | None:
    """Read a cue with its subject, `by` where it has been read, before it: content after it, or before both."""
    words = stream.words
    subject = by or subject_of(stream, first, at, group, found)
    if subject is None or words[subject.first] in _NOBODY:
        return None
    last = verb_end(words, at, stop, cue)
    if last is None or _gives_name(stream, at, stop, cue, group, subject):
        return None
    person = quoted_person(stream, stop, at, cue)
    if person is not None:
        return _quoted(
            stream, first, stop, Found("clause after cue", (group.first, at + 1), [], subject), person, cue
        )
    made = Found(
        "clause after cue",
        (group.first, at + 1 + cue.after),
        [],
        subject,
        negated=group.negated or cue.denies,
    )
    if group.infinitive:
        made.finite, made.negated = False, made.negated or words[group.left] in WITHHELD
    sure = by is not None or sure_verb(stream, at, cue, group)
    complement = _complement(stream, first, stop, last, cue, made, sure)
    gap = (
        None
        if complement is not None or group.infinitive
        else relative_gap(stream, first, stop, at, cue, subject)
    )
    if gap is not None:
        made.rule, made.content, made.strong = "relative clause", gap, False
        return made
    if complement is None:
        if words[stop - 1] == ":" and "q" in cue.frames and stop - at < 12:
            made.rule = "cue then quote"
            return made
        taken_up = summed_up(stream, first, stop, (at, group.left), cue, made)
        if taken_up is not None:
            return taken_up
        tag = tag_before(stream, first, stop, made, cue)
        return tag or (made if subject.first == first and _says_next(words, at, stop, cue) else None)
    made.addressee = complement.addressee
    ends = phrase_end if complement.rule == "object" else clause_end
    end = ends(stream, complement.first, stop, cue)
    opening = _opening(words, first, stop)
    adverbial = words[opening] in ADVERBIAL and (
        subject.first <= opening + 3 or words[subject.first - 1] in ADVERBIAL
    )
    only = by is not None and words[first : first + 2] == ["not", "only"]
    if adverbial or only or _fronted_clause(words, first, subject.first - 1):
        end = min(end, subordinate_end(stream, complement.first, end))
    if subject.first > first and words[subject.first - 1] in (",", "what"):
        end = _own_end(stream, first, subject, complement.first, end)
    made.content = [(complement.first, end)]
    made.rule = complement.rule if not group.infinitive else "infinitive"
    made.strong = not (group.modal or group.infinitive)
    reach_back(stream, first, made, complement)
    return made


def _own_end(stream: Stream, first: int, subject: Subject, begin: int, end: int) -> int:
    """Return where a content ends in a clause that is the subject, or part of it, of a verb behind it."""
    words = stream.words
    if words[subject.first - 1] == "what":
        if words[begin] != QUOTE:
            return end
        run = run_of_quotes(stream, begin, end)  # "what he called “a pause” lasted a week"
        return run if run < end and looks_finite(words[run]) else end
    parts = words[subject.first] in ("who", "which")
    if parts and not any(looks_finite(w) for w in words[first : subject.first - 1]):
        return min(end, parenthesis_end(stream, begin, end))  # "Lee, who said he would stay, left"
    return end


def _complement(
    stream: Stream, first: int, stop: int, last: int, cue: Cue, made: Found, sure: bool
) -> Complement | None:
    """Return what follows the cue whose last token is `last`; None where it is the tag of what stands before it."""
    words, subject = stream.words, made.subject
    complement = find_complement(stream, last, stop, cue, sure)
    if subject is None:
        return complement
    if (
        complement is not None
        and complement.first > last + 1
        and has_its_object(words, first, subject, complement)
    ):
        complement = None
    if complement is not None and complement.addressee is None and words[complement.first - 1] != "that":
        told = only_told_whom(stream, first, stop, subject.first, last + 1, cue)
        complement = None if told else complement
    if (
        complement is not None
        and complement.rule != "cue then quote"
        and "q" in cue.frames
        and (words[complement.first - 1] != "that" or words[complement.first - 2] == ",")
        and after_speech(stream, first, subject.first)
        and words[_opening(words, first, stop)] not in ADVERBIAL
    ):
        made.addressee = complement.addressee
        complement = None
    complement = complement or relative_clause(stream, first, stop, last - cue.after, cue, subject)
    if complement is None and cue.kind is CueClass.FINDING:
        complement = shown(stream, stop, last - cue.after, subject)
    return complement


def _opening(words: list[str], first: int, stop: int) -> int:
    """Return where a clause begins behind "but", "and", "even" and the like: "But even as the envoy said so, ..."."""
    while first < stop - 1 and (words[first] in _BEFORE_OPENERS or is_adverb(words[first])):
        first += 1
    return first


def _fronted_clause(words: list[str], first: int, opener: int) -> bool:
    """Whether a subordinate clause stands before its main clause: "Last month, when the envoy asked ..., he left"."""
    return opener > first and words[opener] in ADVERBIAL and not any(map(looks_finite, words[first:opener]))


_BEFORE_OPENERS = frozenset("but and so yet even just only".split())


def _quoted(stream: Stream, first: int, stop: int, made: Found, person: Subject, cue: Cue) -> Found | None:
    """Read "quoted Ann Lee as saying that ..." and "..., the paper quoted her as saying": her words."""
    saying = person.stop + 1
    after = find_complement(stream, saying, stop, verb_cues()[stream.words[saying]])
    if after is not None:
        made.content, made.rule = [(after.first, clause_end(stream, after.first, stop, cue))], after.rule
    if after is None:
        made.cue = (made.cue[0], saying + 1)
    told = made if after is not None else tag_before(stream, first, stop, made, verb_cues()["said"])
    if told is not None:
        told.subject = person
    return told


def _gives_name(stream: Stream, at: int, stop: int, cue: Cue, group: VerbGroup, subject: Subject) -> bool:
    """Whether "a firm called Nord", "a cook named Ek" tells a name."""
    if cue.lemma not in ("call", "name") or cue.form is not Form.PAST or group.auxiliary or at + 1 >= stop:
        return False
    whose = stream.words[subject.first]
    anybody = whose in ("a", "an", "another", "one") and not stream.capital(group.left)
    named = stream.capital(at + 1) or stream.words[at + 1] == QUOTE
    return anybody and named and (cue.lemma == "name" or not is_person_noun(stream.words[group.left]))


def _says_next(words: list[str], at: int, stop: int, cue: Cue) -> bool:
    """Whether a sentence like "The envoy agreed." may give its speaker to a quotation after it."""
    return (
        "q" in cue.frames
        and cue.finite
        and words[stop - 1] == "."
        and stop - at <= 8
        and QUOTE not in words[at:stop]
    )


_NOBODY = frozenset("you your nobody anyone anybody".split())


def bare_tag(stream: Stream, first: int, stop: int) -> bool:
    """Whether a sentence is only a tag: "the minister asked.", "said Ann Lee, his aide."."""
    forms = verb_cues()
    if points_back(stream, first, stop):
        return True
    if stream.words[stop - 1] == ":":
        return False  # "She went on to say:" announces
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
        sure = group.left >= first and stream.words[group.left] in PERSONS
        complement = find_complement(stream, at, stop, cue, sure)
        if complement is not None and not (complement.rule == "object" and {"a", "w"} & set(cue.frames)):
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
