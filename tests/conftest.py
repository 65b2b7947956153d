from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# No test depends on the clock: the first example of a property also pays for imports.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The shared corpus of real documents; tests that need it are skipped where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip("the shared corpus is not beside this checkout")
    return CORPUS


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"
