"""A dose of ours as FHIR R5 Dosage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exchange.administration import is_plain, say_administration
from generator.exchange.extension_table import INHERITED, modifies
from generator.exchange.extensions import BASE, code_words, extension
from generator.exchange.quantities import Json
from generator.exchange.timing import Fields
from generator.model.dose import Administration, Dose, DoseStep, TimedAmount
from generator.model.field import Part

MODIFIED_BY = BASE + "modified-by"
OF_AN_AMOUNT = tuple(TimedAmount.model_fields)
"""What each of several amounts has of its own."""
_GIVEN = frozenset({*Administration.model_fields, "route"})


@dataclass(frozen=True, slots=True)
class _Given:
    """One Dosage in the making: the fields in its extensions that change its meaning are named."""

    sequence: int
    elements: Json
    extensions: list[Json]
    modifiers: list[str]


def dosage_of(dose: Dose, *, text: str | None = None) -> list[Json]:
    """The Dosages that say a dose: one, or one for each step and each of several amounts.

    What FHIR has elements for stands in them, all else in extensions (``docs/fhir.md``). Numbers are `Decimal`.
    ``text`` is the written sentence; it stands in the first Dosage.
    """
    said = _fields(dose)
    given = {name: said.pop(name) for name in tuple(said) if name in _GIVEN}
    site = {"site": said.pop("site")} if is_plain(said.get("site")) else {}
    if dose.steps:
        del said["steps"]
        made = list(_of_steps(dose.steps, given, site))
    else:
        made = list(_of_amounts({**given, **site}, Dose, sequence=1))
    modifiers = _modifying(said, Dose)
    first = _extensions(said, Dose)
    is_sequence = bool(dose.steps) or len(made) > 1
    return [
        _dosage(
            one, first if one is made[0] else [], modifiers, is_sequence, text if one is made[0] else None
        )
        for one in made
    ]


def _dosage(
    one: _Given, first: list[Json], modifiers: list[str], is_sequence: bool, text: str | None
) -> Json:
    marks = [{"url": MODIFIED_BY, "valueCode": name} for name in dict.fromkeys([*modifiers, *one.modifiers])]
    head = {
        "extension": [*first, *one.extensions],
        "modifierExtension": marks,
        "sequence": one.sequence if is_sequence else None,
        "text": text,
    }
    return {**{name: value for name, value in head.items() if value}, **one.elements}


def _of_steps(steps: tuple[DoseStep, ...], given: Fields, site: Fields) -> Iterator[_Given]:
    """What is said of the whole stands in the first Dosage, and in every step as far as FHIR can say it."""
    whole = [_complex("whole", given, Dose)] if given else []
    marks = _modifying({name: value for name, value in given.items() if name not in INHERITED}, Dose)
    for number, step in enumerate(steps, start=1):
        own = _fields(step)
        about: Fields = {name: own.pop(name) for name in tuple(own) if name not in _GIVEN}
        inherited = [name for name in INHERITED if name in given and name not in own]
        nested = [
            extension("number", number),
            *_extensions(about, DoseStep, base=""),
            *([extension("inherited", inherited, frozenset(INHERITED))] if inherited else []),
        ]
        head = [*(whole if number == 1 else []), {"url": BASE + "step", "extension": nested}]
        left = {**own, **{name: given[name] for name in inherited}, **site}
        for one in _of_amounts(left, DoseStep, number):
            modifiers = [*marks, *_modifying(about, DoseStep), *one.modifiers]
            yield _Given(number, one.elements, [*head, *one.extensions], modifiers)
            head = head[-1:]


def _of_amounts(left: Fields, part: type[Part], sequence: int) -> Iterator[_Given]:
    """Amounts of their own times are given side by side: FHIR says so by the same sequence."""
    if not left.get("amounts"):
        elements = say_administration(left)
        yield _Given(sequence, elements, _extensions(left, part), _modifying(left, part))
        return
    amounts: tuple[TimedAmount, ...] = left.pop("amounts")
    times = {name: left.pop(name) for name in OF_AN_AMOUNT if name in left}
    for number, amount in enumerate(amounts, start=1):
        own = {**left, **_fields(amount)}
        elements = say_administration(own)
        about = {name: own.pop(name) for name in OF_AN_AMOUNT if name in own}
        nested = [extension("number", number), *_extensions(about, TimedAmount, base="")]
        shared = {**own, **times}
        extensions = [{"url": BASE + "timed-amount", "extension": nested}, *_extensions(shared, part)]
        yield _Given(
            sequence, elements, extensions, [*_modifying(about, TimedAmount), *_modifying(shared, part)]
        )


def _fields(part: Part) -> Fields:
    return {
        name: getattr(part, name)
        for name in type(part).model_fields
        if name in part.model_fields_set and getattr(part, name) is not None
    }


def _complex(name: str, fields: Fields, part: type[Part]) -> Json:
    return {"url": BASE + name, "extension": _extensions(fields, part, base="")}


def _extensions(fields: Fields, part: type[Part], base: str = BASE) -> list[Json]:
    """An extension for each field, in the order of the model."""
    return [
        extension(base + (info.alias or name), fields[name], code_words(part, name))
        for name, info in part.model_fields.items()
        if name in fields
    ]


def _modifying(fields: Fields, part: type[Part]) -> list[str]:
    """The keys of the fields that change how a Dosage must be understood."""
    return [part.model_fields[name].alias or name for name, value in fields.items() if modifies(name, value)]
