"""Generated text with the make-up of news: names, offices, quotations, numbers, dates, lengths, paragraphs.

Nothing is true and nothing repeats: by a seed, as much text as asked for, for measuring time and memory.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

NOUNS = """agreement border ceasefire round council exchange convoy harbour market budget election reform plan
inquiry treaty shipment reactor pipeline embassy mission village district ministry report proposal draft letter
summit session dispute corridor garrison refinery airport railway hospital school camp river valley coast strait
sanction tariff loan grant debt wage price harvest drought flood storm fire strike protest march vote ballot
coalition opposition cabinet parliament committee court verdict appeal sentence charge prisoner refugee soldier
officer pilot crew vessel tanker drone missile battery radar satellite network archive record figure estimate
forecast survey study sample vaccine clinic patient doctor teacher farmer miner driver worker union company bank
fund investor shareholder deposit contract tender licence permit rule law clause article paragraph annex deadline
timetable delegation envoy observer inspector mediator witness lawyer judge editor reporter""".split()
ADJECTIVES = """joint regional bilateral military civilian temporary permanent partial final early late public private
northern southern eastern western coastal rural urban foreign domestic legal illegal binding voluntary urgent
cautious modest sharp steady heavy light rapid slow open closed formal informal direct indirect former new old
senior junior independent local national federal technical political economic financial humanitarian strategic
nuclear maritime diplomatic unexpected disputed lengthy brief detailed confidential""".split()
VERBS = """review extend suspend approve reject delay discuss monitor finance rebuild inspect reopen close expand reduce
restore withdraw publish revise defend criticise welcome oppose examine prepare launch abandon postpone accept
negotiate sign ratify amend enforce lift impose protect supply purchase transfer release detain question
investigate evacuate surround secure repair measure record question support""".split()
FIRST = """Anna Boris Clara Dmitri Elena Farid Greta Hassan Ingrid Jonas Karim Leila Marta Nikolai Olga Pedro Quentin
Rosa Stefan Tamara Ulrich Vera Walter Ximena Yusuf Zoe Amara Bruno Chen Daniela Emre Fatima Goran Hana Igor""".split()
COUNTRIES = """Norway Finland Poland Romania Turkey Egypt Kenya Ghana Brazil Chile Peru Mexico Canada Japan Vietnam India
Nepal Georgia Armenia Moldova Latvia Estonia Portugal Spain Austria Hungary""".split()
CITIES = """Oslo Helsinki Warsaw Bucharest Ankara Cairo Nairobi Accra Lima Santiago Ottawa Tokyo Hanoi Delhi Kathmandu
Tbilisi Yerevan Riga Tallinn Lisbon Madrid Vienna Budapest Geneva Brussels""".split()
OFFICES = """Foreign Minister|Prime Minister|President|Defence Minister|Interior Minister|Ambassador|Finance Minister|
Deputy Foreign Minister|Secretary of State|special envoy|government spokesman|Trade Commissioner""".replace(
    "\n", ""
).split("|")
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SYLLABLES = "ba ko ri ven sta mel dor lin gra hol per tas win sko lar nem fal cou bri zan tor mi hel".split()

SENTENCES = """
{person} said the {adj} {noun} would {verb} the {noun} of {country}.
{office} {name} told reporters in {city} on {day} that {country} would not {verb} the {adj} {noun}.
“{quote},” {person} said.
“{quote},” said {name}, {country}’s {office}. “{quote}.”
The {noun} lasted about {number} minutes and ended at {hour}:{minute} p.m.
{country} and {country} agreed to {verb} the {adj} {noun} by {month} {date}, {year}.
According to the {noun}, {number} percent of the {adj} {noun} had to {verb} a {noun} worth ${number}.{digit} million.
{name} denied that the {noun} could {verb} the {adj} {noun}, which {person} called “a {adj} {noun}.”
The {adj} {noun} did not {verb} the {noun}, and the {noun} of {village} may {verb} it within {number} days.
Officials in {city} expect {number} {adj} {noun}s and {number} {noun}s to {verb} the {noun} next week.
If the {noun} does not {verb} the {adj} {noun}, {person} added, {country} will {verb} its own {noun}.
A {noun} of the {adj} {noun} was held in {city} between {date} and 28 {month} {year}, the {noun} said.
The {noun} that {person} put forward in {month} would {verb} both the {noun} and the {adj} {noun} near {village}.
{person} declined to comment on whether the {adj} {noun} had begun to {verb} the {noun} or the {noun} at {village}.
""".strip().splitlines()
QUOTES = """
We will {verb} the {adj} {noun} and the {noun} before anybody can {verb} the {noun}
There is no {adj} {noun} that would let us {verb} the {noun} in {city}
I do not believe that the {noun} of {country} wants to {verb} a {adj} {noun}
Our {noun} is ready to {verb} the {noun}, but the {adj} {noun} must first {verb} the {noun}
""".strip().splitlines()

_SLOT = re.compile(r"\{(\w+)\}")


class Newsroom:
    """Writes news-like text from a seed."""

    def __init__(self, seed: int = 7) -> None:
        self.rng = random.Random(seed)
        pick = self.rng.choice
        self.people = [f"{pick(FIRST)} {self._proper()}" for _ in range(400)]
        self.villages = [self._proper() for _ in range(8000)]  # the long tail of any vocabulary
        self.slots: dict[str, Callable[[], str]] = {
            "noun": lambda: pick(NOUNS),
            "adj": lambda: pick(ADJECTIVES),
            "verb": lambda: pick(VERBS),
            "country": lambda: pick(COUNTRIES),
            "city": lambda: pick(CITIES),
            "village": lambda: pick(self.villages),
            "office": lambda: pick(OFFICES),
            "month": lambda: pick(MONTHS),
            "day": lambda: pick(DAYS),
            "name": lambda: pick(self.people),
            "person": lambda: pick(self.people).split()[-1],
            "number": lambda: str(self.rng.randint(2, 90)),
            "date": lambda: str(self.rng.randint(1, 27)),
            "year": lambda: str(self.rng.randint(1995, 2025)),
            "hour": lambda: str(self.rng.randint(1, 11)),
            "minute": lambda: f"{self.rng.randint(10, 59)}",
            "digit": lambda: str(self.rng.randint(1, 9)),
            "quote": lambda: self._filled(pick(QUOTES)),
        }

    def _proper(self) -> str:
        return "".join(self.rng.choices(SYLLABLES, k=self.rng.randint(2, 4))).capitalize()

    def _filled(self, template: str) -> str:
        return _SLOT.sub(lambda slot: self.slots[slot[1]](), template)

    def text(self, characters: int) -> str:
        """Return about `characters` characters of paragraphs of one to four sentences."""
        pieces: list[str] = []
        length = 0
        while length < characters:
            count = self.rng.randint(1, 4)
            pieces.append(" ".join(self._filled(self.rng.choice(SENTENCES)) for _ in range(count)))
            length += len(pieces[-1]) + 2
        return "\n\n".join(pieces)[:characters]
