"""Recommendations, and the options by line of treatment that they are about."""

from __future__ import annotations

from typing import Literal

from generator.model.citation import Cites
from generator.model.field import Part, clinical
from generator.model.statement import Phase, Statement
from generator.model.text import Count, Id, Plain, Stated, Wording, YesNo

Direction = Literal["for", "against", "either", "research-only", "none"]
Strength = Literal["strong", "conditional", "good-practice", "not-rated"]
Certainty = Literal["high", "moderate", "low", "very-low", "not-rated"]


class Intervention(Part):
    """What a recommendation or an option is about: drugs, or something that is no drug."""

    drug: Id | None = clinical("One drug.", default=None)
    drugs: tuple[Id, ...] | None = clinical("A combination of drugs.", default=None)
    one_of: tuple[Id, ...] | None = clinical("Any one of these drugs.", default=None)
    drug_class: Plain | None = clinical("A class of drugs.", default=None, neutral=True)
    procedure: Plain | None = clinical("A procedure.", default=None, neutral=True, example="plasma exchange")
    test: Plain | None = clinical("A test.", default=None, neutral=True)

    @property
    def drug_ids(self) -> tuple[str, ...]:
        """All drugs that are named, in the order written."""
        one = (self.drug,) if self.drug else ()
        return one + (self.drugs or ()) + (self.one_of or ())


class Position(Part):
    """What another body says."""

    body: Plain = clinical("The body.", neutral=True)
    position: Wording = clinical("Its position.")
    cites: Cites | None = clinical("Where it says so.", default=None)


class Recommendation(Part):
    """One recommendation with its direction, strength and certainty (GRADE)."""

    id: Id = clinical("Its name, for links and decisions.", example="ivig-second-line")
    bottom_line: YesNo = clinical("Whether it is the entry's main answer.", default=False)
    intervention: Intervention | None = clinical("What is recommended.", default=None)
    direction: Direction = clinical("for, against, either, research-only, or none.")
    strength: Strength = clinical("GRADE strength, or not-rated where the source rates none.")
    certainty: Certainty = clinical("GRADE certainty, or not-rated where the source rates none.")
    scheme: Plain | None = clinical(
        "The scheme that strength and certainty are rated in.", default=None, neutral=True
    )
    rated_by: Plain | None = clinical("Who rated.", default=None, neutral=True)
    evidence_basis: Wording | None = clinical(
        "On what kind of evidence it stands, in a few words.", default=None
    )
    because: Wording | None = clinical("The reason; needed for a strong one on low certainty.", default=None)
    phase: Phase = clinical("The phase of the illness.", default="any")
    line: Count | None = clinical("The line of treatment.", default=None)
    population: Wording | None = clinical("For whom.", default=None)
    indirect: Wording | None = clinical("What in the evidence comes from another population.", default=None)
    consider_when: tuple[Statement, ...] = clinical("When to consider it.", default=())
    not_when: tuple[Statement, ...] = clinical("When not.", default=())
    others_say: tuple[Position, ...] = clinical("What other bodies say.", default=())
    rationale: tuple[Statement, ...] = clinical("Why.", default=())
    cost_and_access: tuple[Statement, ...] = clinical("What it costs and who can get it.", default=())
    wording: Wording = clinical("The recommendation as a sentence, per audience.")
    cites: Cites | None = clinical("What it stands on.", default=None)


class Option(Part):
    """One option of treatment at its line, with its doses and what is to be said about it."""

    id: Id = clinical("Its name.", example="ivig")
    title: Wording = clinical("Its heading.", example="Intravenous immunoglobulin (IVIg)")
    intervention: Intervention | None = clinical("The drug or procedure.", default=None)
    line: Stated[Count] = clinical("The line of treatment: 1, 2, 3 …", example="2")
    phase: Phase = clinical("The phase of the illness.", default="any")
    recommendation: Id | None = clinical("The recommendation that it carries out.", default=None)
    conditions: Wording | None = clinical("Under which conditions.", default=None)
    doses: tuple[Id, ...] = clinical("The doses, by id, in the order to be shown.", default=())
    statements: tuple[Statement, ...] = clinical("What else is to be said.", default=())
