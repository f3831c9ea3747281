"""The tables of ``docs/fhir.md``, made from the model and from what the exchange does."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exchange.codes import ROUTES, SNOMED
from generator.exchange.extension_table import NATIVE, OWN, may_modify
from generator.exchange.extensions import BASE
from generator.model.dose import Administration, Dose, DoseStep
from generator.model.field import Part

_SHARED = frozenset({*Administration.model_fields, "route"})


def fhir_tables() -> str:
    """Markdown: every field of a dose and of a step, the extensions that are no field, the routes."""
    return "\n".join(
        [
            *_table("Field of a dose", "In FHIR", "In an extension", rows=_rows(Dose)),
            *_table("Field of a step alone", "In FHIR", "In an extension", rows=_rows(DoseStep)),
            *_table("Extension", "What it holds", rows=((f"`{name}`", text) for name, text in OWN.items())),
            *_table("Route", f"Concept of SNOMED CT (`{SNOMED}`)", rows=_routes()),
        ]
    )


def _rows(part: type[Part]) -> Iterator[tuple[str, ...]]:
    for name, info in part.model_fields.items():
        if part is DoseStep and name in _SHARED:
            continue
        element, when = NATIVE.get(name, ("", "always"))
        key = info.alias or name
        if part is DoseStep:
            when = f"in `{BASE}step`, as `{key}`"
        elif when and name not in ("amounts", "steps"):
            when = f"`{BASE}{key}`: {when}"
        mark = " ⚠" if may_modify(name) and when else ""
        yield f"`{key}`", element, f"{when}{mark}"


def _routes() -> Iterator[tuple[str, ...]]:
    return ((route, f"{code} {name}") for route, (code, name) in ROUTES.items())


def _table(*heads: str, rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
