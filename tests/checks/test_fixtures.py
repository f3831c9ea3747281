"""Every rule speaks where its fixture says, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.registry import all_checks
from generator.diagnostics import Finding, Severity
from generator.model.library import Library
from generator.model.state import State
from generator.sources.load import load_library
from tests.checks.checked import checked
from tests.checks.outside_facts import history_in, retractions_in
from tests.checks.rule_fixture import Project, RuleFixture, read_fixture

_FIXTURES = sorted(Path(__file__).parent.glob("*/*.md"))
_CODES = {one.rule.name: one.rule for one in all_checks()}
_JARGON = ("None", "Traceback", "dict", "tuple", "object at", "Wording(", "<generator")


def _load(project: Project, folder: Path) -> Library:
    project.write(folder)
    library, findings = load_library(folder)
    broken = {finding.place.file for finding in findings if finding.severity is Severity.ERROR}
    assert broken == project.unreadable, [f"{finding.place}: {finding.message}" for finding in findings]
    return library


def _checked(project: Project, folder: Path, state: State = State.DRAFT) -> tuple[Finding, ...]:
    library = _load(project, folder)
    return checked(library, state, retractions=retractions_in(folder), history=history_in(folder))


def _of_rule(findings: tuple[Finding, ...], name: str) -> list[Finding]:
    return [finding for finding in findings if finding.rule.name == name]


def _placed(findings: list[Finding]) -> list[tuple[str, int, str, str]]:
    return sorted((one.place.file, one.place.line, one.code, str(one.severity)) for one in findings)


@pytest.fixture(params=_FIXTURES, ids=lambda path: path.stem)
def fixture(request: pytest.FixtureRequest) -> RuleFixture:
    return read_fixture(request.param)


def test_speaks_where_the_fixture_says(fixture: RuleFixture, tmp_path: Path) -> None:
    for project in fixture.loud:
        found = _of_rule(_checked(project, tmp_path), fixture.name)
        assert project.expected, "a fixture marks at least one finding"
        assert _placed(found) == list(project.expected)


def test_weighs_as_much_as_approved_content_demands(fixture: RuleFixture, tmp_path: Path) -> None:
    rule = _CODES[fixture.name]
    weight = str(rule.at_publish or rule.severity)
    for project in fixture.loud:
        found = _of_rule(_checked(project, tmp_path, State.APPROVED), fixture.name)
        assert _placed(found) == sorted(
            (file, line, code, weight) for file, line, code, _ in project.expected
        )


def test_is_silent_on_good_content(fixture: RuleFixture, tmp_path: Path) -> None:
    assert fixture.quiet, "a fixture has a quiet twin"
    for number, project in enumerate(fixture.quiet):
        folder = tmp_path / str(number)
        assert _placed(_of_rule(_checked(project, folder), fixture.name)) == []


def test_speaks_in_an_editors_words(fixture: RuleFixture, tmp_path: Path) -> None:
    for project in fixture.loud:
        for finding in _of_rule(_checked(project, tmp_path), fixture.name):
            assert not [word for word in _JARGON if word in finding.message + finding.cure]
            assert not finding.message.endswith("."), finding.message
            assert finding.cure.endswith((".", "?")), finding.cure
            assert "\n" not in finding.message + finding.cure
