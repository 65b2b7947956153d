"""Servers that hold a model to a schema can read ours: each converter is tried where it is installed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from summarizer.kinds import get_kind, kind_names

CHOICES = ("agreed", "announced", "in_use", "proposed")


FITTING: dict[str, dict[str, Any]] = {
    "briefing": {
        "title": None,
        "event": {"evidence": [{"quote": "met", "sentence": 1}], "what": "a “meeting”", "date": None, "time": None, "place": None},
        "participants": [{"evidence": [], "name": "Ana Reyes", "role": None, "affiliation": None}],
        "informants": [],
        "duration": None,
        "agreed_formats": [
            {"evidence": [], "name": "round", "place": None, "parties": ["A", "B"], "date": None, "status": "in_use"}
        ],
        "agreements": [],
        "positions": [],
        "next_steps": [],
    },
    "statements": {"statements": [{"evidence": [{"quote": None, "sentence": 3}], "text": "Zürich, “yes”."}]},
}  # fmt: skip


def misfits(name: str) -> Iterator[dict[str, Any]]:
    """Yield answers that a grammar made of the schema must not let a model write."""
    good = FITTING[name]
    yield {}
    yield {**good, "more": 1}
    yield dict.fromkeys(good, 5)
    if name == "briefing":
        yield {**good, "agreed_formats": [{**good["agreed_formats"][0], "status": "settled"}]}


@pytest.mark.parametrize("name", kind_names())
def test_the_answers_that_are_tried_are_what_they_are_taken_for(name: str) -> None:
    """By the schema's own validation, which runs everywhere."""
    face = get_kind(name).model_face
    assert face.model_validate(FITTING[name])
    for answer in misfits(name):
        with pytest.raises(ValidationError):
            face.model_validate(answer)


@pytest.mark.llamacpp
@pytest.mark.parametrize("name", kind_names())
def test_llama_cpp_makes_a_grammar(name: str) -> None:
    """llama.cpp's Python server turns each kind's schema into a grammar that keeps its choices, and parses it."""
    grammar = pytest.importorskip("llama_cpp.llama_grammar")
    made: str = grammar.json_schema_to_gbnf(json.dumps(get_kind(name).model_schema))
    assert "root ::=" in made
    if name == "briefing":
        assert all(f'\\"{choice}\\"' in made for choice in CHOICES)
    assert grammar.LlamaGrammar.from_string(made, verbose=False)


@pytest.mark.xgrammar
@pytest.mark.parametrize("name", kind_names())
def test_xgrammar_holds_a_model_to_the_schema(name: str) -> None:
    """So do vLLM and SGLang, whose grammars xgrammar makes: what fits can be written, what does not cannot."""
    xgrammar = pytest.importorskip("xgrammar")
    accepts = pytest.importorskip("xgrammar.testing")._is_grammar_accept_string
    grammar = xgrammar.Grammar.from_json_schema(json.dumps(get_kind(name).model_schema))
    assert accepts(grammar, json.dumps(FITTING[name], ensure_ascii=False))
    assert not any(accepts(grammar, json.dumps(answer)) for answer in misfits(name))


@pytest.mark.parametrize("name", kind_names())
def test_choices_stand_beside_one_type(name: str) -> None:
    """A list of types beside an `enum` loses the choices in llama.cpp's converter: there is none."""
    for definition in get_kind(name).model_schema["$defs"].values():
        for field in definition["properties"].values():
            for one in (field, *field.get("anyOf", ())):
                assert "enum" not in one or one["type"] == "string"
