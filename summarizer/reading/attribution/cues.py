"""Attribution cues: English verbs, nouns and phrases that report speech, thought, stance or findings.

Lemmas stand in classes after Levin (1993), "English Verb Classes and Alternations", with the complements
each class takes, and are inflected by rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class CueClass(StrEnum):
    """What a cue reports."""

    SPEECH = "speech"
    THOUGHT = "thought"
    STANCE = "stance"
    FINDING = "finding"


class Form(StrEnum):
    """The inflected form of a verb; past and participle are one where they are spelt alike."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb's form.

    `frames` are the complements it takes: s noun phrase with "as", q quotation or a tag after what was said, t that-clause,
    z clause without that, w question clause, n noun phrase, i to-infinitive, o noun phrase with
    to-infinitive, a addressee before the rest. `prepositions` may begin its content. `nominal` forms are also
    common nouns; `finite` ones can be a sentence's verb.
    """

    lemma: str
    form: Form
    kind: CueClass
    frames: str
    prepositions: frozenset[str]
    nominal: bool
    denies: bool
    finite: bool
    after: int = 0  # tokens behind the verb that belong to it: "out" of "lash out"


# class, frames, lemmas; `lemma/prepositions` names those that begin a content
_VERBS: tuple[tuple[CueClass, str, str], ...] = (
    # say verbs: a quotation or a clause, with or without "that"
    (CueClass.SPEECH, "qtz", """
        say argue assert aver avow caution/against contend explain indicate insist/on maintain state write/about/of confess/to blog post"""),
    (CueClass.SPEECH, "qtzn", """
        acknowledge admit affirm allege claim concede confirm declare disclose emphasize emphasise estimate
        mention note predict proclaim reaffirm recall recount reiterate repeat report reveal stress suggest tweet underline underscore"""),
    (CueClass.SPEECH, "qtzi", "charge swear vow threaten pledge promise"),
    (CueClass.SPEECH, "i", "claim purport profess propose"),
    (CueClass.SPEECH, "n", "lament bemoan"),
    (CueClass.SPEECH, "n", "vow threaten pledge promise"),
    (CueClass.SPEECH, "qtzn", "announce boast/about/of brag/about recommend propose demand request stipulate specify"),
    (CueClass.SPEECH, "qtz", """
        add comment/on/upon complain/about/of conclude confide counter elaborate/on/upon exclaim
        hint/at imply infer insinuate interject joke/about lament/about observe opine/on/upon posit protest/against
        pronounce quip reason rejoin relate remark/on/upon reply respond/to retort reflect/on/upon remonstrate theorize theorise
        volunteer warn/of/about/against surmise speculate/about/on muse/about/on marvel/at grumble/about
        gripe/about fret/about vent/about/at fume/about/at preach pontificate/on venture"""),
    (CueClass.SPEECH, "qt", """
        attest/to clarify communicate convey certify declaim detail dictate disagree/with divulge echo email e-mail enthuse/about
        expound/on extol hypothesize intimate intone message mandate proffer profess
        purport reassert rebut recap recite recollect rejoice relay restate retweet signal/to sum/up
        testify/to/about telegraph text tout trumpet utter verify vocalize"""),
    # manner of speaking: a quotation, seldom a clause
    (CueClass.SPEECH, "q", "read begin put go continue resume answer question remember ask herald"),
    (CueClass.SPEECH, "qt", """
        bark jeer taunt heckle crack jest reminisce bellow blare blurt/out chant chirp chuckle/at cry/out crow deadpan drawl gasp groan growl holler
        howl laugh/at moan/about mumble murmur mutter rail/against rant/about/against rasp roar scoff/at scream shout shriek sigh snap snarl
        sneer/at snort sob squeal stammer thunder wail whine/about whisper yell sing smirk grin gush/about/over"""),
    # tell verbs: an addressee first
    (CueClass.SPEECH, "qtzwaoi", "tell"),
    (CueClass.SPEECH, "qtza", "assure remind inform/of/about notify/of advise/on/against reassure convince persuade"),
    (CueClass.SPEECH, "qtao", "warn caution counsel instruct"),
    (CueClass.SPEECH, "qwaoni", "ask/for/about/if"),
    (CueClass.SPEECH, "qw", "inquire/about/if enquire/about/if wonder/about/if query"),
    (CueClass.SPEECH, "qton", "urge implore beg/for beseech exhort encourage order command direct plead/for/with entreat press/for challenge"),
    # speech acts with an object
    (CueClass.SPEECH, "qtn", "deny refute disavow"),
    (CueClass.SPEECH, "n", "tout trumpet repudiate dispute rebuff contradict debunk retract"),
    (CueClass.SPEECH, "ni", "decline refuse offer"),
    (CueClass.SPEECH, "nqi", "call/for/on/upon"),
    (CueClass.SPEECH, "n", """
        accuse blame criticize criticise denounce condemn praise applaud hail laud chide rebuke scold
        lambast lambaste blast slam mock ridicule deride decry deplore castigate admonish berate bash belittle
        commend congratulate compliment credit salute thank apologize/for apologise/for
        describe depict characterize characterise portray label dub brand deem liken compare dismiss disparage defend
        endorse rap pan skewer knock assail excoriate vilify trash hammer rip lash/out pillory disown
        discuss debate address/as reference cite quote question challenge invoke highlight
        declare reject welcome vilify bemoan rue"""),
    (CueClass.SPEECH, "qt", "snipe/at grouse/about carp/about crow/about"),
    (CueClass.SPEECH, "qtzn", "point/to"),
    # motions, rulings, submissions: what is said in council and court
    (CueClass.SPEECH, "t", "move submit decree ordain depose conjecture postulate rationalize rationalise undertake guarantee calculate deduce"),
    (CueClass.THOUGHT, "tz", "notice"),
    (CueClass.THOUGHT, "t", "hold"),
    (CueClass.SPEECH, "q", "interrupt persist croak hiss splutter stutter gloat"),
    (CueClass.SPEECH, "qt", "concur/with prophesy forewarn"),
    (CueClass.SPEECH, "qtn", "summarize summarise paraphrase rephrase corroborate substantiate"),
    (CueClass.SPEECH, "i", "undertake consent"),
    (CueClass.SPEECH, "", """
        appeal/for/to/against bristle/at balk/at baulk/at inveigh/against fulminate/against demur/at commiserate/with
        accede/to acquiesce/in assent/to consent/to"""),
    (CueClass.SPEECH, "n", """
        lampoon satirize satirise caricature reproach chastise upbraid censure renounce trivialize trivialise minimise
        attribute acclaim eulogise demonise"""),
    (CueClass.SPEECH, "s", "style christen"),
    (CueClass.SPEECH, "n", "outline herald hype bemoan unveil express voice"),
    (CueClass.FINDING, "", "seem appear"),
    (CueClass.SPEECH, "t", "grouse/about stipulate reckon"),
    (CueClass.SPEECH, "", """
        speak/of/about/on/against talk/about/of refer/to allude/to
        object/to testify vouch/for advocate/for lobby/for/against campaign/for/against"""),
    (CueClass.SPEECH, "n", "advocate advise"),
    (CueClass.SPEECH, "n", """
        attack insult list name identify target reprimand rubbish downplay warn mention tout propose argue/for/against/about/over
        focus/on push/for/back react/to side/with spar/with/over disagree/with/over/on/about rule/on/out/that"""),
    (CueClass.SPEECH, "n", "indicate signal explain recite relay admit/to confess/to opine/against argue"),
    (CueClass.STANCE, "n", "love hate prefer fear"),
    (CueClass.STANCE, "i", "vote/for/against"),
    (CueClass.SPEECH, "qtz", "agree/with/on/to"),
    # more of what is said, without a clause
    (CueClass.SPEECH, "n", """
        rebut retweet echo utter mandate convey divulge detail dictate reassert restate recap verify extol parrot articulate
        enunciate broach propound lecture harangue heckle taunt toast eulogize demonize smear malign slander savage flay sidestep
        deflect minimize exaggerate overstate understate distort misrepresent mischaracterize"""),
    (CueClass.SPEECH, "", """
        quarrel/over/about/with bicker/over/about/with wrangle/over/with haggle/over rave/about waffle/on equivocate/on dwell/on harp/on
        expand/on/upon expound/on gloss/over hark/to harken/to fawn/over riff/on"""),
    (CueClass.THOUGHT, "", "care/about long/for yearn/for agonize/over fixate/on fantasize/about obsess/over/about"),
    (CueClass.THOUGHT, "nw", "ponder mull"),
    (CueClass.STANCE, "n", "relish loathe abhor mourn spurn shun scorn condone"),
    # what somebody makes of a thing: "sees the deal as a mistake"
    (CueClass.THOUGHT, "st", "see"),
    (CueClass.SPEECH, "s", "cast paint frame pitch bill recast treat depict typecast stereotype present position interpret construe"),
    # thought
    (CueClass.THOUGHT, "qtzn", "think/of/about believe/in feel know/about understand realize realise recognize recognise suspect assume doubt fear"),
    (CueClass.THOUGHT, "tzi", "hope/for decide/on/against expect intend plan/on choose"),
    (CueClass.THOUGHT, "tz", "imagine guess reckon figure presume worry/about regret forget remember gather dream/of/about bet"),
    (CueClass.THOUGHT, "tn", "anticipate foresee forecast envision envisage contemplate judge appreciate accept resent"),
    (CueClass.THOUGHT, "n", "consider regard view perceive expect mistake trust distrust dread dislike detest despise admire envy"),
    (CueClass.THOUGHT, "in", "want prefer"),
    (CueClass.THOUGHT, "i", "seek wish/for crave"),
    # stance
    (CueClass.STANCE, "n", "support oppose back favor favour approve/of disapprove/of champion espouse embrace tolerate object/to"),
    # findings of documents, polls, studies
    (CueClass.FINDING, "tz", "show find suggest demonstrate indicate reveal illustrate"),
    (CueClass.FINDING, "t", "document determine discover establish ascertain learn/of/about"),
)  # fmt: skip

# Forms that are also common nouns or adjectives: taken as verbs only after a clear subject or auxiliary.
_NOMINAL = frozenset("""
    address aim answer attack back bet blame call campaign caution challenge champion charge claim command comment
    complaint compliment counter credit cry debate demand detail direct document doubt dream echo email e-mail
    estimate favor favour fear figure forecast guarantee guess hammer hint hope joke judge label laugh lament
    lash mandate mention murmur mistake note object offer order outline pan plan pledge point post praise
    press promise protest query question quote rap reason rebuke reference regret reply report request respect
    scream shout sigh signal snap sob state stress study support surprise suspect talk text thank trash threat
    trust tweet view vow counsel venture vote name list focus push rule side fear attack insult target voice welcome whisper wish wonder worry yell frame paint pitch bill cast treat present position approach advocate rip knock slam blast brand
    hold move guarantee appeal censure hiss caricature consent attribute notice stutter
    """.split())  # fmt: skip

_DENIALS = frozenset(
    "deny refute disavow reject dispute rebut repudiate dismiss contradict disown debunk retract decline refuse doubt".split()
)

_IRREGULAR = {
    "say": ("said", "said"), "tell": ("told", "told"), "write": ("wrote", "written"), "speak": ("spoke", "spoken"),
    "think": ("thought", "thought"), "know": ("knew", "known"), "understand": ("understood", "understood"),
    "feel": ("felt", "felt"), "find": ("found", "found"), "show": ("showed", "shown"), "swear": ("swore", "sworn"),
    "foresee": ("foresaw", "foreseen"), "forecast": ("forecast", "forecast"), "forget": ("forgot", "forgotten"),
    "choose": ("chose", "chosen"), "bet": ("bet", "bet"), "sing": ("sang", "sung"), "blurt": ("blurted", "blurted"),
    "read": ("read", "read"), "begin": ("began", "begun"), "see": ("saw", "seen"), "shoot": ("shot", "shot"), "hit": ("hit", "hit"), "strike": ("struck", "struck"), "come": ("came", "come"),
    "own": ("owned", "owned"), "hold": ("held", "held"), "take": ("took", "taken"), "bring": ("brought", "brought"), "lay": ("laid", "laid"),
    "tear": ("tore", "torn"), "set": ("set", "set"), "make": ("made", "made"), "throw": ("threw", "thrown"), "pay": ("paid", "paid"),
    "lend": ("lent", "lent"), "give": ("gave", "given"), "let": ("let", "let"), "light": ("lit", "lit"), "draw": ("drew", "drawn"),
    "shy": ("shied", "shied"), "ring": ("rang", "rung"), "cast": ("cast", "cast"), "recast": ("recast", "recast"), "typecast": ("typecast", "typecast"), "go": ("went", "gone"), "put": ("put", "put"), "seek": ("sought", "sought"), "mistake": ("mistook", "mistaken"), "retell": ("retold", "retold"),
    "beseech": ("besought", "besought"), "prove": ("proved", "proven"), "plead": ("pleaded", "pleaded"),
}  # fmt: skip
_DOUBLING = frozenset(
    "hit set let begin put admit beg brag blog concur confer infer quip rap pan plan regret refer slam snap sob snip chat rip recap sum".split()
)
_VOWELS = frozenset("aeiou")


def third_person(lemma: str) -> str:
    """Return the form with -s."""
    if lemma.endswith(("o", "s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def past_tense(lemma: str) -> str:
    """Return the regular past form."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return (lemma + lemma[-1] if lemma in _DOUBLING else lemma) + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return (lemma + lemma[-1] if lemma in _DOUBLING or lemma in ("forget", "bet") else lemma) + "ing"


def inflect(lemma: str) -> dict[Form, str]:
    """Return the forms of an English verb."""
    past, participle = _IRREGULAR.get(lemma) or (past_tense(lemma), past_tense(lemma))
    return {
        Form.BASE: lemma,
        Form.THIRD: third_person(lemma),
        Form.PARTICIPLE: participle,
        Form.PAST: past,
        Form.ING: _ing(lemma),
    }


@cache
def verb_cues() -> dict[str, Cue]:
    """Return every cue verb's forms, in lower case."""
    frames: dict[str, str] = {}
    kinds: dict[str, CueClass] = {}
    prepositions: dict[str, set[str]] = {}
    for kind, letters, lemmas in _VERBS:
        for entry in lemmas.split():
            lemma, *following = entry.split("/")
            kinds.setdefault(lemma, kind)
            frames[lemma] = frames.get(lemma, "") + letters
            prepositions.setdefault(lemma, set()).update(p for p in following if not p.endswith("."))
    cues: dict[str, Cue] = {}
    for lemma, kind in kinds.items():
        for form, spelling in inflect(lemma).items():
            nominal = lemma in _NOMINAL and form in (Form.BASE, Form.THIRD)
            finite = form in (Form.BASE, Form.THIRD, Form.PAST)
            after = frozenset(prepositions[lemma])
            denies = lemma in _DENIALS
            cues[spelling] = Cue(lemma, form, kind, frames[lemma], after, nominal, denies, finite)
    return cues


# Nouns that stand for what somebody said or holds: "his claim that ...", "a statement that ...".
CUE_NOUNS = frozenset(
    f"{noun}{ending}"
    for noun in """
        claim assertion statement allegation accusation argument belief contention declaration suggestion insistence
        warning remark comment announcement admission acknowledgment acknowledgement conclusion view opinion fear concern
        hope promise pledge vow prediction assurance charge complaint confirmation denial estimate expectation
        proposal demand call plan offer request recommendation report revelation observation testimony threat
        point case notion idea assumption consensus speculation rumor rumour feeling confidence doubt suspicion recognition understanding
        sentiment perception worry lament boast judgment judgement determination finding message
        answer response reply rationale reasoning explanation mantra refrain theory thesis hunch verdict advice excuse retort aside
        slogan motto mantra tagline catchphrase watchword battle-cry
        hypothesis lie disclosure narrative conviction premise contention caveat reminder
        """.split()
    for ending in ("", "s")
)  # fmt: skip
# Nouns whose content follows a preposition or "to": "his call for", "the minister's refusal to".
NOUN_PREPOSITIONS: dict[str, frozenset[str]] = {
    f"{noun}{ending}": frozenset(entry.split("/")[1:])
    for entry in """
        promise/to/of/for pledge/to/of vow/to threat/to proposal/to/for/on call/to/for/on plan/to/for demand/to/for offer/to/of request/to/for
        criticism/of opposition/to support/for attack/on concern/about/over question/about praise/for/of complaint/about/of accusation/of
        allegation/of endorsement/of desire/to/for wish/to/for hope/to/for/of fear/of/about view/of/on description/of refusal/to
        doubt/about confidence/in enthusiasm/for/about admiration/for/of disdain/for contempt/for hostility/to/toward/towards frustration/with/at/over/about
        anger/at/over/about/with outrage/at/over/about disappointment/with/at/in/about preference/for appreciation/of/for respect/for
        denunciation/of disdain/for disapproval/of dislike/of distrust/of embrace/of enthusiasm/for fondness/for hatred/of/for loyalty/to
        passion/for rebuke/of/to repudiation/of scorn/for suspicion/of/about sympathy/for/with tolerance/for/of worry/about tribute/to
        defense/of defence/of mockery/of ridicule/of portrayal/of characterization/of characterisation/of depiction/of lament/about/over
        pitch/for plea/to/for push/for/to/for approval/of acknowledgment/of
        acknowledgement/of admission/of prediction/of declaration/of announcement/of explanation/of/for
        willingness/to unwillingness/to reluctance/to eagerness/to readiness/to vision/of/for advice/to/on/about skepticism/of/about/toward
        commitment/to insistence/on warning/to/about/against/of remark/about/on comment/about/on stance/on position/on assessment/of
        chant/of cry/of shout/of condemnation/of rejection/of denial/of objection/to skepticism/about/of scepticism/about/of decision/to intention/to determination/to
        """.split()
    for noun in [entry.split("/")[0]]
    for ending in ("", "s")
}
CUE_NOUNS = CUE_NOUNS | NOUN_PREPOSITIONS.keys()
DENIAL_NOUNS = frozenset({"denial", "denials"})
