"""The algorithm: a tree of steps with branches, printed as a numbered list and drawn."""

from __future__ import annotations

from generator.model.change_rule import ALGORITHM, ALGORITHM_TEXT, CITATION, DOSE_LIST, IDENTITY
from generator.model.citation import Cites
from generator.model.field import Part, clinical
from generator.model.text import Id, Wording


class Branch(Part):
    """Where to go on, and under which condition."""

    condition: Wording = clinical(
        "The condition under which it goes on there.",
        alias="if",
        example="no response in 1 to 2 weeks",
        change=ALGORITHM_TEXT,
    )
    go: Id = clinical("The step to go to, by id.", example="immunosuppressant", change=ALGORITHM)


class Step(Part):
    """One step. Its sub-steps are done in order, or are alternatives where ``choose_one`` says so."""

    id: Id = clinical("Its name, in small letters and hyphens.", example="confirm-failure", change=IDENTITY)
    wording: Wording = clinical(
        "What is done at this step.",
        example="Make sure that the first treatment has failed.",
        change=ALGORITHM_TEXT,
    )
    option: Id | None = clinical(
        "The option that the step carries out, by id; the step then leads to it.",
        default=None,
        example="ivig",
        change=ALGORITHM,
    )
    doses: tuple[Id, ...] = clinical(
        "The doses to be given at this step, by id.", default=(), example=["ivig-five-days"], change=DOSE_LIST
    )
    choose: Wording | None = clinical(
        "Said before the sub-steps where they are alternatives.",
        default=None,
        example="Choose one of",
        change=ALGORITHM_TEXT,
    )
    steps: tuple[Step, ...] = clinical(
        "Sub-steps, in their order or as alternatives.",
        default=(),
        example=[{"id": "first-check", "wording": "Measure again."}],
        change=ALGORITHM,
    )
    next: tuple[Branch, ...] = clinical(
        "Where to go on, and when.",
        default=(),
        example=[{"if": "no response in 1 to 2 weeks", "go": "immunosuppressant"}],
        change=ALGORITHM,
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-2"], change=CITATION)


def walk_steps(
    steps: tuple[Step, ...], above: tuple[str | int, ...] = ("algorithm",)
) -> list[tuple[tuple[str | int, ...], Step]]:
    """All steps of a tree with their pointers, in the order of reading."""
    found: list[tuple[tuple[str | int, ...], Step]] = []
    for index, step in enumerate(steps):
        pointer = (*above, index)
        found.append((pointer, step))
        found += walk_steps(step.steps, (*pointer, "steps"))
    return found
