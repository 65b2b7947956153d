"""Word lists for names: titles, roles, heads of bodies, events and places, particles, nicknames, spellings.

All lists describe English usage in news and official texts; a word stands in one list only.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _words(
    "mr mr. mrs mrs. ms ms. miss mx mx. messrs messrs. dr dr. prof prof. sir dame lord lady madam madame monsieur mme mme. "
    "hon hon. honorable honourable excellency rev rev. reverend sheikh shaikh sheik sayyid haji herr frau señor señora signor mr.speaker fr. msgr cllr cllr. cllrs cllrs. coun. ald."
)
FEMALE = _words(
    "mrs mrs. ms ms. miss dame lady madam madame mme mme. frau señora queen princess congresswoman spokeswoman chairwoman"
)
MALE = _words("mr mr. sir lord herr monsieur señor signor king prince congressman spokesman chairman")

# What a person is. Those in WEAK_ROLES are also everyday words: in lower case they need more around them.
ROLES = _words(
    """
    president minister chancellor premier secretary spokesman spokeswoman spokesperson official aide adviser advisor ambassador envoy
    diplomat leader chief head director chairman chairwoman chairperson chair governor senator congressman congresswoman representative
    lawmaker legislator parliamentarian deputy mayor king queen prince princess emperor emir sultan pope patriarch archbishop bishop
    cardinal general admiral colonel major captain lieutenant commander marshal sergeant brigadier judge justice prosecutor attorney
    lawyer professor analyst expert researcher economist correspondent reporter journalist editor anchor moderator host coordinator
    co-ordinator negotiator commissioner counsel counselor counsellor ceo cfo founder executive manager boss speaker whip delegate
    activist author historian scholar fellow undersecretary under-secretary vice-president vice-chancellor co-chair co-chairman co-founder
    counterpart candidate nominee politician businessman businesswoman billionaire entrepreneur ombudsman inspector superintendent officer
    detective sheriff pastor rabbi imam ayatollah consul attaché attache rapporteur monarch ruler president-elect minister-designate mp mep
    secretary-general director-general attorney-general governor-general chief-of-staff subcommander strategist pollster columnist
    academic scientist source interviewer questioner facilitator interpreter participant backbencher frontbencher taoiseach tánaiste
    auditor trustee owner colleague chargé mediator arbitrator shareholder consultant engineer accountant organiser organizer skipper farmer trader
    physicist geologist hydrologist meteorologist climatologist epidemiologist biologist lecturer vice-chair vice-chairman vice-chairwoman rector
    convener convenor steward registrar superior bursar archivist curator forecaster
    councillor cllr cllr. alderman msp constable nurse teacher coach crown-prince warlord strongman statesman stateswoman veteran presidium commandant treasurer comptroller solicitor barrister
    pm fm nsa gen. sen. rep. gov. lt. col. sgt. capt. adm. maj. brig. amb. sec. pres. cpl. supt. insp. det. gen sen rep gov lt col sgt capt adm
    """
)
ROLE_PLURALS = {
    "presidents": "president", "ministers": "minister", "chancellors": "chancellor", "premiers": "premier", "secretaries": "secretary",
    "officials": "official", "aides": "aide", "advisers": "adviser", "advisors": "advisor", "ambassadors": "ambassador", "envoys": "envoy",
    "diplomats": "diplomat", "leaders": "leader", "chiefs": "chief", "heads": "head", "directors": "director", "governors": "governor",
    "senators": "senator", "congressmen": "congressman", "representatives": "representative", "lawmakers": "lawmaker",
    "legislators": "legislator", "deputies": "deputy", "mayors": "mayor", "generals": "general", "commanders": "commander",
    "prosecutors": "prosecutor", "lawyers": "lawyer", "analysts": "analyst", "experts": "expert", "researchers": "researcher",
    "economists": "economist", "correspondents": "correspondent", "reporters": "reporter", "journalists": "journalist",
    "negotiators": "negotiator", "commissioners": "commissioner", "executives": "executive", "officers": "officer", "delegates": "delegate",
    "activists": "activist", "spokesmen": "spokesman", "spokespeople": "spokesperson", "spokespersons": "spokesperson", "mps": "mp",
    "meps": "mep", "sources": "source", "counterparts": "counterpart", "politicians": "politician", "candidates": "candidate",
    "co-chairs": "co-chair", "auditors": "auditor", "trustees": "trustee", "owners": "owner", "colleagues": "colleague",
    "mediators": "mediator", "arbitrators": "arbitrator", "shareholders": "shareholder", "consultants": "consultant", "engineers": "engineer",
    "accountants": "accountant", "skippers": "skipper", "farmers": "farmer", "traders": "trader", "councillors": "councillor", "kings": "king", "princes": "prince", "judges": "judge",
}  # fmt: skip
WEAK_ROLES = _words(
    "head chief chair general major captain host whip speaker fellow executive representative justice counsel anchor officer source deputy "
    "judge king queen prince expert author candidate participant interpreter academic scientist boss manager ruler veteran marshal commander "
    "pm fm nsa gen sen rep gov lt col sgt capt adm sec det pres rep. sec. pres. det. presidium cardinal solicitor "
    "owner colleague shareholder consultant engineer accountant farmer trader skipper steward superior"
)
# Roles that hold the highest office of a state: what "the French leader" may stand for.
LEADERS = _words(
    "president premier chancellor king queen emperor emir sultan monarch taoiseach leader ruler pope"
)

MODIFIERS = _words(
    """
    prime foreign defense defence finance interior home health energy economy economic trade culture education agriculture transport
    environment labor labour tourism security national press vice assistant associate under first second senior top acting interim former
    ex ex- late then current outgoing incoming new newly special permanent presidential parliamentary government administration state
    opposition party majority minority cabinet military naval army police intelligence religious spiritual supreme federal regional local
    provincial district international managing principal high crown grand lead leading prominent political policy legal diplomatic
    communications campaign media public affairs relations staff nuclear climate peace foreign-policy external internal budget treasury
    commerce emergency civil ruling coalition congressional longtime long-serving unnamed anonymous independent company business tech oil
    human rights technical research science honorary joint elected appointed rebel separatist air force navy coast guard border customs
    central election tribal homeland veterans immigration migration development reform reconstruction infrastructure digital industry
    european-affairs arms control disarmament nonproliferation non-proliferation counterterrorism counter-terrorism cyber space sports
    social domestic global resident accredited designate general-staff medical chief-executive humanitarian refugee deputy-prime
    water fisheries fishing forestry mining mines minerals petroleum gas power electricity irrigation land lands planning information youth gender
    family pensions railway railways maritime ports port shipping aviation fuel food rural urban innovation technology financial operating marketing
    commercial tax revenue privacy competition consumer returning presiding vocational cultural parish town county deputy-general
    housing welfare region oblast province district city justice-ministry backbench veteran-affairs congressional-affairs sanctions treasury-department white-house nsc
    """
) - ROLES  # fmt: skip
FORMER = _words("former ex ex- late then outgoing previous onetime one-time erstwhile")
RANKING = _words(
    "senior top leading prominent unnamed anonymous longtime long-serving veteran lead current new newly local independent"
)

# Heads of bodies. GOVERNMENT_BODIES have no name of their own: they are known by whose they are.
GOVERNMENT_BODIES = _words(
    "ministry department government embassy parliament administration presidency delegation mission cabinet consulate secretariat "
    "service office directorate chancellery military police army navy legislature judiciary leadership authorities headquarters"
)
BODIES = (
    _words(
        """
        council committee commission agency senate congress assembly court party university college institute institution bank fund organization
        organisation association federation union alliance league group company corporation corp corp. inc inc. ltd ltd. plc llc gmbh foundation
        center centre school academy church forces guard command board authority bureau chamber house society club network times post journal news
        daily herald tribune gazette telegraph magazine airlines airways hospital museum movement front brigade division regiment fleet corps
        coalition consortium partnership tribunal taskforce subcommittee observatory laboratory observer bundeswehr holdings industries systems
        technologies motors energy-company broadcasting television radio newspaper caucus quartet troika contact-group
        """
    )
    | GOVERNMENT_BODIES
)
EVENTS = _words(
    """
    treaty agreement agreements accord accords protocol memorandum summit dialogue conference forum talks convention charter act declaration
    initiative process format plan war olympics games prize pact doctrine resolution statement communiqué communique meeting round session
    consultations negotiations strategy framework agenda programme program project pipeline bill law constitution revolution anniversary
    day week month year festival award championship cup tournament review report mechanism roadmap arrangement understanding
    """
)
PLACES = _words(
    """
    palace airport square street avenue road city province region oblast county island islands sea ocean river lake mount bay strait straits
    peninsula valley mountains hall hotel base villa castle park bridge port gulf cape canal room building tower village town harbor harbour
    desert coast border basin plant corridor territory territories plaza gardens garden residence terminal station stadium heights hills falls
    """
)
# Words that a capital letter does not make a name.
CALENDAR = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sept sept. sep sep. oct oct. nov nov. dec dec. mon tue wed thu fri
    sat sun spring summer autumn winter christmas easter ramadan thanksgiving hanukkah eid gmt utc est edt cet cest msk pst pdt bst et eet a.m
    p.m am pm a.m. p.m. a.d. b.c.
    """
)
ADJECTIVES = _words(
    """
    western eastern northern southern north south east west arab arabic muslim christian jewish islamic islamist catholic orthodox protestant
    sunni shia shiite republican republicans democratic democrat democrats conservative conservatives liberal liberals nazi communist communists
    marxist asian african european europeans latin nordic baltic balkan atlantic transatlantic euro-atlantic allied allies cold english-speaking
    trans-atlantic slavic caucasian kurdish kurd kurds bosniak tatar cossack uyghur uighur rohingya chechen middle-eastern arabs muslims christians
    jews catholics africans asians bilateral ukrainian-russian tory tories whig labourite hebrew internet covid-19 english
    """
)
GROUPS = _words(
    "republicans democrats conservatives liberals communists europeans kurds arabs muslims christians jews catholics africans asians tories allies"
)
PARTICLES = _words(
    "von van der den de da di del della dos du la le bin ibn ben ter ten zu al el abu af av y e st st. saint"
)
SUFFIXES = _words("jr jr. sr sr. ii iii iv esq esq. kc qc phd ph.d. md m.d. obe mbe cbe")

# Openers of sentences and small words of headlines: capitals there mean nothing.
OPENERS = _words(
    """
    a an the this that these those there here it its he him his she her hers they them their we us our ours you your i me my who whom whose which
    what when where why how and or nor but yet so for of in on at to from by with about into onto over under between among through during before
    after since until upon within via per as than then also too both each all any some such own same very just only even still already again once
    ever is are was were be been being am has have had do does did will would shall should can could may might must ought not no never if unless
    whether while although though because however therefore thus up down out off around across against toward towards along amid regarding
    concerning meanwhile moreover furthermore additionally earlier later yesterday today tomorrow now instead indeed nevertheless nonetheless
    otherwise likewise similarly consequently accordingly finally lastly next previously recently currently thanks thank yes yeah okay ok well hi
    hello good dear please sorry sure right look let asked despite according given following speaking separately besides overall like unlike
    one two three four five six seven eight nine ten first second third another other others many most more much few several every either neither
    none nothing something everything everyone someone nobody q re i'm i've i'd i'll it's that's there's we're we've we'll you're you've they're
    they've he's she's what's who's don't didn't doesn't can't won't isn't aren't wasn't let's no. merry happy new via vs vs. amen not-so etc perhaps
    maybe often sometimes always almost nearly probably possibly certainly clearly obviously notably importantly interestingly unfortunately
    eventually hence whereas whatever whenever wherever whoever thereafter afterwards elsewhere further
    """
) - _words("may")
# What is written in capitals, or said in a chat, and names nobody.
INITIALISMS = _words(
    "ok lol omg asap fyi tgif btw imo imho faq faqs rsvp aka tba tbc tbd eta diy vip vips ps pps nb"
)
COMMON = _words(
    """
    talks meeting meetings leaders leader security guarantees guarantee tensions tension officials negotiations negotiation sanctions military
    forces troops people countries country world war peace call calls phone agreement deal deals joint statement remarks readout background press
    briefing conference questions question answer answers report reports news breaking update updates analysis opinion politics business sports
    market markets oil gas energy climate trade economy economic price prices inflation election elections vote votes voters court trial police
    crisis conflict attack attacks strike strikes missile missiles nuclear weapons arms control stability strategic dialogue summit visit visits
    visited bilateral multilateral relations cooperation partnership support aid assistance billion million thousand key major top high low
    big small great big early late long short hard soft full open closed final live watch read video photo photos gallery story stories home
    share comment comments editor letter letters week weeks month months year years day days night morning evening afternoon hours hour minutes
    says say said tells told urges urge urged warns warn warned meets meet met holds hold held calls agrees agree agreed agrees denies deny denied
    vows vow vowed seeks seek sought plans plan planned set sets needs need wants want wanted takes take took gives give gave makes make made gets
    get got goes go went comes come came puts put keeps keep kept shows show showed sees see saw finds find found leaves leave left ends end ended
    begins begin began starts start started opens opened closes closed signs sign signed sends send sent brings bring brought faces face faced
    rejects reject rejected accepts accept accepted announces announce announced confirms confirm confirmed discusses discuss discussed offers
    offer offered proposes propose proposed reaffirms reaffirmed welcomes welcome welcomed condemns condemn condemned expects expect expected
    stresses stress stressed notes note noted adds add added understands understand understood outcome result results response responses different
    options option response expansion eastward flight flights first last next new old young free fair legal legally binding illegal public private
    national international global regional local federal state states government governments ministry ministries department departments office
    offices council committee commission party parties member members president presidents minister ministers prime foreign defense defence
    interior finance secretary general deputy senior former special envoy envoys ambassador ambassadors spokesman spokesperson official
    administration service services agency agencies group groups union force air sea land space army navy plane planes ship ships base bases
    border borders city cities town towns region regions area areas north south east west eastern western northern southern central middle
    how why what who when where position appointed appointment nomination nominations senate sent list participants agenda annex chapter section
    article articles paragraph part page table figure note notes appendix introduction summary conclusion conclusions overview contents date time
    place location subject transcript interview interviews exclusive special feature editorial column guest contact information copyright rights
    reserved terms privacy policy cookies email newsletter subscribe sign log register search menu help via teleconference telephone video
    applause laughter inaudible crosstalk laughs signal begin end break pause silence
    """
)
SPEECH = _words(
    "said says told tells added adds asked asks stated states noted notes stressed stresses explained argued argues warned warns announced announces "
    "declared declares insisted insists replied replies responded responds claimed claims confirmed confirms denied denies wrote writes tweeted "
    "recalled pointed emphasized emphasised underlined underscored continued concluded commented remarked reiterated urged urges thinks believes "
    "suggested suggests admitted admits acknowledged agreed vowed pledged promised"
)

NICKNAMES = """
joseph joe joey josef jozef
robert bob rob bobby robbie
william bill will billy liam
richard rick dick rich richie
antony anthony tony anton antonio
james jim jimmy jamie
john jack johnny jon
thomas tom tommy
michael mike mick mickey
charles charlie chuck carlos
edward ed eddie ted ned teddy
theodore ted theo teddy
daniel dan danny
david dave
steven stephen steve
jennifer jen jenny
elizabeth liz beth betsy betty lisa
katherine catherine kate katie kathy cathy kathryn katharine
margaret maggie meg peggy
nicholas nick nicolas
christopher chris
christine christina chris
alexander alex aleksandr aleksander oleksandr alexandre sasha alejandro
samuel sam
samantha sam
benjamin ben benny
matthew matt
andrew andy drew
andrei andrii andrej andri
gregory greg
jeffrey jeff geoffrey geoff
patrick pat paddy
patricia pat patty
timothy tim
kenneth ken kenny
ronald ron ronnie
donald don donnie
leonard leo len
lawrence larry laurence
gerald gerry jerry jerome
philip phil phillip
peter pete
susan sue susie
deborah deb debbie
rebecca becky
victoria vicky vicki
abraham abe
jacob jake
joshua josh
nathaniel nathan nate
raymond ray
eugene gene
francis frank
franklin frank
frederick fred freddie
harold harry hal
henry harry hank
douglas doug
zachary zach zack
vladimir volodimir vova
dmitri dmitro dimitri
sergei serhi sergi
alexei oleksi aleksei
nikolai mikola nikolay
mikhail mihail mikhailo
evgeni yevgeni evgen yevhen evgenii
pavel pavlo
oleg oleh
igor ihor
elena olena yelena helena
natalia natalya nataliia
julia yulia iulia
yuri iuri juri
mohammed muhammad mohamed mohammad mohamad muhammed
ahmed ahmad
hussein hossein husain hussain
hassan hasan
recep rejep
jose josep
narendra narendr
kamala kam
bernard bernie
bernadette bernie
walter walt
martin marty
nancy nan
barbara barb
pamela pam
judith judy
sandra sandy
anne ann anna
maria mary marie
"""


@cache
def nicknames() -> dict[str, frozenset[int]]:
    """Map each given name to the numbers of the groups it stands in: names of one group may name one person."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(NICKNAMES.strip().splitlines()):
        for name in line.split():
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


@cache
def given_names() -> frozenset[str]:
    """Return common given names, as written."""
    text = (
        files("summarizer.reading").joinpath("data").joinpath("given_names.txt").read_text(encoding="utf-8")
    )
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())
