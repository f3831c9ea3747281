"""Setting what is generated between the marks of a hand-written page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.handbook.part_section import part_section
from generator.model.edition import SECTION_FIELDS
from generator.model.json_schema import SCHEMAS, json_schema
from generator.model.units import known_units

_MARKS = "<!-- generated: {name} -->\n", "<!-- end of generated: {name} -->"
_PLACES = {
    "summary": "content/summaries/",
    "medication": "content/medications/",
    "drug": "content/drugs/",
    "condition": "content/conditions/",
    "person": "content/people/",
    "audience": "content/audiences/",
    "decision": "content/decisions/",
    "editorial-policy": "content/editorial-policy.yml",
    "reviewers": "content/reviewers.yml",
    "waiver-list": "content/waivers.yml",
    "vocabulary": "content/vocabulary/",
}
_GROUPS = {
    "amounts": "Amounts",
    "items": "Things that are counted",
    "times": "Spans of time",
    "laboratory": "Measured values",
}


class HandbookError(ValueError):
    """A page in which the marks for generated parts are missing; the message names them."""


def with_generated_parts(page: str) -> str:
    """The page with everything between the marks made anew. Raises `HandbookError` where a mark is missing."""
    for name, make in _GENERATED.items():
        begin, end = (mark.format(name=name) for mark in _MARKS)
        if page.count(begin) != 1 or page.count(end) != 1:
            raise HandbookError(f"the page needs the lines “{begin.strip()}” and “{end}”, each once")
        before, _, rest = page.partition(begin)
        page = f"{before}{begin}\n{make()}\n\n{end}{rest.partition(end)[2]}"
    return page


def _kinds() -> str:
    return "\n\n".join(
        part_section(f"### The file of {_article(name)} {name}: `{_PLACES[name]}`", json_schema(name))
        for name in SCHEMAS
    )


def _parts() -> str:
    schemas = [json_schema(name) for name in SCHEMAS]
    parts = {
        name: part
        for schema in schemas
        for name, part in schema.get("$defs", {}).items()
        if "properties" in part and name[:1].isupper()
    }
    order = [name for schema in schemas for name in _mentioned(schema, parts)]
    return "\n\n".join(part_section(f"### Part: {name}", parts[name]) for name in dict.fromkeys(order))


def _units() -> str:
    return "\n".join(
        [
            "| for | units |",
            "|---|---|",
            *(
                f"| {_GROUPS[group]} | {' '.join(f'`{atom}`' for atom in atoms)} |"
                for group, atoms in known_units().items()
            ),
        ]
    )


def _sections() -> str:
    rows = (
        f"| `{section}` | {', '.join(f'`{name}`' for name in fields)} |"
        for section, fields in SECTION_FIELDS.items()
    )
    return "\n".join(["| section | shows the fields |", "|---|---|", *rows])


def _mentioned(schema: dict[str, Any], parts: dict[str, Any]) -> Iterator[str]:
    """The parts in the order in which a reader meets them."""
    seen: set[str] = set()
    waiting = [schema.get("properties", {})]
    while waiting:
        for name in re.findall(r"'#/\$defs/(\w+)'", str(waiting.pop(0))):
            if name in parts and name not in seen:
                seen.add(name)
                yield name
                waiting.append(parts[name])


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


_GENERATED: dict[str, Callable[[], str]] = {
    "units": _units,
    "sections": _sections,
    "kinds": _kinds,
    "parts": _parts,
}
