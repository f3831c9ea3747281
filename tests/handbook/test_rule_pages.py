"""The pages of rules: current, whole, and every link within them leads somewhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from generator.cli.rule_catalogue import rule_catalogue
from generator.handbook.rule_pages import rule_pages

_ROOT = Path(__file__).parents[2]
_PAGES = _ROOT / "docs" / "rules"


@cache
def _made() -> dict[str, str]:
    fixtures = (_ROOT / "tests" / "checks").glob("*/*.md")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in fixtures}
    return rule_pages(rule_catalogue().values(), texts)


def test_the_pages_are_current() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in _PAGES.glob("*.md")}
    assert committed.keys() == _made().keys(), "run: make rules"
    assert [name for name, text in _made().items() if committed[name] != text] == [], "run: make rules"


def test_every_rule_has_its_section() -> None:
    sections = [code for text in _made().values() for code in re.findall(r"^## ([A-Z]+\d+) ", text, re.M)]
    assert sorted(sections) == list(rule_catalogue())


def test_every_link_leads_to_a_section() -> None:
    for name, text in _made().items():
        for page, anchor in re.findall(r"\]\(([a-z-]+\.md)(?:#([a-z0-9-]+))?\)", text):
            headings = re.findall(r"^## (.+)$", _made()[page], re.M)
            assert not anchor or anchor in {one.lower().replace(" ", "-") for one in headings}, name


@pytest.mark.parametrize("name", ["doses.md", "quotes.md"])
def test_a_page_shows_what_is_found_and_what_is_left_alone(name: str) -> None:
    text = _made()[name]
    assert text.count("<details>") == text.count("</details>") == text.count("\n## ")
    assert "It leaves this alone:" in text
    assert "\n## Quiet" not in text
    assert "file=" not in text
    assert "`content/summaries/x.yml`" in text
    assert text.count("```") % 2 == 0
