"""Words that tell a position from talk: verbs of stance, courtesies, and cues that report no view."""

from __future__ import annotations

import re

from summarizer.extraction.offline.scene import Scene
from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import verb_cues
from summarizer.reading.attribution.finder import Attribution

WORD = re.compile(r"[^\W\d_][\w'’-]*")
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|ours|ourselves)\b")
LOGISTIC = re.compile(
    r"\b(?:ended|began|begun|lasted|lasting|come\s+to\s+an\s+end|took\s+place)\b", re.IGNORECASE
)
IDLE = re.compile(
    r"\b(?:last\s+spoke|were\s+discussed|merry\s+christmas|happy\s+new\s+year|condolences|greetings|express\w*\s+(?:our|their|his|her|its)\s+(?:\w+\s+){0,2}(?:gratitude|thanks)|(?:meeting|session)\s+to\s+order|nothing\s+to\s+announce|(?:had|have|has)\s+no\s+(?:comment|announcements?)|declined\s+to\s+comment)\b",
    re.IGNORECASE,
)
COURTESY = re.compile(
    r"^\W*(?:thank(?:s|\s+you)|good\s+(?:morning|afternoon|evening)|hello|hi|welcome|yes(?=\W*$|[,.!])|no(?=\W*$|[.!])|yep|yeah|okay|ok|sure|look|let\s+me\s+(?:finish|be\s+(?:\w+\s+)?clear|say|add|just|start|begin|turn))\b[^.]{0,40}[.!?:]?\W*$",
    re.IGNORECASE,
)
# Verbs whose content is not asserted: the statement keeps them ("proposed a conference").
NOT_ASSERTING = frozenset(
    "deny refute reject dispute dismiss disavow contradict doubt propose urge demand ask request call suggest hope expect intend plan want wish seek threaten offer promise vow pledge "
    "insist warn regret deplore caution recommend encourage invite refuse decline agree decide consider oppose support fear worry predict".split()
)
# Cues that report no view, and those that do so only with a clause or with "the importance of".
NO_VIEW = frozenset(
    "elaborate speak talk thank congratulate greet salute begin start read blog write post refer point put continue resume wonder learn find establish".split()
)
CLAUSE_ONLY = frozenset(
    "declare tell inform notify brief conclude discuss address debate mention describe characterize characterise reference cite raise".split()
)
SAYING = frozenset("say tell add reply explain respond ask announce".split())
IMPORTANCE = late_regex(r"\b(?:importance|need|necessity|urgency|readiness)\b", re.IGNORECASE)
LIKENING = frozenset(
    "describe characterize characterise mention reference cite".split()
)  # "described them as"
# What makes a sentence of a speaker's turn a position, and not talk.
STANCE = re.compile(
    r"\b(?:will(?!\s+(?:say|leave|turn|note|add|take|have\s+an))|won['’]t|must|should|shall|cannot|can['’]t|need(?:s|ed)?|ready|agree[sd]?|support\w*|oppos\w*|believe[sd]?|important|importance|demand\w*|"
    r"reject\w*|den(?:y|ies|ied)|never|goal|aim|position|condition\w*|unacceptable|concern\w*|clear(?:ly)?|commit\w*|expect\w*|focus|priority|principle|propos\w*|asked|offer\w*|accept\w*|"
    r"insist\w*|urge[sd]?|call(?:s|ed)?\s+(?:for|on)|stress\w*|want[s]?|determined|prepared|responsib\w*|purpose|decision[s]?|consequence\w*|"
    r"acknowledg\w*|welcom\w*|condemn\w*|promis\w*|pledg\w*|refus\w*|not\s+going\s+to|going\s+to|no\s+(?:deal|agreement|plans?|intention|reason|decision|question|link|alternative|doubt)|unfair|unjust|illegal|unlawful|"
    r"(?:we|I)(?:\s+(?:are|am|were|was)|['’](?:re|m))\s+not|(?:we|I)\s+(?:do\s+not|don['’]t|did\s+not|didn['’]t|have\s+not|haven['’]t|would\s+not))\b",
    re.IGNORECASE,
)
DENIES = re.compile(r"\b(?:no|not|never|nobody|none)\b|n['’]t\b", re.IGNORECASE)
INLINE_LABEL = re.compile(
    r"(?<=[.?!\]\s]\s)(?:[A-Z][\w'’-]+|\*{3,})(?:\s[A-Z][\w'’-]+){0,3}:\s(?=\s*[A-Z\[“\"i])"
)
MOST = 24  # positions in a briefing
FIRM = late_regex(
    r"\b(?:agree[sd]?|reject\w*|den(?:y|ies|ied)|demand\w*|call(?:s|ed)?\s+(?:for|on)|propos\w+|support\w*|oppos\w+|must|will\s+not|won['’]t|cannot|not\s+going\s+to|ready|"
    r"commit\w*|condemn\w*|urg(?:e|es|ed)|warn\w*|insist\w*|never|unacceptable|promis\w+|welcom\w+|reaffirm\w*|accept\w*|refus\w+|position|condition)\b",
    re.IGNORECASE,
)
TALK = re.compile(
    r"\b(?:I\s+don['’]t\s+(?:have|know)|I(?:['’]m|\s+am)\s+not\s+going\s+to\s+get|I(?:['’]ll|\s+will)\s+(?:leave|turn|let|say|take)|next\s+question|background|embargo\w*|readout|not\s+(?:\w+\s+)?going\s+to\s+(?:(?:obviously\s+)?(?:weigh\s+in|speak\s+(?:to|for))|characteri[sz]e|comment|speculate|go\s+into|discuss|preview|read\s+out)|(?:they|we)\s+(?:also\s+)?discussed\s+the|personnel\s+announcements?|you\s+know\s+who)\b",
    re.IGNORECASE,
)
MET = late_regex(
    r"\b(?:(?<!been\s)(?<!be\s)(?<!was\s)(?<!were\s)(?<!is\s)(?<!are\s)met|spoke(?!\s+(?:out|for|against|in\s+(?:support|favou?r))\b)|held\s+(?:talks|(?:a|an|the|their|its)\s+(?:[\w-]+\s+){0,3}?(?:talks|meeting|call|summit|session|consultations))|conferred)\b",
    re.IGNORECASE,
)
QUESTION_LINE = re.compile(r"Q[\s\u00a0:.]{2,}")
POINTING = re.compile(
    r"\W*(?:And\s+|But\s+|So\s+)?(?:that|this|it|one|there)(?:['’]s|\s+(?:is|was|were|are|stands))\b(?!\s+(?:no|not|for)\b)",
    re.IGNORECASE,
)
STANCE_VERB = re.compile(
    r"(?:\s+(?:has|have|had|also|both|very|much|clearly|again|then|further|strongly|firmly|repeatedly|jointly|each)\b){0,3}\s+"
    r"(?P<verb>spoke\s+(?:out\s+)?(?:in\s+(?:support|favou?r)\s+of|for|against)|made\s+(?:it\s+)?(?:very\s+)?clear|makes\s+(?:it\s+)?clear|convey(?:ed|s)|voiced|laid\s+out|set\s+out|gave\s+an?\s+\w+\s+(?:assessment|evaluation)|holds?\s+that|commits?(?:\s+itself)?\s+to|committed\s+(?:itself\s+)?to|"
    r"(?:is|are|was|were|am)\s+(?:very\s+)?(?:clear|committed|ready|prepared|determined|convinced|united)|stands?\s+ready|express(?:ed|es)|urged|urges|called\s+(?:for|on)|calls\s+(?:for|on)|stressed|stresses|"
    r"reaffirm(?:ed|s)?|reiterat(?:ed|es?)|underlin(?:ed|es?)|underscor(?:ed|es?)|emphasi[sz](?:ed|es?)|welcom(?:ed|es?)|condemn(?:ed|s)?|support(?:ed|s)?|oppos(?:ed|es?)|reject(?:ed|s)?|propos(?:ed|es?)|"
    r"ask(?:ed|s)?\s+(?:for|that|(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+)?\s+to)|den(?:y|ied|ies)|offered|offers|noted\s+with|note\s+with|acknowledg(?:ed|es?)|recogni[sz](?:ed|es?)|pledg(?:ed|es?)|vow(?:ed|s)?|demand(?:ed|s)?|insist(?:ed|s)?|warn(?:ed|s)?|agreed\s+that|"
    r"agree\s+that|regards?|(?:neither\s+)?accept(?:ed|s)?|(?:neither\s+)?refused|deplor(?:ed|es?)|took\s+note|appeal(?:ed|s)?|discussed\s+the\s+importance|refused|declin(?:ed|es)|disputed?)\b",
    re.IGNORECASE,
)
SUBJECT_LEAD = re.compile(
    r"\W*(?:(?:yet|but|and|also|so|in\s+turn|for\s+(?:his|her|their)\s+part|finally|moreover|furthermore|further|however|in\s+addition|at\s+the\s+same\s+time)\s*,?\s+|(?:in|on|with|as|for|following|during|after)\s[^,.;:“”\"]{3,90},\s+)?",
    re.IGNORECASE,
)


def not_asserting(cue: str) -> bool:
    """Whether the content of a cue is denied, wished for or only thought possible."""
    return any((found := verb_cues().get(w)) and found.lemma in NOT_ASSERTING for w in cue.lower().split())


def lemma_of(scene: Scene, attribution: Attribution) -> str | None:
    """Return the lemma of an attribution's verb."""
    words = scene.text[attribution.cue.start : attribution.cue.end].lower().split() if attribution.cue else []
    return next((found.lemma for w in reversed(words) if (found := verb_cues().get(w))), None)
