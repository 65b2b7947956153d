"""Records kept as numbers: each is made when asked for, so that those of a long text take a tenth of the memory."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

Record = TypeVar("Record", covariant=True)
new = tuple.__new__  # makes a named tuple in half the time that calling its class takes


class Records(Sequence[Record]):
    """A sequence of records, `width` numbers each, of which `make` makes one from its place and its numbers.

    The one asked for last is kept; otherwise what is made twice is equal and not the same: compare with `==`.
    """

    __slots__ = ("_last", "_length", "_make", "_numbers", "_width")

    def __init__(self, numbers: array[int], width: int, make: Callable[..., Record]) -> None:
        self._numbers = array(numbers.typecode, numbers)  # without the room that it grew into
        self._width = width
        self._length = len(numbers) // width
        self._make = make
        self._last: tuple[int, Record | None] = -1, None

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Record, ...]: ...
    def __getitem__(self, at: int | slice) -> Record | tuple[Record, ...]:
        if isinstance(at, slice):
            return tuple([self[i] for i in range(*at.indices(self._length))])
        last = self._last
        if at == last[0] and last[1] is not None:
            return last[1]
        place = at if at >= 0 else at + self._length
        if not 0 <= place < self._length:
            raise IndexError(at)
        first = place * self._width
        record = self._make(place, *self._numbers[first : first + self._width])
        self._last = place, record
        return record

    def __iter__(self) -> Iterator[Record]:
        return map(self._make, range(len(self)), *map(self.column, range(self._width)))

    def column(self, which: int) -> array[int]:
        """Return one of the numbers of every record, in order."""
        return self._numbers[which :: self._width]
