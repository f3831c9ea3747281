"""One kind of part: its fields in a table, the rules on which of them stand together, and longer examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.handbook.form_words import form_in_words

_DEFAULT = re.compile(r"If it is left out: `[^`]*`\.")
_EXAMPLE = re.compile(r"```yaml\n(.*)\n```", re.DOTALL)


def part_section(heading: str, part: dict[str, Any]) -> str:
    """The section in Markdown, with its heading."""
    fields = part["properties"]
    required = set(part.get("required", ()))
    blocks = [heading, part.get("description", "")]
    blocks.append(
        "\n".join(
            [
                "| field | | what it says | what may stand there | example |",
                "|---|---|---|---|---|",
                *(_row(key, field, key in required) for key, field in fields.items()),
            ]
        )
    )
    rules = list(dict.fromkeys(_messages(part.get("allOf", []))))
    if rules:
        blocks.append("\n".join(["What stands together:", "", *(f"- {_cell(rule)}" for rule in rules)]))
    longer = [example for field in fields.values() if "\n" in (example := _example(field))]
    if longer:
        blocks += ["For example:", "```yaml\n" + "\n".join(longer) + "\n```"]
    return "\n\n".join(block for block in blocks if block)


def _row(key: str, field: dict[str, Any], is_required: bool) -> str:
    example = _example(field)
    shown = "below" if "\n" in example else f"`{example}`"
    says = _cell(field["description"])
    if default := _DEFAULT.search(field.get("markdownDescription", "")):
        says += f" {default[0]}"
    cells = [f"`{key}`", "**needed**" if is_required else "", says, form_in_words(field), _cell(shown)]
    return f"| {' | '.join(cells)} |"


def _example(field: dict[str, Any]) -> str:
    found = _EXAMPLE.search(field.get("markdownDescription", ""))
    return found[1] if found else ""


def _messages(clauses: Any) -> Iterator[str]:
    if isinstance(clauses, dict):
        if "errorMessage" in clauses:
            yield clauses["errorMessage"]
        clauses = list(clauses.values())
    if isinstance(clauses, list):
        for clause in clauses:
            yield from _messages(clause)


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")
