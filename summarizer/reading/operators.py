"""The operators of a text, sentence by sentence: found when first asked for, kept as numbers."""

from __future__ import annotations

from array import array

from summarizer.reading.polarity import Operation, Operator, cue_starts, find_operators
from summarizer.reading.wording import Tokens
from summarizer.source import Span

_OPERATIONS = tuple(Operation)
_NUMBERS = {operation: number for number, operation in enumerate(_OPERATIONS)}
_NEW, _NONE = 0, -1  # sentences that were not asked for yet, and those without operators


class Operators:
    """The operators of one text, whose sentences are numbered up to `last`; as objects they take ten times as much."""

    def __init__(self, tokens: Tokens, last: int) -> None:
        self._text = tokens.text
        self._starts = cue_starts(tokens)
        self._at = array("i", [_NEW]) * (last + 1)  # where those of a sentence begin in `_packed`
        self._packed = array("i", [0])  # their count, then five numbers for each

    def of(self, number: int, sentence: Span) -> tuple[Operator, ...]:
        """Return the operators of sentence `number`, in order of their cues."""
        at = self._at[number]
        if at == _NEW:
            found = find_operators(self._text, sentence, self._starts)
            self._at[number] = self._keep(found) if found else _NONE
            return found
        if at == _NONE:
            return ()
        five = range(at + 1, at + 1 + 5 * self._packed[at], 5)
        return tuple(self._made(*self._packed[i : i + 5]) for i in five)

    def _keep(self, found: tuple[Operator, ...]) -> int:
        at = len(self._packed)
        self._packed.append(len(found))
        for one in found:
            self._packed.extend((_NUMBERS[one.operation], *one.cue, *one.scope))
        return at

    def _made(self, operation: int, start: int, end: int, first: int, last: int) -> Operator:
        return Operator(_OPERATIONS[operation], Span(start, end), Span(first, last))
