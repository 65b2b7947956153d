"""The words of events: nouns and verbs for meetings, what tells that one lies ahead, and what is only an account of one."""

from __future__ import annotations

import re

MODIFIER = (
    r"(?:(?:tele|video)?phone|telephone|video|virtual|online|conference|bilateral|trilateral|quadrilateral|multilateral|four-way|three-way|"
    r"two-way|one-on-one|joint|face-to-face|in-person|expanded|informal|formal|working|high-level|ministerial|plenary|emergency|extraordinary|secure|annual|"
    r"\w+-(?:day|hour|minute|week|month|nation|party|country|member)|general|special|regular|first|second|third|inaugural|historic|private|closed-door|"
    r"peace|trade|security|ceasefire|climate|economic|strategic|public|wage|pay|leaders['’]?|council|cabinet|committee|board)"
)
NOUN = (
    r"(?:call|conversation|talks|meeting|summit|session|teleconference|videoconference|conference\s+call|conference|consultations|negotiations|"
    r"visit|discussions?|round\s+of\s+(?:talks|negotiations|consultations)|round\s*table|dialogue|exchange\s+of\s+views|hearing|debate|sitting)"
)
EVENT_NOUN = re.compile(rf"\b(?:{MODIFIER}[\s-]+){{0,3}}{NOUN}\b", re.IGNORECASE)
DEED = re.compile(
    r"\b(?:spoke|speaks|met|meets|talked|conferred|convened|gathered|hosted|received|sat\s+down|held\s+talks|conversed)\b",
    re.IGNORECASE,
)
# Letters one of which each noun and each verb of an event has, so that the patterns need not be tried on other sentences.
NOUNS = tuple(
    "call conversation talks meeting summit session conference consultations negotiations visit discussion round dialogue exchange hearing debate sitting".split()
)
DEEDS = tuple(
    "spoke speaks met meets talked confer convened gathered hosted received sat held convers".split()
)


def holds(text: str, letters: tuple[str, ...]) -> bool:
    """Whether a text has any of `letters`, in whatever case; also where a pattern without case could take others for them."""
    folded = text.casefold()
    return any(map(folded.__contains__, letters)) or not _PLAIN_I.isdisjoint(text)


_PLAIN_I = frozenset("ıİ")  # which a pattern without case takes for "i"
# Accounts of an event, which have a length of their own, and events of another kind.
ACCOUNT = re.compile(
    r"\b(?:press|news|background|media|daily|market|conference|analyst|earnings)\s+(?:call|briefing|conference|gaggle|availability|session)\b|\bquestion\s+and\s+answer\b|"
    r"\b(?:briefing|interview|flight|journey|drive|trip|ceasefire|truce|war|term|visit|"
    r"sentence|walk|dinner|lunch|concert|match|strike|delay|pause|break|outage|programme|program|agreement|contract|extension|deadline|period|mission|curfew)\b",
    re.IGNORECASE,
)
ACCOUNT_NOUN = re.compile(
    r"\b(?:press|news|background|media|daily|earnings)\s+(?:conference\s+)?(?:call|briefing|conference|session)\b|^(?:call|visit|conference|session|exchange)\s+(?:for|to\s+(?:action|order|arms))\b",
    re.IGNORECASE,
)
LASTS = re.compile(
    r"\b(?:last(?:s|ed|ing)?|went\s+on(?:\s+for)?|ran(?:\s+for)?|took|continued\s+for|stretched(?:\s+to)?|spoke\s+(?:\w+\s+){0,8}?for|talked\s+(?:\w+\s+){0,6}?for|"
    r"(?:broke\s+(?:down|up|off)|collapsed?|adjourned|finished|concluded)\s+(?:[\w,'’-]+\s+){0,6}?after|(?:call|conversation|meeting|session|talks|summit)\s+of|"
    r"met\s+(?:[\w,'’-]+\s+){0,12}?for|sat\s+(?:\w+\s+){0,4}?for|conversed\s+for|duration\s+(?:of|was)|length\s+of|wrapped\s+up\s+(?:\w+\s+){0,4}?after|ended\s+after|after|for)\s+"
    r"(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"broke|collaps|adjourn|finish|conclud|call|meeting|session|summit|last|went\s+on|ran|took|continued|stretched|spoke|talked|met|sat|convers|duration|length|wrapped|ended",
    re.IGNORECASE,
)
MINUTES = re.compile(r"\b(?:minutes|proceedings|record)\s+of\s+(?:the|a)\b|^minutes\b", re.IGNORECASE)
PRESENT = re.compile(r"\s*(?:members\s+)?present\s*:", re.IGNORECASE)
LEAD = 14  # story sentences in which a text says what it is about
ENOUGH = (
    1.3  # the score from which a candidate is taken for the event: one linked party, or a verb of its own
)
AHEAD = re.compile(
    r"\b(?:will|would|shall|next|is\s+to|are\s+to|set\s+to|due\s+to|scheduled|expected|plan(?:s|ned)?|upcoming|forthcoming|future|ahead\s+of|"
    r"propos\w+|calls?\s+for|called\s+for|(?<!\bat\sthe\s)(?<!\b[uU]pon\sthe\s)(?<!\bon\sthe\s)invit\w+|agree[sd]?\s+to|agree[sd]?\s+on|want(?:s|ed)?\s+to|(?-i:may)|could|to\s+hold|to\s+meet)\b",
    re.IGNORECASE,
)
OTHER_TIME = re.compile(
    r"\b(?:last\s+(?:spoke|met|talked|held)|previous(?:ly)?|earlier\s+(?:call|talks|meeting|this\s+(?:month|year|week))|last\s+(?:month|year)|in\s+recent\s+(?:weeks|days|months)|"
    r"just\s+ahead\s+of|will\s+also|also\s+(?:spoke|met|talked|received)|on\s+another\s+matter|separately|other\s+calls?)\b",
    re.IGNORECASE,
)
PART = re.compile(r"\b(?:first|last|final|opening|remaining|next|another|of\s+which)\s+$", re.IGNORECASE)
HAPPENS = re.compile(
    r"\s*(?:[,(][^.;:]{0,80}[,)])?\s*(?:\w+ly\s+)?(?:,\s*)?(?:which\s+|that\s+)?(?:lasted|lasting|began|ended|took\s+place|was\s+(?:held|requested|initiated|the\s+\w+)|were\s+held|came|started|opened|"
    r"concluded|closed|adjourned|broke|collapsed|focused|centred|centered|covered|had\s+(?:come|ended|begun)|ran|went\s+on)\b",
    re.IGNORECASE,
)
# "The working group on fisheries met": a subject that is a body without a name.
COLLECTIVE = re.compile(
    r"\b(?:group|delegations?|committee|council|commission|board|boards|teams?|ministers|leaders|presidents|sides|parties|heads|cabinet|negotiators|experts|"
    r"members|assembly|panel|subcommittee|directors|shareholders|envoys|diplomats|officials|representatives)\b[^.;:\"“”]{0,50}$",
    re.IGNORECASE,
)
HOLDING = re.compile(
    r"\b(?:held|hold|had|ended|end|opened|began|concluded|attended|completed|finished|wrapped\s+up)\s+(?:[\w'’-]+\s+){0,5}$",
    re.IGNORECASE,
)
AND_I = re.compile(
    r"\s+and\s+I\s+(?=(?:had|have|met|spoke|talked|held|sat|discussed|agreed|just|both|also|went|covered)\b)"
)
PAIR = re.compile(r"\b([A-Z][\w.]*(?:\s[A-Z]\w+)?)[-–]([A-Z][\w.]*)(?=\s)")
SAME = (
    frozenset("call conversation telephone phone teleconference videoconference".split()),
    frozenset(
        "meeting talks summit session negotiations consultations discussion discussions conference round".split()
    ),
)

UPCOMING = re.compile(r"\b(?:before|ahead\s+of|prior\s+to)\s+(?:[\w'’-]+\s+){0,4}$", re.IGNORECASE)
