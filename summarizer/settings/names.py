"""The names of the settings, and their values where nobody says anything."""

from __future__ import annotations

from typing import Any

PREFIX = "SUMMARIZER_"
FILE = "summarizer.toml"
# In the order in which they are shown; the values where nobody says anything.
DEFAULTS: dict[str, Any] = {
    "model": None,
    "base_url": None,
    "timeout": None,
    "max_tokens": None,
    "max_cost": None,
    "price": None,
    "local_only": False,
    "repairs": 1,
    "drop_unsupported": False,
    "chunk_tokens": None,
    "judge": None,
    "judge_base_url": None,
    "store": True,
    "store_path": None,
}
