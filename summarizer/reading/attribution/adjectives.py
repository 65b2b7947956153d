"""Adjectives that tell what somebody holds: "is confident that ...", "was critical of ...", "remains opposed to ..."."""

from __future__ import annotations

from functools import cache

from summarizer.reading.attribution.clauses import last_clause
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.extents import clause_end, phrase_end
from summarizer.reading.attribution.finite import has_verb
from summarizer.reading.attribution.found import Found
from summarizer.reading.attribution.noun_phrases import Subject
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tokens import Stream
from summarizer.reading.attribution.verbs import verb_group
from summarizer.reading.attribution.words import BE, CONTRACTED, DETERMINERS, PERSONS, is_adverb

# Adjectives in classes, each with the words that may begin its content; t that-clause, z clause without "that".
_ADJECTIVES: tuple[tuple[str, str], ...] = (
    ("t z about of", "sure certain confident convinced hopeful optimistic positive"),
    ("t about of", "aware unaware doubtful skeptical sceptical unsure uncertain mindful conscious pessimistic wary leery suspicious"),
    ("t z about of at over by with to", """
        glad worried concerned afraid disappointed surprised angry upset proud happy unhappy nervous"""),
    ("t about of at over by with", """
        pleased grateful thankful scared fearful anxious uneasy shocked frustrated furious outraged appalled disgusted ashamed embarrassed
        excited thrilled delighted impressed unimpressed enthusiastic unenthusiastic dissatisfied satisfied irritated annoyed alarmed
        troubled dismayed stunned amazed baffled puzzled incensed horrified sick tired ambivalent noncommittal cautious"""),
    ("of", "critical supportive dismissive disdainful contemptuous appreciative fond tolerant distrustful envious jealous respectful"),
    ("to", "opposed receptive open hostile sympathetic amenable committed resistant"),
    ("to in", "reluctant determined unwilling hesitant keen eager loath adamant interested uninterested"),
    ("t about in", "adamant emphatic explicit unequivocal insistent clear"),
    ("t about of at over by with", """
        bitter cynical upbeat gloomy indignant incredulous livid mad mystified startled overjoyed ecstatic elated relieved heartened
        discouraged disheartened disillusioned offended insulted aggrieved perturbed unnerved unsettled bothered distressed distraught
        exasperated frightened terrified petrified spooked daunted impatient apprehensive agitated perplexed bewildered flummoxed
            curious flattered jubilant nostalgic passionate sentimental"""),
    ("on over about", "split divided undecided torn bullish bearish silent mum vague hawkish dovish lukewarm neutral agnostic noncommittal"),
    ("of", "weary scornful mistrustful resentful approving disapproving"),
    ("to", "loyal indifferent resigned averse"),
    ("to", "willing desperate inclined disinclined prepared"),
)  # fmt: skip
_LINKS = BE | frozenset(
    "seem seems seemed appear appears appeared remain remains remained become becomes became feel feels felt grew grow grown sound sounds sounded".split()
)


@cache
def adjectives() -> dict[str, frozenset[str]]:
    """Return each adjective with the words that may begin its content."""
    found: dict[str, set[str]] = {}
    for openers, words in _ADJECTIVES:
        for word in words.split():
            found.setdefault(word, set()).update(openers.split())
    return {word: frozenset(openers) for word, openers in found.items()}


def adjective(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read what the subject of the clause is sure, glad or critical of."""
    words = stream.words
    openers = adjectives().get(words[at])
    if openers is None or at + 2 >= stop:
        return None
    begin = _content(stream, at + 1, stop, openers)
    if begin is None:
        return None
    subject = _holder(stream, first, at)
    if subject is None:
        return None
    clause = words[begin - 1] == "that" or begin == at + 1
    end = (clause_end if clause else phrase_end)(stream, begin, stop, None)
    made = Found("adjective", (at, at + 1), [(begin, end)], subject)
    made.reports = CueClass.STANCE
    return made


def _content(stream: Stream, at: int, stop: int, openers: frozenset[str]) -> int | None:
    word = stream.words[at]
    if word == "that" and "t" in openers:
        return at + 1
    if word == "to" and "to" in openers:
        return at
    if word in openers:
        return at + 1
    clause = "z" in openers and (
        word in PERSONS or word in CONTRACTED or (word in DETERMINERS and has_verb(stream, at, stop))
    )
    return at if clause else None


def _holder(stream: Stream, first: int, at: int) -> Subject | None:
    words = stream.words
    j = at - 1
    while j > first and (is_adverb(words[j]) or words[j] in ("more", "less", "very", "so", "not", "too")):
        j -= 1
    if j < first:
        return None
    if words[j] in CONTRACTED and words[j] not in ("it's", "it’s"):
        return Subject(j, j + 1, (j, j + 1))
    if words[j] not in _LINKS:
        return None
    group = verb_group(stream, first, j)
    if group.left < first or group.infinitive:
        return None
    subject = left_subject(stream, first, group.left)
    if subject is None and words[group.left] in ("and", "but"):
        subject = last_clause(stream, first, group.left)
    return subject if subject is None or words[subject.first] not in ("it", "there", "that", "this") else None
