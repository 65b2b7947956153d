"""Texts that repeat one thing for ever, and what is done with a text: every reading, every check, a briefing."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

from summarizer import Source, brief, check, verify
from summarizer.reading import Reading, read

# What is repeated; several kinds of trouble each: nesting, chains, look-ahead, runs that never close.
UNITS = {
    # marks
    "straight quotation marks": '"',
    "opening quotation marks": "“",
    "closing quotation marks": "”",
    "angle quotation marks": "«",
    "low quotation marks": "„",
    "apostrophes": "'",
    "two apostrophes": "''",
    "backticks": "``",
    "unclosed quotes": "“we go ",
    "unopened quotes": "we go” ",
    "quotes in quotes": "“we ‘go ",
    "quoted words": '"a" ',
    "quoted paragraphs": "“We go home.\n\n",
    "opening brackets": "[",
    "opening parentheses": "(",
    "mixed brackets": "[(",
    "bracketed ellipses": "[…] ",
    "parenthesised words": "(a) ",
    "hyphens": "-",
    "hyphenated words": "a-",
    "hyphens at line ends": "ab-\n",
    "dashes": " — ",
    "ellipses": "… ",
    "full stops": ".",
    "full stops and blanks": ". ",
    "spaced dots": ". . ",
    "exclamation": "?! ",
    "commas": ", ",
    "semicolons": "; ",
    "colons": "a: ",
    "slashes": "a/",
    "ampersands": "& ",
    "underscores": "_",
    "per cent signs": "% ",
    "dollar signs": "$",
    "tags": "<b>",
    "addresses": "http://a.b/",
    "mail addresses": "a@b.",
    # lines
    "blanks": " ",
    "tabs": "\t",
    "line breaks": "\n",
    "carriage returns": "\r\n",
    "blank lines": "\n \n",
    "line separators": "a\u2028",
    "one-letter lines": "a\n",
    "list lines": "- a\n",
    "numbered lines": "1. a\n",
    "headings": "# A\n",
    "rules": "---\n",
    "table rows": "a | b |\n",
    "speaker labels": "MR. BERG: Yes.\n",
    "speaker letters": "Q Yes.\nA No.\n",
    "empty labels": "ANNA BERG:\n",
    "time codes": "00:01:02 --> 00:01:03\n",
    "captions": "Photo: Anna Berg / Agency\n",
    "share lines": "Share this article\n",
    # letters
    "one letter": "a",
    "capitals": "A",
    "single letters": "a ",
    "one word": "word ",
    "initials": "A. ",
    "abbreviations": "U.S. ",
    "accents": "\u0301",
    "zero width": "\u200b",
    "soft hyphens": "a\u00ad",
    "dotted capitals": "İ",
    "ligatures": "ﬃ",
    "long ligatures": "ﷺ",
    "ideographs": "中",
    "emoji": "👩\u200d🚀",
    "right to left": "\u202eא ",
    "nulls": "\x00",
    "lone surrogates": "\ud800",
    "Roman numerals": "Ⅷ ",
    "Cyrillic": "Анна сказала, что ",
    # numbers
    "digits": "1",
    "numbers": "1 ",
    "digits with commas": "1,",
    "thousands": ",000",
    "decimals": "1.2.",
    "number hyphens": "1-",
    "number dashes": "1–2 ",
    "ratios": "1:",
    "fractions": "1/2/",
    "vulgar fractions": "½",
    "other digits": "٣",
    "superscripts": "²",
    "minus signs": "-1 ",
    "number words": "two ",
    "hundreds": "hundred ",
    "hundreds and": "one hundred and ",
    "hyphenated numbers": "twenty-",
    "millions": "3 million ",
    "point": "point one ",
    "half": "half a ",
    "ranges": "between 1 and ",
    "from to": "from 1 to ",
    "money": "$1 million ",
    "percentages": "1 percent ",
    "about": "about ",
    "more than": "more than ",
    # dates, times, lengths
    "on Monday": "on Monday ",
    "days": "Monday, ",
    "months": "May ",
    "days of months": "May 1, ",
    "full dates": "1 May 2021 ",
    "ISO dates": "2021-01-",
    "numeric dates": "1/2/2021 ",
    "years": "2021 ",
    "next": "next ",
    "last week": "last week ",
    "week after": "the week after ",
    "date ranges": "from 1 May to ",
    "hours": "two hours and ",
    "minutes": "5 minutes ",
    "units": "hours ",
    "an hour and a half": "an hour and a half ",
    "clock times": "5:41 p.m. ",
    "clock ranges": "from 5 to ",
    "noon": "noon ",
    "time zones": "EST ",
    # names
    "one name": "Anna ",
    "full names": "Anna Berg ",
    "listed names": "Anna Berg, ",
    "joined names": "Anna Berg and ",
    "names of names": "Bank of Norway of ",
    "titles": "Mr. ",
    "presidents": "President ",
    "offices": "Foreign Minister of Norway Anna Berg ",
    "offices of": "President of the ",
    "possessives": "Anna’s ",
    "particles": "de la ",
    "appositions": "Anna Berg, the minister, ",
    "bodies": "NATO ",
    "countries": "Norway and Russia ",
    "lower-case roles": "minister ",
    "US counterpart": "his US counterpart, ",
    # speech
    "said": "said ",
    "he said": "he said, ",
    "the man said": "the man said, ",
    "she said that": "she said that ",
    "chained speech": "Anna said that Boris said that ",
    "quoted and said": "“Yes,” Anna said. ",
    "interposed": "“Yes,” Anna said, “",
    "quote joined to quote": "“yes” “no” ",
    "according to": "according to ",
    "according to Anna": "according to Anna, ",
    "news on one line": "Anna Berg told Boris on 3 May 2021 that 5 of them met at 5 p.m. in Norway. ",
    "added": "the official added ",
    "told reporters": "Anna told reporters ",
    "colon speech": "Anna: “Yes” ",
    "pronouns": "he ",
    "statements": "the statement said ",
    # polarity
    "not": "not ",
    "did not": "did not ",
    "contractions": "isn't ",
    "no": "no ",
    "neither nor": "neither nor ",
    "without": "without ",
    "denied": "denied that ",
    "if": "if ",
    "unless": "unless we ",
    "would": "would ",
    "may": "may ",
    "that": "that ",
    "which": ", which ",
    "and": "and ",
    "to": "to ",
    "because": "because of the ",
    "agreed": "agreed to ",
    "questions": "is it? ",
}


def counted(characters: int, form: Callable[[int], str]) -> str:
    """Return a text of things that are all different."""
    pieces, length, number = [], 0, 0
    while length < characters:
        pieces.append(form(number))
        length += len(pieces[-1])
        number += 1
    return "".join(pieces)[:characters]


def lettered(number: int) -> str:
    """Return a word that no other number gives."""
    letters = ""
    while True:
        number, rest = divmod(number, 26)
        letters += chr(ord("a") + rest)
        if not number:
            return letters


# Texts that are no repeats: nests that close, and things that all differ.
WHOLE: dict[str, Callable[[int], str]] = {
    "nested brackets": lambda n: "[" * (n // 2) + "]" * (n // 2),
    "nested quotes": lambda n: "“" * (n // 2) + "a" + "”" * (n // 2),
    "different words": lambda n: counted(n, lambda i: f"x{lettered(i)} "),
    "different names": lambda n: counted(n, lambda i: f"Anna X{lettered(i)}, "),
    "different surnames": lambda n: counted(n, lambda i: f"X{lettered(i)} said no. "),
    "different bodies": lambda n: counted(n, lambda i: f"the X{lettered(i)} Council and "),
    "different speakers": lambda n: counted(n, lambda i: f"“Yes,” said Anna X{lettered(i)}.\n\n"),
    "different labels": lambda n: counted(n, lambda i: f"MR. X{lettered(i).upper()}: Yes.\n"),
    "different initials": lambda n: counted(n, lambda i: f"{lettered(i)[0].upper()}. X{lettered(i)} "),
    "different numbers": lambda n: counted(n, lambda i: f"{i} "),
    "different years": lambda n: counted(n, lambda i: f"in {1000 + i % 2000}, "),
    "same surname": lambda n: counted(n, lambda i: f"X{lettered(i)} Berg said so. "),
    "front matter": lambda n: "---\n" + "a: [" * (n // 4) + "\n---\ntext",
    "front matter without an end": lambda n: "---\n" + counted(n, lambda i: f"k{i}: v\n"),
    "aliases in front matter": lambda n: (
        "---\na0: &a0 [x, x]\n"
        + counted(n, lambda i: f"a{i + 1}: &a{i + 1} [*a{i}, *a{i}]\n").rpartition("\n")[0]
        + "\n---\ntext"
    ),
}

WHO = ("Anna Berg", "Boris Lund", "Minister Clara Nord", "the Foreign Ministry", "Norway", "Denmark", "President Dahl", "the Nordic Council")  # fmt: skip
DID = ("told reporters that", "said that", "agreed with", "did not agree with", "asked", "thanked", "met")
WHAT = (
    "the talks on 3 May 2021 would go on for two hours", "5 of them had signed the paper", "nobody had left before 5 p.m.",
    "“we will not go home without a treaty”", "the ceasefire might hold until next week", "the deal was worth $3 million",
)  # fmt: skip


def news(number: int) -> str:
    """Return a sentence of a report, of many that differ."""
    one, other, third = (WHO[number * step % len(WHO)] for step in (1, 3, 5))
    did, what = DID[number % len(DID)], WHAT[number * 7 % len(WHAT)]
    return f"{one} {did} {other}, {what}, {third} said. "


WHOLE["news of many things on one line"] = lambda n: counted(n, news)

TEXTS: dict[str, Callable[[int], str]] = {
    **{name: (lambda n, unit=unit: (unit * (n // len(unit) + 1))[:n]) for name, unit in UNITS.items()},
    **WHOLE,
}

CLAIMS = (
    "Anna Berg said that 3 people would not leave Norway on Monday.",
    "“We will not go home,” she said, “if 5 minutes are not enough”.",
    "not not not",
)
BRIEFING: dict[str, Any] = {
    "title": "Anna Berg in Norway",
    "event": {"what": "talks", "date": "2021-05-01", "time": "5:41 p.m.", "place": "Norway"},
    "participants": [{"name": "Anna Berg", "role": "minister", "affiliation": "Norway"}],
    "informants": [{"name": "Boris", "role": "official", "affiliation": "NATO"}],
    "duration": {"text": "about 5 minutes", "minutes": 5, "bound": "about"},
    "agreed_formats": [
        {
            "name": "talks",
            "place": "Norway",
            "parties": ["Norway", "NATO"],
            "date": "2021-05",
            "status": "agreed",
        }
    ],
    "agreements": [{"what": "They agreed to go home.", "parties": ["both sides"]}],
    "positions": [
        {
            "holder": "Anna Berg",
            "speaker": "Boris",
            "statement": "We will not go home.",
            "quote": "we will not go",
            "direct": True,
        }
    ],
    "next_steps": [{"what": "talks next week", "date": "2021-05-08", "place": "Norway"}],
}

READINGS: dict[str, Callable[[Reading], Any]] = {
    "blocks": lambda r: r.blocks,
    "sentences": lambda r: r.sentences,
    "tokens": lambda r: (r.tokens.postings, r.tokens.hyphenated),
    "quotations": lambda r: r.quotations,
    "numbers": lambda r: r.numbers,
    "durations": lambda r: r.durations,
    "dates": lambda r: r.dates,
    "times": lambda r: r.times,
    "polarity": lambda r: [r.operators(s) for s in r.sentences],
    "names": lambda r: r.names,
    "attributions": lambda r: r.attributions,
    "event": lambda r: (r.event, r.event_durations),
}


PATIENCE = 150  # processor seconds for the texts of one test, which take about five: other work on the machine counts not
LITTLE = 0.4  # seconds below which growth tells nothing: a pause of the machine is as long


def run_all(text: str) -> dict[str, float]:
    """Read a text in every way, check claims and a briefing against it and brief it; return seconds by step."""
    seconds: dict[str, float] = {}

    def step(name: str, work: Callable[[], object]) -> None:
        begun = time.process_time()
        work()
        seconds[name] = time.process_time() - begun

    source = Source.from_text(text, published="2021-05-03")
    reading = read(source)
    for name, take in READINGS.items():
        step(name, lambda take=take: take(reading))
    for number, claim in enumerate(CLAIMS):
        step(f"check {number + 1}", lambda claim=claim: check(claim, source))
    if text.strip():
        step("check itself", lambda: check(text[:700], source))
        step("check in a short text", lambda: check(text, Source.from_text(CLAIMS[0])))
    step("verify", lambda: verify(BRIEFING, source))
    step("brief", lambda: brief(source, model="offline"))
    return seconds


def measure(characters: int, names: list[str]) -> None:
    """Run texts at the whole length, and where a step takes long at a quarter of it; print seconds as lines of JSON."""
    run_all("Anna Berg said on Monday that 3 of them would not come.")  # what is loaded once is loaded
    for name in names:
        print(json.dumps({"begun": name}), flush=True)
        large = run_all(TEXTS[name](characters))
        small = run_all(TEXTS[name](characters // 4)) if max(large.values()) > LITTLE else {}
        print(json.dumps({"name": name, "small": small, "large": large}), flush=True)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
    measure(int(sys.argv[1]), sys.argv[2:])
