"""Plants errors in right briefings: one field made wrong at a time, class by class."""

from __future__ import annotations

import copy
import itertools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.reading.naming.gazetteer import country_of

Briefing = dict[str, Any]


@dataclass(frozen=True)
class Planted:
    """A briefing with one field made wrong: its class, the field's path, what it was, and the briefing."""

    kind: str
    path: str
    was: Any
    briefing: Briefing


def all_planted(briefing: Briefing) -> Iterator[Planted]:
    """Yield every error that the planters know for a briefing."""
    for planter in PLANTERS:
        yield from planter(briefing)


def written(file: Path, stem: str, briefing: Briefing) -> Iterator[Planted]:
    """Yield the errors and true variants that a person wrote for the briefing of that name."""
    for record in json.loads(file.read_text("utf-8")):
        if record["briefing"].removesuffix(".briefing.json") == stem:
            path, _, key = record["path"].rpartition("/")
            kind = "variant" if record["label"] else record["kind"].replace("_", " ")
            yield replace(briefing, path, key, record["value"], kind)


def records(briefing: Briefing, section: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each record of a section with its path."""
    value = briefing.get(section) or []
    for i, record in enumerate([value] if isinstance(value, dict) else value):
        yield (f"/{section}" if isinstance(value, dict) else f"/{section}/{i}"), record


def replace(briefing: Briefing, path: str, key: str, value: Any, kind: str) -> Planted:
    """Return the briefing with one leaf replaced."""
    changed = copy.deepcopy(briefing)
    target: Any = changed
    for step in path.split("/")[1:]:
        target = target[int(step)] if isinstance(target, list) else target[step]
    place: Any = int(key) if isinstance(target, list) else key
    was, target[place] = target[place], value
    return Planted(kind, f"{path}/{key}", was, changed)


def others(briefing: Briefing, section: str, key: str, own: str) -> list[str]:
    """Return the other values of a key in a section, those that share no word with `own`."""
    words = set(own.casefold().split())
    values = [r.get(key) for _, r in records(briefing, section)]
    return sorted({v for v in values if isinstance(v, str) and not words & set(v.casefold().split())})


def swaps(
    kind: str, sections: tuple[str, ...], key: str, pool: tuple[tuple[str, str], ...]
) -> Callable[[Briefing], Iterator[Planted]]:
    """Return a planter that puts another value of the document in a field's place."""

    def plant(briefing: Briefing) -> Iterator[Planted]:
        for section in sections:
            for path, record in records(briefing, section):
                own = record.get(key)
                if isinstance(own, str):
                    found = [v for where, name in pool for v in others(briefing, where, name, own)]
                    sides = side_of(briefing)
                    if kind == "holder":
                        found = [v for v in found if sides(v) is None or sides(v) != sides(own)]
                    elif kind == "speaker":  # "Moscow" for a ministry of Russia is no clear error
                        found = [v for v in found if country_of(v) is None or country_of(v) != sides(own)]
                    yield from (replace(briefing, path, key, v, kind) for v in list(dict.fromkeys(found))[:3])

    return plant


def side_of(briefing: Briefing) -> Callable[[str], str | None]:
    """Return what tells the state behind a name: "Russia" for a minister of Russia is no clear error as a holder."""
    people = {
        r["name"]: r
        for _, r in [*records(briefing, "participants"), *records(briefing, "informants")]
        if r.get("name")
    }

    def side(value: str) -> str | None:
        record = people.get(value, {})
        return (
            country_of(value)
            or country_of(record.get("affiliation") or "")
            or country_of(record.get("role") or "")
        )

    return side


def edits(
    kind: str, fields: tuple[tuple[str, str], ...], change: Callable[[str], str | None]
) -> Callable[[Briefing], Iterator[Planted]]:
    """Return a planter that rewrites a text field; `change` gives None where it has nothing to change."""

    def plant(briefing: Briefing) -> Iterator[Planted]:
        for section, key in fields:
            for path, record in records(briefing, section):
                own = record.get(key)
                new = change(own) if isinstance(own, str) else None
                if new and new != own:
                    yield replace(briefing, path, key, new, kind)

    return plant


def other_day(value: str) -> str | None:
    """Move a full date by a week, or a month by one."""
    match = re.search(r"-(\d{2})$", value)
    return f"{value[: match.start()]}-{int(match[1]) % 12 + 1:02d}" if match else None


def other_number(text: str) -> str | None:
    """Change the first number of a text."""
    match = re.search(r"\d+", text)
    if match:
        return f"{text[: match.start()]}{int(match[0]) + 7}{text[match.end() :]}"
    words = {"two": "four", "three": "five", "five": "seven", "four": "six", "ten": "twelve", "six": "nine"}
    found = next((w for w in re.findall(r"[a-z]+", text) if w in words), None)
    return text.replace(found, words[found], 1) if found else None


def other_unit(text: str) -> str | None:
    """Change the unit of a length or sum."""
    for a, b in (
        ("minute", "hour"),
        ("hour", "minute"),
        ("million", "billion"),
        ("euro", "dollar"),
        ("days", "weeks"),
    ):
        if a in text:
            return text.replace(a, b, 1)
    return None


def negate(text: str) -> str | None:
    """Drop the negation of a sentence, or put one in behind its first auxiliary."""
    if re.search(r"\bnot\b ", text):
        return re.sub(r"\bnot\b ", "", text, count=1)
    match = re.search(r"\b(?:will|would|can|should|is|are|was|were|has|have|had|must)\b", text)
    return f"{text[: match.end()]} not{text[match.end() :]}" if match else None


def harden(text: str) -> str | None:
    """Tell a possibility, wish or condition as a fact."""
    for pattern, new in (
        (r"\b(?:may|might|could|would|should)\b", "will"),
        (r"\s+if\s.*$", "."),
        (r"\b(?:proposed|offered|asked) to\b", "agreed to"),
    ):
        if re.search(pattern, text):
            return re.sub(pattern, new, text, count=1)
    return None


def alter(quote: str) -> str | None:
    """Change one long word in the middle of a quote."""
    words = quote.split()
    middle = [i for i, w in enumerate(words) if len(w) > 5 and w.isalpha()]
    if not middle:
        return None
    words[middle[len(middle) // 2]] = "remarkable"
    return " ".join(words)


def inventions(briefing: Briefing) -> Iterator[Planted]:
    """Put an invented statement under real evidence."""
    for path, _ in records(briefing, "positions"):
        yield replace(
            briefing,
            path,
            "statement",
            "A joint satellite programme will be funded by the parliament.",
            "invention",
        )


def merged(briefing: Briefing) -> Iterator[Planted]:
    """Join the statement of one position to that of another, under the evidence of the first."""
    found = [(p, r["statement"]) for p, r in records(briefing, "positions") if r.get("statement")]
    for (path, one), (_, two) in itertools.pairwise(found):
        yield replace(
            briefing, path, "statement", f"{one.rstrip('.')}, and {two[0].lower()}{two[1:]}", "merged facts"
        )


def parties(briefing: Briefing) -> Iterator[Planted]:
    """Put a state or body of the document that is no party in a party's place."""
    known = others(briefing, "participants", "affiliation", "") + others(
        briefing, "informants", "affiliation", ""
    )
    for _, record in records(briefing, "agreed_formats"):
        known += record.get("parties") or []
    for path, record in records(briefing, "agreed_formats"):
        own = record.get("parties") or []
        sides = {country_of(v) or v for v in own}
        wrong = [v for v in dict.fromkeys(known) if (country_of(v) or v) not in sides]
        for i, _ in enumerate(own[:2]):
            yield from (replace(briefing, f"{path}/parties", str(i), v, "party") for v in wrong[:3])


def affiliations(briefing: Briefing) -> Iterator[Planted]:
    """Give a person the affiliation of another, of another state."""
    for section in ("participants", "informants"):
        for path, record in records(briefing, section):
            if own := record.get("affiliation"):
                wrong = [
                    v
                    for v in others(briefing, "participants", "affiliation", own)
                    if country_of(v) != country_of(own)
                ]
                yield from (replace(briefing, path, "affiliation", v, "affiliation") for v in wrong[:3])


def statuses(briefing: Briefing) -> Iterator[Planted]:
    """Tell a wish as agreed, and what was agreed as a wish."""
    for path, record in records(briefing, "agreed_formats"):
        new = {"agreed": "proposed", "proposed": "agreed"}.get(record.get("status", ""))
        if new:
            yield replace(briefing, path, "status", new, "status")


def minutes(briefing: Briefing) -> Iterator[Planted]:
    """Change the length in minutes."""
    for path, record in records(briefing, "duration"):
        if record.get("minutes"):
            yield replace(briefing, path, "minutes", record["minutes"] + 15, "duration")


PEOPLE = (("participants", "name"), ("informants", "name"))
STATED = (("positions", "statement"), ("agreements", "what"), ("next_steps", "what"))
PLANTERS: tuple[Callable[[Briefing], Iterator[Planted]], ...] = (
    edits("number", STATED, other_number),
    edits("date", (("event", "date"), ("agreed_formats", "date"), ("next_steps", "date")), other_day),
    minutes,
    edits("duration", (("duration", "text"),), other_number),
    edits("unit", (("duration", "text"), *STATED), other_unit),
    edits("name", PEOPLE, lambda name: f"Gunther {name.split()[-1]}" if len(name.split()) > 1 else f"{name}sen"),
    swaps("place", ("agreed_formats", "event", "next_steps"), "place", (("agreed_formats", "place"), ("next_steps", "place"), ("event", "place"))),
    swaps("role", ("participants", "informants"), "role", (("participants", "role"), ("informants", "role"))),
    swaps("speaker", ("positions",), "speaker", (("positions", "speaker"), *PEOPLE)),
    swaps("holder", ("positions",), "holder", (("positions", "holder"), *PEOPLE)),
    edits("negation", STATED, negate),
    edits("modality", STATED, harden),
    edits("altered quote", (("positions", "quote"),), alter),
    inventions,
    merged,
    statuses,
    parties,
    affiliations,
)  # fmt: skip
