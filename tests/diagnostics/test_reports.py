"""All reports tell the same findings with the same identities, and no text of the content breaks out of one."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker

from generator.diagnostics import Finding, Fix, Place, Rule, Severity, Waived
from generator.diagnostics.github_report import github_report
from generator.diagnostics.identity import identified
from generator.diagnostics.json_report import json_report
from generator.diagnostics.sarif_report import SarifRun, sarif_report
from generator.diagnostics.text_change import TextChange
from generator.diagnostics.text_report import counts, text_report, visible
from tests.diagnostics.hostile import findings, read_command

_SCHEMA = json.loads(
    (Path(__file__).parent / "data" / "sarif-2.1.0-as-used.schema.json").read_text(encoding="utf-8")
)
_VALIDATOR = Draft7Validator(_SCHEMA, format_checker=FormatChecker())
_RUN = SarifRun("1.2.3", 1)
_RULE = Rule("TST001", "a-test-rule", Severity.ERROR, "A summary.", "A reason.", "A cure.")
_NOTE = Rule("TST003", "a-note", Severity.NOTE, "A summary.", "A reason.", "A cure.")
_WAIVED = Waived("The source is being asked", "jane-roe", "2027-01-31")


_PLACE = Place("content/a.yml", 3, 5)


def _one(message: str = "a dose", place: Place = _PLACE, **more: Any) -> Finding:
    return _RULE.finding(message, place, **more)


def _sarif(found: list[Finding], run: SarifRun = _RUN, **more: Any) -> Any:
    log = json.loads(sarif_report(found, run, **more))
    assert [error.message for error in _VALIDATOR.iter_errors(log)] == []
    return log["runs"][0]


# --- the same in all


@given(st.lists(findings(), max_size=8))
def test_each_finding_is_in_each_report_under_the_same_identity(found: list[Finding]) -> None:
    identities = sorted(identity for _, identity in identified(found))
    assert sorted(one["identity"] for one in json.loads(json_report(found))) == identities
    results = _sarif(found)["results"]
    assert sorted(one["partialFingerprints"]["primaryLocationLineHash"] for one in results) == identities
    commands = [read_command(line) for line in github_report(found).splitlines()]
    assert sorted(one["lines"][-1].removeprefix("finding: ") for one in commands) == identities


@given(st.lists(findings(), max_size=8))
def test_what_a_report_says_of_a_finding_can_be_read_back(found: list[Finding]) -> None:
    by_identity = {identity: finding for finding, identity in identified(found)}
    for one in json.loads(json_report(found)):
        finding = by_identity[one["identity"]]
        told = [finding.message, finding.place.file, finding.code]
        assert [one["message"], one["file"], one["code"]] == json.loads(json.dumps(told))
        waived = finding.waived and json.loads(json.dumps(asdict(finding.waived)))
        assert one["waived"] == waived
    for line in github_report(found).splitlines():
        command = read_command(line)
        finding = by_identity[command["lines"][-1].removeprefix("finding: ")]
        assert command["file"] == visible(finding.place.file)
        assert command.get("line", "0") == str(finding.place.line)
        assert visible(finding.message) in command["lines"]
    for result in _sarif(found)["results"]:
        finding = by_identity[result["partialFingerprints"]["primaryLocationLineHash"]]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert result["ruleId"] == finding.code
        if "\ud800" not in finding.place.file:
            assert unquote(uri, errors="surrogateescape") == finding.place.file


@given(st.lists(findings(), max_size=8))
def test_the_text_has_one_paragraph_for_each_finding_and_its_words(found: list[Finding]) -> None:
    lines = [line.removeprefix("./") for line in text_report(found).splitlines()]
    said = [line for line in lines if re.search(r": (error|warning|note) TST00\d ", line)]
    expected = [
        f"{visible(str(one.place))}: {one.severity.value} {one.code} {visible(one.message)}" for one in found
    ]
    assert set(expected) <= set(lines)
    assert len(said) >= len(found)
    for one in found:
        assert not one.pointer or f"at {visible(one.symbolic_place)}" in lines


# --- no way out


@given(st.lists(findings(), max_size=8), st.text(max_size=40))
def test_no_report_has_a_control_a_command_or_a_line_of_the_contents_making(
    found: list[Finding], line: str
) -> None:
    reports = {
        "text": text_report(found, source_line=lambda place: line),
        "json": json_report(found),
        "sarif": sarif_report(found, _RUN),
        "github": github_report(found),
    }
    for name, report in reports.items():
        report.encode("utf-8")
        assert "##[" not in report and "##vso[" not in report, name
        assert all(sign.isprintable() or sign == "\n" for sign in report), name
        if name != "github":
            assert not re.search(r"^\s*::", report, re.MULTILINE), name
    assert all(read_command(one)["level"] for one in reports["github"].splitlines())


def test_a_link_or_a_placeholder_in_a_message_is_none_for_who_reads_sarif() -> None:
    (result,) = _sarif([_one("[press](https://example.org) {0}")])["results"]
    assert result["message"]["text"].startswith("[press] (https://example.org) {{0}}\n")


# --- identity


def test_what_is_added_above_changes_no_identity() -> None:
    before = [_one(pointer=("harms", 0)), _one("another", Place("content/a.yml", 9, 1))]
    after = [replace(one, place=Place(one.place.file, one.place.line + 7, 2)) for one in before]
    moved = [replace(after[0], pointer=("harms", 3)), after[1]]
    fingerprints = [
        [one["partialFingerprints"] for one in _sarif(found)["results"]] for found in (before, moved)
    ]
    assert fingerprints[0] == fingerprints[1]


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        ("options[ivig].statements[].wording", "options[ivig].statements[2].wording"),
        ("options[].statements[].wording", "options[0].statements[2].wording"),
        ("", "options[0].statements[2].wording"),
        ("options[ivig]", "options[0].statements[2].wording"),
    ],
)
def test_items_are_named_by_id_or_else_by_number(anchor: str, said: str) -> None:
    found = _one(pointer=("options", 0, "statements", 2, "wording"))
    assert replace(found, anchor=anchor).symbolic_place == said


# --- what GitHub shows


def test_the_worst_come_first_ten_of_a_level_and_the_rest_is_counted() -> None:
    notes = [_NOTE.finding(f"note {number}", Place("content/a.yml", number, 1)) for number in range(1, 13)]
    errors = [_one(f"error {number}", Place("content/b.yml", number, 1)) for number in range(1, 15)]
    lines = github_report([*notes, *errors]).splitlines()
    levels = [read_command(line)["level"] for line in lines[:-1]]
    assert levels == ["error"] * 10 + ["notice"] * 10
    assert lines[-1] == "4 more errors, 2 more notices: clinsum check shows them all"


def test_what_is_waived_is_a_notice_with_its_reason() -> None:
    (line,) = github_report([replace(_one(), waived=_WAIVED)]).splitlines()
    command = read_command(line)
    assert command["level"] == "notice"
    assert "waived by jane-roe until 2027-01-31: The source is being asked" in command["lines"]


def test_a_finding_about_a_whole_file_names_no_line_to_a_workflow_and_the_first_to_code_scanning() -> None:
    found = [_one(place=Place("content/a file, 100%.yml"))]
    (line,) = github_report(found, "site/").splitlines()
    assert line.startswith("::error file=site/content/a file%2C 100%25.yml,title=TST001 a-test-rule::")
    (result,) = _sarif(found, replace(_RUN, folder="site/"))["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2}
    assert place["artifactLocation"]["uri"] == quote("site/content/a file, 100%.yml")


def test_the_place_in_code_scanning_goes_to_the_end_of_the_line_and_is_never_empty() -> None:
    lines = {3: "a: 2 mg  ", 4: ""}
    found = [_one(), _one("b", Place("content/a.yml", 4, 1)), _one("c", Place("content/a.yml", 9, 7))]
    results = _sarif(found, source_line=lambda place: lines.get(place.line))["results"]
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in results]
    assert [(one["startColumn"], one["endLine"], one["endColumn"]) for one in regions] == [
        (5, 3, 8),
        (1, 4, 2),
        (7, 9, 8),
    ]


def test_sarif_shows_five_thousand_the_worst_first_and_says_how_many_more() -> None:
    notes = [_NOTE.finding(f"note {n}", Place("content/a.yml", 1, 1)) for n in range(5000)]
    run = _sarif([*notes, _one(), _one("second")])
    assert [len(run["results"]), run["results"][0]["level"]] == [5000, "error"]
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("2 more findings are left out")


def test_sarif_tells_the_rule_the_run_the_waiver_and_the_fix() -> None:
    fix = Fix("50mg", "50 mg")
    found = [
        _one(pointer=("doses", "examplin"), entry="examplitis", fix=fix),
        replace(_one("x"), waived=_WAIVED),
    ]
    changes = (TextChange(3, 5, 3, 9, "50 mg"),)
    notices = ("1 rule did not run",)
    run = _sarif(found, SarifRun("1.2.3", 2, notices), changes=lambda finding: changes)
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("clinsum", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == ["TST001"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "1 rule did not run"
    first, second = run["results"]
    logical = first["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
    assert logical == "examplitis: doses.examplin"
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "50 mg"}
    assert "fixes" not in second
    assert second["suppressions"][0]["kind"] == "external"
    assert "suppressions" not in first


def test_the_schema_of_these_tests_refuses_what_the_standard_does_not_know() -> None:
    log = json.loads(sarif_report([_one()], _RUN))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    log["runs"][0]["colour"] = "red"
    assert len(list(_VALIDATOR.iter_errors(log))) == 2


# --- counts


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], "no findings"),
        ([_one()], "1 error"),
        ([_one(), _one("b"), _NOTE.finding("c", Place("a"))], "2 errors, 1 note"),
        ([_one(), replace(_one("b"), waived=_WAIVED)], "1 error, 1 waived"),
    ],
)
def test_what_is_waived_counts_apart(found: list[Finding], said: str) -> None:
    assert counts(found) == said
