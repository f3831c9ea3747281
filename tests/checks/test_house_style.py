"""Rules about rules: one house style, so that every rule reads as if one person had written it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.checks.basis import basis_works
from generator.checks.registry import Check, all_checks
from generator.diagnostics import Rule, Severity
from generator.package_files import packaged_data
from generator.sources import bib_rules, entry_rules, source_rules
from generator.sources.bibtex import read_bibliography
from generator.sources.strict_yaml import read_yaml
from tests.checks.rule_fixture import read_fixture

_HERE = Path(__file__).parent
_PREFIX = {
    "citations": "CIT",
    "quotes": "REF",
    "doses": "DOS",
    "parts": "PRT",
    "drugs": "DRG",
    "decisions": "DEC",
    "evidence": "EVD",
    "statistics": "STA",
    "algorithms": "ALG",
    "site_text": "WRD",
    "audiences": "AUD",
    "reviews": "REV",
    "library": "XRF",
    "waivers": "WAI",
    "lists": "LST",
}
_HOUSE_RULES = {"quotes", "parts", "decisions", "waivers", "lists"}
"""Families that ask for what this format needs, whatever the field's literature says."""
_JARGON = re.compile(
    r"\b(None|null|dict|tuple|regex|regular expression|boolean|string|parse|exception|pydantic|YAML)\b"
)
_EXAMPLES = re.compile(r"\A(?P<what>.+?)\n\nBad:\n(?P<bad>.+?)\n\nGood:\n(?P<good>.+?)\n*\Z", re.S)


@pytest.fixture(params=all_checks(), ids=lambda one: one.rule.code)
def one(request: pytest.FixtureRequest) -> Check:
    check: Check = request.param
    return check


def _family(one: Check) -> str:
    return one.module.split(".")[-2]


def _example(text: str) -> str:
    lines = [line.removeprefix("    ") for line in text.splitlines()]
    return "\n".join(lines) + "\n"


def test_rules_are_found() -> None:
    assert len(all_checks()) > 20
    assert {_family(one) for one in all_checks()} == set(_PREFIX)


def test_codes_and_names_are_unique_in_the_whole_house() -> None:
    rooms = (bib_rules, entry_rules, source_rules)
    others = [rule for room in rooms for rule in vars(room).values() if isinstance(rule, Rule)]
    rules = [one.rule for one in all_checks()] + others
    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)


def test_code_belongs_to_the_family(one: Check) -> None:
    assert re.fullmatch(_PREFIX[_family(one)] + r"\d{3}", one.rule.code)


def test_name_is_that_of_the_file(one: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", one.rule.name)
    assert one.module.split(".")[-1].replace("_", "-") == one.rule.name


def test_rule_has_its_fixture(one: Check) -> None:
    fixture = _HERE / _family(one) / f"{one.rule.name}.md"
    assert fixture.is_file()
    assert read_fixture(fixture).name == one.rule.name


def test_every_fixture_has_its_rule() -> None:
    names = {f"{_family(one)}/{one.rule.name}" for one in all_checks()}
    assert {f"{path.parent.name}/{path.stem}" for path in _HERE.glob("*/*.md")} == names


def test_texts_are_sentences_without_jargon(one: Check) -> None:
    for text in (one.rule.summary, one.rule.why, one.rule.cure):
        assert text.endswith("."), text
        assert text[0].isupper(), text
        assert "\n" not in text
        assert not _JARGON.search(text), text
    assert len(one.rule.summary) <= 100


def test_approved_content_is_never_held_to_less(one: Check) -> None:
    if one.rule.at_publish is not None:
        assert one.rule.at_publish.rank < one.rule.severity.rank


def test_a_clinical_rule_names_what_it_stands_on(one: Check) -> None:
    assert one.rule.basis or _family(one) in _HOUSE_RULES
    assert set(one.rule.basis) <= basis_works().keys()


def test_every_work_of_the_basis_is_that_of_a_rule() -> None:
    used = {key for one in all_checks() for key in one.rule.basis}
    assert used == basis_works().keys()


def test_a_rule_that_judges_words_is_no_error(one: Check) -> None:
    """Until its false alarms have been counted."""
    if one.rule.judges:
        assert Severity.ERROR not in (one.rule.severity, one.rule.at_publish)


def test_the_bibliography_of_rules_has_no_faults() -> None:
    for path in sorted((packaged_data() / "basis").glob("*.bib")):
        assert read_bibliography(path.read_bytes(), path.name).findings == (), path.name


def test_documentation_shows_a_bad_and_a_good_example(one: Check) -> None:
    parts = _EXAMPLES.match(one.documentation)
    assert parts is not None, one.module
    assert parts["what"].rstrip().endswith(".")
    read = {name: read_yaml(_example(parts[name]).encode(), f"{name}.yml") for name in ("bad", "good")}
    for document in read.values():
        assert document.findings == ()
        assert document.root
    assert read["bad"].root != read["good"].root
