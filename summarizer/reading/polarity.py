"""Polarity and modality: what turns a clause into its denial, its condition, a wish or a question.

An `Operator` is a cue with the stretch of text it governs. Scopes follow English syntax as far as word
order shows it: a negation governs what follows it in its clause ("did not agree on a ceasefire"), "no"
its whole clause, "if" its own clause and, as a condition, the main one (after Huddleston and Pullum,
The Cambridge Grammar of the English Language, chapters 8, 9 and 11).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter

from summarizer.reading.denial_scope import end_of_denied
from summarizer.reading.openings import by_letter, forms_opening, word_starts, words_opening
from summarizer.reading.records import new
from summarizer.reading.triggers import lowered
from summarizer.reading.wording import Tokens
from summarizer.source import Span


class Operation(StrEnum):
    """What an operator does to the clause it governs."""

    NEGATION = "negation"
    DENIAL = "denial"
    CONDITION = "condition"
    CONSEQUENCE = "consequence"
    POSSIBILITY = "possibility"
    WISH = "wish"
    QUESTION = "question"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Operator:
    """A cue and the stretch of text that it governs."""

    operation: Operation
    cue: Span
    scope: Span


DENYING = (Operation.NEGATION, Operation.DENIAL)
_NOT_NEGATIVE = (
    r"not\s+(?:only|just|merely|simply|least|to\s+mention|(?:later|earlier|more|less|fewer)\s+than|(?:so\s+|too\s+|very\s+)?long\s+(?:ago|before|after|afterwards))|no\s+(?:doubt|later\s+than|more\s+than|less\s+than|fewer\s+than|earlier\s+than|sooner)"
    r"|if\s+(?:(?:you|one)\s+(?:can\s+believe|will\b|like\b|ask\s+me|please\b)|i\s+(?:may\s+say|may\s+add|remember|recall|understand)|anything\b|need\s+be\b)"  # what is said is not conditional
    r"|nothing\s+(?:short\s+of|but)|(?:whether\s+)?or\s+not|why\s+not|not\s+surprisingly|no\.\s*\d|cannot\s+but|votes?\s+to\s+(?:none|nil)"
)
_FAIL = (
    r"(?:pretend(?:s|ed|ing)?|fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|unable|unwilling|reluctant|neglect(?:s|ed)?|omit(?:s|ted)?|forg(?:ets?|ot|otten)|cease[sd]?)\s+to\b"
    r"|(?:stop|quit|cease)(?:s|ped|ping|d|ting)?(?=\s+(?!mid|short)\w+ing\b)|stop(?:s|ped)?\s+short\s+of|rul(?:e|es|ed|ing)\s+out|lack(?:s|ed|ing)?\s+(?:of|any)|absence\s+of|far\s+from|instead\s+of|rather\s+than|unlikely\s+(?:to|that)|refrain(?:s|ed|ing)?\s+from|yet\s+to\b|(?:has|have|had)\s+still\s+to\b|still\s+to\s+be\b|remain(?:s|ed)?\s+to\s+be\b|(?:untrue|false|incorrect|nonsense|a\s+lie|a\s+myth|inconceivable|unthinkable|out\s+of\s+the\s+question)\s+(?:to\s+(?:say|claim|suggest)\s+)?that\b|impossible\s+(?:to|that|for)"
)
_DENY = (
    r"den(?:y|ies|ied|ying|ial(?:s)?\s+(?:of|that))|reject(?:s|ed|ing|ion\s+of)?|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?"
    r"|disavow(?:s|ed|ing)?|repudiat(?:e|es|ed|ing)|debunk(?:s|ed|ing)?|contradict(?:s|ed|ing)?|disagree[sd]?\s+that|doubt(?:s|ed|ing)?\s+(?:that|whether)"
    r"|against(?:(?<=\bnot\sagainst)|(?<=n['’]t\sagainst)|(?<=\bis\sagainst)|(?<=\bare\sagainst)|(?<=\bwas\sagainst)|(?<=\bwere\sagainst)|(?<=\bbe\sagainst))"
    r"|refus(?:e|es|ed|ing)(?!\s+to\b)(?=\s+(?:an?|the|all|any|his|her|its|their|it|them|him|entry|access|permission|comment)\b)|declin(?:e|es|ed|ing)(?=\s+(?:an?\s+(?!\d)|the|all|any|his|her|its|their|comment)\b)"
    r"|oppos(?:e|es|ed|ing)|lack(?:s|ed|ing)?(?=\s+(?:an?|the|its|his|her|their)\s)|prevent(?:s|ed|ing)?|(?:stop|keep|bar|block|kept|discourag)(?:e?s|e|[pr]?ed|[pr]?ing)?(?=[^.;:,]{1,60}\sfrom\s\w+ing\b)|avoid(?:s|ed|ing)?|avert(?:s|ed|ing)?"
)
_IF = (
    r"if|unless|provided\s+that|providing\s+that|on\s+condition\s+that|on\s+the\s+condition\s+that|as\s+long\s+as|so\s+long\s+as|in\s+the\s+event\s+(?:that|of)|in\s+case|only\s+when|assuming|contingent\s+(?:up)?on|conditional\s+(?:up)?on|subject\s+to(?<!\bnot\ssubject\sto)"  # "not subject to review" tells what a thing is
    r"|should(?=\s+(?:it|he|she|they|there|the|an?|its|their|his|her|this|that|these|those)\s)"  # "should talks fail", told of with an article
)
# A condition without its "if", by inversion: "had the border not been closed", "were the talks to fail" (beside a "would"), "should
# Norway join" (before a name).
_THE = r"(?:it|he|she|they|there|we|you|the|an?|its|their|his|her|our|this|that|these|those|all|no|[a-z’'-]+(?=\s+(?:from|of|in|to|on|with|for|by)\s))"
_PARTICIPLE = r"(?:not\s+)?(?:been\s+)?(?:[a-z]+(?:ed|en|wn)|been|gone|come|done|made|met|left|kept|held|told|sent|said|put|cut|let|set|won|lost|begun|become|found|had|paid|brought|built|fought|stood|stayed)\b"
_HAD = rf"had(?=\s+(?:{_THE}\s+(?:[a-z’'-]+\s+){{0,5}}?|[a-z’'-]+\s+(?=not\s)){_PARTICIPLE})|were(?=\s+{_THE}\s+(?:[a-z’'-]+\s+){{0,4}}?to\s+[a-z])"
_UNREAL = re.compile(r"\b(?:would|could|might)\b|[’']d\b")
# "Progress can only occur when …": the clause holds under what follows.
_ONLY = r"(?:can|could|may|will|would)\s+only"
# Who does not rule something out holds it possible: one cue, not two denials.
_NOT_RULED_OUT = r"(?:(?:not|never|cannot|n[’']t)\s+|n[’']t\s+)(?:yet\s+)?(?:rul(?:e|ed|ing)\s+out|exclud(?:e|ed|ing)\s+(?:that|the\s+possibility))"
_POSSIBLE = (
    r"claim(?:s|ed|ing)?(?:\s+that)?(?=\s+[a-zA-Z])|alleg(?:es|ed|ing)"
    r"|would(?!\s+(?:(?:not\s+|neither\s+)?(?:\w+ly\s+|just\s+|also\s+|only\s+)?(?:say|tell|comment|disclose|reveal|elaborate|specify|note|argue|stress|remind|mention|emphasi[sz]e|underscore|point\s+(?:out|to))\b|(?:not|neither)\s+(?:confirm|discuss|name|identify|answer|be\s+drawn)\b))"
    r"|could|may|might|should|possibly|perhaps|maybe|potentially|likely|probably|allegedly|alleged|supposedly|purportedly|reportedly|rumou?red|apparently"
    r"|seem(?:s|ed)?\s+to|appear(?:s|ed)?\s+to|(?:is|are|was|were)\s+(?:(?:said|believed|thought|expected|supposed)\s+to|to\s+have|accused\s+of)|(?:came|comes?|coming)\s+close\s+to(?=\s\w+ing\b)|on\s+the\s+(?:verge|brink)\s+of|suspected|unconfirmed|possible(?=\s+that\b)|(?:suspect|believe|think|fear)s?(?<!\bwe\sbelieve)(?<!\bi\sbelieve)(?<!\bwe\sthink)(?<!\bi\sthink)(?<!\bdo\sbelieve)(?<!\bdo\sthink)(?=\s+(?:that|the|an?|his|her|its|their|he|she|it|they)\s)|accus(?:e|es|ed|ing)(?=\s[^.;:,]{1,60}\sof\s)"
)
_WISH = (
    r"would\s+(?:(?:[a-z]+ly\s+)?be\s+(?:\w+\s+)?(?:glad|happy|pleased|delighted|honou?red|grateful|willing|ready|prepared|keen|open)\s+to|(?:[a-z]+ly\s+)?(?:(?:like|love|prefer)\s+to|welcome))"
    r"|(?:want|hope|wish|seek|aim|plan|intend|expect|offer|threaten|promise|prefer|try|vow|pledge)(?:s|ed|ing)?\s+(?:to|that|for)|hop(?:es|ed|ing)\s+(?:to|that|for)|sought\s+to|trying\s+to|tried\s+to|promis(?:es|ed|ing)\s+to"
    r"|propos(?:e|es|ed|ing|al\s+(?:to|for|that))|suggest(?:s|ed|ing)?|call(?:s|ed|ing)?\s+(?:for|on|upon)|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?\s+(?:for|to|that)|request(?:s|ed|ing)?|invit(?:e|es|ed|ing)"
    r"|(?:expect|want|prefer|wish)(?:s|es|ed|ing)?\s+(?:it|him|her|them|us|both|(?:the|its|his|her|their|our)\s+[a-z’'-]+(?:\s+[a-z’'-]+)?)\s+to\b"
    r"|(?:order|instruct|command|direct|ask|beg|advis)(?:e?s|e?d|ing|ged)?(?=\s+(?:it|him|her|them|us|(?:the|its|his|her|their|our)\s+[a-z’'-]+(?:\s+[a-z’'-]+)?)\s+to\s)"
    r"|(?:hopeful|optimistic)\s+(?:that|of|about)"
    r"|(?:ready|willing|prepared|keen|eager|inclined|set|due)\s+to|(?:consider|explor|examin|discuss|contemplat|envisag|weigh|stud|assess|debat)(?:e|e?s|ed|ing|y|ies|ied|ying)?(?=\s+(?:(?!(?:up|on|in)(?:com|go)ing|(?:meet|follow|press|exist|remain|outstand|train|hous)ing)\w+ing\b|how\s+to\b|ways?\s+(?:to|of|in)\b|means\s+(?:to|of)\b|whether\b|options?\s+(?:for|to|of)\b|the\s+(?:possibility|feasibility|idea|prospect)\b))|insist(?:s|ed|ing)?\s+that|recommend(?:s|ed|ing)?|encourag(?:e|es|ed|ing)|in\s+favou?r\s+of|(?:work|mov|striv|head|progress)(?:e?s|ed|ing)?\s+towards?|(?:readiness|willingness|desire|wish|intention|ambition|plans?|efforts?|attempts?|determination|aim|goal)\s+(?:to|of)|aimed\s+at|look(?:s|ed|ing)?\s+forward\s+to|support(?:s|ed)?\s+for|should\b|must\b|need(?:s|ed)?\s+to|ought\s+to"
)
# "Few came" tells that many did not, and "a few" that some did.
_SOME_OF_IT = "a the these those some last next past first every his her its their our my this that".split()
_FEW = "|".join(
    word + "".join(rf"(?<!\b{before}\s{word})" for before in _SOME_OF_IT) for word in ("few", "little")
)
_NO_CLAUSE = rf"no|neither|nobody|no\s+one|none|nothing|{_FEW}"
_NEGATIVE = r"not|never|cannot|nor|without|hardly|scarcely|barely|rarely|seldom|nowhere|no\s+longer"
# Matched against text in lower case, and only where a word begins as one of its alternatives does.
_CUE = re.compile(
    rf"\b(?:(?P<skip>{_NOT_NEGATIVE})|(?P<open>(?:[a-z]+)?{_NOT_RULED_OUT})\b|(?P<clause>{_NO_CLAUSE})\b(?!\s*\.\s*\d)"
    rf"|(?P<neg>{_NEGATIVE}|[a-z]+n['’]t)\b"
    rf"|(?P<fail>{_FAIL})(?!\w)|(?P<deny>{_DENY})\b|(?P<if>(?<!as\s)(?:{_IF}))\b|(?P<had>{_HAD})|(?P<only>{_ONLY})\b|(?P<whether>whether)\b"
    rf"|(?P<wish>(?:{_WISH}))\b|(?P<maybe>{_POSSIBLE})\b)"
)
# A word that the patterns of what is disputed need begins so: most sentences have none.
_DENIALS = ("denie", "deny", "disput", "reject", "refut", "dismiss", "contest", "contradict")
_UNTRUE = ("false", "untrue", "baseless", "unfounded", "lie", "fabricat", "incorrect", "wrong", "nonsense")
# Where a sentence may hold an operator, told by one word and what follows it, wherever sentences end.
_WORDS = "|".join(
    (_NOT_NEGATIVE, _NO_CLAUSE, _NEGATIVE, _FAIL, _DENY, _IF, _HAD, _ONLY, "whether", _WISH, _POSSIBLE, *_DENIALS, *_UNTRUE)
)  # fmt: skip
_CUE_FORMS = forms_opening(*words_opening(_WORDS), inside=("n't",))
_MAY_HOLD = by_letter(
    _WORDS.replace(r"\b", ""), always=r"[a-z]*+(?:(?<=n)['’]t|(?<=not)\s+(?:yet\s+)?(?:rul|exclud))"
)
_MONTH_MAY = re.compile(
    r"May(?:\s+\d|(?:(?<=\d\sMay)|(?<=\b[Ii]n\sMay)|(?<=\b[Bb]y\sMay)|(?<=\bof\sMay)|(?<=\bsince\sMay)|(?<=\buntil\sMay)|(?<=\bfor\sMay))\b)"
)
_ASKED = re.compile(
    r"\b(?:ask|asks|asked|asking|wonder|wonders|wondered|know|knows|knew|see|tell|told|unclear|question|decide|decided|sure)\s*$",
    re.IGNORECASE,
)
_EVEN = re.compile(r"\b(?:even|as|only)\s*$", re.IGNORECASE)
# Where a clause ends: strong marks, a closing quotation mark after a comma, a contrasting or adding conjunction.
# Its first letter is looked for, then what it begins: a blank, at which most of the time goes, tries few words.
_CONTRAST = (
    r"(?:but|although|though|whereas|while|however|(?<!not\s)yet(?!\s+to\b)|(?<!not\s)because|since)\b"
)
_STOP = re.compile(
    r"[;:?!—,\"”.\s](?:(?<=[;:?!—])|(?<=[\"”])\s|(?<=\.)\s+(?=[A-Z“\"])"
    rf"|(?<=\s)(?=[-–\sabhswy]|thou)(?:[-–]\s|\s*{_CONTRAST})|(?<=,)(?:\s*[\"”’]|\s+{_CONTRAST}"
    r"|\s+(?=(?:the|he|she|they|it|we|I|you|there)\s|[A-Z][a-z]+\s+[a-z])"  # the subject of a clause of its own
    r"|\s+(?=(?:[a-z’']+\s+){1,4}(?:having|being)\s)"  # an absolute participle: "could not open, divers having found cracks"
    r"|\s+(?:adding|saying|noting|stressing|arguing|insisting|according|and\s+(?:that|said|added|there|the|he|she|they|it|we|I|[A-Z]\w+)|so|nor)\b))",
)
_SUBORDINATE_END = re.compile(r",|[;:?!—]|\s[-–]\s|\.\s|,?\s+\bthen\b|$")
_DISPUTED = re.compile(
    r"(?:,|—|\s[-–])?\s+(?:which|that|an?\s+(?:\w+\s+){0,2}(?:claim|charge|allegation|accusation|assertion|account|report|version|suggestion|characteri[sz]ation|figure|number)|something|claims?|allegations?|accusations?|assertions?)\s+"
    r"(?:(?:that\s+|which\s+)?(?:[A-Z][\w.'’-]*|he|she|they|it|both|the\s+\w+)(?:\s+[\w'’-]+){0,5}?\s+)?"
    r"(?:(?:has|have|had|was|were|is|are|been|repeatedly|strongly|flatly|later|since|quickly|immediately)\s+){0,3}"
    r"(?P<verb>den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|refut(?:e|es|ed)|dismiss(?:es|ed)?|contest(?:s|ed)?|contradict(?:s|ed)?)\b(?=\s*(?:[,.;:?!—\"”)]|by\b|as\b|outright|$))"
)
# "…; the ministry denies this", "…, but Bern rejected the claim": a clause that takes back all before it.
_TAKEN_BACK = re.compile(
    r"[;,—–-]\s+(?:but\s+|and\s+|while\s+)?(?:[A-Z][\w.'’-]*|the\s+\w+|he|she|they|both)(?:\s+[\w'’-]+){0,4}?\s+"
    r"(?:denies|denied|deny|disputes|disputed|dispute|rejects|rejected|reject|refutes|refuted|dismisses|dismissed)\s+"
    r"(?:this|that|it|them|the\s+(?:claim|charge|allegation|accusation|report|suggestion|account|assertion)s?)\b(?!\s+(?:the|a|an|that|[A-Z]))"
)
# Matched against text in lower case.
_TRUTH = re.compile(
    r"\b(?:is|are|was|were|as)\s+(?:\w+\s+){0,2}(?:false|untrue|baseless|unfounded|a\s+lie|lies|fabricated|incorrect|wrong|a\s+fabrication|nonsense)\b"
)


# What begins a clause that ends at the next comma: behind one, or at the head of a sentence.
_RELATIVE = frozenset("who which whose where whom".split())
_SUBORDINATE = frozenset("although though while whereas because since as when whenever after once".split())


class _Clauses:
    """Where the clauses of one sentence end: found once, looked up for every cue."""

    __slots__ = ("_ends", "_starts", "body", "lower")

    def __init__(self, body: str) -> None:
        self.body = body
        self.lower = lowered(body)
        self._starts: Sequence[int] | None = None  # of what parts the clauses, and where it ends
        self._ends: Sequence[int] = ()

    def _parted(self) -> Sequence[int]:
        if self._starts is None:
            stops = [match.span() for match in _STOP.finditer(self.body)]
            self._starts, self._ends = zip(*stops, strict=True) if stops else ((), ())
        return self._starts

    def begins(self, words: tuple[str, ...], places: Iterable[int]) -> bool:
        """Whether any of `words`, in whatever case, begins at any of `places`."""
        return any(self.lower.startswith(words, at) for at in places)

    def end(self, at: int) -> int:
        """Return where the clause that holds `at` ends."""
        starts = self._parted()
        i = bisect_left(starts, at)
        end = starts[i] if i < len(starts) else len(self.body)
        return self._inside_another(at, end)

    def _inside_another(self, at: int, end: int) -> int:
        """Return where a clause ends that stands inside another one, or before it: "who had never won, did", "as it had not, it did"."""
        comma = self.lower.rfind(",", 0, at)
        opening = self.lower[comma + 1 : at].split(maxsplit=1)[:1]
        if not opening or opening[0] not in (_RELATIVE if comma >= 0 else _SUBORDINATE):
            return end
        closing = self.lower.find(", ", at, end)
        return closing if closing >= 0 else end

    def predicate(self, at: int) -> int:
        """Return where the predicate that holds `at` begins: behind the last "and" of its clause before it."""
        start = self.start(at)
        joined = self.body.rfind(" and ", start, at)
        return joined + len(" and ") if joined >= 0 else start

    def start(self, at: int) -> int:
        """Return where the clause that holds `at` begins."""
        self._parted()
        i = bisect_right(self._ends, at)
        return self._ends[i - 1] if i else 0


_Found = tuple[Operation, Span, Span]
"""An operator, its cue and its scope as they stand in the sentence."""


def cue_starts(tokens: Tokens) -> array[int]:
    """Return where cues may begin in a text, in order."""
    starts = word_starts(tokens, _CUE_FORMS)
    lower = lowered(tokens.text) if starts else ""
    return array("i", (at for at in starts if (words := _MAY_HOLD.get(lower[at])) and words.match(lower, at)))


def find_operators(text: str, sentence: Span, starts: Sequence[int] | None = None) -> tuple[Operator, ...]:
    """Return the operators of one sentence, in order of their cues; offsets refer to `text`.

    `starts` are the `cue_starts` of the whole text; without them they are found for the sentence.
    """
    base, end = sentence
    if starts is None:
        places = cue_starts(Tokens(text[base:end])).tolist()
    else:
        first = bisect_left(starts, base)
        last = bisect_left(starts, end, first)
        places = [start - base for start in starts[first:last]] if first < last else []
    found: list[_Found] = []
    if places:
        clause = _Clauses(text[base:end])
        found += [*_cues(clause, places), *_disputed(clause, places)]
    if base < end and (text[end - 1] in _ASKING or text.endswith(" .", base, end)):
        found += _question(text[base:end])
    if not found:
        return ()
    if len(found) > 1:
        found.sort(key=itemgetter(1))
    return tuple(
        [
            Operator(
                operation, new(Span, (first + base, last + base)), new(Span, (start + base, stop + base))
            )
            for operation, (first, last), (start, stop) in found
        ]
    )


def _cues(clause: _Clauses, places: Sequence[int]) -> Iterator[_Found]:
    """Yield the operators whose cues begin at any of `places`."""
    last = 0
    for place in places:
        match = _CUE.match(clause.lower, place) if place >= last else None
        if match is None:
            continue
        last = match.end()
        group = match.lastgroup
        cue = new(Span, match.span())
        if _says_nothing(clause, group, cue):
            continue
        right = _behind(clause, group, cue)
        if group == "clause":
            yield Operation.NEGATION, cue, Span(clause.predicate(cue.start), right.end)
        elif group == "neg":
            yield Operation.NEGATION, cue, right
        elif group in ("fail", "deny"):
            yield Operation.DENIAL, cue, right
        elif group == "whether":
            yield Operation.CONDITION, cue, right
        elif group == "only":
            start = _inside(clause.body, clause.start(cue.start), cue.start)
            yield Operation.CONSEQUENCE, cue, Span(start, cue.start)
        elif group in ("if", "had") or _before_name(clause, cue):
            yield from _conditional(clause, cue)
        elif group == "open":
            yield Operation.POSSIBILITY, cue, right
        else:
            yield (Operation.WISH if group == "wish" else Operation.POSSIBILITY), cue, right


# "Stopped the crowd from entering": what is denied is the deed, not who was stopped.
_KEPT_FROM = re.compile(r"\s[^.;:,]{1,60}\sfrom(?=\s\w+ing\b)")
# "Rarely does the committee meet": the subject between is not what is denied.
_INVERTED = re.compile(
    r"(?:\s+once|\s+even)?\s+(?:do|does|did|has|have|had|is|was|were|will|would|can|could)\s+(?:(?:the|an?|his|her|its|their)\s+)?[a-z’'-]+(?=\s)"
)


def _behind(clause: _Clauses, group: str | None, cue: Span) -> Span:
    """Return the stretch behind a cue that it governs."""
    end = clause.end(cue.end)
    if group in ("clause", "neg"):
        end = end_of_denied(clause.lower, cue, end, clause.start(cue.start), clause.predicate(cue.start))
        fronted = not clause.lower[clause.start(cue.start) : cue.start].strip()
        asked = _INVERTED.match(clause.lower, cue.end, end) if group == "neg" and fronted else None
        return Span(asked.end() if asked else cue.end, end)
    if group == "deny" and (kept := _KEPT_FROM.match(clause.lower, cue.end, end)):
        return Span(kept.end(), end)
    if group == "fail" and not clause.lower[clause.start(cue.start) : cue.start].strip():
        comma = clause.lower.find(",", cue.end, end)  # "Rather than resign, she called an election"
        return Span(cue.end, comma if comma >= 0 else end)
    return Span(cue.end, end)


def _says_nothing(clause: _Clauses, group: str | None, cue: Span) -> bool:
    """Whether a match is no operator after all: a set phrase, the month of May, "had" with its subject before it."""
    month = group == "maybe" and _MONTH_MAY.match(clause.body, cue.start)
    unreal = group == "had" and not _UNREAL.search(clause.lower)
    return bool(group == "skip" or month or unreal or _goes_on_denying(clause, cue))


def _goes_on_denying(clause: _Clauses, cue: Span) -> bool:
    """Whether a cue only goes on with a denial before it: "neither A nor B came" denies once."""
    if clause.lower[cue.start : cue.end] != "nor":
        return False
    return clause.lower.rfind("neither ", clause.start(cue.start), cue.start) >= 0


def _before_name(clause: _Clauses, cue: Span) -> bool:
    """Whether "should" stands before the name of who acts, with no name before it: "will react should Norway join"."""
    if clause.lower[cue.start : cue.end] != "should" or clause.body.rstrip().endswith("?"):
        return False
    return bool(_NAME_BEHIND.match(clause.body, cue.end))


_NAME_BEHIND = re.compile(r"\s+(?!I\b)[A-Z][\w’'-]+\s+[a-z]")


def _conditional(clause: _Clauses, cue: Span) -> Iterator[_Found]:
    """Yield the condition, and the main clause that holds only under it."""
    body = clause.body
    before = body[max(0, cue.start - 40) : cue.start]
    end = _SUBORDINATE_END.search(body, cue.end)
    stop = end.start() if end else len(body)
    yield Operation.CONDITION, cue, Span(cue.end, stop)
    if _ASKED.search(before) or (_EVEN.search(before) and not before.rstrip().lower().endswith("only")):
        return
    start = _inside(body, clause.start(cue.start), cue.start)
    if body[start : cue.start].strip(" \t\n\"“”'‘,"):
        yield Operation.CONSEQUENCE, cue, Span(start, cue.start)
    elif end and end.start() < len(body):
        yield Operation.CONSEQUENCE, cue, Span(end.end(), clause.end(end.end()))


# "A voiced concern and made clear that B would act if C does": the condition is B's, not that of A's acts.
_SAYING = re.compile(
    r"\b(?:clear|said|says|say|told\s[^,;:]{2,40}|(?:warn|not|stress|underscor|emphasi[sz]|underlin|add|announc|stat|reiterat|reaffirm|declar|insist|explain|cautio?n|promis|pledg)(?:e[sd]|s|ed|ing))\s+that\s+",
    re.IGNORECASE,
)


_SAID = 400  # characters before a condition in which the saying that it is part of stands


def _inside(body: str, start: int, cue: int) -> int:
    """Return where the clause begins that a condition at `cue` belongs to: behind the last "said that" before it."""
    near = max(start, cue - _SAID)
    return max((match.end() for match in _SAYING.finditer(body, near, cue)), default=start)


def _disputed(clause: _Clauses, places: Sequence[int]) -> Iterator[_Found]:
    if clause.begins(_DENIALS, places):
        yield from _denied(clause)
    for match in _TRUTH.finditer(clause.lower) if clause.begins(_UNTRUE, places) else ():
        scope = Span(clause.start(match.start()), match.start())
        yield Operation.DISPUTED, Span(*match.span()), scope


def _denied(clause: _Clauses) -> Iterator[_Found]:
    body = clause.body
    for match in _DISPUTED.finditer(body):
        scope = Span(clause.start(match.start()), match.start())
        yield Operation.DISPUTED, Span(*match.span()), scope
    for match in _TAKEN_BACK.finditer(body):
        yield Operation.DISPUTED, Span(*match.span()), Span(0, match.start())


# A mark behind a word of some length ends a sentence; that of "Mr." or "U.S." does not.
_SENTENCE_END = re.compile(r"(?:[\w’']{4,}\.|[?!;])(?=\s)")


_CLOSING = ' \t\n"”’)'  # also behind a full stop that stands apart: "Are you coming? ."
_ASKING = frozenset(_CLOSING + "?")  # one of which a question ends with


def _question(body: str) -> Iterator[_Found]:
    end = body.rstrip(_CLOSING).removesuffix(" .").rstrip(_CLOSING)
    if end.endswith("?"):
        ends = [m.end() for m in _SENTENCE_END.finditer(end, 0, len(end) - 1)]
        start = ends[-1] if ends else 0
        yield Operation.QUESTION, Span(len(end) - 1, len(end)), Span(start, len(end) - 1)
