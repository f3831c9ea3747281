"""Numbers with a dose unit in running text, outside the marks that quote them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.checks.views.text.measured_values import is_measured_value
from generator.model.quantity import Quantity
from generator.model.unit_table import MEANT

_MARK = re.compile(r"\[@[^\[\]]*\]|\{\s*(?:dose|stat|quantity)\b[^{}]*\}|\]\([^()\s]*\)")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SIGNS_OF_EMPHASIS = str.maketrans("", "", "*_~\\" + _UNSEEN)
_RAISED = re.compile(r"(?<!\d)\^|\^(?!\d)")
"""Signs of superscript; not that of a power, as in 10^6."""

_FIGURES = r"(?:10\^\d+|\d{1,3}(?: \d{3})+(?!\d)|\d+/\d+(?![\d/])|\d+(?:[.,]\d+)*[½¼¾]?|[½¼¾⅓⅔])"
_NUMBER = rf"(?<![A-Za-z0-9.,]){_FIGURES}(?:\s?(?:to|or|[-–—−])\s?{_FIGURES})?"
_NAKED_DECIMAL = r"(?<![A-Za-z0-9.,])\.\d+"
_WORDS = (
    r"(?<![A-Za-z])(?:half a|a|an|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|twenty-five|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|(?:(?:a|one|two|three|four|five|six|seven|eight|nine) )?"
    r"(?:hundred|thousand|million))(?: and a half)?"
)
_SPELT = (
    r"milligram(?:me)?s?|microgram(?:me)?s?|nanogram(?:me)?s?|gram(?:me)?s?(?![- ](?:negative|positive|stain))|"
    r"mill?ilit(?:re|er)s?"
)
_NO_DOSE_UNITS = (
    "of (?:blood|packed|red|whole|plasma|platelets)|on |apart|"
    "increase|decrease|rise|change|difference|higher|lower"
)
_SIGN = (
    r"mgs?|mcgs?|MCG|microg|[uµμ]g|ng|gms?|g|m[Ll]s?|ML|cc|mmols?|m[Ee]q|[mkM]?IU|iu|u|U(?!\.?[A-Z])|"
    r"c?Gy|[kMG]Bq|mCi|M[Gg](?=\s?/|\s(?:once|twice|daily|a day|per|every|orally|by mouth|tablets?|capsules?)\b)|"
    rf"(?:international |million |mega)?[Uu]nits?(?! (?:{_NO_DOSE_UNITS}))"
)
_TAIL = r"(?:\s?/\s?(?:[A-Za-zµμ]+[²2]?|24 ?h))*"
_END = r"(?![A-Za-z0-9])"
_ITEMS = (
    r"(?i:tablets?|capsules?|puffs?|drops?|sachets?|patch(?:es)?|suppositor(?:y|ies)|lozenges?)"
    r"(?=,?(?: (?:by mouth|orally|in each eye|under the tongue))? "
    r"(?i:once|twice|daily|a day|per day|each day|every|nightly|weekly|a week|at night|at bedtime|"
    r"in the (?:morning|evening)|(?:two|three|four|\d) times)\b)"
)
"""Items are a dose only where it is said how many and how often: a drug may be taken "as a tablet once a week"."""
_DOSE = re.compile(
    rf"(?:{_NUMBER}|{_NAKED_DECIMAL})(?:\s|[-‐‑])?(?:(?i:{_SPELT})|{_SIGN}){_TAIL}{_END}"
    rf"|(?i:{_WORDS}(?:\s|[-‐‑])(?:{_SPELT}|mg|mcg|[uµμ]g|mL)){_END}"
    rf"|(?!(?i:half|an?)\b)(?:{_NUMBER}|(?i:{_WORDS})) {_ITEMS}"
)
_MAY_HOLD_ONE = re.compile(
    r"\d|[½¼¾⅓⅔]|(?i:gram|lit(?:re|er)|mg|mcg|[uµμ]g|ml|tablet|capsule|puff|drop|sachet|patch|suppositor|lozenge)"
)
"""Most texts have neither a figure nor the name of a unit: the search proper is spared them."""
_PARTS = re.compile(rf"(?P<low>{_FIGURES})(?:\s?\D{{1,2}}\s?(?P<high>{_FIGURES}))?\W?\s?(?P<unit>[^\d\s].*)")


def doses_in_text(text: str) -> Iterator[str]:
    """Every number with a dose unit, as written: ``25 mg``, ``1-2 mg/kg``; what is measured in the body is left out."""
    if _MAY_HOLD_ONE.search(text) is None:
        return
    plain = _RAISED.sub("", html.unescape(_MARK.sub("\ufffc", text)).translate(_SIGNS_OF_EMPHASIS))
    shown = " ".join(plain.split())
    for found in _DOSE.finditer(shown):
        if not is_measured_value(shown, found.start(), found.end()):
            yield found[0]


def as_quantity(written: str) -> Quantity | None:
    """What was written as a quantity of the format, where that is certain enough to be proposed."""
    parts = _PARTS.fullmatch(written)
    if parts is None or "," in parts["low"] + (parts["high"] or ""):
        return None  # 2,5 mg may be 2.5 mg or 25 mg, and 1,000 mg may be 1 mg: neither is proposed
    unit = "/".join(_ATOMS.get(atom.strip(), atom.strip()) for atom in parts["unit"].split("/"))
    number = " to ".join(part for part in (parts["low"], parts["high"]) if part)
    try:
        return Quantity.parse(f"{number} {unit}")
    except ValueError:
        return None


_ATOMS = MEANT | {
    "m²": "m2", "milligram": "mg", "milligrams": "mg", "millilitre": "mL", "millilitres": "mL", "milliliter": "mL",
    "milliliters": "mL", "international units": "[iU]",
}  # fmt: skip
