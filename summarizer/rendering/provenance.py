"""Where a briefing comes from and what made it, in words that the formats share."""

from __future__ import annotations

from collections import Counter
from typing import Any

from summarizer.rendering.outline import value_text
from summarizer.report import Report


def source_facts(report: Report, sha256_digits: int = 12) -> list[str]:
    """Tell a source's id, date, address, length and sha256, the last cut to so many digits."""
    source = report.source
    sha256 = source.sha256 if len(source.sha256) <= sha256_digits else source.sha256[:sha256_digits] + "…"
    url = source.url if source.url != source.id else None
    facts = [source.id, source.published, url, f"{source.characters:,} characters", f"sha256:{sha256}"]
    return [fact for fact in facts if fact]


def made_by(report: Report) -> str:
    """Tell in one line what made the briefing, and what that used."""
    extractor = report.extractor
    if extractor is None:
        made = "The briefing was given, and checked here"
    elif extractor.repairs:
        made = f"Made by {extractor.name}, {_count(extractor.repairs, 'repair')}"
    else:
        made = f"Made by {extractor.name}"
    facts = usage_facts(report)
    return f"{made} · {' · '.join(facts)}" if facts else made


def origin_facts(report: Report) -> list[tuple[str, str]]:
    """Tell by name all that is known of how a briefing was made."""
    source, extractor = report.source, report.extractor
    facts = [("Kind", report.kind), ("Source", source.id), ("Source sha256", source.sha256)]
    if extractor is None:
        facts.append(("Briefing", "given, and checked here"))
    else:
        facts.append(("Made by", extractor.name))
        facts.append(("Prompt sha256", extractor.prompt_sha256 or ""))
        facts.append(("Schema sha256", extractor.schema_sha256 or ""))
        facts.append(("Repairs", f"{extractor.repairs:,}" if extractor.repairs else ""))
        facts += [
            (key.replace("_", " "), value_text(value))
            for key, value in (extractor.model_extra or {}).items()
            if key != "changes"
        ]
        facts += [("Changed", words) for words in changes(report)]
    facts.append(("Used", " · ".join(usage_facts(report))))
    return [(name, value) for name, value in facts if value]


def usage_facts(report: Report) -> list[str]:
    """Tell requests, tokens, cost and time, as far as there were any."""
    usage = report.usage
    facts = []
    if usage.requests:
        facts.append(_count(usage.requests, "request"))
    if usage.input_tokens or usage.output_tokens:
        facts.append(f"{usage.input_tokens:,} tokens in, {usage.output_tokens:,} out")
    if usage.cost is not None:
        facts.append(f"${usage.cost:,.4f}")
    elif usage.requests:
        facts.append("price not known")
    if usage.seconds:
        facts.append(f"{usage.seconds:,.1f} s")
    return facts


def changes(report: Report) -> list[str]:
    """Tell each field that was repaired, or dropped, after the model had answered."""
    told = []
    for change in _changes(report):
        path, before = change.get("path", ""), value_text(change.get("before"))
        if change.get("action") == "repaired":
            told.append(f"{path}: repaired, {before} → {value_text(change.get('after'))}")
        else:
            told.append(f"{path}: {change.get('action')}, {before}: {change.get('why', '')}")
    return told


def change_counts(report: Report) -> list[str]:
    """Tell how many fields were changed in which way."""
    actions = Counter(str(change.get("action")) for change in _changes(report))
    return [f"{_count(n, 'field')} {action}" for action, n in actions.items()]


def _changes(report: Report) -> list[dict[str, Any]]:
    extra = (report.extractor.model_extra or {}) if report.extractor else {}
    found = extra.get("changes")
    return [c for c in found if isinstance(c, dict)] if isinstance(found, list) else []


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
