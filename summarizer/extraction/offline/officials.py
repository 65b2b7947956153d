"""Lists of officials with a line for each: "Mr A B, Deputy Minister, Ministry of C", under the names of their states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.naming.finder import Entity, NameKind
from summarizer.reading.naming.gazetteer import country_of, organisation
from summarizer.reading.naming.lexicon import BODIES, HONORIFICS, ROLES
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.extraction.offline.scene import Scene
    from summarizer.reading.sentences import Sentence

_MOST = 120  # lines of a list
_LONGEST = 30  # words of a line
_TITLES = "|".join(sorted({re.escape(h.rstrip(".").capitalize()) for h in HONORIFICS}, key=len, reverse=True))
_PART = r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]+|[A-Z]\.|á|à|de|la|da|dos|von|van|der|den|bin|al|el|af|av)"
_LINE = late_regex(
    rf"(?:(?:{_TITLES}|H\.E|Amb|Col|Gen|Lt|Maj|Capt|Brig|Insp|Sgt|Supt|Ambassador|Minister|Cllr)\.?\s+)*"
    rf"(?P<name>[A-ZÀ-ÖØ-Þ](?:[\w’'-]+|\.)(?:\s+{_PART}){{0,3}}\s+[A-ZÀ-ÖØ-Þ][\w’'-]+)"
    r"\s*(?:\((?P<bracket>[^()]*)\))?\s*(?:[,–—-]\s*(?P<rest>\S.*))?$",
)
_ABSENT = late_regex(
    r"\W*(?:apologies|absent|excused|not\s+present|in\s+attendance|distribution)\b", re.IGNORECASE
)
_COLUMNS = late_regex(r"(?<=[\w)])(?:\t+| {3,})(?=\S)")
_LABELLED = late_regex(r"(?P<label>[A-Z][\w -]{2,30}):\s+(?=[A-ZÀ-ÖØ-Þ])")


# Of boards and councils; in a list they are surely roles, elsewhere they may be anything.
MORE_ROLES = frozenset(
    "acting clerk engineer treasurer sergeant councillor councilor alderman trustee bursar warden master steward registrar marshal provost dean".split()
)


OFFICES = MORE_ROLES | {f"{role}s" for role in MORE_ROLES}


@dataclass(frozen=True, slots=True)
class Listed:
    """One who is listed: `entity` where the text's names know the person or body, `words` as printed, a role."""

    span: Span
    words: str
    entity: Entity | None = None
    role: str | None = None
    side: str | None = None
    in_full: bool = False  # role and side as the line itself has them


def officials(scene: Scene, opening: Sentence) -> Iterator[Listed]:
    """Yield those of the lines below an opening: a state's name alone in a line is the side of those that follow."""
    side: str | None = None
    for sentence in scene.reading.sentences[opening.number : opening.number + _MOST]:
        if sentence.furniture:
            continue
        if sentence.block.kind is BlockKind.TURN:
            return
        for span in _lines(scene, sentence):
            words = scene.words(span)
            if _ABSENT.match(words):
                return
            if (country := country_of(words)) or organisation(words):
                side = country or words
            elif _section(words):
                side = None
            elif len(words.split()) > _LONGEST or words.endswith((".", ":", "?")):
                return
            elif (one := _official(scene, span, side)) is not None:
                yield one
            else:
                return


def _lines(scene: Scene, sentence: Sentence) -> list[Span]:
    """Return the lines of a sentence where each is that of a person, else the whole."""
    starts = [m.end() for m in re.finditer(r"\n\s*|\A", sentence.text)]
    ends = [*(s - 1 for s in starts[1:]), len(sentence.text)]
    spans = [
        scene.trimmed(Span(sentence.span.start + a, sentence.span.start + b))
        for a, b in zip(starts, ends, strict=True)
    ]
    return spans if all(_official(scene, s, None) for s in spans) else [scene.trimmed(sentence.span)]


def _section(words: str) -> bool:
    """Whether a line is the heading of a group: "Observers", "Secretariat"."""
    return len(words.split()) <= 2 and words.istitle() and words.lower().rstrip("s:") in (
        "observer", "secretariat", "delegation", "expert", "other", "staff", "guest", "chair", "host", "invited guest", "presidency",
    )  # fmt: skip


def _official(scene: Scene, span: Span, side: str | None) -> Listed | None:
    """Read one line, None where it is not that of a person."""
    words = one_line(_COLUMNS.sub(", ", scene.text[span.start : span.end]))
    label = _LABELLED.match(words)
    match = _LINE.match(words[label.end() :] if label else words)
    if match is None or any(w.lower().strip(".,") in ROLES | BODIES for w in match["name"].split()):
        return None
    if not (match["rest"] or match["bracket"] or label or side or words != match["name"]):
        return None
    parts = [
        p.strip() for told in (match["bracket"], match["rest"]) if told for p in re.split(r"[,;]\s+", told)
    ]
    parts = _rejoined(parts)
    role = next(
        (p for p in parts if _has_role(p)), label["label"] if label and _has_role(label["label"]) else None
    )
    body = next(
        (p for p in parts if p is not role and not _has_role(p) and (_is_body(p) or country_of(p))), None
    )
    entity = next(
        (
            scene.entity(m)
            for m in scene.reading.mentions_in(span)
            if m.kind is NameKind.PERSON
            and scene.entity(m).name
            and (scene.entity(m).name or "").split()[-1] in match["name"].split()
        ),
        None,
    )
    return Listed(span, match["name"], entity, role, side or body, in_full=True)


def _rejoined(parts: list[str]) -> list[str]:
    """Join what a comma inside the name of a ministry parted: "Ministry of Food", "Agriculture and Fisheries"."""
    joined: list[str] = []
    for part in parts:
        if joined and _is_body(joined[-1]) and not _has_role(part) and " and " in part and not _is_body(part):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _has_role(words: str) -> bool:
    lead = re.split(r"\s+(?:of|for|at|in|to)\s+", words)[0]
    return any(w.lower().strip(".,").split("-at-")[0] in ROLES | MORE_ROLES for w in lead.split())


def _is_body(words: str) -> bool:
    return any(w.lower().strip(".,") in BODIES or w.lower().startswith("directorate") for w in words.split())
