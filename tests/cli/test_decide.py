"""`clinsum decide`: what it shows, writes, signs and refuses. All people are fictional, all keys are the tests'."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.decide import KINDS
from generator.model.entries.decision import DecisionKind
from generator.model.state import State
from tests.review.signed_record import SignedRecord, bare_project
from tests.site_project import DAY, SiteProject
from tests.ssh_keys import NEEDS_SSH, key_file

pytestmark = NEEDS_SSH
QUESTION = "example-question"
ADA = ["--by", "ada-example", "--role", "pharmacy", "--interests", "none"]
BEN = ["--by", "ben-sample", "--role", "lay", "--interests", "none"]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> SignedRecord:
    """A project with reviewers and no decision."""
    return bare_project(tmp_path_factory.mktemp("bare") / "project")


@pytest.fixture
def project(bare: SignedRecord, tmp_path: Path) -> SiteProject:
    """A copy of it."""
    return SiteProject(bare.copy(tmp_path / "project").folder)


def decide(project: SiteProject, *words: str, sign: str = "", at: str = "2026-11-20T09:30:00Z") -> Result:
    """``clinsum decide``; nobody sits at a terminal."""
    given = [*words, "--config", str(project.path("mkdocs.yml")), "--at", at]
    given += ["--sign", str(key_file(sign))] if sign else []
    return CliRunner().invoke(main, ["decide", *given])


def done(project: SiteProject, *words: str, sign: str = "", at: str = "2026-11-20T09:30:00Z") -> str:
    result = decide(project, *words, "--yes", sign=sign, at=at)
    assert result.exit_code == 0, result.output
    return result.output


def refused(project: SiteProject, *words: str, sign: str = "", at: str = "2026-11-20T09:30:00Z") -> str:
    """The refusal in one line."""
    before = files(project)
    result = decide(project, *words, "--yes", sign=sign, at=at)
    assert result.exit_code == 2, result.output
    assert files(project) == before
    return " ".join(result.output.split("Error: ")[1].split())


def files(project: SiteProject) -> list[str]:
    """The files of the record."""
    top = project.path("content/decisions")
    return sorted(path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file())


def states(project: SiteProject) -> dict[str, State]:
    found = project.inspect(DAY)
    assert [one for one in found.findings if one.code.startswith(("REC", "DEC", "SSH"))] == []
    return {
        audience: one.state for (entry, audience), one in found.context.states.items() if entry == QUESTION
    }


def test_every_kind_of_decision_can_be_made() -> None:
    assert get_args(DecisionKind) == KINDS


def test_two_people_approve_and_an_edit_drops_it(project: SiteProject) -> None:
    said = done(project, QUESTION, "--kind", "approve", *ADA, sign="ada")
    assert "never approved before: the whole text is new" in said
    assert "one more person must approve it" in said
    said = done(project, QUESTION, "--kind", "approve", *BEN, sign="ben", at="2026-11-20T10:00:00Z")
    assert "then the edition clinician is approved, due for review on 2027-11-20" in said
    assert said.count("wrote ") == 1, "the contents were stored with the first approval"
    assert states(project) == {"clinician": State.APPROVED, "patient": State.APPROVED}
    project.edit(f"content/summaries/{QUESTION}.yml", "amount: 1 to 2 mg", "amount: 1 to 3 mg")
    assert states(project)["clinician"] is State.UNDER_REVIEW
    shown = decide(project, QUESTION, "--kind", "approve", *ADA, "--change-only", "--edition", "clinician",
                   "--dry-run", at="2026-11-21T09:00:00Z")  # fmt: skip
    assert shown.exit_code == 0, shown.output
    assert "changed since the text approved on 2026-11-20:" in shown.output
    assert "critical: " in shown.output
    assert "nothing was written" in shown.output


def test_the_names_of_files_tell_what_they_are_and_never_collide(project: SiteProject) -> None:
    for _ in range(3):
        done(project, QUESTION, "--kind", "submit", "--by", "cleo-fiction", sign="cleo")
    both = [QUESTION, "second-question"]
    done(project, *both, "--kind", "start-review", "--by", "ben-sample", at="2026-11-20T11:00:00Z")
    assert files(project) == [
        "2026-11-20-ben-sample-start-review-2-entries.yml",
        "2026-11-20-cleo-fiction-submit-example-question-2.yml",
        "2026-11-20-cleo-fiction-submit-example-question-3.yml",
        "2026-11-20-cleo-fiction-submit-example-question.yml",
    ]


def test_a_decision_names_all_that_nobody_has_followed(project: SiteProject) -> None:
    done(project, QUESTION, "--kind", "submit", "--by", "cleo-fiction", sign="cleo")
    done(project, QUESTION, "--kind", "start-review", "--by", "ben-sample", at="2026-11-20T10:00:00Z")
    written = project.path("content/decisions/2026-11-20-ben-sample-start-review-example-question.yml")
    text = written.read_text(encoding="utf-8")
    assert "      2026-11-20-cleo-fiction-submit-example-question: clinsum-decision-1:" in text
    assert "signature" not in text


def test_suspending_takes_one_and_lifting_two(project: SiteProject) -> None:
    done(project, QUESTION, "--kind", "suspend", "--by", "ada-example", "--reason", "In doubt.", sign="ada")
    assert set(states(project).values()) == {State.SUSPENDED}
    lift = [QUESTION, "--kind", "lift"]
    said = done(project, *lift, "--by", "ada-example", sign="ada", at="2026-11-20T10:00:00Z")
    assert "then the edition clinician is suspended" in said
    done(project, *lift, "--by", "ben-sample", sign="ben", at="2026-11-20T11:00:00Z")
    assert State.SUSPENDED not in states(project).values()
    assert "is not suspended" in refused(project, *lift, *BEN[:2], sign="ben", at="2026-11-20T12:00:00Z")


def test_a_suspension_needs_no_signature_and_says_so(project: SiteProject) -> None:
    project.edit(
        f"content/summaries/{QUESTION}.yml", "cites: [example-work]\n\noptions", "cites: [nowhere]\n\noptions"
    )
    said = done(project, QUESTION, "--kind", "suspend", "--by", "ben-sample", "--reason", "Wrong.", "--dose",
                "example-dose")  # fmt: skip
    assert "It holds all the same; afterwards, record it again with --sign." in said
    assert "It takes effect when the site is built and published with it" in said
    assert "only the doses: example-dose" in said


def test_an_objection_stops_it_until_somebody_else_resolves_it(project: SiteProject) -> None:
    done(project, QUESTION, "--kind", "object", "--by", "ben-sample", "--reason", "No source.", sign="ben")
    name = "2026-11-20-ben-sample-object-example-question"
    for by, key, at in ((ADA, "ada", "10"), (BEN, "ben", "11")):
        said = done(project, QUESTION, "--kind", "approve", *by, sign=key, at=f"2026-11-20T{at}:00:00Z")
        assert f"the objection {name} must be resolved" in said
    resolve = [QUESTION, "--kind", "resolve", "--resolves", name]
    assert "is an author" in refused(project, *resolve, "--by", "cleo-fiction", sign="cleo")
    done(project, *resolve, "--by", "ada-example", sign="ada", at="2026-11-20T12:00:00Z")
    assert states(project)["clinician"] is State.APPROVED


APPROVE = [QUESTION, "--kind", "approve"]


@pytest.mark.parametrize(
    ("words", "key", "why"),
    [
        (["nowhere", "--kind", "submit", "--by", "ada-example"], "ada", "there is no entry “nowhere”"),
        (["exampel-question", "--kind", "submit", "--by", "ada-example"], "ada", "Did you mean example-question?"),
        ([*APPROVE, "--by", "jane-roe"], "ada", "there is no person “jane-roe”"),
        ([*APPROVE, "--by", "my-organisation"], "ada", "is an organisation and may only submit"),
        ([*APPROVE, *ADA, "--role", "lay"], "ada", "does not have the role “lay”, but clinical and pharmacy"),
        ([*APPROVE, "--by", "ada-example", "--interests", "none"], "ada", "say in which role"),
        ([*APPROVE, "--by", "ada-example", "--role", "pharmacy"], "ada", "--interests none"),
        ([*APPROVE, *ADA[:4], "--interests", "Paid by the maker."], "ada", "somebody else has to"),
        ([*APPROVE, *ADA, "--recused"], "ada", "somebody else has to"),
        ([*APPROVE, "--by", "cleo-fiction", "--role", "editor", "--interests", "none"], "cleo", "is an author of"),
        ([*APPROVE, *ADA, "--edition", "nurses"], "ada", "has no edition “nurses”, but clinician and patient"),
        ([*APPROVE, *ADA, "--change-only"], "ada", "was never approved: read the whole of it"),
        ([*APPROVE, *ADA], "", "the policy of this site asks for a signature"),
        ([*APPROVE, *ADA], "ben", "this is the key of “ben-sample”, not of “ada-example”"),
        ([*APPROVE, *ADA], "ada-next", "this key does not hold on 2026-11-20"),
        ([*APPROVE, *BEN], "ben-lost", "this key was revoked"),
        ([*APPROVE, *ADA], "stranger", "The key: ssh-ed25519 AAAA"),
        ([*APPROVE, *ADA, "--dose", "example-dose"], "ada", "--dose does not go with approve"),
        ([QUESTION, "--kind", "reaffirm", *ADA], "ada", "there is nothing to reaffirm"),
        ([QUESTION, "--kind", "suspend", "--by", "ada-example"], "ada", "suspend needs a --reason"),
        ([QUESTION, "--kind", "suspend", "--by", "ada-example", "--reason", " "], "ada", "needs a --reason"),
        ([QUESTION, "--kind", "object", "--by", "ada-example"], "ada", "object needs a --reason"),
        ([QUESTION, "--kind", "resolve", "--by", "ada-example"], "ada", "name the objection"),
        ([QUESTION, "--kind", "resolve", "--by", "ada-example", "--resolves", "x"], "ada", "there is no objection"),
        ([QUESTION, "--kind", "lift", "--by", "ada-example"], "ada", "“example-question” is not suspended"),
        ([QUESTION, "--kind", "supersede", "--by", "ada-example"], "ada", "--superseded-by"),
        ([QUESTION, "--kind", "suspend", "--by", "ada-example", "--reason", "x", "--dose", "none"], "ada",
         "has no dose “none”"),
        ([QUESTION, "--kind", "suspend", "--by", "ada-example", "--reason", "x", "--everywhere"], "ada",
         "--everywhere is for drugs"),
    ],
)  # fmt: skip
def test_what_is_wrong_or_would_count_for_nothing_is_refused(
    project: SiteProject, words: list[str], key: str, why: str
) -> None:
    assert why in refused(project, *words, sign=key)


def test_who_submitted_it_approves_it_not_and_sweeps_no_objection_away(project: SiteProject) -> None:
    done(project, QUESTION, "--kind", "submit", "--by", "ada-example", sign="ada")
    assert "has submitted" in refused(project, *APPROVE, *ADA, sign="ada", at="2026-11-20T10:00:00Z")
    resolve = [QUESTION, "--kind", "resolve", "--by", "ada-example", "--resolves", "x"]
    assert "has submitted" in refused(project, *resolve, sign="ada", at="2026-11-20T10:00:00Z")


def test_an_entry_with_errors_is_not_approved_and_may_be_suspended(project: SiteProject) -> None:
    text = project.path(f"content/summaries/{QUESTION}.yml").read_text(encoding="utf-8")
    project.write(f"content/summaries/{QUESTION}.yml", text.replace("[example-work]", "[nowhere]"))
    assert "has errors, such as CIT" in refused(project, *APPROVE, *ADA, sign="ada")
    done(project, QUESTION, "--kind", "suspend", "--by", "ada-example", "--reason", "No source.", sign="ada")


def test_nothing_is_approved_on_a_record_that_was_tampered_with(project: SiteProject) -> None:
    done(project, *APPROVE, *ADA, sign="ada")
    name = "content/decisions/2026-11-20-ada-example-approve-example-question.yml"
    project.edit(name, "role: pharmacy", "role: clinical")
    assert "the record has faults, such as REC011" in refused(project, *APPROVE, *BEN, sign="ben")


def test_nobody_decides_before_what_was_decided(project: SiteProject) -> None:
    done(project, *APPROVE, *ADA, sign="ada")
    assert "correct the clock" in refused(project, *APPROVE, *BEN, sign="ben", at="2026-11-19T00:00:00Z")


def test_without_a_terminal_nothing_is_taken_for_a_yes(project: SiteProject) -> None:
    result = decide(project, QUESTION, "--kind", "submit", "--by", "ada-example")
    assert result.exit_code == 2
    assert "give --yes" in result.output
    assert files(project) == []


def test_where_only_the_words_changed_it_is_said_how_to_go_on(project: SiteProject) -> None:
    record = SignedRecord(project.folder)  # It binds words that nobody renders.
    for by, role, hour in (("ada-example", "pharmacy", "09"), ("ben-sample", "lay", "10")):
        at = f"2026-11-20T{hour}:00:00Z"
        record.decide("approve", QUESTION, by, at, by[:3], role=role, meaning="approved", interests="none")
    at = "2026-11-21T09:00:00Z"
    said = refused(project, *APPROVE, *BEN, sign="ben", at=at)
    assert "only its words changed since: read them, and decide with --kind reaffirm" in said
    done(project, QUESTION, "--kind", "reaffirm", *BEN, sign="ben", at=at)
    assert states(project) == {"clinician": State.APPROVED, "patient": State.APPROVED}


def test_a_refusal_does_not_tell_how_to_type_the_command(project: SiteProject) -> None:
    result = decide(project, QUESTION, "--kind", "suspend", "--by", "ada-example", "--yes", sign="ada")
    assert result.exit_code == 2
    assert result.output.startswith("Error: say why: suspend needs a --reason")


@pytest.mark.parametrize("answer", ["n\n", "", "\n"])
def test_whoever_says_no_or_breaks_off_has_written_nothing(
    project: SiteProject, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr("generator.cli.decide.is_terminal", lambda stream: True)
    words = [QUESTION, "--kind", "approve", *ADA, "--config", str(project.path("mkdocs.yml"))]
    words += ["--sign", str(key_file("ada"))]
    result = CliRunner().invoke(main, ["decide", *words], input=answer)
    assert result.exit_code == 2, result.output
    assert result.output.endswith("\nclinsum decide: nothing was written.\n")
    assert "Usage" not in result.output
    assert files(project) == []


def test_a_key_that_is_not_there_is_named(project: SiteProject, tmp_path: Path) -> None:
    words = [*APPROVE, *ADA, "--yes", "--sign", str(tmp_path / "no-key")]
    said = " ".join(decide(project, *words).output.split())
    assert "Error: it could not be signed, and nothing was written: " in said
    assert "no-key: No such file" in said


def test_an_organisation_without_credentials_stands_without_a_comma(project: SiteProject) -> None:
    said = done(project, QUESTION, "--kind", "submit", "--by", "my-organisation")
    assert said.startswith("My organisation is about to submit “example-question”.\n")


def test_a_stored_content_that_was_altered_is_not_passed_over(project: SiteProject) -> None:
    done(project, *APPROVE, *ADA, sign="ada")
    file = next(project.path("content/decisions/closures").iterdir())
    file.write_text("{}", encoding="utf-8")
    assert "REC018" in refused(project, *APPROVE, *BEN, sign="ben", at="2026-11-20T10:00:00Z")


def test_without_a_list_of_reviewers_a_record_is_taken_at_its_word(project: SiteProject) -> None:
    project.path("content/reviewers.yml").unlink()
    project.set_policy("recorded")
    said = done(project, *APPROVE, *ADA)
    assert "It is recorded, and not signed." in said
    done(project, *APPROVE, *BEN, at="2026-11-20T10:00:00Z")
    assert states(project) == {"clinician": State.APPROVED, "patient": State.APPROVED}


def test_signs_that_steer_a_terminal_are_refused_and_shown_as_escapes(project: SiteProject) -> None:
    said = refused(project, QUESTION, "--kind", "submit", "--by", "ada-example", "--reason", "a\x1b[2Jb")
    assert "stands for U+001B" in said
    said = refused(project, QUESTION, "--kind", "submit", "--by", "a\x1b[2Jb")
    assert "\x1b" not in said
