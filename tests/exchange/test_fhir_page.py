"""docs/fhir.md tells the truth: its tables are made from the model, and its example is what the program prints.

`pytest tests/exchange --rewrite-golden` writes both anew.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.exchange.extension_table import NATIVE
from generator.exchange.fhir_dosage import dosage_of, dose_of
from generator.exchange.fhir_table import fhir_tables
from generator.exchange.json_text import from_json, to_json
from generator.model.dose import Dose
from generator.sources.strict_yaml import read_yaml

_TABLES = re.compile(
    r"(?<=<!-- tables: made from the program -->\n\n).*(?=\n<!-- end of tables -->)", re.DOTALL
)
_YAML = re.compile(r"(?<=```yaml\n).*?(?=```)", re.DOTALL)
_JSON = re.compile(r"(?<=```json\n).*?(?=```)", re.DOTALL)


@pytest.fixture(scope="module")
def page(repository: Path, rewrite_golden: bool) -> str:
    file = repository / "docs" / "fhir.md"
    text = file.read_text(encoding="utf-8")
    if rewrite_golden:
        text = _TABLES.sub(lambda _: fhir_tables(), text)
        text = _JSON.sub(lambda _: to_json(dosage_of(_example(text))) + "\n", text)
        file.write_text(text, encoding="utf-8")
    return text


def _example(page: str) -> Dose:
    (yaml,) = _YAML.findall(page)
    document = read_yaml(yaml.encode(), "fhir.md")
    assert document.findings == () or not document.findings
    assert document.root is not None
    doses = document.root["doses"]
    assert isinstance(doses, dict)
    (data,) = doses.values()
    return Dose.model_validate(data)


def test_the_tables_say_what_the_program_does(page: str) -> None:
    assert _TABLES.findall(page) == [fhir_tables()]


def test_the_example_is_what_is_printed_and_read_back(page: str) -> None:
    (json,) = _JSON.findall(page)
    assert from_json(json) == dosage_of(_example(page))
    assert dose_of(from_json(json)) == _example(page)


def test_every_native_field_is_one_of_the_model() -> None:
    assert set(NATIVE) <= set(Dose.model_fields)
