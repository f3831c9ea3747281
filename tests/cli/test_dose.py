"""``clinsum dose`` as an editor runs it: words, FHIR out, FHIR in, and what it says when that cannot be done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.exchange.fhir_dosage import dose_of
from generator.exchange.json_text import from_json
from generator.model.dose import Dose
from generator.sources.load import load_library
from tests.exchange.foreign_dosages import SAMPLES
from tests.site_project import SiteProject, starter

_ENTRY = "example-question"
_DOSE = f"{_ENTRY}#example-dose"
_FILE = f"content/summaries/{_ENTRY}.yml"


@pytest.fixture
def project(tmp_path: Path) -> SiteProject:
    return starter(tmp_path / "project")


def _run(project: SiteProject, *arguments: str, given: str | None = None) -> Result:
    command = ["dose", "--config", str(project.path("mkdocs.yml")), *arguments]
    return CliRunner().invoke(main, command, input=given)


def _dose(project: SiteProject, name: str = "example-dose") -> Dose:
    library, _ = load_library(project.folder)
    return library.summaries[_ENTRY].doses[name]


def test_a_dose_stands_in_the_words_of_every_profile(project: SiteProject) -> None:
    result = _run(project, _DOSE)
    assert result.exit_code == 0
    by_profile = {part.split()[0]: part for part in result.output.split("\n\n")}
    assert set(by_profile) == {"us-ismp", "uk-clinician", "nhs-patient"}
    assert "1 to 2 mg" in by_profile["us-ismp"] and "2mg" in by_profile["nhs-patient"]
    assert "audience patient" in by_profile["nhs-patient"]


def test_an_entry_lists_its_doses(project: SiteProject) -> None:
    result = _run(project, _ENTRY)
    assert result.exit_code == 0
    assert result.output.startswith(f"{_DOSE}: example drug (fictional), 1 to 2 mg")


def test_fhir_goes_out_and_what_comes_back_can_be_pasted(project: SiteProject) -> None:
    before = _dose(project)
    out = _run(project, _DOSE, "--fhir")
    assert out.exit_code == 0
    assert dose_of(from_json(out.output)) == before
    assert "1 to 2 mg" in json.loads(out.output)[0]["text"]
    back = _run(project, "--from-fhir", str(project.write("dose.json", out.output)), "--id", "pasted")
    assert back.exit_code == 0
    project.edit(_FILE, "\ndoses:\n", f"\ndoses:\n{back.output}\n")
    assert _dose(project, "pasted") == before


def test_a_foreign_dosage_is_read_from_the_standard_input_without_a_project(tmp_path: Path) -> None:
    elsewhere = SiteProject(tmp_path)
    dosages, _ = SAMPLES["three times a day"]
    arguments = ["--from-fhir", "-", "--drug", "examplin", "--purpose", "recommended"]
    for given in (dosages, dosages[0]):
        result = _run(elsewhere, *arguments, given=json.dumps(given))
        assert result.exit_code == 0
        assert result.output.splitlines() == [
            "  examplin:",
            "    # The Dosage's text: Take 500 mg three times daily",
            "    drug: examplin",
            "    purpose: recommended",
            "    route: oral",
            "    amount: 500 mg",
            "    times: 3",
            "    every: 1 d",
        ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name an entry"),
        (["exampel-question"], "Did you mean “example-question”?"),
        (["zzz"], "The entries with doses are example-question"),
        ([f"{_ENTRY}#exampel-dose"], "Did you mean “example-dose”?"),
        ([f"{_ENTRY}#"], "Its doses are example-dose"),
        (["example-drug"], "is no entry with doses"),
        ([_ENTRY, "--fhir"], f"name the dose: {_DOSE}"),
        ([_DOSE, "--drug", "x"], "--from-fhir"),
        ([_DOSE, "--from-fhir", "x.json"], "leave out"),
        (["--from-fhir", "nowhere.json"], "cannot be read"),
        (["--from-fhir", "-", "--id", "Not An Id"], "--id"),
    ],
)
def test_what_cannot_be_done_is_said_kindly(project: SiteProject, arguments: list[str], said: str) -> None:
    result = _run(project, *arguments)
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("{", "line 1, column 2"),
        ("5", "a list of Dosages"),
        ("[]", "there is no Dosage"),
        ('[{"text": "as directed"}]', "--drug"),
        ('[{"modifierExtension": [{"url": "http://example.org/x"}]}]', "Dosage[0].modifierExtension[0]"),
    ],
)
def test_what_cannot_become_a_dose_is_named(project: SiteProject, given: str, said: str) -> None:
    result = _run(project, "--from-fhir", "-", given=given)
    assert result.exit_code == 2
    assert said in result.output


def test_an_entry_with_errors_leads_to_check(project: SiteProject) -> None:
    project.edit(_FILE, "amount: 1 to 2 mg", "amount: 1-2 mg")
    result = _run(project, _DOSE)
    assert result.exit_code == 2
    assert "clinsum check" in result.output


def test_nothing_of_a_foreign_text_steers_the_terminal(project: SiteProject) -> None:
    dosage: dict[str, Any] = dict(SAMPLES["three times a day"][0][0], text="\u202e\x1b[2J\nroute: oral")
    arguments = ["--from-fhir", "-", "--drug", "examplin", "--purpose", "usual"]
    result = _run(project, *arguments, given=json.dumps([dosage]))
    assert result.exit_code == 0
    assert "\u202e" not in result.output and "\x1b" not in result.output
    assert result.output.splitlines()[1].endswith("route: oral")


def test_a_file_that_is_no_text_or_too_long_is_refused(project: SiteProject) -> None:
    for data, said in ((b"\xff\xfe", "UTF-8"), (b" " * 1_100_000, "larger")):
        project.path("dose.json").write_bytes(data)
        result = _run(project, "--from-fhir", str(project.path("dose.json")))
        assert result.exit_code == 2
        assert said in result.output


_HIGH_ALERT = """
high_alert:
  - id: twice
    applies_to: all-doses
    wording: {clinician: Have it checked twice., patient: Ask if you are not sure.}
    basis: invented
"""


def _lines(output: str) -> dict[str, str]:
    """The short line of each profile."""
    return {part.split()[0]: part.splitlines()[1].strip() for part in output.split("\n\n")}


def test_the_short_line_carries_the_high_alert_words(project: SiteProject) -> None:
    drug = project.path("content/drugs/example-drug.yml")
    drug.write_text(drug.read_text(encoding="utf-8") + _HIGH_ALERT, encoding="utf-8")
    lines = _lines(_run(project, _DOSE).output)
    assert lines["us-ismp"].endswith("(Have it checked twice)")
    assert lines["nhs-patient"].endswith("(Ask if you are not sure)")
    assert _run(project, _ENTRY).output.endswith("(Have it checked twice)\n")


def test_readers_who_get_no_words_of_a_high_alert_are_shown_the_gap(project: SiteProject) -> None:
    drug = project.path("content/drugs/example-drug.yml")
    text = _HIGH_ALERT.replace(", patient: Ask if you are not sure.", "")
    drug.write_text(drug.read_text(encoding="utf-8") + text, encoding="utf-8")
    by_profile = {part.split()[0]: part.splitlines() for part in _run(project, _DOSE).output.split("\n\n")}
    assert all("safety warning" in words for words in by_profile["nhs-patient"][1:])
    assert all("Have it checked twice" in words for words in by_profile["us-ismp"][1:])


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("recommended\n    indication: gout", "for gout"),
        ("studied", "studied in a trial, not advice"),
        ("studied\n    indication: not-stated", "use not stated in the source"),
        ("prior-treatment", "treatment given before"),
        ("usual", "usual dose for another use"),
        ("usual\n    indication: gout", "usual dose for gout"),
    ],
)
def test_the_short_line_never_makes_another_purpose_look_like_advice(
    project: SiteProject, written: str, said: str
) -> None:
    assert said not in _run(project, _ENTRY).output
    project.edit(_FILE, "    purpose: recommended", f"    purpose: {written}")
    assert _lines(_run(project, _DOSE).output)["us-ismp"].count(said) == 1
    assert _run(project, _ENTRY).output.count(said) == 1


_DRUG = "content/drugs/example-drug.yml"


def _without_its_drug(project: SiteProject, how: str) -> str:
    """Take the drug's file away or break it; what must be said of it."""
    if how == "missing":
        project.path(_DRUG).unlink()
        return "the warnings of example-drug cannot be shown: content/drugs has no file of it"
    if how == "no text":
        project.path(_DRUG).write_bytes(b"\xff\xfe")
        return f"the warnings of example-drug cannot be shown: its file has errors ({_DRUG}"
    line = 1 + project.path(_DRUG).read_text(encoding="utf-8").split("\nsynonyms: ")[0].count("\n") + 1
    project.edit(_DRUG, "\nsynonyms: ", "\nsynonims: ")
    return f"the warnings of example-drug cannot be shown: its file has errors ({_DRUG}:{line}:"


@pytest.mark.parametrize("how", ["missing", "no text", "misspelt"])
def test_warnings_that_cannot_be_shown_never_vanish_silently(project: SiteProject, how: str) -> None:
    said = _without_its_drug(project, how)
    words = _run(project, _DOSE)
    assert words.output.startswith(f"warning: {said}")
    assert said in _run(project, _ENTRY).output.splitlines()[0]
    fhir = _run(project, _DOSE, "--fhir")
    assert said in fhir.stderr
    assert "text" not in json.loads(fhir.stdout)[0]


def test_the_warnings_of_a_companion_that_is_missing_are_missed_too(project: SiteProject) -> None:
    amount = "\n    amount: 1 to 2 mg"
    project.edit(_FILE, amount, f"{amount}\n    companions:\n      - {{drug: absentin, amount: 5 mg}}")
    assert "the warnings of absentin cannot be shown" in _run(project, _DOSE).output
    fhir = _run(project, _DOSE, "--fhir")
    assert "absentin" in fhir.stderr
    assert "text" not in json.loads(fhir.stdout)[0]


@pytest.mark.parametrize(("version", "code"), [("1", "SRC025"), ("99", "SRC026")])
@pytest.mark.parametrize(
    "arguments",
    [
        ["dose", _DOSE],
        ["where", "example-drug"],
        ["new", "drug", "examplin"],
        ["decide", _ENTRY, "--kind", "submit", "--by", "my-organisation", "--yes"],
        ["status"],
    ],
)
def test_content_in_another_form_is_said_before_all_else(
    project: SiteProject, arguments: list[str], version: str, code: str
) -> None:
    project.write("content/schema-version", f"{version}\n")
    before = project.published(project.folder)
    result = CliRunner().invoke(main, [*arguments, "--config", str(project.path("mkdocs.yml"))])
    assert result.exit_code == 2
    assert code in result.output.splitlines()[0]
    assert "there is no" not in result.output
    assert project.published(project.folder) == before
