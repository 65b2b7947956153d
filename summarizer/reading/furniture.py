"""Page furniture: captions, teasers, bylines, share lines and the like, told by their form.

The word lists name what news sites and government pages print around a story; they say nothing about
any single site. A line is judged alone, except for teasers, which stand directly under a caption.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.reading.openings import openings
from summarizer.reading.triggers import trie

_DATE = r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}"
# All patterns but those of credits are matched at the beginning of a line.
_CREDIT_WORDS = r"photo(?:graph)?(?:s|\s+credit)?\s*(?:by\b|:|/|\|)|image\s*(?:credit|source)?\s*:|video\s*:|file\s+photo\b|picture\s*:"
_CAPTION = re.compile(rf"\s*[©Ⓒ]|\s*[\[(]?(?:\(c\)\s|{_CREDIT_WORDS})", re.IGNORECASE)
# "GENEVA, SWITZERLAND - JUNE 16, 2021: …"
_CAPTION_DATED = re.compile(
    r"\s*[A-Z][A-Z .']+(?:,\s*[A-Z][A-Z .]{1,20})?\s+[-–—]\s+"
    r"(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\s+\d{1,2}\s*(?:,\s*\d{4})?\s*:",
    re.IGNORECASE,
)
# "... - Agency, 1920, 30.12.2021"
_CREDIT_DATED = re.compile(rf"[-–—|]\s*[^,\n]{{2,60}},\s*\d{{3,4}},\s*(?:{_DATE})\s*$")
# "(Photo by A. Person)"
_CREDIT_BRACKETED = re.compile(
    r"\((?:photo|image|picture|ap\s+photo|file)\b[^()]{0,120}\)\s*$", re.IGNORECASE
)
_CREDIT_AGENCY = re.compile(
    r"(?:\bAP\s+Photo\b|\bGetty\s+Images\b|\bREUTERS/[A-Z]|\bAFP\s+via\b|\bEPA-EFE\b|\bShutterstock\b|/\s*TASS\s*$)[^.]{0,80}$",
    re.IGNORECASE,
)
_AGENCIES = ("photo", "getty", "reuters/", "afp", "epa-efe", "shutterstock", "tass")
_TEASER_WORDS = (
    r"read\s+(?:more|also|next|the\s+full)|see\s+also|also\s+read|related(?:\s+(?:stories|articles|news|topics|links))?|more\s+on\s+this|"
    r"watch(?:\s+(?:live|now|also))?|don['’]t\s+miss|you\s+may\s+(?:also\s+)?like|recommended|most\s+(?:read|popular|viewed)|trending|"
    r"in\s+this\s+story|listen"
)
_TEASER = re.compile(rf"\s*(?:{_TEASER_WORDS})\s*(?:[:>»|]|$)", re.IGNORECASE)
_BYLINE_FIRST = (  # what a byline begins with, in small letters; the other bylines begin with a mark or a digit
    "by written reported story additional reporting writing editing first last published posted updated modified min "
    "mon tues wednes thurs fri satur sun january february march april may june july august september october november december"
)
_BYLINE = re.compile(
    rf"""
      \s*(?:written\s+|reported\s+|story\s+)?by[:\s]\s*[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*\.?){{0,4}}(?:\s*(?:,|\band\b|\||–|-)\s*[A-Z][^.!?]{{0,80}})?\s*$
    | \s*\(?(?:additional\s+)?(?:reporting|writing|editing)\s+by\b[^\n]{{0,200}}$
    | \s*(?:(?:first\s+)?(?:published|posted|updated|modified|last\s+(?:updated|modified))(?:\s+(?:on|at))?)\s*:?\s*(?:\w+\.?,?\s*){{0,3}}\d[^.!?\n]{{0,60}}$
    | \s*\d{{1,2}}:\d{{2}}(?:\s*[AP]\.?M\.?)?(?:\s+(?:GMT|UTC|EST|EDT|CET|MSK)\S*)?,?\s*(?:{_DATE})[^.!?]{{0,60}}$
    | \s*(?:{_DATE})(?:\s+\d{{1,2}}:\d{{2}})?\s*$
    | \s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:\d{{1,2}}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?\s+\d{{4}}\s*$
    | \s*(?:\d+\s+)?min(?:ute)?s?\s+read\s*$ | \s*\d+\s+min(?:ute)?s?\s+read\s*$
    """,
    re.VERBOSE,
)
_SHARE_WORDS = (
    r"share(?:\s+(?:this|on|via|article|story)\b.*)?|tweet|retweet|facebook|twitter|telegram|whatsapp|e-?mail(?:\s+this)?|print(?:\s+this)?|copy\s+(?:the\s+)?link|"
    r"follow\s+us\b.*|subscribe(?:\s+(?:to|now|for)\b.*)?|sign\s+up\b.*|sign\s+in|log\s*in(?:\s+or\s+register)?|register|join\s+(?:us|the\s+(?:discussion|conversation))\b.*|"
    r"to\s+(?:participate|take\s+part|join)\s+(?:in\s+)?the\s+(?:discussion|conversation)|(?:leave|post|add)\s+a\s+comment|comments?(?:\s*\(\d+\))?|show\s+comments|"
    r"advertisement|advertising|sponsored(?:\s+content)?|skip\s+(?:to|ad)\b.*|accept\s+(?:all\s+)?cookies|(?:we|this\s+site)\s+uses?\s+cookies\b.*|cookie\s+policy|privacy\s+policy|"
    r"terms\s+(?:of|and)\s+\w+|all\s+rights\s+reserved\.?|back\s+to\s+top|next\s+(?:article|story)|previous\s+(?:article|story)|load\s+more|view\s+(?:all|gallery)|"
    r"click\s+here\b.*|download\s+(?:the\s+)?(?:app|pdf)\b.*|tags?\s*:.*|topics?\s*:.*|categories\s*:.*|home|menu|search|newsletter|breaking(?:\s+news)?|live(?:\s+updates)?"
)
_SHARE = re.compile(rf"\W*(?:{_SHARE_WORDS}|\d+\s+comments?|©.*)\W*$", re.IGNORECASE)
_RULE = re.compile(r"[\W_]+$")
_KINDS = (
    ("rule", _RULE),
    ("share", _SHARE),
    ("caption", _CAPTION),
    ("teaser", _TEASER),
    ("byline", _BYLINE),
)
_FIRST_WORDS = re.sub(
    "[a-z]",
    lambda letter: f"[{letter[0]}{letter[0].upper()}]",
    trie([*openings("|".join((_CREDIT_WORDS, _TEASER_WORDS, _SHARE_WORDS))), *_BYLINE_FIRST.split()]),
)
# A line that begins with a plain word, behind whatever marks but those of a credit, and the word is none of these.
_ORDINARY = re.compile(rf"[^\w©Ⓒ(]*+(?!{_FIRST_WORDS})[A-Za-z]++(?![^\W\d_])")
_LONGEST = 600  # characters
_TERMINAL = frozenset(".!?…;:,")
_HEADLINE_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL_WORDS = frozenset(
    "a an and as at but by for from in into is nor of off on or over per than that the to up via vs with after amid be".split()
)


@lru_cache(maxsize=64)
def furniture_kind(line: str) -> str | None:
    """Return `caption`, `teaser`, `byline`, `share` or `rule` when the form of `line` says so, else None."""
    if len(line) > _LONGEST:
        return None
    if _ORDINARY.match(line):
        return "caption" if _is_credited(line) else None
    for name, pattern in _KINDS:
        if pattern.match(line) or (name == "caption" and _is_credited(line)):
            return name
    return None


def _is_credited(line: str) -> bool:
    """Whether a line is a caption by what stands in it, or ends as the credit of a picture does."""
    ended = line.rstrip()
    last = ended[-1:]
    if ":" in line and _CAPTION_DATED.match(line):
        return True
    if last.isdigit() and _CREDIT_DATED.search(line):
        return True
    if last == ")" and _CREDIT_BRACKETED.search(line):
        return True
    if last == ".":
        return False
    tail = ended[ended.rfind(".") + 1 :].casefold()  # no full stop stands behind the name of an agency
    for agency in _AGENCIES:
        if agency in tail:
            return _CREDIT_AGENCY.search(line) is not None
    return False


def looks_like_headline(line: str) -> bool:
    """Whether `line` has the form of a headline: short, not ended by punctuation, mostly capitalised words."""
    text = line.strip().strip("*#_ ").strip()
    if not 3 <= len(text) <= 200 or text.rstrip("\"'”’»)]")[-1:] in _TERMINAL:
        return False
    capitals = [w[0].isupper() for w in _HEADLINE_WORD.findall(text) if w.lower() not in _SMALL_WORDS]
    return bool(capitals) and sum(capitals) >= 0.75 * len(capitals)


def is_foreign_line(line: str, latin_document: bool) -> bool:
    """Whether a short line has no Latin letter although the document is in Latin script."""
    if not latin_document or line.isascii() or any(c.isalpha() and ord(c) <= 0x24F for c in line):
        return False
    return 0 < sum(map(str.isalpha, line)) <= 80
