"""The algorithm as numbered steps, each with its doses, its branches and the mistakes that it is guarded against."""

from __future__ import annotations

from generator.compiler.scribe import Scribe
from generator.compiler.statements import uncited
from generator.diagnostics import pointer_text
from generator.model.algorithm import Branch, Step
from generator.model.entries.summary import Summary
from generator.pages.blocks import Algorithm, AlgorithmStep, Block, BranchLine
from generator.pages.inline import PageLink, Text, Words


def algorithm(scribe: Scribe, entry: Summary) -> tuple[Block, ...]:
    """The whole tree; nothing where the entry has no algorithm."""
    if not entry.algorithm:
        return ()
    numbers = step_numbers(entry.algorithm)
    by_id = {step.id: step for step in _all_steps(entry.algorithm)}
    return (Algorithm(tuple(_step(scribe, entry, step, numbers, by_id) for step in entry.algorithm)),)


def step_numbers(steps: tuple[Step, ...], above: str = "") -> dict[str, str]:
    """The printed number of each step: ``2``, ``2.1``."""
    numbers: dict[str, str] = {}
    for index, step in enumerate(steps, start=1):
        numbers[step.id] = f"{above}{index}"
        numbers |= step_numbers(step.steps, f"{above}{index}.")
    return numbers


def _all_steps(steps: tuple[Step, ...]) -> list[Step]:
    return [found for step in steps for found in (step, *_all_steps(step.steps))]


def _step(
    scribe: Scribe, entry: Summary, step: Step, numbers: dict[str, str], by_id: dict[str, Step]
) -> AlgorithmStep:
    said = scribe.say(step.wording, step.origin, step.cites)
    assert said is not None, "a step without wording is not part of the edition"
    doses = tuple(_dose(scribe, dose_id) for dose_id in step.doses if dose_id in scribe.doses)
    guarded = [
        scribe.say(item.wording, item.origin, item.cites) for item in entry.pitfalls if item.guards == step.id
    ]
    branches = (_branch(scribe, branch, numbers, by_id) for branch in step.next)
    return AlgorithmStep(
        number=numbers[step.id],
        anchor=f"step-{step.id}",
        words=said,
        doses=doses,
        choose=scribe.say(step.choose, step.origin) if step.steps else None,
        steps=tuple(_step(scribe, entry, below, numbers, by_id) for below in step.steps),
        branches=tuple(branch for branch in branches if branch is not None),
        pitfalls=tuple(words for words in guarded if words is not None),
        pointer=pointer_text(step.origin),
        option=_option(scribe, entry, step),
    )


def _option(scribe: Scribe, entry: Summary, step: Step) -> Words | None:
    """A link to the option that the step carries out, where the page shows options."""
    option = next((one for one in entry.options if one.id == step.option), None)
    if option is None or "options" not in scribe.audience.sections:
        return None
    title = Text(uncited(scribe, option.title, option.origin).text)
    return scribe.words((PageLink(f"#option-{option.id}", (title,)),), step.origin)


def _dose(scribe: Scribe, dose_id: str) -> Words:
    """The dose in one line that is safe by itself: with route, titration and maximum, or that these are omitted."""
    dose = scribe.doses[dose_id]
    names = f" {scribe.context.word('or')} ".join(scribe.drug_name(drug) for drug in dose.drugs)
    line = scribe.suspension(dose_id, dose) or (*scribe.written(dose).line, *scribe.alert_words(dose))
    return scribe.words((PageLink(f"#dose-{dose_id}", (Text(names),)), Text(": "), *line), dose.origin)


def _branch(
    scribe: Scribe, branch: Branch, numbers: dict[str, str], by_id: dict[str, Step]
) -> BranchLine | None:
    condition = scribe.say(branch.condition, branch.origin)
    target = by_id.get(branch.go)
    if condition is None or target is None:
        return None
    said = uncited(scribe, target.wording, branch.origin)
    return BranchLine(condition, numbers[branch.go], f"step-{branch.go}", said)
