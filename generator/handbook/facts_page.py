"""The page of the lists of facts: what each holds, where it comes from, which rules read it, how rows are added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.facts import FactList, fact_list_names, packaged_facts
from generator.handbook.documented_rule import DocumentedRule

_HOW = (
    "The rules stand on these lists. A project adds rows of its own without code, in `content/vocabulary/<list>.yml`, "
    "with the columns of the list ([the form of the file](../editing.md#the-file-of-a-vocabulary-contentvocabulary))."
)


def facts_page(rules: Iterable[DocumentedRule], mark: str) -> str:
    """The page in Markdown. ``mark`` stands below its title."""
    reading: dict[str, list[str]] = {}
    for one in rules:
        for name in one.lists:
            reading.setdefault(name, []).append(one.rule.code)
    blocks = ["# Lists of facts", mark, _HOW]
    for name in fact_list_names():
        blocks += _section(packaged_facts(name), reading.get(name, []))
    return "\n\n".join(blocks) + "\n"


def _section(facts: FactList, codes: list[str]) -> Iterator[str]:
    yield f"## {facts.name}"
    yield f"{facts.title}: {len(facts.rows):,} rows{', in part' if facts.is_partial else ''}."
    said = {
        "Source": facts.source,
        "Version": facts.version,
        "Licence": facts.licence,
        "Looked up": facts.retrieved,
        "Read by": ", ".join(codes),
    }
    yield "\n".join(f"- **{label}:** {text}" for label, text in said.items() if text)
    rows = (
        f"| `{column}` | {'**needed**' if column in facts.required else ''} | {text.replace('|', chr(92) + '|')} |"
        for column, text in facts.columns.items()
    )
    yield "\n".join(["| column | | what it holds |", "|---|---|---|", *rows])
