"""What a change is about: the drug, the dose, the recommendation, the harm that its path leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.review.words.closure_dose import ClosureDoses, capital
from generator.review.words.closure_names import ClosureNames
from generator.review.words.field_words import field_words
from generator.review.words.part_titles import Naming, PartTitles, Title
from generator.review.words.part_walk import Stop, walk


@dataclass(frozen=True)
class Subjects:
    """Subjects of one pair of closures."""

    names: ClosureNames
    titles: PartTitles
    doses: ClosureDoses

    def stops(self, within: str, path: Sequence[str]) -> tuple[Stop, ...]:
        """What stands at each step of a path, before and after."""
        before = self.names.root(self.names.before, within)
        after = self.names.root(self.names.after, within)
        return walk(before, after, path)

    def opening(self, within: str) -> str:
        """What the whole of it is about, where that must be said: ``Azathioprine``, ``Reference 2 (Roe 2020)``."""
        kind, _, name = within.partition(":")
        root = self.root(within)
        if kind == "dose":
            return self.dose(name.partition("#")[2], root)
        if kind == "stat":
            return capital(self.titles.title("evidence", name, root).subject)
        if kind == "work":
            return capital(self.names.reference(name))
        if kind == "image":
            return f"Picture {name}"
        part = root if isinstance(root, Mapping) else {}
        return capital(str(part.get("name", name))) if part.get("kind") in ("drug", "condition") else ""

    def kind_and_id(self, within: str) -> str:
        """What it is called where its name is what changed: ``Condition “examplitis”``."""
        kind, _, name = within.partition(":")
        part = self.root(within)
        closure = self.names.after or self.names.before or {}
        said = kind or (str(part.get("kind", "")) if isinstance(part, Mapping) else "")
        return f"{capital(said)} “{name or closure.get('entry', '')}”"

    def root(self, within: str) -> Any:
        """The part that paths begin at, as it is now, or was."""
        after = self.names.root(self.names.after, within)
        return self.names.root(self.names.before, within) if after is None else after

    def items(self, stops: Sequence[Stop], *, without: str = "") -> list[str]:
        """The items that a path leads through, each in words, with the fields between them.

        The field ``without`` cannot name the last of them.
        """
        said: list[str] = []
        fields: list[str] = []
        last = max((at for at, stop in enumerate(stops) if stop.collection), default=-1)
        for at, stop in enumerate(stops[: last + 1]):
            if not stop.collection:
                fields.append(stop.name)
                continue
            said += filter(None, [field_words([field for field in fields[:-1] if field != "maximum"])])
            said.append(self._item(stop, without if at == last else ""))
            fields = []
        return said

    def title(self, stop: Stop, *, without: str = "") -> Title:
        """The title of one item. A dose is named by its drug."""
        if _is_dose(stop):
            return Title("dose", self._whole_dose(stop), naming=Naming.GROUP)
        return self.titles.title(stop.collection, stop.name, stop.part, without=without)

    def dose(self, dose_id: str, dose: Any, without: str = "") -> str:
        """A dose by its drug, and by what tells it from other doses of that drug in the edition."""
        if not isinstance(dose, Mapping):
            return f"Dose “{dose_id}”"
        return self.doses.subject(dose_id, dose, self._all_doses(), without)

    def _item(self, stop: Stop, without: str) -> str:
        if _is_dose(stop):
            return f"dose “{stop.name}”" if without in _DRUG else self.dose(stop.name, stop.part, without)
        return self.title(stop, without=without).subject

    def _whole_dose(self, stop: Stop) -> str:
        if not isinstance(stop.part, Mapping):
            return f"“{stop.name}”"
        line = self.doses.line(stop.part)
        return f"{self.dose(stop.name, stop.part)}, {line}" if line else self.dose(stop.name, stop.part)

    def _all_doses(self) -> Mapping[str, Any]:
        """Every dose of the edition and every dose that it quotes, by their own ids."""
        found: dict[str, Any] = {}
        for closure in (self.names.before, self.names.after):
            content = self.names.root(closure, "")
            own = content.get("doses") if isinstance(content, Mapping) else None
            quotes = closure.get("quotes") if closure is not None else None
            for name, part in quotes.items() if isinstance(quotes, Mapping) else ():
                if str(name).startswith("dose:"):
                    found[str(name).partition("#")[2]] = part
            found |= own if isinstance(own, Mapping) else {}
        return found


_DRUG = frozenset({"drug", "one_of"})
"""Fields that name the drug of a dose: where one of them changed, its id names it."""


def _is_dose(stop: Stop) -> bool:
    return stop.collection == "doses" and (isinstance(stop.part, Mapping) or stop.part is None)
