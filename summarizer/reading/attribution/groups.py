"""Quotations that run over several paragraphs, and those that nobody was found to have said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from summarizer.reading.attribution.drafts import Draft
from summarizer.reading.quotations import Quotation


def join_groups(drafts: list[Draft], quotations: Sequence[Quotation]) -> None:
    """Give all paragraphs of a quotation that runs over several to the one attribution that has a part of it."""
    members: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        members.setdefault(quotation.group, []).append(quotation)
    running = {group: parts for group, parts in members.items() if len(parts) > 1}
    if not running:
        return
    owners: dict[int, Draft] = {}
    for draft in drafts:
        for group in draft.groups & running.keys():
            if group not in owners or (draft.strong and not owners[group].strong):
                owners[group] = draft
    chosen = {id(owner) for owner in owners.values()}
    taken = {
        piece for d in drafts if d.rule != "carried speaker" and id(d) not in chosen for piece in d.content
    }
    for group, owner in owners.items():
        have = set(owner.content)
        running[group] = [q for q in running[group] if q.inside not in taken]
        owner.content = sorted(
            have
            | {q.inside for q in running[group]} - {q.inside for q in running[group] if _covered(q, owner)}
        )
    drafts[:] = [
        d
        for d in drafts
        if not (d.rule == "carried speaker" and d.groups & owners.keys() and id(d) not in chosen)
    ]


def unattributed(drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """Return the outermost quotations of speech that no attribution holds, their speaker unknown."""
    pieces = sorted(piece for draft in drafts if draft.rule != "label" for piece in draft.content)
    reach: list[int] = []  # the furthest end of the pieces up to each
    for piece in pieces:
        reach.append(max(piece.end, reach[-1] if reach else 0))
    missing = []
    for quotation in quotations:
        if quotation.depth or not quotation.speech:
            continue
        start = quotation.outside.start + quotation.marks[0]
        at = bisect_right(pieces, (start, 1 << 60)) - 1
        if at < 0 or reach[at] <= start:
            missing.append(Draft("no speaker", [quotation.inside], "direct", strong=False))
    return missing


def _covered(quotation: Quotation, owner: Draft) -> bool:
    return any(piece.contains(quotation.inside) for piece in owner.content)
