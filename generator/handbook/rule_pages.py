"""The pages of rules: one for each family of checks, one for files and building, the lists of facts, and all rules."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Mapping

from generator.handbook.basis_references import basis_references
from generator.handbook.documented_rule import DocumentedRule
from generator.handbook.facts_page import facts_page

_FORM = "files-and-building"
_ABOUT_FORM = (
    "What cannot be read, built or published. These rules have no fixtures of their own, and nothing of them can be "
    "waived."
)
_MADE = "<!-- Made by `make rules` from the rules and their fixtures: edit those. -->"
_QUIET = re.compile(r"^## Quiet$", re.M)
_FILE = re.compile(
    r"^```(?P<language>\w+) file=(?P<file>\S+)(?P<flag> unreadable)?\n(?P<text>.*?)^```$", re.M | re.S
)


def rule_pages(rules: Iterable[DocumentedRule], fixtures: Mapping[str, str]) -> dict[str, str]:
    """The pages by the name of the file. ``fixtures`` are the texts of fixtures by the names of rules."""
    every = list(rules)
    families: dict[str, list[DocumentedRule]] = {}
    for one in every:
        families.setdefault(one.family or _FORM, []).append(one)
    ordered = dict(sorted(families.items(), key=lambda family: (family[0] == _FORM, family[0])))
    pages = {"README.md": _list_of_all(ordered), "facts.md": facts_page(every, _MADE)}
    for family, members in ordered.items():
        pages[f"{family.replace('_', '-')}.md"] = _page(family, members, fixtures)
    return pages


def _list_of_all(families: Mapping[str, list[DocumentedRule]]) -> str:
    number = sum(len(members) for members in families.values())
    blocks = [
        "# Rules",
        _MADE,
        f"{number} rules; `clinsum explain CODE` tells of one what these pages tell of all.",
    ]
    for family, members in families.items():
        page = f"{family.replace('_', '-')}.md"
        blocks += [f"## [{_title(family)}]({page})", _about(family), _table(members, page)]
    return "\n\n".join(blocks) + "\n"


def _table(members: list[DocumentedRule], page: str) -> str:
    rows = (" | ".join(_cells(one, page)) for one in members)
    head = ["| code | name | severity | what it finds |", "|---|---|---|---|"]
    return "\n".join([*head, *(f"| {row} |" for row in rows)])


def _cells(one: DocumentedRule, page: str) -> tuple[str, ...]:
    code = f"[{one.rule.code}]({page}#{_anchor(one)})"
    return code, one.rule.name, one.severity_words, _cell(one.rule.summary)


def _page(family: str, members: list[DocumentedRule], fixtures: Mapping[str, str]) -> str:
    blocks = [f"# {_title(family)}", _MADE, _about(family)]
    for one in members:
        blocks += _section(one, fixtures.get(one.rule.name, ""))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(one: DocumentedRule, fixture: str) -> Iterator[str]:
    rule = one.rule
    yield f"## {rule.code} {rule.name}"
    yield one.what
    facts = [f"**Severity:** {one.severity_words}", f"**Looks at:** {one.looks_at}"]
    facts += ["**Judges:** it weighs words and may be wrong"] if rule.judges else []
    facts += (
        [f"**Lists:** {', '.join(f'[{name}](facts.md#{name})' for name in one.lists)}"] if one.lists else []
    )
    yield "\n".join(f"- {fact}" for fact in facts)
    yield f"**Why.** {rule.why}"
    yield f"**Cure.** {rule.cure}"
    for title, example in (("Bad", one.bad), ("Good", one.good)):
        if example:
            yield f"{title}:\n\n```yaml\n{example}\n```"
    references = basis_references(rule)
    if references:
        yield "Stands on:\n\n" + "\n".join(f"{n}. {text}" for n, text in enumerate(references, start=1))
    if fixture:
        yield _in_full(fixture)


def _in_full(fixture: str) -> str:
    """The fixture without its title; what stands under ``## Quiet`` is what the rule must leave alone."""
    named = _FILE.sub(_file_named, fixture.partition("\n")[2])
    loud, *quiet = _QUIET.split(named)
    parts = [
        f"<details>\n<summary>What it must find, and what it must leave alone</summary>\n\n{loud.strip()}"
    ]
    parts += [f"It leaves this alone:\n\n{text.strip()}" for text in quiet]
    return "\n\n".join([*parts, "</details>"])


def _file_named(fence: re.Match[str]) -> str:
    """The name of a file above its block; a picture has nothing to show but its name."""
    name = f"`{fence['file']}`"
    if fence["language"] == "image":
        return f"{name} (a picture)"
    said = f"{name}, which has errors:" if fence["flag"] else f"{name}:"
    return f"{said}\n\n```{fence['language']}\n{fence['text']}```"


def _title(family: str) -> str:
    return family.replace("_", " ").replace("-", " ").capitalize()


def _about(family: str) -> str:
    if family == _FORM:
        return _ABOUT_FORM
    return (importlib.import_module(f"generator.checks.{family}").__doc__ or "").strip()


def _anchor(one: DocumentedRule) -> str:
    return f"{one.rule.code}-{one.rule.name}".lower()


def _cell(text: str) -> str:
    return text.replace("|", r"\|")
