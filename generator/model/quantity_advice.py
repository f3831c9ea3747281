"""What to write instead of a quantity that cannot be read, made of the editor's own numbers and units alone."""

from __future__ import annotations

import re
from collections.abc import Callable

_NUMBER = r"[0-9.,]*[0-9]"
_LONGEST = 80
_DASH = r"\s*[-‐‑–—−]\s*"
_LOOSE = re.compile(
    rf"(?P<low>{_NUMBER})\s*(?P<first>[^\s0-9.,-]\S*?)??"
    rf"(?:(?P<join>{_DASH}|\s+to\s+)(?P<high>{_NUMBER}))?\s*(?P<unit>[^\s0-9.,-]\S*|10\*\S+)?"
)


def quantity_advice(text: str, why_not: Callable[[str], str]) -> str:
    """Words for an editor. ``why_not`` tells why a text is no quantity; empty, if it is one."""
    if re.match(r".*/ ?1\.73 ?m(2|²)$", text, re.DOTALL):
        mended = re.sub(r"1\.73 ?m(2|²)$", "{1.73_m2}", text)
        return f"“{text}” has the standard body surface as two words: it is one unit" + _proposal(
            mended, why_not
        )
    loose = _LOOSE.fullmatch(text) if len(text) <= _LONGEST else None
    if loose is None or (loose["first"] and loose["first"] != loose["unit"]):
        return f"“{text}” is not a number with a unit: write the number in digits, then a space and a unit"
    if "," in loose["low"] + (loose["high"] or ""):
        return _about_comma(text, why_not)
    numbers = re.sub(r"(?<![0-9])\.", "0.", loose["low"])
    if loose["high"]:
        numbers += " to " + re.sub(r"(?<![0-9])\.", "0.", loose["high"])
    if not loose["unit"]:
        return f"“{text}” has no unit: write “{numbers}”, a space and the unit"
    return f"“{text}” {_fault(loose)}" + _proposal(f"{numbers} {loose['unit']}", why_not)


def _fault(loose: re.Match[str]) -> str:
    if any((loose[end] or "").startswith(".") for end in ("low", "high")):
        return "starts with a point, which is overlooked"
    if loose["join"] and "to" not in loose["join"]:
        return "has a dash as range, which is read as a minus or overlooked"
    if loose["first"]:
        return "names its unit twice"
    return "runs number and unit together"


def _about_comma(text: str, why_not: Callable[[str], str]) -> str:
    """A comma is a decimal point to some and parts thousands for others: both readings are shown, none is chosen."""
    number = re.search(r"[0-9][0-9.,]*,[0-9]+", text)
    if number is None or number[0].count(",") > 1 or "." in number[0]:
        return f"“{text}” has a comma in a number: write a decimal with a point, and thousands without a sign"
    decimal, joined = _trim(number[0].replace(",", ".")), number[0].replace(",", "").lstrip("0") or "0"
    is_it = f"“{text}” has a comma in a number: is it {decimal} or {joined}?"
    as_decimal = text.replace(number[0], decimal, 1)
    if re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", number[0]):
        as_thousands = text.replace(number[0], joined, 1)
        if not why_not(as_decimal) and not why_not(as_thousands):
            return f"{is_it} Write {as_thousands} or {as_decimal}, without a comma"
        return f"{is_it} Write it without a comma"
    return f"{is_it} Write the point: {as_decimal if not why_not(as_decimal) else decimal}"


def _proposal(mended: str, why_not: Callable[[str], str]) -> str:
    """The mended text if it can be read; else why it still could not, so that no advice is refused in its turn."""
    reason = why_not(mended)
    return f"; besides, {reason}" if reason else f": write “{mended}”"


def _trim(number: str) -> str:
    return number.rstrip("0").rstrip(".")
