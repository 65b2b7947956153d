"""Fuzzes every reading and check, led by coverage (atheris, optional group `bench`, Linux).

    python bench/fuzz.py [FOLDER] [-max_total_time=300] [-max_len=2000] …

FOLDER keeps what was found worth keeping, from run to run; the other arguments are libFuzzer's. Ends at the first
exception, span outside the text, or support without a place, and writes the input to a file of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests"))

with atheris.instrument_imports(include=["summarizer"]):
    from hostile_texts import BRIEFING, CLAIMS, READINGS, UNITS
    from test_reading_properties import assert_grounded, spans_in

    from summarizer import Source, brief, check, verify
    from summarizer.reading import read

PIECES = [*UNITS.values(), *CLAIMS]


def text_from(data: atheris.FuzzedDataProvider) -> str:
    """Put a text together of pieces that the readings look for and of any characters."""
    pieces = []
    while data.remaining_bytes() > 2 and len(pieces) < 200:
        choice = data.ConsumeIntInRange(0, 255)
        piece = PIECES[choice] if choice < len(PIECES) else data.ConsumeUnicode(8)
        pieces.append(piece)
    return "".join(pieces)


def run(raw: bytes) -> None:
    data = atheris.FuzzedDataProvider(raw)
    claim = data.ConsumeUnicode(40) if data.ConsumeBool() else CLAIMS[data.ConsumeIntInRange(0, 2)]
    text = text_from(data)
    source = Source.from_text(text, published="2021-05-03")
    reading = read(source)
    for take in READINGS.values():
        for span in spans_in(take(reading)):
            assert 0 <= span.start <= span.end <= len(text)
    for one in (claim, text):
        if one.strip():
            assert_grounded(check(one, source), text)
    for report in (verify(BRIEFING, source), brief(source, model="offline")):
        for finding in report.findings:
            assert_grounded(finding, text)


def main() -> None:
    arguments = sys.argv[1:]
    for folder in (a for a in arguments if not a.startswith("-")):
        Path(folder).mkdir(parents=True, exist_ok=True)
    if not any(a.startswith(("-max_total_time", "-runs")) for a in arguments):
        arguments.append("-max_total_time=300")
    atheris.Setup([sys.argv[0], *arguments], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
