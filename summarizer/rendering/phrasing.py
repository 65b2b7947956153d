"""How a record reads as a line: what stands by itself, what needs its label, what is not stated."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.rendering.outline import Leaf, Record, value_text

# Values of these types tell by themselves what they are; numbers, parties and unknown fields are labelled.
_SPEAKS_FOR_ITSELF = frozenset(
    {"title", "name", "role", "affiliation", "phrase", "statement", "quote", "place"}
    | {"date", "time", "duration", "status", "holder", "speaker", "result"}
)
_QUOTATION_MARKS = "“”„‟«»‹›\"'‘’"
_OPENING = tuple("“„«\"‘'")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A record's leaves: those said plainly, those said with a label, and the labels of what is not stated."""

    main: tuple[Leaf, ...]
    aside: tuple[tuple[str, tuple[Leaf, ...]], ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A record of who holds which view, and who said so."""

    holder: Leaf
    statement: Leaf
    speaker: Leaf | None
    quote: Leaf | None
    direct: Leaf | None
    rest: Phrase

    @property
    def firsthand(self) -> bool:
        """Whether the speaker is the holder."""
        return self.speaker is not None and _folded(self.speaker) == _folded(self.holder)

    @property
    def one_text(self) -> bool:
        """Whether the statement is nothing but the quote, so that one line shows both."""
        quote = self.quote
        return quote is not None and not quote.absent and _folded(quote) == _folded(self.statement)

    @property
    def speech(self) -> str:
        """What the briefing says of the kind of speech, in words; empty when it has no such field."""
        if self.direct is None:
            return ""
        if not isinstance(self.direct.value, bool):
            return f"direct: {value_text(self.direct.value)}"
        quoted = self.quote is not None and not self.quote.absent
        if self.direct.value:
            return "direct" if quoted else "direct, no quote"
        return "not direct" if quoted else "indirect"


def phrase(leaves: list[Leaf]) -> Phrase:
    """Sort leaves into what a line says plainly, with a label, or as not stated."""
    main = tuple(leaf for leaf in leaves if not leaf.absent and leaf.check in _SPEAKS_FOR_ITSELF)
    aside: dict[str, list[Leaf]] = {}
    for leaf in leaves:
        if not leaf.absent and leaf.check not in _SPEAKS_FOR_ITSELF:
            aside.setdefault(leaf.group, []).append(leaf)
    return Phrase(
        main=main,
        aside=tuple((label, tuple(members)) for label, members in aside.items()),
        absent=tuple(leaf.label for leaf in leaves if leaf.absent),
    )


def position(record: Record) -> Position | None:
    """Return a record as a position, when its schema says who holds it and what it is."""
    holder, statement = record.having("holder"), record.having("statement")
    if holder is None or statement is None:
        return None
    speaker, quote, direct = (record.having(check) for check in ("speaker", "quote", "direct"))
    used = {id(leaf) for leaf in (holder, statement, speaker, quote, direct) if leaf}
    rest = phrase([leaf for leaf in record.leaves if id(leaf) not in used])
    return Position(holder, statement, speaker, quote, direct, rest)


def separator(leaf: Leaf) -> str:
    """Return what stands between a leaf and the next one: a sentence is not followed by a comma."""
    return " — " if leaf.check == "statement" else ", "


def leaf_text(leaf: Leaf) -> str:
    """Write a leaf's value; a quote stands in quotation marks, unless it brings its own."""
    text = value_text(leaf.value)
    if leaf.check == "quote" and not leaf.absent and not text.startswith(_OPENING):
        return f"“{text}”"
    return text


def _folded(leaf: Leaf) -> str:
    text = " ".join(value_text(leaf.value).split())
    return text.strip(_QUOTATION_MARKS + " .,").casefold()
