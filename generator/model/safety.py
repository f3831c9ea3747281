"""Harms, monitoring, contraindications, red flags, pitfalls: what keeps a patient from being hurt."""

from __future__ import annotations

from generator.model.citation import Cites
from generator.model.field import Part, clinical
from generator.model.text import Id, Plain, Stated, Wording, YesNo


class Harm(Part):
    """One harm of a drug or of a group of drugs."""

    id: Id = clinical("Its name.")
    drug: Id | None = clinical("The drug.", default=None)
    drugs: tuple[Id, ...] | None = clinical("The drugs, where it is said of several.", default=None)
    boxed: YesNo = clinical("Whether it stands out as a warning.", default=False)
    severity: Stated[Plain] | None = clinical("How severe.", default=None)
    frequency: Stated[Plain] | None = clinical("How often.", default=None)
    wording: Wording = clinical("The harm, per audience.")
    cites: Cites | None = clinical("What it stands on.", default=None)


class Monitoring(Part):
    """What is watched, when, and what is then done. Without a drug it is general follow-up."""

    id: Id = clinical("Its name.")
    drug: Id | None = clinical("The drug.", default=None)
    drugs: tuple[Id, ...] | None = clinical("The drugs, where it is said of several.", default=None)
    test: Wording = clinical("What is examined.", example="MRI of the plexus")
    when: Stated[Wording] | None = clinical("When and how often.", default=None)
    threshold: Stated[Wording] | None = clinical("At which value something is done.", default=None)
    action: Stated[Wording] | None = clinical("What is then done.", default=None)
    wording: Wording | None = clinical("What it is for, in a sentence.", default=None)
    cites: Cites | None = clinical("What it stands on.", default=None)


class Contraindication(Part):
    """When a drug or procedure must not be used."""

    id: Id = clinical("Its name.")
    drug: Id | None = clinical("The drug.", default=None)
    wording: Wording = clinical("When not, and why.")
    cites: Cites | None = clinical("What it stands on.", default=None)


class Interaction(Part):
    """What happens with another drug."""

    id: Id = clinical("Its name.")
    drug: Id = clinical("The drug.")
    other: Plain = clinical("The other drug or class.", neutral=True)
    wording: Wording = clinical("What happens and what to do.")
    cites: Cites | None = clinical("What it stands on.", default=None)


class Pregnancy(Part):
    """Pregnancy, breastfeeding, and before conception."""

    id: Id = clinical("Its name.")
    drug: Id | None = clinical("The drug.", default=None)
    wording: Wording = clinical("What to know and do.")
    cites: Cites | None = clinical("What it stands on.", default=None)


class RedFlag(Part):
    """What must send a patient to urgent care."""

    id: Id = clinical("Its name.")
    wording: Wording = clinical("The sign, and what to do.")
    cites: Cites | None = clinical("What it stands on.", default=None)


class Pitfall(Part):
    """A mistake that is often made."""

    id: Id = clinical("Its name.")
    guards: Id | None = clinical("The step of the algorithm that it guards.", default=None)
    wording: Wording = clinical("The mistake and how to avoid it.")
    cites: Cites | None = clinical("What it stands on.", default=None)
