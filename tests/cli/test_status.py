"""``clinsum status`` on a small project: what it tells of every state, to whom, and in which form. All is fictional."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli.status import STATES, status
from generator.model.state import State
from tests.site_project import SiteProject, reviewed

QUESTION = "example-question"
BOTH = ("clinician", "patient")


@pytest.fixture
def project(tmp_path: Path) -> SiteProject:
    """A site whose policy takes records at their word; Rae and Sam may review. Nothing is decided yet."""
    return reviewed(tmp_path / "project")


def run(project: SiteProject, *arguments: str, today: str = "2026-12-01") -> Result:
    configuration = str(project.path("mkdocs.yml"))
    return CliRunner().invoke(status, ["--config", configuration, "--today", today, *arguments])


def said(project: SiteProject, *arguments: str, today: str = "2026-12-01") -> list[str]:
    """The lines of a run that went well."""
    result = run(project, *arguments, today=today)
    assert result.exit_code == 0, result.output
    return [line.rstrip() for line in result.stdout.splitlines()]


def data(project: SiteProject, *arguments: str, today: str = "2026-12-01") -> dict[str, Any]:
    result = run(project, *arguments, "--format", "json", today=today)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def submit(project: SiteProject) -> None:
    project.decide("submit", QUESTION, "my-organisation", "2026-11-21T09:00:00Z")


# --- states


def test_every_entry_with_a_page_is_told_and_a_draft_waits_for_whoever_answers_for_it(
    project: SiteProject,
) -> None:
    assert said(project) == [
        "example-condition",
        "  clinician  draft",
        "             - it must be submitted (my-organisation)",
        "",
        "example-drug",
        "  clinician  draft",
        "             - it must be submitted (my-organisation)",
        "",
        "example-question",
        "  clinician  draft",
        "             - it must be submitted (my-organisation)",
        "  patient    draft",
        "             - it must be submitted (my-organisation)",
        "",
        "clinsum status: 4 editions: 4 draft",
    ]


def test_what_is_submitted_says_since_when_by_whom_and_what_is_missing(project: SiteProject) -> None:
    submit(project)
    assert said(project, QUESTION)[1:3] == [
        "  clinician  submitted since 2026-11-21 (My organisation)",
        "             - 2 more people must approve it (rae, sam)",
    ]


def test_after_one_approval_the_other_person_is_waited_for(project: SiteProject) -> None:
    submit(project)
    project.decide("approve", QUESTION, "rae", "2026-11-22T09:00:00Z", audiences=BOTH)
    assert said(project, QUESTION)[1:3] == [
        "  clinician  under review since 2026-11-22 (Rae Invented)",
        "             - one more person must approve it (sam)",
    ]


def test_what_is_approved_names_everybody_and_when_its_review_is_due(project: SiteProject) -> None:
    project.approve(QUESTION, *BOTH)
    assert said(project, QUESTION) == [
        "example-question",
        "  clinician  approved since 2026-11-22 (Rae Invented, Sam Invented), review due 2027-11-22",
        "  patient    approved since 2026-11-22 (Rae Invented, Sam Invented), review due 2027-11-22",
        "",
        "clinsum status: 2 editions: 2 approved",
    ]


def test_an_edit_takes_the_approval_away_and_no_decision_is_said_to_have_done_so(
    project: SiteProject,
) -> None:
    project.approve(QUESTION, *BOTH)
    project.edit(f"content/summaries/{QUESTION}.yml", "Yawning (invented).", "Yawning and naps (invented).")
    lines = said(project, QUESTION)
    assert lines[1:4] == [
        "  clinician  under review: changed after its approval on 2026-11-22",
        "             - 2 more people must approve it (rae, sam)",
        "  patient    approved since 2026-11-22 (Rae Invented, Sam Invented), review due 2027-11-22",
    ]
    assert lines[-1] == "clinsum status: 2 editions: 1 under review, 1 approved"
    project.decide("approve", QUESTION, "sam", "2026-11-25T09:00:00Z", audiences=BOTH)
    assert said(project, QUESTION)[1] == (
        "  clinician  under review since 2026-11-25 (Sam Invented): changed after its approval on 2026-11-22"
    )


def test_an_objection_is_named_and_is_no_change(project: SiteProject) -> None:
    project.approve(QUESTION, *BOTH)
    project.decide("object", QUESTION, "sam", "2026-11-25T09:00:00Z", audiences=("clinician",))
    assert said(project, QUESTION)[1:3] == [
        "  clinician  under review since 2026-11-25 (Sam Invented)",
        "             - the objection 2026-11-25-sam-object-example-question must be resolved (my-organisation)",
    ]


def test_a_review_that_is_soon_due_is_counted_and_one_that_is_overdue_is_a_state(
    project: SiteProject,
) -> None:
    project.approve(QUESTION, *BOTH)
    soon = said(project, QUESTION, today="2027-09-01")
    assert soon[-1] == "clinsum status: 2 editions: 2 approved; 2 due for review within 90 days"
    late = said(project, QUESTION, today="2027-11-23")
    assert late[1] == (
        "  clinician  review overdue since 2027-11-23 (approved by Rae Invented, Sam Invented), review due 2027-11-22"
    )
    assert late[2] == "             - its review is overdue (rae, sam)"
    assert late[-1] == "clinsum status: 2 editions: 2 review overdue"


def test_a_suspension_needs_two_to_lift_it(project: SiteProject) -> None:
    project.approve(QUESTION, *BOTH)
    project.decide("suspend", QUESTION, "rae", "2026-11-30T07:15:00Z")
    lines = said(project, QUESTION)
    assert lines[1] == "  clinician  suspended since 2026-11-30 (Rae Invented)"
    assert lines[2] == "             - two people must lift the suspension (rae, sam)"
    project.decide("lift", QUESTION, "rae", "2026-11-30T08:15:00Z")
    assert said(project, QUESTION)[1].startswith("  clinician  suspended")
    project.decide("lift", QUESTION, "sam", "2026-11-30T09:15:00Z")
    assert said(project, QUESTION)[1].startswith("  clinician  approved")


@pytest.mark.parametrize("kind", ["withdraw", "supersede"])
def test_what_is_gone_waits_for_nobody(project: SiteProject, kind: str) -> None:
    project.decide(kind, QUESTION, "rae", "2026-11-30T07:15:00Z")
    (clinician, _) = data(project, QUESTION)["editions"]
    assert clinician["state"] == {"withdraw": "withdrawn", "supersede": "superseded"}[kind]
    assert clinician["needs"] == []


def test_each_role_names_those_who_have_it_and_where_nobody_has_that_is_said(project: SiteProject) -> None:
    requirements = "requirements:\n  - {one_of_roles: [pharmacy]}\n  - {one_of_roles: [lay]}\n"
    project.edit("content/editorial-policy.yml", "requirements: []\n", requirements)
    project.write("content/people/sam.yml", "kind: person\nname: Sam Invented\nroles: [pharmacy]\n")
    submit(project)
    assert said(project, QUESTION)[2:5] == [
        "             - 2 more people must approve it (rae, sam)",
        "             - somebody in the role pharmacy must approve it (sam)",
        "             - somebody in the role lay must approve it (nobody who is listed could)",
    ]
    (clinician, _) = data(project, QUESTION, "--waiting-for", "rae")["editions"]
    assert [need["people"] for need in clinician["needs"]] == [["rae", "sam"]]


def test_a_reading_after_the_approval_moves_the_review_and_not_the_day_since_when(
    project: SiteProject,
) -> None:
    project.approve(QUESTION, *BOTH)
    project.decide("approve", QUESTION, "sam", "2026-11-28T09:00:00Z", audiences=("clinician",))
    assert said(project, QUESTION)[1] == (
        "  clinician  approved since 2026-11-22 (Rae Invented, Sam Invented), review due 2027-11-28"
    )


def test_a_suspended_dose_is_told_though_the_page_is_approved(project: SiteProject) -> None:
    project.approve(QUESTION, *BOTH)
    file = project.decide("suspend", QUESTION, "rae", "2026-11-30T07:15:00Z")
    file.write_text(file.read_text(encoding="utf-8") + "    doses: [example-dose]\n", encoding="utf-8")
    lines = said(project, QUESTION)
    assert lines[1] == "  the dose example-dose is suspended since 2026-11-30 (Rae Invented)"
    assert lines[2].startswith("  clinician  approved")
    assert lines[-1] == "clinsum status: 2 editions: 2 approved; 1 suspended dose"
    assert data(project, QUESTION)["editions"][0]["suspended_doses"] == [
        {"dose": "example-dose", "since": "2026-11-30", "by": "Rae Invented"}
    ]


# --- filters


def test_only_the_entries_asked_for(project: SiteProject) -> None:
    text = project.path(f"content/summaries/{QUESTION}.yml").read_text(encoding="utf-8")
    project.write("content/summaries/second-question.yml", text)
    assert data(project, "second-question")["editions"][0]["entry"] == "second-question"
    assert len(data(project)["editions"]) == 6
    assert len(data(project, QUESTION, "second-question")["editions"]) == 4


def test_what_waits_for_one_person(project: SiteProject) -> None:
    submit(project)
    project.decide("approve", QUESTION, "rae", "2026-11-22T09:00:00Z", audiences=("clinician",))
    waiting = {person: _editions(project, "--waiting-for", person) for person in ("rae", "sam")}
    assert waiting == {"rae": ["patient"], "sam": ["clinician", "patient"]}


def test_only_one_state_or_what_is_due(project: SiteProject) -> None:
    project.approve(QUESTION, "clinician")
    assert _editions(project, "--state", "approved") == ["clinician"]
    assert _editions(project, QUESTION, "--state", "draft") == ["patient"]
    assert _editions(project, "--state", "suspended") == []
    assert _editions(project, "--due-within", "300") == []
    assert _editions(project, "--due-within", "356") == ["clinician"]
    assert _editions(project, "--due-within", "0", today="2027-12-01") == ["clinician"]
    assert _editions(project, "--state", "draft", "--due-within", "999") == []


def test_nothing_to_tell_is_told(project: SiteProject) -> None:
    assert said(project, "--state", "suspended") == ["clinsum status: no edition like that"]


def _editions(project: SiteProject, *arguments: str, today: str = "2026-12-01") -> list[str]:
    return [one["edition"] for one in data(project, *arguments, today=today)["editions"]]


# --- mistakes


@pytest.mark.parametrize("entry", ["exampel-question", "clinician", "rae", "", "x\x1b[2J", "../secret"])
def test_an_entry_that_has_no_page_of_its_own_is_2(project: SiteProject, entry: str) -> None:
    result = run(project, entry)
    assert result.exit_code == 2
    assert "\x1b" not in result.output
    assert "Traceback" not in result.output


def test_a_misspelt_id_is_met_with_what_was_probably_meant(project: SiteProject) -> None:
    assert "Did you mean “example-question”?" in _words(run(project, "exampel-question"))
    assert "Did you mean “rae”?" in _words(run(project, "--waiting-for", "raee"))


@pytest.mark.parametrize("person", ["nobody-known", "", "x\x1b[2J"])
def test_somebody_who_has_no_file_is_2(project: SiteProject, person: str) -> None:
    result = run(project, "--waiting-for", person)
    assert result.exit_code == 2
    assert "content/people/" in _words(result)
    assert "\x1b" not in result.output


@pytest.mark.parametrize("arguments", [["--due-within", "-1"], ["--state", "fine"], ["--format", "xml"]])
def test_an_option_that_makes_no_sense_is_2(project: SiteProject, arguments: list[str]) -> None:
    assert run(project, *arguments).exit_code == 2


def test_an_entry_that_cannot_be_read_is_no_entry_that_is_not_there(project: SiteProject) -> None:
    project.edit(f"content/summaries/{QUESTION}.yml", "kind: summary", "kind: summary\nnonsense: yes")
    result = run(project, QUESTION)
    assert result.exit_code == 2
    assert "has errors" in _words(result)
    assert f"content/summaries/{QUESTION}.yml" in _words(result)


def test_entries_that_cannot_be_read_are_not_passed_over_in_silence(project: SiteProject) -> None:
    text = project.path(f"content/summaries/{QUESTION}.yml").read_text(encoding="utf-8")
    project.write("content/summaries/second-question.yml", text)
    project.edit(f"content/summaries/{QUESTION}.yml", "kind: summary", "kind: summary\nnonsense: yes")
    result = run(project)
    assert result.exit_code == 1
    assert "second-question" in result.stdout
    assert f"content/summaries/{QUESTION}.yml" in _words(result)


def test_a_decision_that_cannot_be_read_is_told(project: SiteProject) -> None:
    project.approve(QUESTION, *BOTH)
    project.write("content/decisions/2026-11-25-rae-suspends.yml", "kind: decision\ndecision: supsend\n")
    result = run(project)
    assert result.exit_code == 1
    assert "may be wrong" in _words(result)
    assert "content/decisions/2026-11-25-rae-suspends.yml" in _words(result)


def test_a_project_without_a_configuration_is_2(tmp_path: Path) -> None:
    result = CliRunner().invoke(status, ["--config", str(tmp_path / "mkdocs.yml")])
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_content_in_another_form_is_2_and_nothing_is_told_of_it(project: SiteProject) -> None:
    project.write("content/schema-version", "999\n")
    result = run(project)
    assert result.exit_code == 2
    assert "clinsum status:" not in result.output


def _words(result: Result) -> str:
    return " ".join(result.output.split())


# --- forms


def test_json_says_all_that_the_text_says(project: SiteProject) -> None:
    submit(project)
    project.approve(QUESTION, "clinician")
    found = data(project)
    assert (found["version"], found["day"]) == (1, "2026-12-01")
    clinician, patient = found["editions"][2:]
    digest = clinician.pop("digest")
    assert digest == project.inspect().context.states[QUESTION, "clinician"].digests.content
    assert clinician == {
        "entry": QUESTION,
        "edition": "clinician",
        "state": "approved",
        "since": "2026-11-22",
        "by": ["Rae Invented", "Sam Invented"],
        "due": "2027-11-22",
        "changed_after": None,
        "needs": [],
        "suspended_doses": [],
    }
    assert patient["needs"] == [{"what": "2 more people must approve it", "people": ["rae", "sam"]}]


def test_json_of_nothing_is_json(project: SiteProject) -> None:
    assert data(project, "--state", "suspended")["editions"] == []


@pytest.mark.parametrize("name", ["Rae\\e[2JInvented", "Rae\\u202eInvented", "Rae\\nclinsum status: fine"])
def test_a_hostile_name_cannot_write_on_the_terminal(project: SiteProject, name: str) -> None:
    project.write("content/people/rae.yml", f'kind: person\nname: "{name}"\n')
    project.approve(QUESTION, *BOTH)
    result = run(project)
    assert not {"\x1b", "\u202e"} & set(result.output)
    assert [line for line in result.stdout.splitlines() if line.startswith("clinsum status:")] == [
        result.stdout.splitlines()[-1]
    ]


def test_it_writes_nothing(project: SiteProject) -> None:
    before = project.published(project.folder)
    run(project)
    assert project.published(project.folder) == before


def test_help_has_examples_and_says_what_the_exit_codes_mean() -> None:
    result = CliRunner().invoke(status, ["--help"])
    assert "Examples:" in result.output
    assert "Exit codes: 0" in result.output


def test_every_state_can_be_asked_for() -> None:
    assert tuple(State) == STATES
