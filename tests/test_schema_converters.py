"""Servers that hold a model to a schema can read ours: each converter is tried where it is installed."""

from __future__ import annotations

import json

import pytest

from summarizer.kinds import get_kind, kind_names

CHOICES = ("agreed", "announced", "in_use", "proposed")


@pytest.mark.parametrize("name", kind_names())
def test_llama_cpp_makes_a_grammar(name: str) -> None:
    """llama.cpp's Python server turns each kind's schema into a grammar that keeps its choices."""
    grammar = pytest.importorskip("llama_cpp.llama_grammar")
    made: str = grammar.json_schema_to_gbnf(json.dumps(get_kind(name).model_schema))
    assert "root ::=" in made
    if name == "briefing":
        assert all(f'\\"{choice}\\"' in made for choice in CHOICES)


@pytest.mark.parametrize("name", kind_names())
def test_xgrammar_compiles(name: str) -> None:
    """So do vLLM and SGLang, whose grammars xgrammar makes."""
    xgrammar = pytest.importorskip("xgrammar")
    assert xgrammar.Grammar.from_json_schema(json.dumps(get_kind(name).model_schema))


@pytest.mark.parametrize("name", kind_names())
def test_choices_stand_beside_one_type(name: str) -> None:
    """A list of types beside an `enum` loses the choices in llama.cpp's converter: there is none."""
    for definition in get_kind(name).model_schema["$defs"].values():
        for field in definition["properties"].values():
            for one in (field, *field.get("anyOf", ())):
                assert "enum" not in one or one["type"] == "string"
