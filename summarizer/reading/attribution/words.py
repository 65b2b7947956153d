"""Closed classes of English words, and words of time and place, that the attribution rules ask about."""

from __future__ import annotations

from summarizer.reading.attribution.cues import past_tense, third_person

# Third-person forms that are more often plural nouns.
_PLURAL_NOUNS = frozenset(
    """
    acts attempts changes checks clashes costs crosses drops ends faces features fires forms gains hosts lands leads leaves moves needs plays picks
    results returns rides rises rules runs sells sets shifts signs splits spreads stands starts stays steps stops struggles tries turns uses votes
    visits walks wins works concerns causes experiences increases decreases launches marches matters passes reaches releases trains travels urges
    delays defeats touches fits shapes surges triggers treats transfers sparks speeds blocks lasts""".split()
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SUBJECT_PRONOUNS = _words("he she they i we you it")
PERSONS = _words("he she they i we you")
CONTRACTED = {
    f"{p}{mark}{t}": p for p in SUBJECT_PRONOUNS for mark in "'’" for t in ("s", "ve", "d", "ll", "re", "m")
}
RELATIVES = _words("who which that whom")
DETERMINERS = _words(
    "the a an this that these those his her its their our my your some any each every no another both all many most several few one two three four five"
)
POSSESSIVES = _words("his her its their our my your")
PREPOSITIONS = _words("""
    of in on at for from with by to about against into over under after before during through between among amid near outside inside
    within without across along around behind beyond despite since until toward towards upon via per like than including
    regarding concerning following off onto up down out alongside besides beneath beside above below throughout versus amidst amongst
    aboard atop unlike""")
CLAUSE_OPENERS = _words("""
    that because if when whenever while but although though as after before since where whereas until unless than what how why whether
    which who whom whose so yet nor once lest and or""")
BE = _words("is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t 's ’s")
HAVE = _words("has have had having hasn't haven't hadn't hasn’t haven’t hadn’t")
DO = _words("do does did don't doesn't didn't don’t doesn’t didn’t")
MODALS = _words("""
    will would can could may might must shall should cannot won't wouldn't can't couldn't mustn't shouldn't won’t wouldn’t can’t
    couldn’t mustn’t shouldn’t""")
AUXILIARIES = BE | HAVE | DO | MODALS
NEGATIONS = _words("not never no neither nor without")
DAYS = _words("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow")
TIMES = DAYS | _words(
    "last this next earlier late early week month year weekend morning afternoon evening night ago recently later"
)
ADVERBS = DAYS | _words("""
    each both all
    also later then now once again often just still even too already ever never always first thus therefore however instead
    further furthermore moreover besides perhaps not only simply soon long there here since all both earlier though
    himself herself themselves itself myself ourselves yourself sometimes meanwhile afterward afterwards likewise maybe almost rather quite
    initially back together so""")
NOT_ADVERBS = _words("""
    family ally rally supply reply apply assembly july italy early daily weekly monthly only emily kelly sally molly holly billy elderly
    friendly anomaly monopoly bully likely lovely lonely ugly holy lily polly reilly donnelly connolly""")
QUESTION_WORDS = _words("whether what how why who where when which whom if")
# Finite forms of frequent verbs that are no cues: a subject does not reach over one.
VERBS = (
    _words("""
    went came took made gave got saw put kept let began became seemed left brought held ran set met led stood sat lost paid sent built
    fell spent won cut grew drew rose threw broke drove wore bought caught taught fought sold hit beat shot hurt quit wound flew lay
    make take give go come get see put keep let begin become seem bring include need means needs
    made underwent overcame withdrew arose shook ate drank rode rang sank slid slept swam swung swept tore woke wept stuck struck stole
    spun sprang sped shrank laid leapt knelt hid hung heard fled froze forgave fed dug dealt crept clung bent bled blew bit awoke
    undertook withheld upheld overthrew strode burst clad rubbed nodded shrugged smiled paused""")
    | frozenset(
        form
        for lemma in """
    abandon achieve act adopt allow appear apply approach arrest arrive assume attempt attend attract avoid become begin
    belong block bring build cancel care carry cause celebrate change check clash close collapse collect combine compete complete concern
    confront connect contain continue contribute cost create cross decrease defeat delay deliver depend deserve destroy
    develop differ disappear drop earn emerge employ enable end enjoy ensure enter escape establish exist expand experience explode
    face fail fall feature feed fill finish fire fit fix flee follow force form gain gather get give go grab grow happen help hire
    hold host ignore impose improve include increase inspire invite involve join jump keep kill lack land last launch lead lean learn leave
    let lift listen live locate look lose love make manage march matter meet mention miss move need nominate occur open operate
    organize participate pass perform persist pick play pour prepare prevent prompt prove provide pull pursue push put raise reach receive
    recover reduce relate release rely remain remove replace represent require resign resist resolve result return ride rise rule run save
    secure seem select sell send serve set settle shake shape shift sign sit spark speed spend split spread stand start stay stem step stop
    struggle succeed suffer surge surround surprise survive take tend touch train transfer travel treat trigger try turn undermine
    unite use vary visit vote wait walk win withdraw work""".split()
        for form in (third_person(lemma), past_tense(lemma))
        if form not in _PLURAL_NOUNS
    )
)
ROLES = _words("""
    president chairman chairwoman chair director chief head leader founder spokesman spokeswoman spokesperson secretary minister professor author
    editor owner manager analyst adviser advisor aide attorney lawyer executive co-founder member host commissioner ambassador dean economist
    strategist consultant officer official expert scholar fellow researcher columnist reporter correspondent mayor governor senator""")
# Nouns for people, beside those in -er, -or, -ist, -ian, -man and -woman.
_PEOPLE = (
    ROLES
    | _words("""
    friend neighbor neighbour mother father wife husband brother sister son daughter cousin colleague native resident veteran student critic
    participant assistant accountant merchant refugee employee retiree trainee delegate candidate nominee activist nurse guide chef clerk
    surgeon patient agent diplomat lawmaker aunt uncle niece nephew widow pilot captain colonel general sergeant predecessor successor counterpart deputy
    judge king queen prince princess pope priest bishop monk nun rabbi imam sheriff marshal guard cop pundit counsel envoy spouse parent mom dad mum
    boy girl child kid teen witness victim suspect client tenant citizen immigrant migrant applicant defendant plaintiff attendee voter""")
)
_NO_PEOPLE = _words("""
    number quarter summer winter september october november december paper newspaper letter order power matter chapter center centre
    river border computer weather disaster tower corner answer offer dinner former latter later earlier other another either neither whether error
    terror floor door major minor color colour honor honour labor labour favor favor human woman""") - {
    "woman"
}
STATES = frozenset(
    s.strip() for s in """
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho, illinois, indiana, iowa,
    kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada,
    new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island,
    south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, ontario, quebec,
    d.c., n.h., n.j., n.m., n.y., n.c., n.d., r.i., s.c., s.d., w.va., ala., ariz., ark., calif., colo., conn., del., fla., ga., ill., ind., kan., ky.,
    la., md., mass., mich., minn., miss., mo., mont., neb., nev., okla., ore., pa., tenn., va., vt., wash., wis., wyo.
    """.split(",")
)  # fmt: skip
MONTHS = _words("january february march april may june july august september october november december")


# Nouns that take up a whole statement: "..., a claim that ..."
SUMMARIES = frozenset(
    """
    fact claim charge point word decision move approach view idea notion position accusation allegation argument assertion suggestion
    theme message promise pledge proposal plan term phrase description label question issue policy stance strategy criticism sentiment
    demand line something goal gap step tactic figure number remark comment conclusion prospect assessment change""".split()
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word can stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


def negates(word: str) -> bool:
    """Whether a word makes its verb negative."""
    return word in NEGATIONS or word.endswith(("n't", "n’t")) or word == "cannot"


def is_person_noun(word: str) -> bool:
    """Whether a lower-case noun stands for a person by its ending or as a role."""
    return word in _PEOPLE or (
        word.endswith(("er", "or", "ist", "ian", "man", "woman", "eer"))
        and len(word) > 4
        and word not in _NO_PEOPLE
    )
