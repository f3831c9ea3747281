"""Reading a FHIR element so that nothing is passed over: what nobody took is a problem in the end."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.exchange.dosage_error import Problem

_NO_PLACE = "a dose of ours has no place for it"
_EXTENSION = "an extension that is not known here: remove it if the dose says the same without it"
_WHY: Mapping[str, str] = {
    "modifierExtension": "an extension that is not known here and changes the meaning of the dose: "
    "the dose cannot be used without understanding it",
    "extension": _EXTENSION,
    "event": "dates of one patient: a dose for readers has none",
    "boundsPeriod": "dates of one patient: write how long it lasts in boundsDuration",
    "comparator": "an amount that is given has no comparator",
}
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANKS = frozenset("\u034f\u115f\u1160\u180e\u3164\uffa0")


class Element:
    """One JSON object of FHIR. What is taken is gone from it; `finish` reports what is left."""

    def __init__(self, value: Mapping[str, Any], path: str, problems: list[Problem]) -> None:
        self._left = dict(value)
        self.path = path
        self.problems = problems
        self._left.pop("id", None)

    def __contains__(self, name: str) -> bool:
        return name in self._left

    @property
    def names(self) -> tuple[str, ...]:
        """What has not been taken yet."""
        return tuple(self._left)

    def peek(self, name: str) -> Any:
        """What stands there, without taking it."""
        return self._left.get(name)

    def take(self, name: str) -> Any:
        """Whatever stands there, or None."""
        return self._left.pop(name, None)

    def part(self, name: str) -> Element | None:
        """The object that stands there."""
        value = self.take(name)
        if value is None or isinstance(value, Mapping):
            return None if value is None else Element(value, f"{self.path}.{name}", self.problems)
        self.refuse("an object is wanted here", name)
        return None

    def parts(self, name: str) -> list[Element]:
        """The objects of a list."""
        return [
            Element(item, f"{self.path}.{name}[{index}]", self.problems)
            for index, item in enumerate(self._list(name))
            if self._is(item, Mapping, f"{name}[{index}]", "an object is wanted here")
        ]

    def texts(self, name: str) -> list[str]:
        """The texts of a list."""
        items = enumerate(self._list(name))
        return [item for index, item in items if self._is_text(item, f"{name}[{index}]")]

    def text(self, name: str) -> str | None:
        """A text without characters that cannot be seen."""
        value = self.take(name)
        return value if value is not None and self._is_text(value, name) else None

    def truth(self, name: str) -> bool | None:
        """true or false."""
        value = self.take(name)
        return value if value is not None and self._is(value, bool, name, "true or false is wanted") else None

    def number(self, name: str) -> Decimal | None:
        """A number of zero or more, without zeros that say nothing: ``1.50`` gives 1.5."""
        value = self.take(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (Decimal, int)):
            self.refuse("a number is wanted here, read exactly (not as a float)", name)
            return None
        exact = Decimal(value)
        if not exact.is_finite() or exact < 0 or abs(exact.adjusted()) > 40:
            self.refuse(f"{value} is not a number that a dose can hold", name)
            return None
        return exact

    def whole(self, name: str) -> int | None:
        """A whole number of zero or more."""
        value = self.number(name)
        if value is None or value == value.to_integral_value():
            return None if value is None else int(value)
        self.refuse(f"{value} is not a whole number", name)
        return None

    def refuse(self, message: str, name: str = "") -> None:
        """Note that this element, or what stands in it under a name, cannot be taken over."""
        self.problems.append(Problem(f"{self.path}.{name}" if name else self.path, message))

    def finish(self, why: Mapping[str, str] | None = None) -> None:
        """Report everything that was not taken, each with the reason."""
        reasons = {**_WHY, **(why or {})}
        for name in self._left:
            self.refuse(reasons.get(name, _NO_PLACE), name)

    def _list(self, name: str) -> list[Any]:
        value = self.take(name)
        if value is None or isinstance(value, (list, tuple)):
            return list(value or ())
        self.refuse("a list is wanted here", name)
        return []

    def _is(self, value: Any, kind: Any, name: str, message: str) -> bool:
        if not isinstance(value, kind):
            self.refuse(message, name)
        return isinstance(value, kind)

    def _is_text(self, value: Any, name: str) -> bool:
        if not self._is(value, str, name, "a text is wanted here"):
            return False
        if not value.strip():
            self.refuse("the text is empty", name)
            return False
        for sign in value:
            if sign != "\n" and (sign in _BLANKS or unicodedata.category(sign) in _UNSEEN):
                self.refuse(f"a character that cannot be seen stands in the text: U+{ord(sign):04X}", name)
                return False
        return True
