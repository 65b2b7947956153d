"""Lists that a text introduces as those who took part: "Present: …", "Participants included …", with a line for each below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from summarizer.extraction.offline.occasion import ROLL
from summarizer.extraction.offline.officials import MORE_ROLES, Listed, officials
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.naming.finder import Mention, NameKind
from summarizer.reading.naming.gazetteer import country_of, organisation
from summarizer.reading.naming.lexicon import BODIES, ROLE_PLURALS, ROLES
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

LONGEST = 3000  # characters of a list in running text
MOST_LINES = 80  # list lines below an introduction
# "Present:", "Those present were:", "Participants in the call included", "Organizations joining were".
_OPENS = re.compile(
    r"(?:(?<![^.;:\n])|(?<=[.;:\n]\s)|(?<=[.;:]\s\s)|^)\W*(?:(?:those|members|also|others|officers|officials|councillors|directors|board\s+members)\s+)?"
    r"(?:present|in\s+attendance|attending|attended\s+by)\s*(?:\([^()\n]{0,40}\)\s*)?(?:(?:was|were|are)\b\s*:?|:)\s*"
    r"|^\W*(?:participants|attendees|panell?ists|delegates|delegations|speakers)\s*(?:\([^()\n]{0,40}\)\s*)?:\s*"
    r"|^\W*(?:guests?|observers?|online|remotely|by\s+(?:video(?:\s?link)?|(?:tele)?phone|zoom)|(?:also|others)\s+(?:in\s+the\s+room|at\s+the\s+table|online|on\s+the\s+line))\b(?!\s+(?:said|asked|told))[^.:;,]{0,40}:\s*"
    r"|\b(?:participants|attendees|participating\s+(?:\w+\s+){0,3}|(?:[\w-]+\s+){0,3}(?:joining|taking\s+part|participating|represented|attending))\b[^.:;,]{0,40}?\b(?:included|include|comprised|were|was|are)\b(?:\s*:?\s+|\s*:\s*$)",
    re.IGNORECASE,
)
_MAY_OPEN = (
    "present",
    "attend",
    "participa",
    "panel",
    "delegat",
    "speakers",
    "joining",
    "taking part",
    "represented",
    "guest",
    "observer",
    "online",
    "remotely",
    "by video",
    "phone",
    "zoom",
    "in the room",
    "at the table",
    "on the line",
)
_NEXT_LABEL = late_regex(r"\n\s*[A-Z][\w ]{2,30}:")  # "Apologies:" on the next line
_GOES_ON = late_regex(r"(?:,|\b(?:Cllrs?|Mr|Mrs|Ms|Dr|Prof|Messrs|Ald|Rev|Hon|Amb)\.)\s*$")
_NOT_A_LIST = late_regex(
    r"\s*(?:asked|told|invited|urged|able|encouraged|not|also\s+\w+ed|un\w+)\b", re.IGNORECASE
)
_FROM = late_regex(
    r"^(?:and\s+)?(?:(?:cllrs?|messrs|mr|mrs|ms|miss|dr|prof)\.?\s+)?(?:(?:senior\s+)?(?:officials|representatives|members|delegates|experts|leaders|staff)\s+(?:from|of)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_BRACKET = late_regex(r"\s*\(([^()]*)\)\s*$")
_NAME = late_regex(
    r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|[A-Z]\.)(?:\s+(?:[A-ZÀ-ÖØ-Þ][\w'’-]*|[A-Z]\.|de|la|da|dos|von|van|der|den|bin|al|el))*\s+[A-ZÀ-ÖØ-Þ][\w'’-]+"
)
_TRAILING = late_regex(
    r"(?:^|\s)(?P<name>[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s+[A-Z]\.)?(?:\s+(?:de|la|da|dos|von|van|der|den|bin|al|el))*\s+[A-ZÀ-ÖØ-Þ][\w'’-]+)$"
)
# An office and the body it is of; "of" may stand in the body's name too.
_OFFICE_OF_BODY = late_regex(r"(?P<role>[A-Z].*?)\s+(?:of|for|at)\s+(?:the\s+)(?P<body>[A-ZÀ-ÖØ-Þ].*)")
_SURNAME = late_regex(r"[A-ZÀ-ÖØ-Þ][\w'’-]+")
_TURNOUT = late_regex(r"\W*(?:\d+\W*|presiding|chairing|chair)\W*", re.IGNORECASE)


def rosters(scene: Scene) -> Iterator[tuple[Span, list[Listed]]]:
    """Yield the lists of a text, each with the words that introduce it."""
    for sentence in scene.story:
        if ROLL.match(sentence.text):
            if listed := list(officials(scene, sentence)):
                yield scene.trimmed(sentence.span), listed
            continue
        low = sentence.text.lower()
        if not any(word in low for word in _MAY_OPEN):
            continue
        for match in _OPENS.finditer(sentence.text):
            start = sentence.span.start + match.end()
            if _NOT_A_LIST.match(sentence.text, match.end()):
                continue
            cue = Span(sentence.span.start + match.start(), start)
            if scene.text[start : sentence.span.end].strip(" \n\t:*"):
                end = min(_end(scene, sentence), start + LONGEST, _next_opening(scene, sentence, match))
                label = _NEXT_LABEL.search(scene.text, start, end)
                end = label.start() if label else end
                found = _each_group(scene, Span(start, end))
            else:
                found = [one for line in _lines(scene, sentence) for one in _read(scene, [line])]
                found = found or list(officials(scene, sentence))
            if found:
                yield scene.trimmed(cue), found


def _each_group(scene: Scene, within: Span) -> list[Listed]:
    """Read a list; where semicolons part its people, what follows one's office in a group of its own is the body of that one."""
    pieces = _pieces(scene, within)
    groups: list[list[Span]] = [[]]
    for piece in pieces:
        if groups[-1] and ";" in scene.text[groups[-1][-1].end : piece.start]:
            groups.append([])
        groups[-1].append(piece)
    if len(groups) < 2:
        return _read(scene, pieces)
    found: list[Listed] = []
    for group in groups:
        named = _read(scene, group)
        if not named:
            continue
        first, *more = named
        body = more[0] if len(more) == 1 and first.role and _is_body(more[0].words or "-") else None
        found += [replace(first, side=first.side or body.words)] if body else [first, *more]
    return found


def _end(scene: Scene, sentence: Sentence) -> int:
    """Return the end of a sentence, or of the next one where a line broke behind a comma or a title."""
    if _GOES_ON.search(sentence.text) and sentence.number < len(scene.reading.sentences):
        return scene.reading.sentences[sentence.number].span.end
    return sentence.span.end


def _next_opening(scene: Scene, sentence: Sentence, match: re.Match[str]) -> int:
    following = _OPENS.search(sentence.text, match.end())
    return sentence.span.start + following.start() if following else len(scene.text)


def _lines(scene: Scene, sentence: Sentence) -> Iterator[Span]:
    """Yield the list lines that follow a sentence, without their bullets."""
    for other in scene.reading.sentences[sentence.number : sentence.number + MOST_LINES]:
        if other.block.kind is not BlockKind.LIST_ITEM:
            if other.furniture:
                continue
            return
        yield scene.trimmed(Span(scene.start(other), other.span.end))


def _pieces(scene: Scene, within: Span) -> list[Span]:
    """Cut a list at its semicolons and commas, those in brackets apart, and its last piece at "and"."""
    text, depth, at = scene.text, 0, within.start
    cuts: list[Span] = []
    ends: set[int] = set()  # where a list ends: only there "and" joins two of it
    for i in range(within.start, within.end):
        depth += (text[i] == "(") - (text[i] == ")")
        if text[i] in ",;" and depth <= 0:
            cuts.append(Span(at, i))
            at = i + 1
            if text[i] == ";":
                ends.add(i)
    cuts.append(Span(at, within.end))
    ends |= {within.end, *(a.end for a, b in pairwise(cuts) if _TURNOUT.fullmatch(text[b.start : b.end]))}
    pieces = [part for cut in cuts for part in (_parted(text, cut) if cut.end in ends else [cut])]
    return [s for s in (_bare(scene, piece) for piece in pieces) if s.start < s.end]


def _parted(text: str, cut: Span) -> list[Span]:
    """Return "A and B" as two pieces; the "and" inside a name or an office parts nothing."""
    joined = re.search(r"\s+(?:and|&)\s+(?=[A-Z])", text[cut.start : cut.end])
    if joined is None or not _stands_alone(text[cut.start : cut.start + joined.start()].strip()):
        return [cut]
    return [Span(cut.start, cut.start + joined.start()), Span(cut.start + joined.end(), cut.end)]


def _stands_alone(words: str) -> bool:
    return bool(_SURNAME.fullmatch(words) or _NAME.fullmatch(words) or _TRAILING.search(words))


def _bare(scene: Scene, cut: Span) -> Span:
    """Return a piece without "and", "the", "officials from" before it and the full stop behind it."""
    piece = scene.trimmed(cut)
    text = scene.text[piece.start : piece.end].rstrip(" .;,*\n")
    lead = _FROM.match(text)
    return Span(piece.start + (lead.end() if lead else 0), piece.start + len(text))


def _read(scene: Scene, pieces: Sequence[Span]) -> list[Listed]:
    """Return those whom the pieces of a list name; a role in a piece of its own goes to its neighbour."""
    found: list[Listed] = []
    waiting: Listed | None = None  # a role whose name is still to come
    shared: str | None = None  # "Commissioners A, B and C"
    for piece in pieces:
        one = _one(scene, piece)
        if one is None:
            continue
        if one.words == "":  # a role alone
            if found and waiting is None and found[-1].role is None and not _leads(found):
                found[-1] = replace(found[-1], role=one.role, side=found[-1].side or one.side)
            else:
                waiting = one
            continue
        if waiting is not None:
            one = replace(
                one,
                role=one.role or waiting.role,
                side=waiting.side,
                span=Span(waiting.span.start, one.span.end),
            )
            waiting = None
        shared = _plural(one.role) or (shared if one.role is None and " " not in one.words else None)
        found.append(replace(one, role=shared or one.role))
    return found


def _leads(found: Sequence[Listed]) -> bool:
    """Whether roles stand before their names in this list: the first name came with a role before it."""
    return found[0].role is not None and found[0].span.end - found[0].span.start > len(found[0].words) + 2


def _plural(role: str | None) -> str | None:
    words = (role or "").split()
    last = words[-1].lower() if words else ""
    single = ROLE_PLURALS.get(last) or (last[:-1] if last.endswith("s") and last[:-1] in MORE_ROLES else None)
    return single.capitalize() if single else None


def _one(scene: Scene, piece: Span) -> Listed | None:
    """Read one piece: a person by name, a role, or a body; None for what is neither."""
    text = one_line(scene.text[piece.start : piece.end])
    if _TURNOUT.fullmatch(text) or not re.search(r"[A-ZÀ-ÖØ-Þ]", text) or len(text) > 160:
        return None
    bracket = _BRACKET.search(text)
    bare = text[: bracket.start()] if bracket else text
    inside = bracket[1] if bracket and _has_role(bracket[1]) else None
    body = bracket[1] if bracket and not inside and _names_side(bracket[1]) else None
    mention = _person_in(scene, piece)
    if _is_called_body(bare):
        known = scene.reading.names.resolve(bare)
        return Listed(
            piece, bare, known if known and known.name and known.kind is not NameKind.PERSON else None
        )
    if in_office := _of_body(scene, piece, bare, mention):
        return in_office
    if mention is not None:
        entity = scene.entity(mention)
        words = scene.words(mention.span)
        if not _is_role(words.split()[-1]) and (lead := [w for w in words.split() if _is_role(w)]):
            words = " ".join(w for w in words.split() if w not in lead)
            return Listed(piece, words, entity, inside or " ".join(lead), body)
        before = one_line(scene.text[piece.start : mention.span.start]).rstrip(" ,")
        return Listed(piece, words, entity, inside or (before if _has_role(before) else None), body)
    if _has_role(bare) and not _is_body(bare):
        name = _TRAILING.search(bare)
        if name and not any(_is_role(w) for w in name["name"].split()) and name.start("name") > 0:
            role = _without_state(bare[: name.start("name")].strip())
            return Listed(piece, name["name"], None, role, _side(scene, piece))
        *office, last = bare.split()
        if office and all(map(_is_role, office)) and not _is_role(last) and _SURNAME.fullmatch(last):
            return Listed(piece, last, None, " ".join(office))  # "Councillors Field"
        return Listed(piece, "", None, _without_state(bare), _side(scene, piece))
    if not re.match(r"[A-ZÀ-ÖØ-Þ\d]", bare) or len(bare.split()) > 9:
        return None
    known = scene.reading.names.resolve(bare)
    return Listed(piece, bare, known if known and known.name else None, inside, body)


def _names_side(words: str) -> bool:
    """Whether the words in brackets behind a name are a state or a body: "(Kenya)", "(Fishermen's Association)"."""
    return bool(
        country_of(words)
        or organisation(words)
        or (words.lower().split()[-1:] and words.lower().split()[-1] in BODIES)
    )


def _is_called_body(words: str) -> bool:
    """Whether words are the name of a body that ends with the word for one: "Open Source Security Foundation"."""
    parts = words.split()
    return (
        len(parts) > 2
        and all(w[0].isupper() for w in parts)
        and parts[-1].lower() in BODIES
        and not _is_role(parts[-2])
    )


def _of_body(scene: Scene, piece: Span, words: str, mention: Mention | None) -> Listed | None:
    """Read "Acting Director of the Office of Trade and Budget Ana Reyes": an office, the body behind it, a name."""
    name = _TRAILING.search(words)
    if name is None or any(_is_role(w) or w.lower() in BODIES for w in name["name"].split()):
        return None
    printed = name["name"]
    if mention is not None and words.endswith(known := one_line(scene.words(mention.span))):
        printed = known if known.endswith(printed) else printed
    office = words.removesuffix(printed).strip()
    match = _OFFICE_OF_BODY.fullmatch(office)
    if match and _has_role(match["role"]) and any(w.lower() in BODIES for w in match["body"].split()):
        role, body = match["role"].split(" and ")[-1], match["body"]  # of two offices, that in the body
    elif " of " in office and " and " in office and _has_role(office.split(" of ")[0]):
        role, body = office, None  # "Secretary of Trade and Public Works": all of it is the office
    else:
        return None
    entity = scene.entity(mention) if mention else scene.reading.names.resolve(printed)
    if entity is not None and (entity.name is None or not entity.name.endswith(printed.split()[-1])):
        entity = None
    return Listed(piece, printed, entity, role, body, in_full=True)


def _person_in(scene: Scene, piece: Span) -> Mention | None:
    named = [
        m
        for m in scene.reading.mentions_in(piece)
        if m.kind is NameKind.PERSON and piece.contains(m.span) and _says_name(scene, m)
    ]
    return named[-1] if named else None


def _says_name(scene: Scene, mention: Mention) -> bool:
    """Whether a mention has a part of the person's name, and not the role alone."""
    name = scene.entity(mention).name
    words = {w.casefold() for w in scene.words(mention.span).split()}
    return name is not None and bool(words & {w.casefold() for w in name.split() if not _is_role(w)})


def _side(scene: Scene, piece: Span) -> str | None:
    """Return the state or body to which the text binds a role that stands in a piece."""
    for mention in scene.reading.mentions_in(piece):
        told = scene.affiliation(scene.entity(mention)) if mention.kind is NameKind.PERSON else None
        if told:
            return told[0]
    return None


def _without_state(role: str) -> str:
    return re.sub(r"^[A-ZÀ-ÖØ-Þ][\w-]*(?:\s[A-Z][\w-]*)?['’]s?\s+", "", role)


def _is_role(word: str) -> bool:
    low = word.lower().strip(".,")
    return low in ROLES or low in ROLE_PLURALS or low in MORE_ROLES or low.removesuffix("s") in MORE_ROLES


def _is_body(words: str) -> bool:
    """Whether a name begins or ends with the word for a body: "Office of the Director", "Security Foundation"."""
    parts = words.lower().rstrip(".").split()
    return parts[0] in BODIES or (parts[-1] in BODIES and not _has_role(words.split(" of ")[0]))


def _has_role(words: str) -> bool:
    return any(_is_role(w) for w in words.split())
