"""A report as sections, records and leaves, each leaf with its finding: what every format is written from.

Nothing is trusted to have its type, and no finding is lost: one that fits no value hangs on what is nearest.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from summarizer.errors import SummarizerError
from summarizer.kinds import get_kind, is_list, record_type, verified_of
from summarizer.report import EvidenceSpan, Finding, Report, Verdict
from summarizer.source import Source, Span

_DEEPEST = 8  # levels of nesting that are walked; what lies below is shown as JSON
NOT_CHECKED = "not checked"
MARKS: dict[Verdict | None, str] = {
    Verdict.SUPPORTED: "✓",
    Verdict.REVIEW: "?",
    Verdict.UNSUPPORTED: "✗",
    Verdict.CONTRADICTED: "!",
    None: "-",
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of the briefing with its finding; `group` is the label of the list or field it belongs to."""

    path: str
    label: str
    group: str
    check: str | None
    value: Any
    finding: Finding | None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict; None when nothing has been checked."""
        return self.finding.verdict if self.finding else None

    @property
    def absent(self) -> bool:
        """Whether the briefing states nothing here: null or an empty list."""
        return self.value is None or self.value == [] or self.value == {}

    @property
    def messages(self) -> tuple[str, ...]:
        """Why the verdict is what it is, each message once."""
        reasons = self.finding.reasons if self.finding else ()
        return tuple(dict.fromkeys(r.message or r.code for r in reasons)) or ("no reason was given",)


@dataclass(frozen=True, slots=True)
class Record:
    """The leaves that a reader takes in together."""

    path: str
    leaves: list[Leaf] = field(default_factory=list)

    def having(self, check: str) -> Leaf | None:
        """Return the first leaf that is judged by `check`."""
        return next((leaf for leaf in self.leaves if leaf.check == check), None)


@dataclass(frozen=True, slots=True)
class Section:
    """One top-level field of the briefing; `many` when it is a list of records."""

    path: str
    title: str
    records: list[Record]
    many: bool

    @property
    def leaves(self) -> list[Leaf]:
        """All leaves of all records."""
        return [leaf for record in self.records for leaf in record.leaves]

    @property
    def absent(self) -> bool:
        """Whether the whole section is null or empty, and the verdict on that is not in doubt."""
        return all(leaf.absent and leaf.verdict in {None, Verdict.SUPPORTED} for leaf in self.leaves) and all(
            len(record.leaves) == 1 and record.path == record.leaves[0].path == self.path
            for record in self.records
        )


@dataclass(frozen=True, slots=True)
class Note:
    """A verdict that is not `supported`, with what it holds for, in words, and the reasons.

    `subject` follows the verdict's word: ` role, place`; nothing when the record has but one leaf.
    """

    verdict: Verdict
    subject: str
    messages: tuple[str, ...]


def outline(report: Report) -> list[Section]:
    """Return the sections of a report in the order of its briefing, every finding in one of them."""
    return _Outliner(report).sections()


def notes(leaves: Sequence[Leaf]) -> list[Note]:
    """Gather what is not supported in a record; leaves with the same verdict for the same reasons share a note."""
    labels: dict[tuple[Verdict, tuple[str, ...]], list[str]] = {}
    for leaf in leaves:
        if leaf.verdict is not None and leaf.verdict is not Verdict.SUPPORTED:
            labels.setdefault((leaf.verdict, leaf.messages), []).append(leaf.label)
    return [
        Note(verdict, "" if len(leaves) == 1 else f" {', '.join(names)}", messages)
        for (verdict, messages), names in labels.items()
    ]


def worst(leaves: Iterable[Leaf]) -> Verdict | None:
    """Return the most severe verdict; None, for not checked, stands between supported and review."""
    verdicts = [leaf.verdict for leaf in leaves]
    found = Verdict.worst(v for v in verdicts if v is not None)
    return None if None in verdicts and found is Verdict.SUPPORTED else found


def tally(leaves: Iterable[Leaf]) -> list[tuple[Verdict | None, int]]:
    """Count the leaves of each verdict that occurs, mildest first, then those that were not checked."""
    counts = Counter(leaf.verdict for leaf in leaves)
    return [(verdict, counts[verdict]) for verdict in (*Verdict, None) if counts[verdict]]


def value_text(value: Any) -> str:
    """Write any value for a reader, on one line once it is made `plain`."""
    if isinstance(value, str):
        return value if value.strip() else f'"{value}"'
    if value is None or value == [] or value == {}:
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (TypeError, ValueError, RecursionError):  # keys that are no text, rings, numbers beyond reason
        return f"a value of type {type(value).__name__}"


class Lines:
    """Line numbers of spans in a report's source, from 1; none when the report carries no text."""

    def __init__(self, report: Report) -> None:
        self._source = None if report.source.text is None else Source(report.source.text)

    def of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first and last line of `start:end`."""
        if self._source is None:
            return None
        last = max(start, end - 1)
        return self._source.place(Span(start, end)).line, self._source.place(Span(last, end)).line

    def text(self, spans: Iterable[EvidenceSpan], most: int = 3) -> str:
        """Write where `spans` stand, as `l. 3, 7–8`; the first `most` of them and an ellipsis when there are more."""
        found = sorted({place for span in spans if (place := self.of(span.start, span.end))})
        shown = [line_range(first, last) for first, last in found[:most]]
        return f"l. {', '.join(shown)}{', …' if len(found) > most else ''}" if shown else ""


def line_range(first: int, last: int) -> str:
    """Write two line numbers as `7` or `7–8`."""
    return str(first) if first == last else f"{first}–{last}"


class _Outliner:
    """Walks a briefing of any shape and gives every leaf its finding."""

    def __init__(self, report: Report) -> None:
        self._briefing = report.briefing
        self._checks = _checks_of(report.kind)
        self._findings: defaultdict[str, deque[Finding]] = defaultdict(deque)
        for finding in report.findings:
            self._findings[finding.path].append(finding)
        self._records: dict[str, Record] = {}

    def sections(self) -> list[Section]:
        members = _members(self._briefing)
        if members is None:
            made = [Section("", "Briefing", [self._record("", "briefing", "", self._briefing)], many=False)]
        else:
            made = [self._section(key, value) for key, value in members]
        self._hang_rest(made)
        return made

    def _section(self, key: str, value: Any) -> Section:
        path, title = f"/{_token(key)}", _label(key)
        if isinstance(value, list | tuple) and value:
            records = [
                self._record(f"{path}/{i}", f"{title} {i + 1}", f"{path}/*", item)
                for i, item in enumerate(value)
            ]
            return Section(path, title.capitalize(), records, many=True)
        return Section(path, title.capitalize(), [self._record(path, title, path, value)], many=False)

    def _record(self, path: str, label: str, pattern: str, value: Any) -> Record:
        record = self._records[path] = Record(path)
        members = _members(value)
        if members is None:
            record.leaves.append(self._leaf(path, label, label, pattern, value))
            return record
        for key, inner in members:
            # Evidence is what fields rest on, not a field; a finding on a broken one is hung on the record.
            if key != "evidence":
                at = f"/{_token(key)}"
                name = _label(key)
                record.leaves.extend(self._flatten(path + at, name, name, pattern + at, inner, 2))
        return record

    def _flatten(
        self, path: str, label: str, group: str, pattern: str, value: Any, depth: int
    ) -> Iterator[Leaf]:
        members = _members(value)
        if depth >= _DEEPEST or not (members or (isinstance(value, list | tuple) and value)):
            yield self._leaf(path, label, group, pattern, value)
        elif members is not None:
            for key, inner in members:
                at, name = f"/{_token(key)}", f"{label} › {_label(key)}"
                yield from self._flatten(path + at, name, name, pattern + at, inner, depth + 1)
        else:
            for i, inner in enumerate(value):
                yield from self._flatten(
                    f"{path}/{i}", f"{label} {i + 1}", group, f"{pattern}/*", inner, depth + 1
                )

    def _leaf(self, path: str, label: str, group: str, pattern: str, value: Any) -> Leaf:
        waiting = self._findings.get(path)
        finding = waiting.popleft() if waiting else None
        return Leaf(path, label, group, self._checks.get(pattern), value, finding)

    def _hang_rest(self, sections: list[Section]) -> None:
        """Give findings that met no value a leaf of their own, in the record or section they point into."""
        by_path = {section.path: section for section in sections}
        for path, waiting in self._findings.items():
            for finding in waiting:
                home = self._nearest(path) or self._new_record(path, sections, by_path)
                tail = path[len(home.path) :].strip("/") or path.strip("/")
                label = " › ".join(_label(_key(token)) for token in tail.split("/"))
                home.leaves.append(Leaf(path, label, label, None, finding.value, finding))

    def _nearest(self, path: str) -> Record | None:
        at = path
        while at:
            if at in self._records:
                return self._records[at]
            at = at.rpartition("/")[0]
        return None

    def _new_record(self, path: str, sections: list[Section], by_path: dict[str, Section]) -> Record:
        first = path.split("/")[1] if path.startswith("/") else path
        at = f"/{first}"
        if at not in by_path:
            title = _label(_key(first)).capitalize() if first else "Briefing"
            by_path[at] = Section(at, title, [], many=False)
            sections.append(by_path[at])
        record = self._records[path] = Record(path)
        by_path[at].records.append(record)
        return record


def _members(value: Any) -> list[tuple[str, Any]] | None:
    """Return the keys and values of a model or mapping, None for anything else or an empty one."""
    if isinstance(value, BaseModel):
        return [(str(key), inner) for key, inner in value] or None
    if isinstance(value, Mapping):
        return [(str(key), inner) for key, inner in value.items()] or None
    return None


def _checks_of(kind: str) -> dict[str, str]:
    try:
        return dict(_schema_checks(get_kind(kind).schema, ""))
    except SummarizerError:
        return {}


def _schema_checks(schema: type[BaseModel], at: str) -> Iterator[tuple[str, str]]:
    for name, info in schema.model_fields.items():
        here = f"{at}/{name}"
        model = record_type(info.annotation)
        if model:
            yield from _schema_checks(model, f"{here}/*" if is_list(info.annotation) else here)
        else:
            check = verified_of(info).check
            yield from ((here, check), (f"{here}/*", check))


def _token(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _key(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")


def _label(key: str) -> str:
    return key.replace("_", " ").strip() or '""'
