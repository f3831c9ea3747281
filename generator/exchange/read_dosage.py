"""A FHIR R5 Dosage, ours or a foreign one, as a dose of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from generator.exchange.dosage_error import DosageError, Problem
from generator.exchange.dosage_parts import DosageParts, read_parts
from generator.exchange.dosage_plan import plan_of
from generator.exchange.write_dosage import dosage_of
from generator.model.dose import Dose


def dose_of(
    dosages: Sequence[Mapping[str, Any]], *, drug: str | None = None, purpose: str | None = None
) -> Dose:
    """The dose that Dosages say; numbers are `Decimal` or `int`.

    ``drug`` (an id) and ``purpose`` are needed for Dosages that this program did not write, since FHIR does not say
    them there. Raises `DosageError`, which names each element that cannot be taken over and why.
    """
    if not isinstance(dosages, (list, tuple)):
        raise DosageError(Problem("JSON", "a list of Dosages is wanted, or one Dosage"))
    problems: list[Problem] = []
    parts = [read_parts(dosage, f"Dosage[{index}]", problems) for index, dosage in enumerate(dosages)]
    if not parts:
        raise DosageError(Problem("Dosage", "there is no Dosage"))
    plan = plan_of(parts, problems)
    _add_subject(plan, parts, drug, purpose, problems)
    if problems:
        raise DosageError(*problems)
    dose = _validated(plan, parts)
    if any(one.is_ours for one in parts):
        _compare(dosages, dosage_of(dose))
    return dose


def _add_subject(
    plan: dict[str, Any],
    parts: list[DosageParts],
    drug: str | None,
    purpose: str | None,
    problems: list[Problem],
) -> None:
    """Neither the drug nor the purpose is ever guessed; what the Dosage says of them cannot be overruled."""
    path = parts[0].path
    known = {"drug", "one_of"} & set(plan)
    if drug is not None and (plan.get("drug", drug) != drug or "one_of" in plan):
        problems.append(Problem(path, f"this is a dose of {_drugs(plan)}, not of {drug}"))
    if drug is None and not known:
        problems.append(Problem(path, "a Dosage does not say of which drug it is: name it (--drug ID)"))
    if purpose is not None and plan.get("purpose", purpose) != purpose:
        problems.append(Problem(path, f"the purpose is {plan['purpose']}, not {purpose}"))
    if purpose is None and "purpose" not in plan:
        message = "a Dosage does not say why it is given: name the purpose (--purpose recommended, studied …)"
        problems.append(Problem(path, message))
    if drug is not None and not known:
        plan["drug"] = drug
    if purpose is not None:
        plan["purpose"] = purpose


def _drugs(plan: Mapping[str, Any]) -> str:
    return str(plan["drug"]) if "drug" in plan else " or ".join(map(str, plan["one_of"]))


def _validated(plan: dict[str, Any], parts: list[DosageParts]) -> Dose:
    try:
        return Dose.model_validate(plan)
    except ValidationError as error:
        found = [_problem(detail["loc"], detail["msg"], parts) for detail in error.errors(include_url=False)]
        raise DosageError(*found) from error


def _problem(location: tuple[int | str, ...], message: str, parts: list[DosageParts]) -> Problem:
    """What the model refuses, at the Dosage of its step and with the field that it would become."""
    path = parts[0].path
    if location[:1] == ("steps",) and len(location) > 1:
        path = next((one.path for one in parts if one.step_index == location[1]), path)
        location = location[2:]
    field = next((str(name) for name in location if isinstance(name, str)), "")
    return Problem(path, f"{field}: {message}" if field else message)


def _compare(given: Sequence[Mapping[str, Any]], again: Sequence[Mapping[str, Any]]) -> None:
    """Dosages of ours say some things twice (in each step, in words): what disagrees is found by writing them anew."""
    without_text = [{name: value for name, value in one.items() if name != "text"} for one in given]
    difference = _difference(without_text, list(again), "Dosage")
    if difference is not None:
        message = (
            "does not agree with what is said elsewhere in the Dosages: this was changed in one place only"
        )
        raise DosageError(Problem(difference, message))


def _difference(given: Any, again: Any, path: str) -> str | None:
    if isinstance(given, Mapping) and isinstance(again, Mapping):
        for name in dict.fromkeys([*given, *again]):
            if name not in given or name not in again:
                return f"{path}.{name}"
            if found := _difference(given[name], again[name], f"{path}.{name}"):
                return found
        return None
    if isinstance(given, (list, tuple)) and isinstance(again, (list, tuple)):
        pairs = zip(given, again, strict=False)
        inside = (_difference(one, other, f"{path}[{index}]") for index, (one, other) in enumerate(pairs))
        return next(filter(None, inside), None if len(given) == len(again) else path)
    return None if given == again else path
