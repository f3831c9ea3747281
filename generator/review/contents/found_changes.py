"""What a comparison has found so far, and the place of an edition that it is looking at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from generator.model.change import ChangeClass, ClinicalChange, Operation
from generator.model.change_rule import ChangeRule
from generator.model.field import Part
from generator.review.contents.described import described, shown
from generator.review.contents.schema_walk import Shape
from generator.review.text.drug_words import drug_words


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a closure: its path, what may stand there, how its changes weigh, and those of citations in it."""

    path: tuple[str, ...]
    shape: Shape
    rule: ChangeRule
    citations: ChangeRule

    def below(self, name: str, shape: Shape | None = None) -> Place:
        """The place of one item of what stands here."""
        return replace(self, path=(*self.path, name), shape=shape or self.shape)


@dataclass(frozen=True, slots=True)
class Whole:
    """A part that is on one side only, as a whole. It may stand elsewhere on the other side."""

    change: ClinicalChange
    place: Place
    kind: type[Part]
    part: Mapping[str, Any]


@dataclass
class FoundChanges:
    """Collects the changes of one thing: of the entry itself (``within`` is empty), or of something that it quotes."""

    closures: tuple[Mapping[str, Any], ...]
    within: str = ""
    changes: list[ClinicalChange] = field(default_factory=list)
    wholes: list[Whole] = field(default_factory=list)

    @cached_property
    def drug_words(self) -> frozenset[str]:
        """The words of the names of all drugs on both sides."""
        return drug_words(*self.closures)

    def add(
        self,
        place: Place,
        operation: Operation,
        before: Any = None,
        after: Any = None,
        level: ChangeClass | None = None,
    ) -> ClinicalChange:
        """Note a change of a place, by default with the class of its rule. None is what is not there."""
        change = ClinicalChange(
            level=level or place.rule.level(operation),
            operation=operation,
            topic=place.rule.topic,
            path=place.path,
            within=self.within,
            before=described(before, place.shape),
            after=described(after, place.shape),
        )
        self.changes.append(change)
        return change

    def add_not_compared(self, place: Place, before: Any, after: Any, why: str) -> None:
        """Note that nobody can tell what happened to a place. ``why`` follows what stands there now, or stood."""
        sides = [shown(side) if side is not None else "" for side in (before, after)]
        last = 1 if sides[1] else 0
        sides[last] = f"{sides[last]} ({why})".strip()
        operation = (
            Operation.SET if before is None else Operation.UNSET if after is None else Operation.REPLACE
        )
        self.changes.append(
            ClinicalChange(
                level=ChangeClass.CRITICAL,
                operation=operation,
                topic=place.rule.topic,
                path=place.path,
                within=self.within,
                before=sides[0],
                after=sides[1],
                is_compared=False,
            )
        )
