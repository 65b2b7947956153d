"""What a document costs in tokens, beside langextract: outside the everyday suite, as it needs that library."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from summarizer.evaluation import read_gold
from summarizer.evaluation.as_briefing import as_briefing
from summarizer.loading import load

ROOT = Path(__file__).resolve().parent.parent


def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tokens", ROOT / "bench" / "tokens.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.langextract
@pytest.mark.timeout(300)
def test_our_requests_and_answers_are_shorter_than_langextract_s() -> None:
    """On our own examples together: both requests counted with one tokenizer, the gold briefing as both answers."""
    tokens = bench()
    ours = theirs = 0
    for one in read_gold([ROOT / "examples" / "gold"]):
        assert one.path is not None
        source = load(one.path, published=one.annotation.published)
        briefing = as_briefing(one, source)
        ours += sum(tokens.count_ours(one.path, briefing))
        theirs += sum(tokens.count_theirs(source.text, briefing))
    assert 0 < ours < theirs
