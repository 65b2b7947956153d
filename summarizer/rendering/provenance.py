"""Where a briefing comes from and what made it, in words that the formats share."""

from __future__ import annotations

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
            (key.replace("_", " "), value_text(value)) for key, value in (extractor.model_extra or {}).items()
        ]
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
    if usage.seconds:
        facts.append(f"{usage.seconds:,.1f} s")
    return facts


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
