"""The parts of a dose in which an amount stands, each with its place, its timing and the limits that hold for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Pointer
from generator.model.dose import Administration, Dose, Maximum, Variant
from generator.model.dose.inherited import with_timing_of


@dataclass(frozen=True, slots=True)
class GivenPart:
    """The dose itself, one of its steps, or one of its variants.

    ``given`` has the timing that it takes over from the dose; ``pointer`` leads to it from the entry, ``words`` say
    what it is (empty for the dose itself). ``maximum`` holds for it, wherever it is written.
    """

    pointer: Pointer
    words: str
    given: Administration
    maximum: Maximum | None

    @property
    def is_variant(self) -> bool:
        """Whether it is the dose of some patients only."""
        return isinstance(self.given, Variant)


def parts_of(dose_id: str, dose: Dose) -> Iterator[GivenPart]:
    """The dose, its steps, and its variants: bands, then by kidney and by liver."""
    above: Pointer = ("doses", dose_id)
    own = dose.maximum if isinstance(dose.maximum, Maximum) else None
    yield GivenPart(above, "", dose, own)
    for index, step in enumerate(dose.steps or ()):
        words = f"the step “{step.label}”" if step.label else f"step {index + 1}"
        yield _part((*above, "steps", index), words, dose, step, own)
    for name in ("bands", "renal", "hepatic"):
        variants = getattr(dose, name)
        for index, variant in enumerate(variants if isinstance(variants, tuple) else ()):
            words = f"the dose for {group_in_words(variant)}"
            yield _part((*above, name, index), words, dose, variant, own)


def group_in_words(variant: Variant) -> str:
    """For whom a variant is, as written: ``weight 10 to 19 kg``; ``some patients`` where only words say it."""
    group = variant.group
    names = ("age", "weight", "body_surface", "gestation", "egfr", "creatinine_clearance")
    said = [
        f"{_NAMES[name]} {value.written}" for name in names if (value := getattr(group, name)) is not None
    ]
    said += [f"Child-Pugh {' or '.join(group.child_pugh)}"] if group.child_pugh else []
    said += [f"a value of {one.value.written}" for one in group.measured]
    return ", ".join(said) or "some patients"


_NAMES = {
    "age": "age",
    "weight": "weight",
    "body_surface": "body surface",
    "gestation": "gestation",
    "egfr": "eGFR",
    "creatinine_clearance": "creatinine clearance",
}


def _part(pointer: Pointer, words: str, dose: Dose, part: Administration, own: Maximum | None) -> GivenPart:
    """A variant of one step keeps its own timing only: which step's would hold, it does not say."""
    is_of_step = isinstance(part, Variant) and part.step is not None
    given = part if is_of_step else with_timing_of(dose, part)
    return GivenPart(pointer, words, _with_bounds_of(dose, given), _limits(part, own))


def _with_bounds_of(dose: Dose, part: Administration) -> Administration:
    """The part with what bounds how often it is given: "when needed" and the limits hold for each part."""
    names = ("as_needed", "maximum")
    taken = {
        name: getattr(dose, name) for name in names if getattr(part, name) is None and getattr(dose, name)
    }
    return part.model_copy(update=taken) if taken else part


def _limits(part: Administration, own: Maximum | None) -> Maximum | None:
    if part.maximum is None:
        return own
    return part.maximum if isinstance(part.maximum, Maximum) else None
