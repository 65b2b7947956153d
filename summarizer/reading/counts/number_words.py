"""English number words and the abbreviations of scales: the one place where they are listed."""

from __future__ import annotations

SMALL = {
    "zero": 0, "nought": 0, "naught": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "milliard": 10**9, "trillion": 10**12, "quadrillion": 10**15, "quintillion": 10**18,
}  # fmt: skip
DOZENS = {"dozen": 12, "dozens": 12, "doz": 12, "dozs": 12, "dz": 12, "dzs": 12}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
# Ordinals that multiply what stands before them: "five hundredth", "two millionth".
ORDINAL_SCALES = {"hundredth": 100, **{f"{word}th": value for word, value in SCALES.items()}}
# Words that only name parts: never ordinals.
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
# After digits, glued or one blank away. Single letters are read in digits only, see `tokens`.
DIGIT_SCALES = {
    "k": 10**3, "K": 10**3, "M": 10**6, "MM": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "mio": 10**6,
    "b": 10**9, "B": 10**9, "bn": 10**9, "bln": 10**9, "Bn": 10**9, "BN": 10**9,
    "tn": 10**12, "tln": 10**12, "trn": 10**12,
}  # fmt: skip
# These mean a scale only when money is spoken of or a plural noun follows: "$5m", "3m refugees".
MONEY_SCALES = {"m": 10**6, "mm": 10**6, "t": 10**12, "T": 10**12}

# Words before "one" that make it a pronoun when no noun follows: "the one you mentioned".
ONE_DETERMINERS = frozenset(
    {"the", "only", "last", "next", "first", "new", "old", "right", "wrong", "big", "good", "bad"}
)
# Words before "one" that make it a pronoun in any case: "which one", "no one".
ONE_PRONOUNS = frozenset(
    {"this", "that", "which", "each", "every", "any", "no", "another", "some", "such", "other"}
)
# Set phrases in which "one" or an ordinal counts nothing: what stands before the word, and behind it.
SET_PHRASES = {
    "one": (
        (r"\bone[- ](?:on|to|by)[- ]$", ""),
        ("", r"[- ](?:on|to|by)[- ]one\b"),
        (r"\b(?:with|in)[ ]$", r"[ ](?:voice|accord|breath)\b"),
        (r"\bof[ ]$", r"[ ](?:mind|accord)\b"),
        (r"\bunder[ ]$", r"[ ](?:roof|umbrella|banner|flag)\b"),
        (r"\b(?:day|square)[ ]$", r"(?![- ]\w*(?:th|st|nd|rd)\b)"),
        ("", r"[ ](?:and[ ]the[ ]same|and[ ]all|way[ ]or[ ](?:an|the)[ ]?other)\b"),
    ),
    "first": (
        (r"\bat[ ]$", r"(?![ ](?:meeting|session|round|talks|summit))"),
        (r"\bin[ ]the[ ]$", r"[ ]place(?=[.,;:!?)]|$)"),
        ("", r"(?:[ ]of[ ]all|[ ]and[ ]foremost|[- ]?hand|[ ](?:names?|lad(?:y|ies)))\b"),
    ),
    "second": (("", r"(?:[ ]to[ ]none|[ ]thoughts?|[- ]?hand|[ ]nature|[ ]World[ ]War)\b"),),
    "third": (("", r"(?:[- ]part(?:y|ies)|[ ]countries|[ ]World)\b"),),
}
