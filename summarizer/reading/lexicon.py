"""Words that mean much the same in reports of talks, words that exclude each other, and words that carry no content.

Synonym groups are kept narrow: two words stand in one group only if one can replace the other in a
report without changing what is claimed. Opposites are pairs that cannot both be true of one thing.
"""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those there here it its it's he him his she her hers they them their theirs we us our ours you your yours i me my mine
    himself herself itself themselves ourselves who whom whose which what when where why how and or nor but yet so for of in on at to from by with
    about into onto over under between among through during before after since until upon within via per as than then also too both each all any some
    such own same very just only even still already again once ever is are was were be been being am 's has have had having do does did done doing
    will would shall should can could may might must ought not no n't never if unless whether while although though because however therefore thus
    up down out off around across against toward towards along amid regarding concerning s t re ve ll d m one ones other others another more most less
    much many few several quite rather around out that's there's he's she's they're we're i'm
    mr mrs ms dr sir etc eg ie respectively namely mainly so-called up-to
    """.split()
)

# One line, one meaning. Inflected forms are reached through their stems.
SYNONYMS = """
say state tell note remark comment add declare explain mention
announce unveil
support endorse
continue proceed
stress emphasize emphasise underline underscore highlight
believe think consider
ask request
want wish desire
urge press
call conversation telephone phone
talk negotiation discussion consultation
discuss address
meeting session
agree concur
agreement accord deal pact
start begin commence launch
end finish conclude complete
hold conduct host organise organize convene
meet gather
visit trip
leader head
president presidential
premier prime
troop soldier force
war conflict
attack strike assault
kill slay
invade invasion
deploy station
respond response reaction react answer reply
help aid assist assistance
increase rise grow raise growth
decrease fall drop decline reduce cut reduction
buy purchase acquire acquisition
sell sale
big large
small little
show demonstrate
allow permit
ban prohibit forbid
quick fast rapid swift
need require
try attempt
important significant key
serious grave
substantive substantial
build construct
choose select pick
money funds
child kid
whole entire
worry concern
ensure guarantee secure
various different
main principal chief primary
official officer
spokesman spokeswoman spokesperson
ally partner
border frontier
country nation state
government administration cabinet
parliament legislature
law legislation
company firm
doctor physician
injure wound hurt
arrest detain
quit resign
win victory
lose defeat loss
result outcome
aim goal objective purpose
plan scheme
problem issue
step measure
ceasefire truce
peace peaceful
prisoner detainee captive
exchange swap
sanction penalty
propose suggest proposal suggestion
reject refuse
deny denial
accuse allege accusation allegation
condemn denounce
praise laud commend
thank gratitude
warn warning caution
express voice convey
reaffirm reiterate repeat restate
confirm verify
describe characterise characterize
understand comprehend
remain stay
receive obtain
give provide offer
send dispatch
leave depart departure
arrive arrival
join enter
about approximately roughly around
minute min
hour hr
per percent
million mln m
billion bn
year annual yearly
month monthly
week weekly
"""

# Each pair excludes the other when it is said of the same thing; bound to the same slot of a sentence.
OPPOSITES = (
    ("increase", "decrease"),
    ("rise", "fall"),
    ("rise", "drop"),
    ("grow", "shrink"),
    ("raise", "lower"),
    ("up", "down"),
    ("accept", "reject"),
    ("agree", "refuse"),
    ("agree", "disagree"),
    ("confirm", "deny"),
    ("support", "oppose"),
    ("approve", "reject"),
    ("allow", "ban"),
    ("begin", "end"),
    ("start", "stop"),
    ("open", "close"),
    ("win", "lose"),
    ("success", "failure"),
    ("succeed", "fail"),
    ("first", "last"),
    ("before", "after"),
    ("more", "less"),
    ("most", "least"),
    ("bilateral", "multilateral"),
    ("bilateral", "trilateral"),
    ("trilateral", "multilateral"),
    ("trilateral", "quadrilateral"),
    ("direct", "indirect"),
    ("public", "private"),
    ("formal", "informal"),
    ("military", "civilian"),
    ("permanent", "temporary"),
    ("virtual", "in-person"),
    ("optimistic", "pessimistic"),
    ("possible", "impossible"),
    ("likely", "unlikely"),
    ("able", "unable"),
    ("legal", "illegal"),
    ("strengthen", "weaken"),
    ("escalate", "deescalate"),
    ("northern", "southern"),
    ("north", "south"),
    ("east", "west"),
    ("eastern", "western"),
    ("deploy", "withdraw"),
    ("minimum", "maximum"),
    ("former", "current"),
    ("senior", "junior"),
    ("extend", "shorten"),
    ("import", "export"),
    ("majority", "minority"),
    ("unanimous", "divided"),
    ("always", "never"),
    ("early", "late"),
    ("earlier", "later"),
    ("male", "female"),
    ("man", "woman"),
    ("husband", "wife"),
    ("son", "daughter"),
    ("brother", "sister"),
    ("mother", "father"),
    ("boy", "girl"),
    ("arrive", "leave"),
    ("alive", "dead"),
    ("guilty", "innocent"),
    ("safe", "dangerous"),
    ("friend", "enemy"),
    ("morning", "evening"),
    ("morning", "afternoon"),
    ("summer", "winter"),
)

# One line, one class: two words of a class name different things of the same sort, so one cannot stand for the other.
EXCLUSIVE_CLASSES = """
second minute hour day week month quarter year decade century
dollar euro pound yen ruble rouble yuan franc rupee krone
million billion trillion thousand hundred
kilometre kilometer mile metre meter
bilateral trilateral quadrilateral multilateral
president minister ambassador chancellor king queen governor mayor senator general admiral secretary deputy commissioner envoy
army navy police
letter email call summit
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
spring summer autumn winter
first second third fourth fifth sixth seventh eighth ninth tenth
military humanitarian economic financial cultural nuclear
ceasefire ultimatum surrender
import export
student teacher
"""
