"""Values that stand nowhere in a text but follow from what stands there, each with a false twin."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

FERRY = Source.from_text(
    """Ferry operator and seamen's union still at odds

PIRAVOS, 14 May 2024 (Harbour Wire) - Talks between the ferry operator Nordlinje and the seamen's union went into a third day on Tuesday without a deal.

The union's secretary, Ilse Marant, said her members had lowered their demand from 410 crowns to 360 crowns a shift. The company's negotiator, Pavel Oster, offered 295 crowns, up from 270 crowns.

The night session opened at 21:30 and broke up at 04:15. The mediator, Greta Lund, ordered a pause of 45 minutes at midnight.

Nordlinje runs 16 ships. Nine of them stayed in port on Tuesday. The strike fund holds 840,000 crowns, to be divided equally among the 1,200 strikers.

The parties will meet again on Friday. The current wage agreement expires on 30 June.
"""
)
FERRY_CLAIMS = [
    ("The two sides are still 65 crowns a shift apart.", True),
    ("The two sides are still 115 crowns a shift apart.", False),
    ("The two sides are still 90 crowns a shift apart.", False),
    ("The union lowered its demand by 50 crowns.", True),
    ("The union lowered its demand by 65 crowns.", False),
    ("The company raised its offer by 25 crowns.", True),
    ("The company raised its offer by 50 crowns.", False),
    ("The union came down by 25 crowns a shift.", False),
    ("The night session lasted six hours and 45 minutes.", True),
    ("The night session lasted six hours and 15 minutes.", False),
    ("Without the pause, the night session lasted six hours.", True),
    ("Without the pause, the night session lasted seven hours.", False),
    ("The night session lasted nearly seven hours.", True),
    ("The night session lasted nearly eight hours.", False),
    ("Seven of the ships of Nordlinje did not stay in port on Tuesday.", True),
    ("Eight of the ships of Nordlinje did not stay in port on Tuesday.", False),
    ("Each striker can expect 700 crowns from the strike fund.", True),
    ("Each striker can expect 800 crowns from the strike fund.", False),
    ("More than half of Nordlinje's ships stayed in port on Tuesday.", True),
    ("The parties are to meet again on 17 May.", True),
    ("The parties are to meet again on 18 May.", False),
    ("The talks between Nordlinje and the union began on Sunday, 12 May.", True),
    ("The talks between Nordlinje and the union began on Saturday, 11 May.", False),
]

TRADE = Source.from_text(
    """Press release

Quillon and Varda conclude tariff talks

Arda, 22 April 2025

After fourteen rounds, the chief negotiators of Quillon and Varda, Leo Brandt and Sana Idris, today initialled the text of the agreement. The first round had taken place on 11 February 2024 in Varda.

Trade between both countries amounted to 900 million dollars in 2024, after 300 million dollars in 2014. Quillon exported goods worth 540 million dollars to Varda.

Duties on 72 per cent of tariff lines will be abolished at once; a further 19 per cent will go within seven years. The rest stay as they are.

Quillon's quota for beef rises from 12,000 tonnes to 15,000 tonnes. The duty on wine drops from 20 per cent to 8 per cent.

The ministers, Ana Ruiz and Karim Odeh, will sign on 3 June in Port Selen. The agreement has to be ratified by both parliaments.

Contacts: Nina Falk, Tom Reyes, Paula Winter
"""
)
TRADE_CLAIMS = [
    ("Trade between Quillon and Varda tripled within ten years.", True),
    ("Trade between Quillon and Varda doubled within ten years.", False),
    ("Trade between Quillon and Varda is three times what it was in 2014.", True),
    ("Trade between Quillon and Varda is four times what it was in 2014.", False),
    ("Varda sold goods worth 360 million dollars to Quillon in 2024.", True),
    ("Varda sold goods worth 340 million dollars to Quillon in 2024.", False),
    ("Nine per cent of tariff lines keep their duties.", True),
    ("Nineteen per cent of tariff lines keep their duties.", False),
    ("Within seven years, 81 per cent of tariff lines will be free of duties.", False),
    ("Quillon's beef quota grows by 3,000 tonnes.", True),
    ("Quillon's beef quota grows by 2,000 tonnes.", False),
    ("Quillon's beef quota grows by a quarter.", True),
    ("The duty on wine falls by 12 percentage points.", True),
    ("The duty on wine falls by 8 percentage points.", False),
    ("The signing is planned six weeks after the text was initialled.", True),
    ("The signing is planned eight weeks after the text was initialled.", False),
    ("The text was initialled a little over fourteen months after the first round.", True),
    ("The text was initialled a little over sixteen months after the first round.", False),
    ("The release names four contacts.", False),
    ("Quillon's exports made up 60 per cent of the trade between the two countries in 2024.", True),
    ("Quillon's exports made up 70 per cent of the trade between the two countries in 2024.", False),
]

LOG = Source.from_text(
    """PORT DIARY, SATURDAY 6 APRIL

0730 - Harbour master opens the hearing on the stranded freighter Alma.
0810 - Statement by the captain, Jonas Reik.
0905 - Radio Costa reports that the crew has been arrested. The police deny it at 0935.
1130 - Hearing adjourned for lunch.
1300 - Hearing resumes. Two experts from each of the three insurers are heard.
1745 - Hearing closes. The ruling is to be given on 20 April.

* The Alma carries 3,600 containers; 900 of them hold fruit.
* The salvage will cost 180,000 dollars, to be shared equally by the three insurers.
* 12 tugs have been hired, four more than last week.
"""
)
LOG_CLAIMS = [
    ("The police denied the report half an hour later.", True),
    ("The police denied the report a quarter of an hour later.", False),
    ("A little over ten hours passed between the opening and the close of the hearing.", True),
    ("A little over nine hours passed between the opening and the close of the hearing.", False),
    ("The lunch break lasted an hour and a half.", True),
    ("The lunch break lasted two hours and a half.", False),
    ("Six experts of the insurers are heard.", True),
    ("Five experts of the insurers are heard.", False),
    ("The ruling is due two weeks after the hearing.", True),
    ("The ruling is due three weeks after the hearing.", False),
    ("A quarter of the containers hold fruit.", True),
    ("A third of the containers hold fruit.", False),
    ("Each insurer is to pay 60,000 dollars for the salvage.", True),
    ("Each insurer is to pay 90,000 dollars for the salvage.", False),
    ("Last week, eight tugs had been hired.", True),
    ("Last week, sixteen tugs had been hired.", False),
    ("The captain's statement came forty minutes after the opening of the hearing.", True),
    ("The captain's statement came fifty minutes after the opening of the hearing.", False),
    ("2,700 of the containers do not hold fruit.", True),
    ("2,600 of the containers do not hold fruit.", False),
]

COFFEE = Source.from_text(
    """COFFEE GROWERS END BLOCKADE AFTER DEAL ON PRICE

SAN LUCERO, Nov. 21 (Andes Press) - Coffee growers in the highlands lifted their road blockade on Thursday after nine days, having settled with the government on a minimum price of 1,050 pesos a kilo.

The growers' league had called for 1,200 pesos. The government began at 900 pesos and raised its offer twice. At present dealers pay about 840 pesos.

"It's 75 percent of what we dreamed of and all of what we could get," said the league's president, Rosa Mejia, 54, who led a team of seven.

The agriculture minister, Hugo Barrera, said the subsidy would cost 63 million pesos a year for a harvest of 300,000 tonnes. The league has 8,400 members; 2,100 of them took part in the blockade, police said. Fourteen people were hurt, five of them policemen. Eleven have left hospital.

The previous blockade, in 2021, lasted 27 days.

The agreement takes effect on Dec. 1 and runs for two years. It must be confirmed by the league's assembly, which meets on Saturday.
"""
)
COFFEE_CLAIMS = [
    ("The growers got 150 pesos less than they had called for.", True),
    ("The growers got 300 pesos less than they had called for.", False),
    ("The agreed price is 250 pesos above the government's first offer.", False),
    ("The agreed minimum price is 25 percent higher than what dealers pay at present.", True),
    ("The agreed minimum price is 35 percent higher than what dealers pay at present.", False),
    ("The blockade began on November 12.", True),
    ("The blockade began on November 14.", False),
    ("A quarter of the league's members took part in the blockade.", True),
    ("A third of the league's members took part in the blockade.", False),
    ("Nine of those hurt were not policemen.", True),
    ("Ten of those hurt were not policemen.", False),
    ("Three of the injured are still in hospital.", True),
    ("Nine of the injured are still in hospital.", False),
    ("The blockade of 2021 lasted twice as long as this one.", False),
    ("The blockade of 2021 lasted 18 days longer than this one.", True),
    ("The blockade of 2021 lasted 16 days longer than this one.", False),
    ("The subsidy comes to 210 pesos a tonne.", True),
    ("The subsidy comes to 310 pesos a tonne.", False),
    ("The assembly of the league meets on November 24.", False),
]

RAIL = Source.from_text(
    """RAILWAY COMMITTEE OF THE SENATE
Minutes of the sitting of Wednesday, 5 March 2025

Present: Senators Aldo Ferri (chair), Birgit Olm, Chidi Nwosu, Dana Petrak and Emil Roth. Apologies: Senator Faye Quinn.
In attendance: Ms Ruth Hale, director of the Rail Authority; Mr Ivo Lanz and Ms Mia Torres, engineers.

1. The chair opened the sitting at 10.05 a.m. The minutes of the sitting of 19 February were adopted.

2. Ms Hale reported that the Authority had renewed 84 kilometres of track in 2024, against a plan of 120 kilometres. In 2023 it had renewed 105 kilometres. Of the 310 bridges on the network, 124 are more than eighty years old. Punctuality had slipped to 87.5 per cent from 91 per cent.

3. The cost of the new signalling at Torn has been estimated at 36 million crowns. The state will bear two thirds of it; the remainder falls to the region. Senator Olm asked what a delay would cost. Mr Lanz answered that each month of delay added 400,000 crowns.

4. Ms Torres said that the tunnel works, which began on 3 June 2024, would take fifteen months. The contractor employs 240 workers, twice as many as in January.

5. The committee agreed to visit the site on 26 March. By four votes to one it approved the report. Senator Roth voted against.

The sitting was suspended from 11.20 to 11.35 a.m. and rose at 12.50 p.m.
"""
)
RAIL_CLAIMS = [
    ("In 2024 the Authority renewed 36 kilometres of track less than planned.", True),
    ("In 2024 the Authority renewed 21 kilometres of track less than planned.", False),
    ("The Authority renewed 21 kilometres more in 2024 than in 2023.", False),
    ("The Authority achieved 70 per cent of the track renewal planned for 2024.", True),
    ("The Authority achieved 80 per cent of the track renewal planned for 2024.", False),
    ("Forty per cent of the bridges are more than eighty years old.", True),
    ("Sixty per cent of the bridges are more than eighty years old.", False),
    ("196 of the bridges are not older than eighty years.", False),
    ("Punctuality fell by 3.5 percentage points.", True),
    ("Punctuality rose by 3.5 percentage points.", False),
    ("Punctuality fell by 2.5 percentage points.", False),
    ("The region will have to pay 12 million crowns for the new signalling.", True),
    ("The region will have to pay 24 million crowns for the new signalling.", False),
    ("The state will pay 24 million crowns for the signalling at Torn.", True),
    ("The state will pay 18 million crowns for the signalling at Torn.", False),
    ("A third of the cost of the signalling falls to the region.", True),
    ("A quarter of the cost of the signalling falls to the region.", False),
    ("A delay of half a year would cost 2.4 million crowns.", True),
    ("A delay of half a year would cost 4.8 million crowns.", False),
    ("The tunnel works are to end in September 2025.", True),
    ("The tunnel works are to end in December 2025.", False),
    ("In January, the contractor employed 120 workers.", True),
    ("In January, the contractor employed 480 workers.", False),
    ("The visit to the site falls two weeks after the sitting.", False),
    ("The sitting lasted two hours and forty-five minutes.", True),
    ("The sitting lasted two hours and thirty minutes.", False),
    ("Without the interruption, the sitting lasted two and a half hours.", True),
    ("Without the interruption, the sitting lasted two and a quarter hours.", False),
    ("The sitting was suspended for a quarter of an hour.", True),
    ("The sitting was suspended for half an hour.", False),
    ("Five senators were present.", True),
    ("Six senators were present.", False),
    ("The visit to the site is set for a Wednesday.", True),
    ("The visit to the site is set for a Friday.", False),
]

CLINIC = Source.from_text(
    """MINUTES - HOSPITAL TRUST, Board of Governors
Tuesday 14 January 2025, 16.30 - 18.45

Present: Dr A. Moss (chair), Mrs B. Tully, Mr C. Vane, Ms D. Wray. Absent: Mr E. Yule.

1. Beds. The director reported 420 beds, of which 63 were closed for want of nurses. In January 2024, 35 had been closed.

2. Nurses. Of 96 vacancies, two thirds have been filled. Agency nurses cost the Trust 2.7 million last year, against 1.8 million in 2023.

3. New wing. Tenders: Alder 14.2 million, Birch 12.9 million, Cedar 15.0 million. The Board accepted Birch's. The Health Fund will carry half the cost, a donor a quarter, and the Trust the remainder. Building is to start on 1 April and to take twenty months.

4. Car park. A motion to raise the fee from 2.00 to 2.50 an hour was lost by three votes to one.

5. The Board paused for ten minutes at 17.40. Mrs Tully left at 18.15.

Next meeting: 11 March.
"""
)
CLINIC_CLAIMS = [
    ("The board sat for two and a quarter hours.", True),
    ("The board sat for two and a half hours.", False),
    ("Without the pause, the board sat for one hour and fifty-five minutes.", False),
    ("357 beds were not closed.", True),
    ("385 beds were not closed.", False),
    ("Fifteen per cent of the beds were closed.", True),
    ("Twenty per cent of the beds were closed.", False),
    ("38 more beds were closed than in January 2024.", False),
    ("28 fewer beds were closed than in January 2024.", False),
    ("A third of the vacancies have not been filled.", True),
    ("A quarter of the vacancies have not been filled.", False),
    ("Sixty-four of the vacancies have been filled.", True),
    ("Fifty-four of the vacancies have been filled.", False),
    ("Thirty-two vacancies are still to be filled.", True),
    ("Forty-two vacancies are still to be filled.", False),
    ("Spending on agency nurses rose by half.", True),
    ("Spending on agency nurses rose by a third.", False),
    ("Spending on agency nurses rose by 0.9 million.", True),
    ("Spending on agency nurses fell by 0.9 million.", False),
    ("Birch's tender was 1.3 million lower than Alder's.", True),
    ("Birch's tender was 2.1 million lower than Alder's.", False),
    ("Alder's tender was 1.3 million lower than Birch's.", False),
    ("The Trust will carry half of the cost of the new wing.", False),
    ("The Health Fund will pay 7.1 million for the new wing.", False),
    ("Building is to be finished by the end of November 2026.", True),
    ("Building is to be finished by the end of September 2026.", False),
    ("The motion would have raised the fee by a quarter.", True),
    ("The motion would have raised the fee by a third.", False),
    ("The motion would have raised the fee by 0.50 an hour.", True),
    ("The next meeting is to be held eight weeks later.", True),
    ("The next meeting is to be held six weeks later.", False),
    ("Mrs Tully left an hour before the meeting ended.", False),
]

TALKS = Source.from_text(
    """Q&A: What was agreed in Varna?

Who took part?
The energy ministers of Harn, Solby and Kess. They talked for eleven hours, until two in the morning.

What is the deal about?
About electricity from the Harn dam. Harn will deliver 900 megawatts a year from 2027: 500 to Solby, the rest to Kess. So far it has delivered 600.

What does it cost?
Solby pays 40 dollars per megawatt-hour, which is 5 dollars less than it does today. The new line will cost 270 million dollars; the three countries share the cost equally. A loan of the Lake Bank covers 80 per cent of Kess's share.

How long does it last?
Ten years. It was signed on 3 December 2024 and will enter into force ninety days later.

What is still open?
Two of the six annexes. And 14 of the 20 villages along the line have not yet given their consent.

When was the last deal struck?
In 1999. Talks on this one took four years and 22 rounds.
"""
)
TALKS_CLAIMS = [
    ("The talks began at three in the afternoon.", True),
    ("The talks began at four in the afternoon.", False),
    ("Kess is to receive 400 megawatts.", True),
    ("Kess is to receive 500 megawatts.", False),
    ("Harn will deliver 300 megawatts more than so far.", True),
    ("Harn will deliver 400 megawatts more than so far.", False),
    ("Today Solby pays 45 dollars per megawatt-hour.", True),
    ("Today Solby pays 35 dollars per megawatt-hour.", False),
    ("Each of the three countries pays 90 million dollars for the line.", True),
    ("Each of the three countries pays 80 million dollars for the line.", False),
    ("The loan of the Lake Bank amounts to 216 million dollars.", False),
    ("The agreement enters into force on 3 March 2025.", True),
    ("The agreement enters into force on 3 April 2025.", False),
    ("Three of the annexes are settled.", False),
    ("Fourteen of the villages have given their consent.", False),
    ("The previous deal had been struck 15 years earlier.", False),
]


@pytest.mark.parametrize(("claim", "supported"), FERRY_CLAIMS)
def test_what_follows_in_ferry(claim: str, supported: bool) -> None:
    """What two sides name who bargain, what each of many gets, and how long a night was."""
    finding = check(claim, FERRY)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons


@pytest.mark.parametrize(("claim", "supported"), TRADE_CLAIMS)
def test_what_follows_in_trade(claim: str, supported: bool) -> None:
    """Growth, what is left of all, what the other of two sold, and lengths between days."""
    finding = check(claim, TRADE)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons


@pytest.mark.parametrize(("claim", "supported"), LOG_CLAIMS)
def test_what_follows_in_log(claim: str, supported: bool) -> None:
    """What happened when, by a diary of a day without its year."""
    finding = check(claim, LOG)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons


@pytest.mark.parametrize(("claim", "supported"), COFFEE_CLAIMS)
def test_what_follows_in_coffee(claim: str, supported: bool) -> None:
    """What came of a bargain, how many of all, and the other end of what lasted nine days."""
    finding = check(claim, COFFEE)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons


@pytest.mark.parametrize(("claim", "supported"), RAIL_CLAIMS)
def test_what_follows_in_rail(claim: str, supported: bool) -> None:
    """A plan and what was done, the share of each who pays, rates over a time, and a sitting without its break."""
    finding = check(claim, RAIL)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons


@pytest.mark.parametrize(("claim", "supported"), CLINIC_CLAIMS)
def test_what_follows_in_clinic(claim: str, supported: bool) -> None:
    """Tenders beside each other, what is filled and what is not, and the day by which something is done."""
    finding = check(claim, CLINIC)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons


@pytest.mark.parametrize(("claim", "supported"), TALKS_CLAIMS)
def test_what_follows_in_talks(claim: str, supported: bool) -> None:
    """The rest, what it was before, what each of three pays, and when something enters into force."""
    finding = check(claim, TALKS)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons
