"""A value of a field in words: amounts, ids by their names, words of the format, parts in short."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.review.words.amount_words import AmountWords
from generator.review.words.closure_names import SHORT, ClosureNames, shortened, worded_text
from generator.review.words.field_words import field_words

_OF_THE_FORMAT = {
    "not-stated": "not stated in the source",
    "no-customary-maximum": "no customary maximum",
    "uncited-in-source": "no source given",
    "unworded": "a condition without words for these readers",
}
_DRUGS = frozenset({"drug", "drugs", "one_of", "other_drug"})
_IDS = frozenset(
    {"recommendation", "option", "options", "go", "guards", "dose", "doses", "stat", "label", "id", "key"}
)
_NO_AMOUNTS = frozenset(
    {"title", "name", "wording", "label", "reported", "year", "number", "volume", "pages", "doi", "line"}
)
_PARTS_SHOWN = 6


@dataclass(frozen=True)
class ValueWords:
    """Values of one pair of closures in words."""

    names: ClosureNames
    amounts: AmountWords

    def change(self, path: tuple[str, ...], before: Any, after: Any, tail: str = "") -> str:
        """``oral → intravenous``, ``150 → 200 mg daily (+33 %)``: neither is absent. ``tail`` stands behind amounts."""
        field = path[-1] if path else ""
        are_texts = isinstance(before, str) and isinstance(after, str)
        if (
            are_texts
            and field not in _NO_AMOUNTS
            and (amounts := self.amounts.change(before, after, field, tail))
        ):
            return amounts
        return f"{self.said(path, before)} → {self.said(path, after)}"

    def said(self, path: tuple[str, ...], value: Any) -> str:
        """One value in words."""
        field = next((step for step in reversed(path) if not step.isdigit()), "")
        if isinstance(value, list):
            return _joined([self.said(path, item) for item in value], field)
        if isinstance(value, Mapping):
            return self._part(path, value)
        return self._scalar(field, str(value))

    def _scalar(self, field: str, value: str) -> str:
        if value in _OF_THE_FORMAT:
            return _OF_THE_FORMAT[value]
        if field in _IDS:
            return f"“{value}”"
        if (named := self._named(field, value)) is not None:
            return named
        said = None if field in _NO_AMOUNTS else self.amounts.said(value, field)
        return said or self._word(value)

    def _named(self, field: str, value: str) -> str | None:
        """What an id or a route is called."""
        if field == "route":
            return self.amounts.profile.routes.get(value, (value,))[0]
        names = {"condition": self.names.condition, "cites": self.names.work}
        name = self.names.drug if field in _DRUGS else names.get(field)
        return name(value) if name is not None else None

    def _word(self, value: str) -> str:
        """A word of the format without its hyphens; a text in quotation marks."""
        if " " in value and any(letter.isalpha() for letter in value):
            return f"“{shortened(self.names.plain(value), 2 * SHORT)}”"
        return value.replace("-", " ") if value.islower() and not value[:1].isdigit() else value

    def _part(self, path: tuple[str, ...], part: Mapping[str, Any]) -> str:
        """The fields of a part, each with its words; a wording is its text."""
        if self.names.is_wording(part):
            return f"“{shortened(self.names.plain(worded_text(part)), 2 * SHORT)}”"
        said = []
        for key, value in part.items():
            words = self.said((*path, key), value)
            label = field_words((key,), under=path[-1] if path else "")
            said.append(words if key in _WITHOUT_LABEL else f"{label} {words}")
        more = len(said) - _PARTS_SHOWN
        return ", ".join(said[:_PARTS_SHOWN]) + (f" and {more} more" if more > 0 else "")


_WITHOUT_LABEL = frozenset(
    {
        "id",
        "amount",
        "per_dose",
        "per_day",
        "per_week",
        "per_course",
        "lifetime",
        "per_site",
        "wording",
        "of",
        "every",
    }
)


def _joined(words: list[str], field: str) -> str:
    last = " or " if field in {"one_of", "route"} else " and "
    return last.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
