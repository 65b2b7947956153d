"""Hostile repeats: no reading, check or briefing takes more time than the length of the text allows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from hostile_texts import LITTLE, TEXTS

CHARACTERS = 6_000  # the same at full length: bench/hostile.py
GROWTH = 8.0  # for four times the text; 4 is linear, 16 quadratic
NAMES = list(TEXTS)
AT_ONCE = 23


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("first", range(0, len(NAMES), AT_ONCE), ids=lambda first: NAMES[first])
def test_time_grows_with_the_text_and_no_faster(first: int) -> None:
    """Four times as much of one thing takes about four times as long in every step, and raises nothing."""
    names = NAMES[first : first + AT_ONCE]
    command = [sys.executable, str(Path(__file__).with_name("hostile_texts.py")), str(CHARACTERS), *names]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    # A process of its own can be ended in the midst of a regular expression.
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    output, errors = done.stdout, done.stderr or f"ended with {done.returncode}"
    lines = [json.loads(line) for line in output.splitlines()]
    measured = {line["name"]: line for line in lines if "name" in line}
    assert list(measured) == names, f"ended at {lines[-1] if lines else 'the start'}: {errors[-2000:]}"
    steep = {
        (name, step): (line["small"][step], seconds)
        for name, line in measured.items()
        for step, seconds in line["large"].items()
        if seconds > LITTLE and seconds > GROWTH * line["small"][step]  # measured where it is asked for
    }
    assert not steep
