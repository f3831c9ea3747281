"""A dose says why it differs from another of its entry, or of another entry."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.model.dose import Dose
from generator.model.quotes import quotes_of

_EXAMPLIN = {"drug": "examplin", "purpose": "recommended", "amount": "5 mg"}


@pytest.mark.parametrize("name", ["five-days", "other-entry#five-days"])
def test_a_dose_of_this_or_another_entry_is_named_and_quoted(name: str) -> None:
    dose = Dose.model_validate({**_EXAMPLIN, "differs_from": {name: "It is twice that."}})
    assert [quote.target for quote in quotes_of(dose) if quote.kind == "dose"] == [name]


@pytest.mark.parametrize("name", ["Five-days", "a#", "#a", "a#b#c", "a b", "not-stated", "a#not-stated"])
def test_what_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match=r"is not an id|is a word of the format"):
        Dose.model_validate({**_EXAMPLIN, "differs_from": {name: "It is twice that."}})
