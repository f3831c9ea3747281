"""Whose harm, check, contraindication or interaction it is: of a drug, of several, of a class, of a procedure."""

from __future__ import annotations

from generator.model.change_rule import IDENTITY, SAFETY_SCOPE
from generator.model.field import Part, clinical
from generator.model.text import Id, Plain


class AboutDrugs(Part):
    """A part that is said of a drug, of several drugs, of a class or of a procedure.

    On the page of a drug none of them need be named: there it is said of that drug.
    """

    id: Id = clinical(
        "Its name, in small letters and hyphens, for links and decisions.", example="yawning", change=IDENTITY
    )
    drug: Id | None = clinical(
        "The drug of which this is said, by id.", default=None, example="azathioprine", change=SAFETY_SCOPE
    )
    drugs: tuple[Id, ...] | None = clinical(
        "The drugs, where it is said of several.",
        default=None,
        example=["azathioprine", "cyclophosphamide"],
        change=SAFETY_SCOPE,
    )
    drug_class: Plain | None = clinical(
        "The class, where it is said of a whole class of drugs.",
        default=None,
        neutral=True,
        example="calcineurin inhibitors",
        change=SAFETY_SCOPE,
    )
    procedure: Plain | None = clinical(
        "The procedure, where it is said of no drug.",
        default=None,
        neutral=True,
        example="plasma exchange",
        change=SAFETY_SCOPE,
    )

    @property
    def drug_ids(self) -> tuple[str, ...]:
        """All drugs that are named, in the order written."""
        return ((self.drug,) if self.drug else ()) + (self.drugs or ())

    @property
    def has_subject(self) -> bool:
        """Whether anything is named of which this is said."""
        return bool(self.drug_ids or self.drug_class or self.procedure)
