"""Currencies and units of measure, each written form with its normal form: the one place where they are listed."""

from __future__ import annotations

import re

CURRENCY_SIGNS = {
    "$": "USD", "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "NT$": "TWD", "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₩": "KRW",
    "₪": "ILS", "₺": "TRY", "₦": "NGN", "₫": "VND", "₱": "PHP", "฿": "THB",
}  # fmt: skip
CURRENCY_CODES = frozenset(
    "USD EUR GBP JPY CNY RMB RUB UAH CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF TRY INR KRW BRL MXN ZAR ILS AED SAR QAR KZT "
    "GEL AMD AZN BYN MDL RON BGN HKD SGD TWD THB VND IDR PHP MYR PKR BDT EGP NGN KES "
    "CLP COP PEN ARS UYU BOB PYG CRC GTQ DOP JMD TTD GHS TZS UGX ETB RWF ZMW BWP NAD MUR XOF XAF MAD DZD TND LYD JOD KWD BHD OMR IQD IRR "
    "LKR NPR MMK KHR LAK MNT UZS KGS TJS TMT RSD MKD BAM ISK FJD PGK".split()
)
CURRENCY_WORDS = {
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "canadian dollar": "CAD",
    "australian dollar": "AUD", "hong kong dollar": "HKD", "singapore dollar": "SGD", "new zealand dollar": "NZD",
    "euro": "EUR", "pound sterling": "GBP", "british pound": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "ruble": "RUB", "rouble": "RUB", "russian ruble": "RUB", "russian rouble": "RUB", "hryvnia": "UAH",
    "hryvnya": "UAH", "rupee": "INR", "swiss franc": "CHF", "krona": "SEK", "zloty": "PLN", "shekel": "ILS", "lira": "TRY",
    "turkish lira": "TRY", "peso": "MXN", "rand": "ZAR", "dirham": "AED", "riyal": "SAR", "tenge": "KZT", "lari": "GEL",
    "cent": "cent", "penny": "penny", "pence": "penny", "quid": "GBP", "buck": "USD",
}  # fmt: skip
PERCENT = {
    "%": "%", "percent": "%", "per cent": "%", "percents": "%", "per cents": "%", "pct": "%", "pc": "%", "percentage": "%", "‰": "‰",
    "percentage point": "pp", "percent point": "pp", "pp": "pp", "ppt": "pp", "basis point": "bp", "bps": "bp",
}  # fmt: skip
MEASURES = {
    # length
    "mm": "mm", "cm": "cm", "m": "m", "km": "km", "kms": "km", "millimetre": "mm", "millimeter": "mm", "centimetre": "cm",
    "centimeter": "cm", "metre": "m", "meter": "m", "kilometre": "km", "kilometer": "km", "klick": "km", "inch": "in",
    "inches": "in", "foot": "ft", "feet": "ft", "ft": "ft", "yard": "yd", "yd": "yd", "mile": "mi", "mi": "mi",
    "nautical mile": "nmi", "nmi": "nmi", "light year": "ly",
    # area
    "square metre": "m2", "square meter": "m2", "sq m": "m2", "m2": "m2", "m²": "m2", "square kilometre": "km2",
    "square kilometer": "km2", "sq km": "km2", "km2": "km2", "km²": "km2", "square mile": "mi2", "sq mile": "mi2",
    "square foot": "ft2", "square feet": "ft2", "sq ft": "ft2", "hectare": "ha", "ha": "ha", "acre": "acre",
    # volume
    "ml": "ml", "cl": "cl", "dl": "dl", "litre": "l", "liter": "l", "l": "l", "millilitre": "ml", "milliliter": "ml",
    "cubic metre": "m3", "cubic meter": "m3", "m3": "m3", "m³": "m3", "bcm": "bcm", "gallon": "gal", "pint": "pt",
    "barrel": "bbl", "bbl": "bbl", "barrel per day": "bbl/day", "barrels per day": "bbl/day", "barrels a day": "bbl/day",
    "bpd": "bbl/day", "b/d": "bbl/day", "bushel": "bushel",
    # mass
    "mg": "mg", "g": "g", "gram": "g", "gramme": "g", "milligram": "mg", "kg": "kg", "kgs": "kg", "kilogram": "kg",
    "kilogramme": "kg", "kilo": "kg", "tonne": "t", "metric ton": "t", "t": "t", "ton": "ton", "lb": "lb", "lbs": "lb",
    "ounce": "oz", "oz": "oz", "pound": "pound", "stone": "stone", "megaton": "Mt", "kiloton": "kt", "kt": "kt", "mt": "Mt",
    "carat": "carat",
    # power, energy, electricity
    "w": "W", "kw": "kW", "mw": "MW", "gw": "GW", "tw": "TW", "watt": "W", "kilowatt": "kW", "megawatt": "MW",
    "gigawatt": "GW", "terawatt": "TW", "wh": "Wh", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "twh": "TWh",
    "kilowatt hour": "kWh", "megawatt hour": "MWh", "gigawatt hour": "GWh", "terawatt hour": "TWh", "volt": "V", "v": "V",
    "kv": "kV", "amp": "A", "ampere": "A", "joule": "J", "calorie": "cal", "kcal": "kcal", "horsepower": "hp", "hp": "hp",
    # speed, temperature, data, sound, frequency, angle
    "mph": "mph", "kph": "km/h", "kmh": "km/h", "km/h": "km/h", "kilometres per hour": "km/h", "kilometers per hour": "km/h",
    "miles per hour": "mph", "knot": "kn", "°c": "°C", "°f": "°F", "°": "degree", "degrees celsius": "°C",
    "degrees centigrade": "°C", "degrees fahrenheit": "°F", "degree celsius": "°C", "degree fahrenheit": "°F",
    "degree": "degree", "kb": "kB", "mb": "MB", "gb": "GB", "tb": "TB", "byte": "B", "kilobyte": "kB", "megabyte": "MB",
    "gigabyte": "GB", "terabyte": "TB", "mbps": "Mbit/s", "gbps": "Gbit/s", "db": "dB", "decibel": "dB", "hz": "Hz",
    "khz": "kHz", "mhz": "MHz", "ghz": "GHz", "hertz": "Hz", "px": "px", "pixel": "px",
}  # fmt: skip
# Forms that stand for other things when a blank parts them from the digits ("5 A", "7 l"): read only when glued.
GLUED_ONLY = frozenset({"pc", "l", "w", "v", "g", "t", "mi", "mt", "kt", "pp", "b/d"})


def _table() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for kind, units in (("percent", PERCENT), ("money", CURRENCY_WORDS), ("measure", MEASURES)):
        for form, unit in units.items():
            table[form] = (kind, unit)
            if len(form) > 3 and form[-1].isalpha() and form[-1] != "s":
                table.setdefault(f"{form}s", (kind, unit))
    table.update(
        {
            code.lower(): ("money", "CNY" if code == "RMB" else code)
            for code in CURRENCY_CODES
            if code != "TRY"
        }
    )
    table.update({sign.lower(): ("money", code) for sign, code in CURRENCY_SIGNS.items()})
    return table


# Lower-case written form → (kind of number, normal form).
UNITS = _table()
LONGEST = max(len(form.split()) for form in UNITS)
# The letters that a unit begins with, for a quick look.
FIRST_WORDS = frozenset(re.match(r"[a-z]*", form)[0] for form in UNITS)  # type: ignore[index]
