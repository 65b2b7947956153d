"""Places quotes in generated news, beside langextract in the same run: time, places, false accepts, growth.

    python bench/alignment.py [--patience 20] [--alone] [--characters N …] [--quotes N …]

Quotes of 8 to 22 words that stand once in the text: verbatim in order, verbatim shuffled, a word in the middle
changed to another word of the text, the first word changed. Seconds are wall time, the reading of the text
included, the best of up to three runs; cpu is our processor time, which is the same on a busy machine. Placed: the
span begins where the quote was taken from. Named: a changed quote is refused with both words told. Accepted: a
changed quote is given out as found (langextract: has a span).

langextract is asked in a process of its own that is ended after --patience seconds; what is larger in text or
quotes than a case that was cut off is not tried. Needs the optional group `bench`; without it, or with --alone,
only our own figures are printed.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from newsroom import Newsroom

T = TypeVar("T")
VARIANTS = ("verbatim in order", "verbatim shuffled", "middle word changed", "first word changed")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Quote:
    """A quote, where it was taken from, and the word that was changed with the word put in its place."""

    text: str
    start: int
    changed: tuple[str, str] | None = None


@dataclass(frozen=True)
class Score:
    """One case: wall time, and counts of quotes."""

    seconds: float
    processor: float
    placed: int
    named: int
    accepted: int


# -- cases -------------------------------------------------------------------------------------------


def draw(text: str, count: int, rng: random.Random) -> list[Quote]:
    """Take quotes that stand once in the text and begin with a plain word, in the order of the text."""
    words = [m.span() for m in _WORD.finditer(text)]
    found: dict[int, Quote] = {}
    for _ in range(50 * count):
        if len(found) == count:
            break
        length = rng.randint(8, 22)
        first = rng.randrange(max(1, len(words) - length))
        start, end = words[first][0], words[min(first + length, len(words)) - 1][1]
        quote = text[start:end].rstrip(" .,”")
        length = len(quote.split())
        if quote.split()[0].isalpha() and unique(text, quote, 0) and unique(text, quote, length // 2):
            found[start] = Quote(quote, start)
    return [found[start] for start in sorted(found)]


def place_of(quote: str, at: int) -> tuple[int, int]:
    """Return the first plain word of a quote from number `at` on."""
    spans = [m.span() for m in _WORD.finditer(quote)]
    return next(s for s in [*spans[at:], *spans] if quote[slice(*s)].isalpha())


def unique(text: str, quote: str, at: int) -> bool:
    """Whether one place of the text alone is this quote but for the word to be changed."""
    start, end = place_of(quote, at)
    rest = re.compile(re.escape(quote[:start]) + r"\S+" + re.escape(quote[end:]))
    return len(rest.findall(text)) == 1


def alter(quote: Quote, at: int, pool: Sequence[str], near: str, rng: random.Random) -> Quote:
    """Put another word of the text, but none that stands near by, in the place of word number `at`."""
    start, end = place_of(quote.text, at)
    words = set(near.casefold().split())
    new = next(w for w in iter(lambda: rng.choice(pool), "") if w.casefold() not in words)
    return Quote(quote.text[:start] + new + quote.text[end:], quote.start, (quote.text[start:end], new))


def variant(name: str, quotes: list[Quote], text: str, rng: random.Random) -> list[Quote]:
    if name == "verbatim in order":
        return quotes
    if name == "verbatim shuffled":
        return rng.sample(quotes, len(quotes))
    pool = sorted({w for w in text[:100_000].split() if w.isalpha()})
    middle = name == "middle word changed"
    return [
        alter(
            q,
            len(q.text.split()) // 2 if middle else 0,
            pool,
            text[max(0, q.start - 100) : q.start + 300],
            rng,
        )
        for q in quotes
    ]


def best_of(run: Callable[[], list[T]], times: int = 3, enough: float = 1.0) -> tuple[list[T], float, float]:
    """Return a result, and the wall and processor time of the fastest of a few runs; long ones run once."""
    wall: list[float] = []
    processor: list[float] = []
    result: list[T] = []
    while len(wall) < times and sum(wall) < enough:
        begun, begun_processor = time.perf_counter(), time.process_time()
        result = run()
        wall.append(time.perf_counter() - begun)
        processor.append(time.process_time() - begun_processor)
    return result, min(wall), min(processor)


# -- the two ----------------------------------------------------------------------------------------


def ours(text: str, quotes: list[Quote]) -> Score:
    from summarizer.reading.wording import Tokens
    from summarizer.verification.align import Aligner, Placement

    def place() -> list[Placement]:
        aligner = Aligner(Tokens(text))
        return [aligner.place(q.text) for q in quotes]

    placements, wall, processor = best_of(place)
    return Score(
        seconds=wall,
        processor=processor,
        placed=sum(
            bool(p.spans) and p.span.start == q.start for p, q in zip(placements, quotes, strict=True)
        ),
        named=sum(
            any(q.changed == (c.source, c.quote) for c in p.changes)
            for p, q in zip(placements, quotes, strict=True)
        ),
        accepted=sum(p.found and q.changed is not None for p, q in zip(placements, quotes, strict=True)),
    )


def theirs(text: str, quotes: list[Quote], answer: Connection) -> None:
    """Run langextract's alignment and send the Score; this is a process of its own."""
    from langextract.core.data import Extraction
    from langextract.resolver import Resolver

    def place() -> list[Extraction]:
        asked = [Extraction(extraction_class="quote", extraction_text=q.text) for q in quotes]
        return list(Resolver().align(asked, text, token_offset=0, char_offset=0))

    answer.send(None)  # ready: the time begins
    placements, wall, processor = best_of(place)
    pairs = list(zip(placements, quotes, strict=True))
    answer.send(
        Score(
            seconds=wall,
            processor=processor,
            placed=sum(
                e.char_interval is not None and e.char_interval.start_pos == q.start for e, q in pairs
            ),
            named=0,
            accepted=sum(e.char_interval is not None and q.changed is not None for e, q in pairs),
        )
    )


def with_patience(text: str, quotes: list[Quote], seconds: float) -> Score | None:
    """Return langextract's Score, None when it took longer than `seconds`."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=theirs, args=(text, quotes, there), daemon=True)
    process.start()
    there.close()
    try:
        here.recv()
        return here.recv() if here.poll(seconds + 1) else None
    except EOFError:
        return None
    finally:
        process.kill()
        process.join()


# -- the table ---------------------------------------------------------------------------------------


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """Return the slope of the line through (log x, log seconds): 1 is linear growth."""
    if len(points) < 2:
        return math.nan
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x, mean_y = (sum(values) / len(logs) for values in zip(*logs, strict=True))
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


Case = tuple[str, int, int]  # variant, characters, quotes


def growth(title: str, scores: dict[Case, Score]) -> None:
    """Print how time grows with the text and with the quotes, along the longest row of cases that ended."""
    for name in VARIANTS:
        own = {(size, count): s.seconds for (v, size, count), s in scores.items() if v == name}
        if not own:
            continue
        sizes, counts = Counter(size for size, _ in own), Counter(count for _, count in own)
        most = max(counts, key=lambda count: (counts[count], count))
        longest = max(sizes, key=lambda size: (sizes[size], size))
        in_text = exponent([(size, s) for (size, count), s in own.items() if count == most])
        in_quotes = exponent([(count, s) for (size, count), s in own.items() if size == longest])
        print(
            f"{title:12}{name:22}{in_text:7.2f} in text ({most} quotes){in_quotes:7.2f} in quotes ({longest})"
        )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--characters", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--quotes", type=int, nargs="+", default=[10, 50, 200])
    parser.add_argument("--patience", type=float, default=20.0, help="seconds for one case of langextract")
    parser.add_argument("--alone", action="store_true", help="without langextract")
    args = parser.parse_args()
    beside = not args.alone and importlib.util.find_spec("langextract") is not None
    if not beside:
        print("langextract is left out" + ("" if args.alone else ': pip install -e ".[bench]"'))
    print(f"{'':40}{'ours':>9}{'':32}{'langextract' if beside else '':>12}")
    print(
        f"{'characters':>10}{'quotes':>8}  {'variant':20}{'seconds':>9}{'cpu':>8}{'placed':>8}{'named':>7}{'accepted':>9}"
        + (f"{'seconds':>12}{'placed':>8}{'accepted':>9}{'times':>8}" if beside else "")
    )
    own: dict[Case, Score] = {}
    other: dict[Case, Score] = {}
    cut: list[Case] = []
    for size in args.characters:
        rng = random.Random(size)
        text = Newsroom(size).text(size)
        for count in args.quotes:
            drawn = draw(text, count, rng)
            for name in VARIANTS:
                quotes = variant(name, drawn, text, rng)
                case = (name, size, count)
                score = own[case] = ours(text, quotes)
                line = (
                    f"{len(text):10}{len(quotes):8}  {name:20}{score.seconds:9.4f}{score.processor:8.4f}{score.placed:8}"
                    f"{score.named:7}{score.accepted:9}"
                )
                if beside and any(n == name and size >= s and count >= c for n, s, c in cut):
                    line += f"{'not run':>12}"
                elif beside:
                    result = with_patience(text, quotes, args.patience)
                    if result is None:
                        cut.append(case)
                        line += f"{f'> {args.patience:.0f}':>12}"
                    else:
                        other[case] = result
                        times = result.seconds / score.seconds
                        line += f"{result.seconds:12.3f}{result.placed:8}{result.accepted:9}{times:8.0f}"
                print(line, flush=True)
    print("\ngrowth, as exponents (1 is linear):")
    growth("ours", own)
    growth("langextract", other)
    if cut:
        print(
            f"\nlangextract: {len(cut)} cases cut off after {args.patience:.0f} s, larger ones of their kind not run."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
