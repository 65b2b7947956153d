"""The program as a library. Run from anywhere: python examples/library.py."""

from pathlib import Path

from summarizer import Source, brief, check, reading, verify

HERE = Path(__file__).parent

# A briefing by rules alone; with a model: brief(path, model="openai/gpt-5").
report = brief(HERE / "call-both-sides.txt", model="offline")
print("Participants:", ", ".join(p.name for p in report.briefing.participants))
print("Length:", report.briefing.duration.text)
print("Worst verdict:", report.worst)

# One statement against a text.
text = (HERE / "call-both-sides.txt").read_text(encoding="utf-8")
source = Source.from_text(text, published="2025-12-09")
for claim in ("The telephone call lasted about 70 minutes.", "The telephone call lasted about 90 minutes."):
    finding = check(claim, source)
    print(f"{finding.verdict}: {claim} ({finding.reasons[0].message})")

# A briefing from anywhere, as plain data.
found = verify({"participants": [{"name": "Solveig Haugerud", "role": "President"}]}, source).findings
print([f"{f.path} is {f.verdict}" for f in found if f.path.startswith("/participants/0")])

# What plain code reads in a text, without a briefing.
for said in reading.attributions(source)[:3]:
    print(said.kind, said.name, repr(" … ".join(source[span] for span in said.content)))
