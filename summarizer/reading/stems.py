"""Stems of words, irregular forms first."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

# One line, one word: its base form, then the forms that no ending shows.
_FORMS = """
be is are was were been being am; have has had having; do does did done doing
say said; tell told; meet met; hold held; begin began begun; take took taken; give gave given; go went gone; come came
make made; leave left; send sent; speak spoke spoken; fall fell fallen; rise rose risen; win won; lose lost; buy bought; sell sold
bring brought; think thought; seek sought; know knew known; see saw seen; get got gotten; keep kept; feel felt; lead led; build built
pay paid; grow grew grown; understand understood; withdraw withdrew withdrawn; choose chose chosen; strike struck; draw drew drawn
become became; write wrote written; run ran; stand stood; show shown; break broke broken; arise arose arisen; awake awoke
bear bore borne; beat beaten; bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; breed bred; burn burnt; catch caught
deal dealt; dig dug; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; feed fed; fight fought; find found; flee fled
fly flew flown; forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen
hang hung; hear heard; hide hid hidden; lay laid; lean leant; learn learnt; lend lent; lie lain; light lit; mean meant; mistake mistook mistaken
overcome overcame; oversee oversaw overseen; ride rode ridden; ring rang rung; shake shook shaken; shine shone; shoot shot; shrink shrank shrunk
sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; spend spent; spin spun; steal stole stolen; stick stuck; swear swore sworn
sweep swept; swim swam swum; swing swung; teach taught; tear tore torn; throw threw thrown; undergo underwent undergone; undertake undertook undertaken
uphold upheld; wake woke woken; wear wore worn; weep wept; wind wound; withhold withheld; withstand withstood
man men; woman women; child children; person people persons; foot feet; tooth teeth; wife wives; life lives; crisis crises; basis bases; half halves
good better best; bad worse worst; datum data; medium media; criterion criteria; analysis analyses
"""
LETTERS = 2  # that a word, of no irregular form, shares with its stem
_CHANGED = 1  # letters at the end of a stem that its word may not have
_IRREGULAR = {
    form: words.split()[0]
    for line in _FORMS.strip().split("\n")
    for words in line.split(";")
    for form in words.split()[1:]
}


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(form: str) -> str:
    """Return the stem of a token's form (Porter's second English stemmer), irregular forms first."""
    form = _to_stem(form)
    return str(_stemmer().stemWord(form)) if form.isalpha() else form


def _to_stem(form: str) -> str:
    """Return what a form is stemmed from: itself without a possessive ending, or the base of an irregular one."""
    if not form.isascii() or not form.isalpha():
        form = form.removesuffix("'s").removesuffix("'")
    return _IRREGULAR.get(form, form)


# Verbs whose past is their stem, which no ending tells.
UNCHANGED = frozenset(
    "spread cut put set hit hurt let quit shut split cost cast bid burst shed read beat".split()
)


def is_irregular(form: str) -> bool:
    """Whether a form is one that no ending shows: "took", "men"."""
    return form in _IRREGULAR


def first_letters(word: str) -> str:
    """Return the letters that the stem of a word begins with, without stemming it: that takes long."""
    return _to_stem(word)[:LETTERS]


def has_stem(word: str, base: str) -> bool:
    """Whether `base` is the stem of a word; the letters are compared first, since stemming takes longest.

    A stem is the beginning of its word, but for its last letter ("possibility": "possibl") and irregular forms.
    """
    may = word.startswith(base[:-_CHANGED]) or is_irregular(word) or not word.isalpha()
    return may and stem(word) == base


@cache
def stems(words: str) -> frozenset[str]:
    """Return the stems of a list of words, each parted from the next by white space."""
    return frozenset(map(stem, words.split()))
