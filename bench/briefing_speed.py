"""Measures how fast texts are briefed without a model: reading, extraction and verification of 50 texts of 5,000 characters.

    python bench/briefing_speed.py [FILE or FOLDER …] [--profile]

Without files, the shared documents or the examples; longer texts are cut at paragraphs, short ones joined. Processor
seconds of one process after a first round that loads what is loaded once, the least of three rounds. `--profile` prints where the extraction itself spends its time.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from itertools import cycle, islice, zip_longest
from pathlib import Path

from readings import files_of

from summarizer.extraction.offline import extract, not_attempted
from summarizer.kinds import get_kind
from summarizer.reading import Reading, read
from summarizer.source import Source
from summarizer.verification import verify_briefing

TEXTS, LENGTH, ROUNDS = 50, 5_000, 3
PARTS = "blocks sentences tokens quotations names attributions durations dates times event event_durations".split()


def texts_of(paths: list[Path]) -> list[str]:
    """Return 50 texts of about 5,000 characters in English, the first of each file before the second of any.

    Short files are joined to one text, so that each kind of document has its share.
    """
    short, queues = "", []
    for path in paths:
        text = path.read_text("utf-8")
        if not_attempted(read(Source.from_text(text))) is not None:
            continue
        if len(text) < LENGTH:
            short += text + "\n\n"
        else:
            queues.append(pieces_of(text))
    queues.append(pieces_of(short))
    turns = (piece for row in zip_longest(*queues) for piece in row if piece)
    return list(islice(cycle(turns), TEXTS))


def pieces_of(text: str) -> list[str]:
    """Return a text cut at paragraphs into pieces of about 5,000 characters; what is left over is dropped."""
    pieces, at = [], 0
    while at + LENGTH <= len(text):
        end = text.find("\n\n", at + LENGTH)
        pieces.append(text[at : end if 0 < end < at + 1.2 * LENGTH else at + LENGTH])
        at += len(pieces[-1])
    return pieces


def once(texts: list[str]) -> dict[str, float]:
    """Return the seconds of each stage for all texts."""
    kind = get_kind("briefing")
    spent = {"reading": 0.0, "extraction": 0.0, "verification": 0.0}
    for text in texts:
        source = Source.from_text(text)
        marks = [time.process_time()]
        reading = read(source)
        for part in PARTS:
            getattr(reading, part)
        marks.append(time.process_time())
        data = extract(reading, kind)
        marks.append(time.process_time())
        verify_briefing(data, reading, kind)
        marks.append(time.process_time())
        for stage, begin, end in zip(spent, marks, marks[1:], strict=False):
            spent[stage] += end - begin
    return spent


def profiled(texts: list[str]) -> None:
    """Print the functions in which extraction spends its time, readings already made."""
    readings: list[Reading] = [read(Source.from_text(text)) for text in texts]
    for reading in readings:
        for part in PARTS:
            getattr(reading, part)
    profile = cProfile.Profile()
    profile.enable()
    for reading in readings:
        extract(reading, get_kind("briefing"))
    profile.disable()
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args()
    texts = texts_of(files_of(args.paths))
    once(texts[:5])
    if args.profile:
        profiled(texts)
        return
    rounds = [once(texts) for _ in range(ROUNDS)]
    best = min(rounds, key=lambda r: sum(r.values()))
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters")
    for stage, seconds in best.items():
        print(f"{stage:14}{seconds:8.2f} s")
    print(f"{'together':14}{sum(best.values()):8.2f} s")


if __name__ == "__main__":
    main()
