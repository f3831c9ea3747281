"""Dosages that were taken apart, put together as the plain data of one dose: amounts side by side, steps in a row."""

from __future__ import annotations

from typing import Any

from generator.exchange.dosage_error import Problem
from generator.exchange.dosage_parts import DosageParts
from generator.exchange.timing import Fields
from generator.exchange.write_dosage import OF_AN_AMOUNT


def plan_of(parts: list[DosageParts], problems: list[Problem]) -> Fields:
    """The data of a dose, as a file would hold it. What contradicts itself becomes a problem."""
    groups = _groups(parts, problems)
    plan = _subject(parts, problems)
    given = [_side_by_side(group, problems) for group in groups]
    is_ours = any("step" in one.about for one in parts)
    if not is_ours and len(groups) == 1:
        return plan | given[0]
    if is_ours:
        steps = [_step(group[0], fields) for group, fields in zip(groups, given, strict=True)]
        return plan | parts[0].about_the("whole") | {"steps": steps}
    return plan | _common_route(given) | {"steps": given}


def _groups(parts: list[DosageParts], problems: list[Problem]) -> list[list[DosageParts]]:
    """Dosages of the same sequence are given side by side, others one after the other."""
    if len(parts) > 1:
        for one in parts:
            if one.sequence is None:
                message = "several Dosages and no sequence: say whether they follow each other or stand side by side"
                problems.append(Problem(f"{one.path}.sequence", message))
    groups: dict[int, list[DosageParts]] = {}
    for one in parts:
        groups.setdefault(one.sequence or 0, []).append(one)
    ordered = [groups[number] for number in sorted(groups)]
    for index, group in enumerate(ordered):
        for one in group:
            one.step_index = index
    return ordered


def _subject(parts: list[DosageParts], problems: list[Problem]) -> Fields:
    """What is said of the dose as a whole. It may stand in one Dosage or in all, but not differ."""
    subject: dict[str, Any] = {}
    for one in parts:
        for name, value in one.subject.items():
            if subject.setdefault(name, value) != value:
                problems.append(
                    Problem(one.path, f"{name} differs from that of another Dosage: a dose has one")
                )
    if "site" in subject and any("site" not in one.subject for one in parts if not one.is_ours):
        problems.append(Problem(parts[0].path, "site stands in some Dosages only: a dose has one site"))
    return subject


def _side_by_side(group: list[DosageParts], problems: list[Problem]) -> Fields:
    """One Dosage as it is; of several, the amounts with their times, and what they share."""
    if len(group) == 1 and "timed-amount" not in group[0].about:
        return group[0].given
    amounts, shared = [], []
    for one in group:
        own = {name: one.elements.pop(name) for name in OF_AN_AMOUNT if name in one.elements}
        more = one.about_the("timed-amount")
        more.pop("number", None)
        amounts.append({**own, **more})
        shared.append(one.given)
    for one, fields in zip(group, shared, strict=True):
        differing = [name for name in {**shared[0], **fields} if shared[0].get(name) != fields.get(name)]
        if differing:
            message = f"differs from the Dosage beside it (of the same sequence) in {', '.join(differing)}"
            problems.append(Problem(one.path, message))
    return {**shared[0], "amounts": amounts}


def _step(first: DosageParts, fields: Fields) -> Fields:
    """A step of ours, without what it inherits."""
    about = first.about_the("step")
    about.pop("number", None)
    inherited = about.pop("inherited", ())
    kept = {name: value for name, value in fields.items() if name not in (inherited or ())}
    return {**kept, **about}


def _common_route(steps: list[Fields]) -> Fields:
    """A route that all steps have is that of the dose."""
    routes = [step.get("route") for step in steps]
    if routes[0] is None or any(route != routes[0] for route in routes):
        return {}
    for step in steps:
        del step["route"]
    return {"route": routes[0]}
