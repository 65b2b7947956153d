"""Time zones: their names in English text and how far they lie from UTC."""

from __future__ import annotations

import re

# Minutes east of UTC. Names whose offset depends on the season or on the speaker have None.
ZONES: dict[str, int | None] = {
    "gmt": 0, "utc": 0, "z": 0, "zulu": 0, "greenwich mean time": 0, "universal time": 0, "wet": 0, "west": 60,
    "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "moscow time": 180, "moscow standard time": 180,
    "trt": 180, "ast": -240, "adt": -180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "jst": 540, "kst": 540, "sgt": 480, "hkt": 480,
    "beijing time": 480, "china time": 480, "tokyo time": 540, "seoul time": 540, "tehran time": 210, "delhi time": 330,
    "indian standard time": 330, "istanbul time": 180, "turkish time": 180, "minsk time": 180, "singapore time": 480,
    "aest": 600, "aedt": 660, "eastern standard time": -300, "eastern daylight time": -240, "central european time": 60,
    "central european summer time": 120, "pacific standard time": -480, "pacific daylight time": -420,
    "et": None, "ct": None, "mt": None, "pt": None, "eastern": None, "eastern time": None, "pacific time": None,
    "central time": None, "mountain time": None, "ist": None, "local time": None, "kyiv time": None, "kiev time": None,
    "london time": None, "brussels time": None, "paris time": None, "berlin time": None, "geneva time": None,
    "vienna time": None, "washington time": None, "new york time": None, "u.k. time": None, "uk time": None,
}  # fmt: skip
# Names that are also words: read in capitals only.
_CAPITALS_ONLY = frozenset({"et", "ct", "mt", "pt", "ist", "west", "eastern", "est", "mst", "ast", "wet"})
_OFFSET = re.compile(r"(?:gmt|utc)[ ]?([+−-])(\d{1,2}):?(\d{2})?")
_NAMED_AFTER_PLACE = re.compile(r"[A-Z][a-z]+ time")
_ZONE = re.compile(
    r"[ ]?(?P<mark>[|,(])?[ ]?(?P<zone>(?:GMT|UTC)[ ]?[+−-]\d{1,2}(?::?\d{2})?|"
    + "|".join(re.escape(zone) for zone in sorted(ZONES, key=len, reverse=True) if zone != "z")
    + r"|[A-Z][a-z]{2,12} time)(?!\w)(?P<close>\))?",
    re.IGNORECASE,
)


def read_zone(text: str, at: int) -> tuple[str | None, int | None, int]:
    """Read the zone that begins at `at`, after a time: its name, its offset in minutes and where it ends."""
    match = _ZONE.match(text, at)
    if match is None or (match["mark"] == "(" and not match["close"]):
        return None, None, at
    name = match["zone"]
    lower = zone_name(name)
    if lower not in ZONES and not _OFFSET.fullmatch(lower) and not _NAMED_AFTER_PLACE.fullmatch(name):
        return None, None, at
    if lower in _CAPITALS_ONLY and not (name.isupper() or name == "Eastern"):
        return None, None, at
    return name, offset_of(lower), match.end() if match["mark"] == "(" else match.end("zone")


# The clock of one region, in whatever season: "4 pm Eastern" is told as "4 pm EST" in winter.
_REGIONS = (
    frozenset(
        {
            "et",
            "eastern",
            "eastern time",
            "est",
            "edt",
            "eastern standard time",
            "eastern daylight time",
            "new york time",
            "washington time",
        }
    ),
    frozenset({"ct", "central time", "cst", "cdt"}),
    frozenset({"mt", "mountain time", "mst", "mdt"}),
    frozenset({"pt", "pacific time", "pst", "pdt", "pacific standard time", "pacific daylight time"}),
)


def one_clock(zone: str | None, other: str | None) -> bool:
    """Whether two names of zones may name the same clock."""
    names = {zone_name(zone), zone_name(other)}
    return len(names) == 1 or any(names <= region for region in _REGIONS)


def zone_name(zone: str | None) -> str:
    """Return the name of a zone in lower case with single blanks."""
    return " ".join((zone or "").lower().split())


def offset_of(zone: str) -> int | None:
    """Return the minutes east of UTC of a zone in lower case, or None where the name does not tell it."""
    if match := _OFFSET.fullmatch(zone):
        return (-1 if match[1] in "-−" else 1) * (int(match[2]) * 60 + int(match[3] or 0))
    return ZONES.get(zone)


def counts_to_24(zone: str) -> bool:
    """Whether times in this zone are told by the 24-hour clock as a rule."""
    return zone.upper().startswith(("GMT", "UTC", "CET", "CEST", "MSK"))
