"""The body of an answer, unpacked as it comes and never beyond the limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

_GZIP_OR_ZLIB = 47  # wbits: either header is told by its first bytes
_RAW = -15
_STEP = 1 << 20  # bytes that one call may unpack


class DamagedError(Exception):
    """The compressed body is broken, or breaks off."""


def unpack(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Yield the unpacked bytes of a body; `encoding` is `gzip`, `deflate` or `identity`.

    No piece is longer than 1 MiB, whatever was packed into it. Raises DamagedError.
    """
    if encoding == "identity":
        yield from chunks
        return
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
    begun = False
    for chunk in chunks:
        waiting = chunk
        while waiting:
            try:
                piece = unpacker.decompress(waiting, _STEP)
            except zlib.error:
                if begun or encoding != "deflate":
                    raise DamagedError from None
                unpacker = zlib.decompressobj(_RAW)  # what some servers take "deflate" to mean
                begun = True
                continue
            begun = True
            yield piece
            waiting = unpacker.unconsumed_tail
            if unpacker.eof:
                waiting = unpacker.unused_data
                if waiting:
                    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)  # a gzip file may have several members
    if begun and not unpacker.eof:
        raise DamagedError
