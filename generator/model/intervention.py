"""What is done, or what it is compared with: drugs, or something that is no drug."""

from __future__ import annotations

from generator.model.alternatives import something
from generator.model.change_rule import RECOMMENDATION
from generator.model.field import Part, clinical
from generator.model.text import Id, Plain, YesNo


@something("say what is done: a drug, several, a class, a procedure, a test or no_treatment; or leave it out")
class Intervention(Part):
    """What a recommendation or an option is about: drugs, or something that is no drug."""

    drug: Id | None = clinical(
        "One drug, by id.", default=None, example="immunoglobulin", change=RECOMMENDATION
    )
    drugs: tuple[Id, ...] | None = clinical(
        "Drugs that are given together (a combination), by id.",
        default=None,
        example=["immunoglobulin", "azathioprine"],
        change=RECOMMENDATION,
    )
    one_of: tuple[Id, ...] | None = clinical(
        "Any one of these drugs, by id.",
        default=None,
        example=["prednisone", "prednisolone"],
        change=RECOMMENDATION,
    )
    drug_class: Plain | None = clinical(
        "A class of drugs, as it is to be read.",
        default=None,
        neutral=True,
        example="an immunosuppressant",
        change=RECOMMENDATION,
    )
    procedure: Plain | None = clinical(
        "A procedure, as it is to be read.",
        default=None,
        neutral=True,
        example="plasma exchange",
        change=RECOMMENDATION,
    )
    test: Plain | None = clinical(
        "A test, as it is to be read.",
        default=None,
        neutral=True,
        example="nerve biopsy",
        change=RECOMMENDATION,
    )
    no_treatment: YesNo = clinical(
        "Write yes where it is to give no treatment, or to wait and watch.",
        default=False,
        example="yes",
        change=RECOMMENDATION,
    )

    @property
    def drug_ids(self) -> tuple[str, ...]:
        """All drugs that are named, in the order written."""
        one = (self.drug,) if self.drug else ()
        return one + (self.drugs or ()) + (self.one_of or ())
