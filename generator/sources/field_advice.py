"""What may stand in a field, in words and by example: the cures of a value in the wrong form or shape."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.quantity import Quantity
from generator.model.text import DECIMAL_PATTERN, WORK_KEY_PATTERN

FORMS = {
    WORK_KEY_PATTERN: "Write the key as it stands in references.bib, without @ and brackets, such as roe-2020.",
    DECIMAL_PATTERN: "Write the number in digits, with a point before decimals, without a comma, sign or unit.",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": "Write the time on the clock of 24 hours, such as 08:00 or 20:30.",
}
"""The patterns of the model in words."""
_LIKENESS = 0.8
_ITEMS = re.compile(r"[A-Za-z0-9_.:-]+(, ?[A-Za-z0-9_.:-]+)*")


def slips_of(written: str, known: Iterable[str]) -> list[str]:
    """The known word of which this is a typing slip: a letter more, less or other, never another word.

    ``unlicensed`` is no slip of ``licensed``, nor ``treatment`` of ``prior-treatment``.
    """
    lengths = range(len(written) - 1, len(written) + 2)
    near = [word for word in known if len(word) in lengths]
    return difflib.get_close_matches(written, near, n=1, cutoff=_LIKENESS)


def example_cure(found: tuple[str, FieldInfo] | None, value: Any) -> str:
    """``Write {per_day: 80 mg}, not-stated or no-customary-maximum.``: the field's form and words; or nothing.

    It holds no number but the editor's own, so that no example of ours ends as a dose.
    """
    examples = found[1].examples if found is not None else None
    if found is None or not examples:
        return ""
    form = _form(examples[0], value)
    if not form:
        return ""
    *before, last = [form, *dict.fromkeys(_words(found[1].annotation))]
    return f"Write {', '.join(before)} or {last}." if before else f"Write it like {found[0]}: {last}."


def _form(example: Any, value: Any) -> str:
    """A short mapping or list on one line, with what the editor wrote in it."""
    if isinstance(example, dict) and len(example) == 1:
        (name, one) = next(iter(example.items()))
        return f"{{{name}: {_own_amount(value) or '…'}}}" if isinstance(one, str) else ""
    if isinstance(example, list) and isinstance(value, str) and _ITEMS.fullmatch(value):
        return f"[{value}]" if all(isinstance(one, str) for one in example) else ""
    return ""


def _own_amount(value: Any) -> str:
    try:
        return Quantity.parse(value).written if isinstance(value, str) else ""
    except ValueError:
        return ""


def _words(annotation: Any) -> Iterator[str]:
    """The fixed words that may stand in place of a value."""
    if get_origin(annotation) is Literal:
        yield from (one for one in get_args(annotation) if isinstance(one, str))
        return
    for argument in get_args(annotation):
        if get_origin(argument) not in (tuple, dict):
            yield from _words(argument)
