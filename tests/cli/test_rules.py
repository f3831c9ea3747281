"""``clinsum rules`` and ``clinsum explain``: every rule of the house is listed, explained and documented."""

from __future__ import annotations

import importlib
import json
import pkgutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import generator
from generator.checks.registry import all_checks
from generator.checks.waivable import is_fixed, waivable_codes
from generator.cli import main
from generator.cli.rule_catalogue import MODULES, rule_catalogue, rules_in
from generator.sources.strict_yaml import read_yaml


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_the_catalogue_has_every_rule_of_the_house() -> None:
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if found.name.endswith("__main__") or found.name.startswith(("generator.checks.", "generator.data")):
            continue
        module = importlib.import_module(found.name)
        for rule in rules_in(vars(module).values()):
            assert rule.code in rule_catalogue(), f"add {found.name} to MODULES of rule_catalogue.py"
            assert rule_catalogue()[rule.code].rule == rule, f"{rule.code} is the code of two rules"
    assert {one.rule.code for one in all_checks()} <= rule_catalogue().keys()


def test_a_rule_that_cannot_be_waived_is_told_from_one_that_can() -> None:
    for code, one in rule_catalogue().items():
        assert is_fixed(code) is not (code in waivable_codes()), code
        assert one.is_waivable is not is_fixed(code), f"add the family of {code} to waivable.py"
    assert all(importlib.import_module(name) for name in MODULES)


@pytest.mark.parametrize("code", rule_catalogue())
def test_every_rule_is_explained(code: str) -> None:
    one = rule_catalogue()[code]
    result = _run("explain", code)
    assert result.exit_code == 0
    assert result.output.startswith(f"{code} {one.rule.name}\n")
    flat = " ".join(result.output.split())
    for text in (one.rule.why, one.rule.cure, one.what, f"severity: {one.rule.severity}"):
        assert " ".join(text.split()) in flat
    assert ("To let a finding stand" in flat) and ("It cannot be" in flat) is not one.is_waivable
    assert "\x1b" not in result.output


@pytest.mark.parametrize("code", sorted(waivable_codes()))
def test_the_snippet_of_a_waiver_is_one(code: str) -> None:
    document = read_yaml(rule_catalogue()[code].waiver.encode(), "waivers.yml")
    assert document.findings == ()
    assert document.root is not None
    waivers = document.root["waivers"]
    assert isinstance(waivers, list)
    (waiver,) = waivers
    assert isinstance(waiver, dict)
    assert list(waiver) == ["rule", "entry", "place", "reason", "owner", "until"]


def test_a_rule_is_found_by_name_and_several_at_once() -> None:
    result = _run("explain", "dose-without-maximum", "cit002", "DOS002")
    assert result.exit_code == 0
    assert [line for line in result.output.splitlines() if line.startswith(("DOS", "CIT"))] == [
        "DOS002 dose-without-maximum",
        "CIT002 uncited-in-source",
    ]


def test_two_rules_of_one_name_are_both_told() -> None:
    assert {"CONF003 wrong-value", "SCH003 wrong-value"} <= set(
        _run("explain", "wrong-value").output.splitlines()
    )


def test_works_lists_and_judgement_are_told() -> None:
    text = _run("explain", "reading-grade-over-target").output
    assert "it weighs words and may be wrong" in text
    assert "syllables" in text
    assert "1. Kincaid" in text


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("dose-without-maximun", "Did you mean DOS002 dose-without-maximum?"),
        ("dos2", "Did you mean DOS002 dose-without-maximum?"),
        ("DSO002", "Did you mean DOS002 dose-without-maximum?"),
        ("DOSS002", "Did you mean DOS002 dose-without-maximum?"),
        ("dos", "clinsum rules DOS lists them"),
        ("DOS999", "clinsum rules lists all of them."),
        ("\x1b[31m", "\\x1b[31m"),
        ("9" * 5000, "clinsum rules"),
    ],
)
def test_an_unknown_rule_is_a_usage_error_with_help(written: str, hint: str) -> None:
    result = _run("explain", "DOS002", written)
    assert result.exit_code == 2
    assert hint in result.output
    assert "In a heavy patient" not in result.output
    assert "\x1b" not in result.output


def test_rules_are_listed_one_a_line() -> None:
    result = _run("rules")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.output.splitlines()] == list(rule_catalogue())


def test_a_family_is_listed_by_the_beginning_of_its_code() -> None:
    codes = [line.split()[0] for line in _run("rules", "dos", "WAI").output.splitlines()]
    assert {code[:3] for code in codes} == {"DOS", "WAI"}
    refused = _run("rules", "XYZ")
    assert refused.exit_code == 2
    assert "the families are" in refused.output


def test_rules_as_data() -> None:
    rules = {one["code"]: one for one in json.loads(_run("rules", "--format", "json").output)}
    assert list(rules) == list(rule_catalogue())
    assert rules["DOS002"]["at_publish"] == "error"
    assert rules["DOS002"]["waivable"] is True
    assert rules["SCH001"]["waivable"] is False


def test_pages_are_written_into_a_folder(tmp_path: Path, repository: Path) -> None:
    assert _run("rules", "--pages", str(tmp_path / "x")).exit_code == 2
    fixtures = str(repository / "tests" / "checks")
    result = _run("rules", "--pages", str(tmp_path / "x"), "--fixtures", fixtures)
    assert result.exit_code == 0
    assert (tmp_path / "x" / "README.md").is_file()
    assert f"wrote {tmp_path / 'x' / 'doses.md'}" in result.output
