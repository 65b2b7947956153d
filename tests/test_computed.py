"""Values that a claim computes: what follows from the text is supported with its operands, what does not is never."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

READOUT = Source.from_text(
    """Readout of the Harwick Consultations

Today, Foreign Minister Ilse Tarrant of Norland chaired a round of consultations on fisheries in
the town hall of Harwick. The consultations opened at 9:15 a.m. and concluded at 11:05 a.m.

Under the Sandholm Protocol of March 3, 2024, the coastal states set up a joint inspection
service. The delegations from Norland, Sudovia, Westmark, Ostria and Lund, along with an
observer from the Arctic Forum, reviewed the quota plan. The chair thanked the experts for
addressing overfishing, seabed mining, and ship noise.

The coastal states will pay 120,400 euros for patrol boats and 80,100 euros for radar stations.
The inspection service now employs 60 inspectors, and the number will go down by 15 inspectors
after the reform. A total of 10,190 vessels were checked.

The protocol was drawn up in triplicate, in the English language. The fishermen's union
delivered its petition on April 2, 2024. The next inspection mission is to leave on May 6, 2024,
as the ministers announced in Lund.

The ministry imposed the fees by Order 17 on cod of March 11, 2024 and Order 18 on herring of
March 20, 2024. Tarrant held a joint conversation with the mayors of Harwick and Lund. The
dinner ended at 8:45 p.m., lasting 90 minutes. Tarrant and Minister Olsen of Sudovia met alone.

Participants in the round included:

- Foreign Minister Ilse Tarrant
- Ambassador Karl Venn
- Ambassador Petra Osk
- Director Jonas Hale
- Commissioner Mia Roth
""",
    published="2024-04-12",
)

TRUE = {
    "bullets": "The readout lists five people who took part in the round.",
    "countries in one sentence": "Five countries sent delegations to review the quota plan.",
    "topics": "The experts addressed three topics.",
    "a list in the claim": "Three subjects — overfishing, seabed mining and ship noise — were addressed by the experts.",
    "copies": "The protocol was drawn up in three copies.",
    "a sum": "Patrol boats and radar stations will cost the coastal states 200,500 euros together.",
    "a share": "The reform will cut 25 percent of the inspectors.",
    "days between two dates": "The fishermen's union delivered its petition 30 days after the Sandholm Protocol.",
    "days up to the meeting": "The Harwick consultations came ten days after the fishermen's union delivered its petition.",
    "days after the meeting": "The next inspection mission is to leave 24 days after the consultations.",
    "the length of a session": "The consultations lasted 110 minutes.",
    "rounded down": "More than 10,000 vessels were checked.",
    "rounded to": "About 10,200 vessels were checked.",
    "a weekday": "The consultations took place on a Friday.",
    "a weekday of another day": "The Sandholm Protocol was concluded on a Sunday.",
    "two side by side": "Two orders, on cod and on herring, were issued by the ministry.",
    "days apart": "The ministry issued two orders that came nine days apart.",
    "months": "The consultations were held a little more than a month after the Sandholm Protocol.",
    "the beginning": "The dinner began at 7:15 p.m.",
    "one call": "Tarrant spoke with the mayors of Harwick and Lund in one conversation.",
    "those of the opening": "The two ministers met.",
}
FALSE = {
    "bullets": "The readout lists six people who took part in the round.",
    "countries in one sentence": "Six countries sent delegations to review the quota plan.",
    "countries, too few": "Four countries sent delegations to review the quota plan.",
    "topics": "The experts addressed five topics.",
    "a list in the claim": "Four subjects — overfishing, seabed mining and ship noise — were addressed by the experts.",
    "copies": "The protocol was drawn up in two copies.",
    "a sum": "Patrol boats and radar stations will cost the coastal states 210,500 euros together.",
    "a share": "The reform will cut 35 percent of the inspectors.",
    "days between two dates": "The fishermen's union delivered its petition 33 days after the Sandholm Protocol.",
    "days to another event": "The Harwick consultations came 40 days after the fishermen's union delivered its petition.",
    "days, turned round": "The fishermen's union delivered its petition ten days after the consultations.",
    "days after the meeting": "The next inspection mission is to leave 34 days after the consultations.",
    "the length of a session": "The consultations lasted 100 minutes.",
    "a difference nobody speaks of": "The protocol was signed 40,300 euros later.",
    "far above": "More than 1,000 vessels were checked.",
    "rounded past": "More than 10,200 vessels were checked.",
    "rounded off the mark": "About 11,500 vessels were checked.",
    "a weekday": "The consultations took place on a Monday.",
    "a weekday of another day": "The Sandholm Protocol was concluded on a Friday.",
    "three side by side": "Three orders, on cod and on herring, were issued by the ministry.",
    "days apart": "The ministry issued two orders that came ten days apart.",
    "months": "The consultations were held a little more than two months after the Sandholm Protocol.",
    "the beginning": "The dinner began at 7:45 p.m.",
    "three calls": "Tarrant spoke with the mayors of Harwick and Lund in three conversations.",
    "a number of something else": "Three ministers met.",
    "a number that is a name": "The protocol rests on 17 principles.",
    "one part for the sum": "Patrol boats and radar stations will cost the coastal states 120,400 euros together.",
}


@pytest.mark.parametrize("name", TRUE)
def test_what_follows_from_the_text_is_supported(name: str) -> None:
    """A count, sum, share or span of time that the text bears out is supported, with its operands."""
    finding = check(TRUE[name], READOUT)
    assert finding.verdict == Verdict.SUPPORTED, finding.reasons


@pytest.mark.parametrize("name", FALSE)
def test_what_does_not_follow_is_never_supported(name: str) -> None:
    """The false twin: another count, sum, share or span of time is not supported."""
    finding = check(FALSE[name], READOUT)
    assert finding.verdict != Verdict.SUPPORTED, finding.reasons


def test_the_reason_shows_the_computation() -> None:
    """A computed value tells what it follows from, and where the operands stand."""
    counted = check(TRUE["topics"], READOUT)
    assert "3 listed: addressing overfishing; seabed mining; ship noise" in counted.reasons[0].message
    assert "seabed mining" in [READOUT.text[s.start : s.end] for s in counted.spans]
    spanned = check(TRUE["days between two dates"], READOUT)
    assert "3 March 2024 to 2 April 2024: 30 days" in spanned.reasons[0].message
    summed = check(TRUE["a sum"], READOUT)
    assert "120,400 euros + 80,100 euros" in summed.reasons[0].message


# A call and a chat without a date of publication: what is relative stays so.
CALL = Source.from_text(
    "Welcome to the call of Norland Ferries. In the fourth quarter of 2020 freight revenue was 41 million crowns, up 6% from the "
    "prior year.\n\n"
    "In the first quarter we carried 13,987 cars, and the crossing took 50 minutes.\n\n"
    "The harbour works will be finished within the next six months to a year. The union gave 90 days' notice.\n\n"
    "Ticket prices will change at the end of October. Night ferries return tomorrow at 7 in the evening. "
    "Fares rose by 2 percent year over year."
)
SAME = {
    "a quarter with its year before": "Freight revenue in 4Q 2020 was 41 million crowns.",
    "a quarter and the year before": "Freight revenue rose 6% from a year ago in Q4 2020.",
    "last year": "Freight revenue was up 6% from last year in the fourth quarter of 2020.",
    "a quarter of the year": "Norland Ferries carried 13,987 cars in the first quarter of the year.",
    "by the year": "Fares rose 2 percent year-over-year.",
    "nearly": "Norland Ferries carried nearly 14,000 cars in the first quarter.",
    "under an hour": "The crossing took under an hour.",
    "half a year": "The harbour works will be finished within half a year to a year.",
    "three months": "The union gave three months' notice.",
    "the next day": "Night ferries return the next day at 7 in the evening.",
}
OTHER = {
    "a quarter with its year before": "Freight revenue in 3Q 2020 was 41 million crowns.",
    "the quarter of another year": "Freight revenue in 4Q 2019 was 41 million crowns.",
    "next year": "Freight revenue was up 6% from next year in the fourth quarter of 2020.",
    "last month": "Freight revenue was up 6% from last month in the fourth quarter of 2020.",
    "by the quarter": "Fares rose 2 percent quarter-over-quarter.",
    "a quarter of the year": "Norland Ferries carried 13,987 cars in the second quarter of the year.",
    "nearly, from above": "Norland Ferries carried nearly 13,000 cars in the first quarter.",
    "nearly, too far": "Norland Ferries carried nearly 20,000 cars in the first quarter.",
    "nearly an hour": "The crossing took nearly an hour.",
    "more than an hour": "The crossing took more than an hour.",
    "half a year": "The harbour works will be finished within half a year to two years.",
    "four months": "The union gave four months' notice.",
    "the beginning of the month": "Ticket prices will change at the beginning of October.",
    "yesterday": "Night ferries returned yesterday at 7 in the evening.",
}


@pytest.mark.parametrize("name", SAME)
def test_the_same_value_in_other_words_is_supported(name: str) -> None:
    """Quarters, relative periods, rounded values and lengths in other units are the same value."""
    finding = check(SAME[name], CALL)
    assert finding.verdict == Verdict.SUPPORTED, finding.reasons


@pytest.mark.parametrize("name", OTHER)
def test_another_value_is_never_supported(name: str) -> None:
    """The false twin: another quarter, direction, side of the bound or length is not supported."""
    finding = check(OTHER[name], CALL)
    assert finding.verdict != Verdict.SUPPORTED, finding.reasons


@pytest.mark.parametrize(
    ("claim", "told", "supported"),
    [
        ("Tens of thousands of people fled the valley.", "Tens of thousands of people fled the valley of Orn on foot.", True),
        ("Hundreds of thousands of people fled the valley.", "Tens of thousands of people fled the valley of Orn on foot.", False),
        ("Thousands of people fled the valley.", "Some 4,300 people fled the valley of Orn on foot.", True),
        ("Hundreds of people fled the valley.", "Some 4,300 people fled the valley of Orn on foot.", False),
        ("Dozens of families fled the valley on foot.", "On foot, 36 families fled the valley of Orn.", True),
    ],
)  # fmt: skip
def test_orders_of_numbers_are_compared(claim: str, told: str, supported: bool) -> None:
    """ "Tens of thousands" is no "hundreds of thousands"; a number fits the order it is of."""
    finding = check(claim, Source.from_text(told))
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons


def test_the_day_a_page_was_changed_is_not_the_day_of_the_meeting() -> None:
    """What stands in the metadata beside the title tells nothing of the story."""
    source = Source.from_text(
        "---\ndate: '2025-11-23'\nmodified_time: 2025-11-24 09:54:27-05:00\ntitle: Readout of Talks in Lund\n---\n\n"
        "Today, Secretary Holm held a productive meeting with the delegation of Sudovia to review the draft agreements.\n"
    )
    assert check("The talks in Lund were held on 24 November 2025.", source).verdict != Verdict.SUPPORTED


COUNCIL = Source.from_text(
    "Minutes of the Port Council\n\n"
    "The council met to discuss the ferry terminal. There are currently 40 posts in the car parks, and that number goes down to 28 "
    "in five years.\n\n"
    "Of the 36 berths, 12 berths are leased to Sudovian firms. The council concluded a pair of leases with the pilots' guild. "
    "Revenue from fees was 3.2 million crowns in 2022 and 3.9 million crowns in 2023.\n\n"
    "The hearing opened at 14:10 GMT. The council has met twice with the guild this year.",
    published="2024-02-05",
)


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("The number of posts in the car parks goes down by 12.", True),
        ("The number of posts in the car parks goes down by 14.", False),
        ("The cut in the car parks comes to 30 percent of the current posts.", False),  # 28 of 40 are left: 12 stands nowhere
        ("A third of the berths are leased to Sudovian firms.", True),
        ("Half of the berths are leased to Sudovian firms.", False),
        ("A quarter of the berths are leased to Sudovian firms.", False),
        ("The council concluded two leases with the pilots' guild.", True),
        ("The council concluded three leases with the pilots' guild.", False),
        ("Revenue from fees rose by 0.7 million crowns from 2022 to 2023.", True),
        ("Revenue from fees rose by 0.9 million crowns from 2022 to 2023.", False),
        ("The council has met with the guild two times this year.", True),
        ("The council has met with the guild three times this year.", False),
        ("The hearing opened at 9:10 a.m. EST.", True),
        ("The hearing opened at 10:10 a.m. EST.", False),
    ],
)  # fmt: skip
def test_differences_shares_and_words_for_numbers(claim: str, supported: bool) -> None:
    """A difference, a share, a pair, "twice" and another time zone: each with its false twin."""
    finding = check(claim, COUNCIL)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Envoys will brief the allies ahead of the January talks.", True),
        ("Envoys will brief the allies before the January talks.", True),
        ("Envoys will brief the allies after the January talks.", False),
        ("The fleet returned after the storm warning.", True),
        ("The fleet returned before the storm warning.", False),
    ],
)
def test_before_is_not_after(claim: str, supported: bool) -> None:
    """What the source puts before an event did not come after it, in whatever words."""
    source = Source.from_text(
        "Envoys will brief the allies next week, in advance of the January talks. The fleet returned following the storm warning."
    )
    finding = check(claim, source)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("The ministers will meet once a year.", True),
        ("The ministers will meet every month.", False),
        ("The ministers will meet twice a year.", False),
        ("The delegations will go on with their consultations over the coming weeks.", True),
        ("The delegations will go on with their consultations over the coming days.", False),
    ],
)
def test_rates_and_stretches_are_compared(claim: str, supported: bool) -> None:
    """How often, and within days, weeks or months: a wrong unit is not supported."""
    source = Source.from_text(
        "The ministers will meet annually. The delegations will continue their consultations in the coming weeks."
    )
    finding = check(claim, source)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons


def test_dates_are_no_sums() -> None:
    """Two dates in a claim that speaks of something together are compared as dates; nothing is added up."""
    source = Source.from_text("The two delegations met in Bern on 3 May 2024 and in Oslo on 5 May 2024.")
    right = check("The delegations sat together on 3 May 2024 and on 5 May 2024.", source)
    wrong = check("The delegations sat together on 3 May 2024 and on 9 May 2024.", source)
    assert right.verdict is not Verdict.CONTRADICTED
    assert wrong.verdict is not Verdict.SUPPORTED


# What lies between two events, in the forms that English has for it, and who takes part, and when the page came out.
PIER = Source.from_text(
    "Harbour Notes\n"
    "Minutes of the pier committee, held on Tuesday 6 May 2025 in the boat house\n\n"
    "Of the 48 moorings, 36 have been repaired. Two of the seven lamps were replaced in April. The kiosks have 22 tenants; nine of "
    "them have signed the lease.\n\n"
    "A steel crane would cost 64,000 euros, a wooden crane 41,000 euros. The shop earned 12,500 euros and paid 9,300 euros in wages. The duty "
    "on ice is to be cut from 12 to 8 per cent. Leakage stood at 4.1 per cent in March, against 3.6 per cent in February. The owners asked "
    "to raise the number of passes from 150 to 210 a year.\n\n"
    "The feast, first planned for 14 June, has been moved to 28 June. On Monday, from 9.10 to 10.30, the divers looked at the piles. The "
    "fair takes up 40 stalls, 25 of them for exports.\n"
)


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Twelve of the 48 moorings have yet to be repaired.", True),
        ("Fourteen of the 48 moorings have yet to be repaired.", False),
        ("36 of the 48 moorings have yet to be repaired.", False),
        ("Five of the seven lamps were not replaced.", True),
        ("Two of the seven lamps were not replaced.", False),
        ("13 tenants of the kiosks had not signed the lease.", True),
        ("A steel crane would be 23,000 euros dearer than a wooden one.", True),
        ("A wooden crane would be 23,000 euros dearer than a steel one.", False),
        ("A steel crane would be 22,000 euros dearer than a wooden one.", False),
        ("The shop earned 3,200 euros more than it paid in wages.", True),
        ("The duty on ice is to be cut by four percentage points.", True),
        ("The duty on ice is to be cut by five percentage points.", False),
        ("Leakage in March was half a percentage point above February's.", True),
        ("Leakage in February was half a percentage point above March's.", False),
        ("The owners asked for 60 additional passes a year.", True),
        ("The owners asked for 80 additional passes a year.", False),
        ("The feast was put back by two weeks.", True),
        ("The feast was put back by three weeks.", False),
        ("The feast was brought forward by two weeks.", False),
        ("The divers looked at the piles for 80 minutes.", True),
        ("The divers looked at the piles for 90 minutes.", False),
        ("The divers looked at the piles on 5 May.", True),
        ("The divers looked at the piles on 4 May.", False),
    ],
)
def test_what_is_left_and_what_is_compared(claim: str, supported: bool) -> None:
    """What a part leaves of its whole, whose amount is the larger, what was moved, and weekdays counted from a dated head."""
    finding = check(claim, PIER)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons
