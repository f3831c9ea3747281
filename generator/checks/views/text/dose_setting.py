"""Whether a sign in a text belongs to a dose: it stands beside a number with a unit, or in a clause with one."""

from __future__ import annotations

import re

from generator.checks.views.text.own_marks import AMOUNT

UNIT = (
    r"(?:mg|mcg|[µμ]g|ng|g|mL|ml|mmol|mEq|micrograms?|milligrams?|nanograms?|grams?|millilitres?|milliliters?|"
    r"(?:international |million )?units?|IU|tablets?|capsules?|puffs?|drops)"
)
"""The units of doses in running text."""
NOT_MEASURED = r"(?![A-Za-z0-9])(?!\s?/\s?(?:d?[Ll]|m[Ll]|[mµμ]?mol|g|24|min)(?![A-Za-z]))"
"""After a unit: neither the middle of a word nor the concentration of a laboratory (mg/dL)."""
UP_TO_MORE = rf"(?!\d)(?=\s?(?:to|or|[-–—])\s?(?:\d[\d,]*)?(?:\.\d+)?\s?{UNIT}{NOT_MEASURED})"
"""After the lower number of a range of doses, whose unit stands behind the upper one."""
NUMBER = r"(?<![\w.,/])\d[\d,.]*"
_DOSE = rf"(?:{AMOUNT}+|{NUMBER}\s?{UNIT}{NOT_MEASURED})"
_REACH = 160
_BREAK = re.compile(r"[.;!?:](?=\s)|[()]")
_HAS_DOSE = re.compile(_DOSE)
_DOSING = re.compile(
    r"\b(?:dos(?:e|es|ed|ing|age|ages)|giv(?:e|en|ing)|tak(?:e|en|es|ing)|prescribed?|tablets?|administer\w*|"
    r"inject(?:ed|ing)?|infuse[ds]?|exceed(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_MEASURING = re.compile(
    r"\b(?:levels?|concentrations?|serum|plasma|excret\w+|proteinuria|albuminuria|creatinine|albumin|ferritin|"
    r"bilirubin|ha?emoglobin|CRP|weigh\w*|measure[ds]?|titres?|titers?|clearance|volume|loss|values?|scores?|thresholds?)\b",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(rf"{NUMBER}\s?\Z")
_DOSE_BEFORE = re.compile(rf"{_DOSE}(?:\s(?:of|orally|intravenous|IV|given|by mouth))?\s?\Z")
_DOSE_AFTER = re.compile(rf"\s?{_DOSE}")
_MEASURED_AFTER = re.compile(r"-\w|\.\w|\s?/\s?(?:d?[Ll]|m[Ll]|[mµμ]?mol|g|24|min)(?![A-Za-z])")
_DOSE_IN_FRONT = re.compile(rf"{_DOSE}[^.;:()]{{0,40}}\Z")
_OF_PEOPLE = re.compile(
    r"\b(?:with|in|(?<!bolus )(?<!dose )(?<!doses )(?<!infusion )(?<!injection )of|for|from|and|or|the|a|an|active|"
    r"early|progressive|relapsing|remitting|against|to)\s\Z"
)
_DROPS_BEFORE = re.compile(r"\bdrops?\b[^.;:()]{0,40}\Z")


def clause(plain: str, start: int, end: int) -> str:
    """The clause around a place, at most some lines of it."""
    low, high = max(0, start - _REACH), min(len(plain), end + _REACH)
    before = max((found.end() for found in _BREAK.finditer(plain, low, start)), default=low)
    after = _BREAK.search(plain, end, high)
    return plain[before : after.start() if after else high]


def is_dosing(plain: str, start: int, end: int) -> bool:
    """The clause names a dose or speaks of dosing."""
    around = clause(plain, start, end)
    return bool(_HAS_DOSE.search(around) or _DOSING.search(around))


def is_measured(plain: str, start: int, end: int) -> bool:
    """The clause speaks of what is measured in blood, urine or a body."""
    return bool(_MEASURING.search(clause(plain, start, end)))


def speaks_of_dosing(plain: str, start: int, end: int) -> bool:
    """The clause has a word of dosing and none of measuring."""
    around = clause(plain, start, end)
    return bool(_DOSING.search(around)) and not _MEASURING.search(around)


def is_after_number(plain: str, start: int, end: int) -> bool:
    """A number stands before it, and it is no unit of a laboratory: ``10 U``, not ``40 U/L``."""
    return bool(
        _NUMBER_BEFORE.search(plain[max(0, start - 20) : start]) and not _MEASURED_AFTER.match(plain, end)
    )


def is_beside_amount(plain: str, start: int, end: int) -> bool:
    """An amount stands beside it: ``MS 10 mg``, ``10 mg of MS``; not ``in MS 10 mg``."""
    before = plain[max(0, start - 60) : start]
    if _DOSE_BEFORE.search(before):
        return True
    return bool(_DOSE_AFTER.match(plain, end)) and not _OF_PEOPLE.search(before)


def is_after_amount(plain: str, start: int, end: int) -> bool:
    """An amount stands before it in the same clause, and it is not what somebody has: ``10 mg orally HS``."""
    before = plain[max(0, start - 80) : start]
    return bool(_DOSE_IN_FRONT.search(before)) and not (
        _OF_PEOPLE.search(before) or re.match(r"[-\w]", plain[end : end + 1])
    )


def is_after_drops(plain: str, start: int, end: int) -> bool:
    """Drops stand before it in the same clause: ``2 drops AU`` goes into both ears."""
    before = plain[max(0, start - 60) : start]
    return bool(_DROPS_BEFORE.search(before)) and not _OF_PEOPLE.search(before)
