"""What editors are told: the cause where it is known, and the words to write."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Finding
from generator.sources.load import load_library
from tests.checks.checked import checked
from tests.checks.rule_fixture import SHARED

_HEAD = "kind: summary\nquestion: Does it help?\ncondition: plexopathy\naudiences: [clinician]\n"


def _findings(folder: Path, code: str, files: dict[str, str]) -> list[Finding]:
    for name, text in {**SHARED, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    library, _ = load_library(folder)
    return [finding for finding in checked(library) if finding.code == code]


def test_a_typed_dose_is_offered_as_quote_of_the_same_dose(tmp_path: Path) -> None:
    text = (
        "doses:\n  low: {drug: azathioprine, purpose: recommended, amount: 50 mg}\n"
        "overview:\n  - wording: Give 50mg, then 100 mcg/day.\n"
    )
    other, same = _findings(tmp_path, "DOS001", {"content/summaries/x.yml": _HEAD + text})
    assert "{dose:low}" in same.cure
    assert "{quantity:50 mg}" in same.cure
    assert "{quantity:100 ug/d}" in other.cure


def test_a_malformed_quantity_says_why(tmp_path: Path) -> None:
    text = "overview:\n  - wording: A tablet of {quantity:50mg}.\n"
    (finding,) = _findings(tmp_path, "REF008", {"content/summaries/x.yml": _HEAD + text})
    assert "write “50 mg”" in finding.message


def test_a_file_with_errors_is_named_as_the_cause(tmp_path: Path) -> None:
    files = {
        "content/drugs/infliximab.yml": "kind: drug\nnam: infliximab\n",
        "content/summaries/x.yml": _HEAD + "harms:\n  - {id: a, drug: infliximab, wording: Harm.}\n",
    }
    (finding,) = _findings(tmp_path, "REF001", files)
    assert "has errors of its own" in finding.message
    assert "infliximab" in finding.cure


def test_a_brand_in_place_of_the_drug_is_understood(tmp_path: Path) -> None:
    files = {
        "content/drugs/azathioprine.yml": "kind: drug\nname: azathioprine\nbrands: [{name: Imuran, country: US}]\n"
        "drug_class: not-stated\nmechanism: not-stated\n",
        "content/summaries/x.yml": _HEAD + "harms:\n  - {id: a, drug: imuran, wording: Harm.}\n",
    }
    (finding,) = _findings(tmp_path, "REF001", files)
    assert finding.cure == "Did you mean “azathioprine”?"


def test_an_entry_of_another_kind_is_said_to_be_one(tmp_path: Path) -> None:
    text = "harms:\n  - {id: a, drug: clinician, wording: Harm.}\n"
    (finding,) = _findings(tmp_path, "REF001", {"content/summaries/x.yml": _HEAD + text})
    assert finding.message == "“clinician” is an audience, not a drug"


def test_the_reason_of_an_unresolved_work_is_quoted(tmp_path: Path) -> None:
    files = {
        "references.bib": "@misc{p-1,\n  title = {One},\n  unresolved = {The list has\n no numbers.},\n}\n",
        "content/summaries/x.yml": _HEAD + "harms:\n  - {id: a, wording: Harm., cites: [p-1]}\n",
    }
    (finding,) = _findings(tmp_path, "CIT004", files)
    assert finding.message == "the cited work “p-1” is not identified"
    assert finding.cure.endswith("The bibliography says of it: The list has no numbers.")


def test_both_places_of_a_shared_brand_are_named(tmp_path: Path) -> None:
    rest = "brands: [{name: Sandimmune, country: US}]\ndrug_class: not-stated\nmechanism: not-stated\n"
    drugs = ("ciclosporin", "immunoglobulin")
    files = {f"content/drugs/{name}.yml": f"kind: drug\nname: {name}\n{rest}" for name in drugs}
    (finding,) = _findings(tmp_path, "DRG001", files)
    assert finding.place.file == "content/drugs/immunoglobulin.yml"
    assert "content/drugs/ciclosporin.yml:3:17" in finding.message


def test_a_circle_of_doses_is_named_dose_by_dose_however_long_it_is(tmp_path: Path) -> None:
    length = 1500
    doses = "".join(
        f"  d-{one}: {{drug: azathioprine, purpose: usual, amount: 5 mg, remark: 'See {{dose:d-{one + 1}}}.'}}\n"
        for one in range(1, length)
    )
    last = (
        f"  d-{length}: {{drug: azathioprine, purpose: usual, amount: 5 mg, remark: 'See {{dose:d-%s}}.'}}\n"
    )
    text = _HEAD + "doses:\n" + doses
    (finding,) = _findings(tmp_path, "REF010", {"content/summaries/x.yml": text + last % (length - 1)})
    assert finding.message == (
        f"doses quote each other in a circle: “d-{length - 1}” quotes “d-{length}”, "
        f"which quotes “d-{length - 1}”"
    )
    (long,) = _findings(tmp_path, "REF010", {"content/summaries/x.yml": text + last % 1})
    assert long.message.count("which quotes") == length - 1


def test_unworded_high_alert_words_name_drug_and_audience(tmp_path: Path) -> None:
    files = {
        "content/drugs/azathioprine.yml": "kind: drug\nname: azathioprine\nbrands: not-stated\n"
        "drug_class: not-stated\nmechanism: not-stated\n"
        "high_alert: [{id: twice, applies_to: all-doses, wording: {patient: Ask.}, basis: invented}]\n",
        "content/summaries/x.yml": _HEAD
        + "doses:\n  low: {drug: azathioprine, purpose: usual, amount: 50 mg}\n",
    }
    (finding,) = _findings(tmp_path, "DOS005", files)
    assert all(word in finding.message for word in ("“azathioprine”", "“low”", "“twice”", "“clinician”"))
    assert finding.pointer == ("doses", "low")
