"""Harms, monitoring, contraindications, red flags, pitfalls: what keeps a patient from being hurt."""

from __future__ import annotations

from typing import Literal

from generator.model.about_drugs import AboutDrugs
from generator.model.alternatives import at_least_one
from generator.model.change_rule import (
    CHECK,
    CITATION,
    DOSE_CITATION,
    EVIDENCE,
    IDENTITY,
    MONITORING,
    MONITORING_TEXT,
    SAFEGUARD,
    SAFETY_SCOPE,
    SAFETY_TEXT,
    TEXT,
)
from generator.model.check_times import CheckTime, Threshold
from generator.model.citation import Cites
from generator.model.field import Part, clinical
from generator.model.text import Id, Plain, Stated, Wording, YesNo

Frequency = Literal["very-common", "common", "uncommon", "rare", "very-rare", "frequency-unknown"]
"""The bands of the CIOMS: at least 1 in 10, 1 in 100, 1 in 1,000, 1 in 10,000, and rarer."""


class Harm(AboutDrugs):
    """One harm of a drug or of a group of drugs."""

    boxed: YesNo = clinical(
        "Write yes if it is to stand out as a warning, as in a boxed warning.",
        default=False,
        example="yes",
        change=SAFEGUARD,
    )
    severity: Stated[Plain] | None = clinical(
        "How severe it is, in the source's words, or not-stated.",
        default=None,
        example="serious",
        change=SAFETY_TEXT,
    )
    frequency: Stated[Plain] | None = clinical(
        "How often it happens, in the source's words, or not-stated.",
        default=None,
        example="1 in 100",
        change=SAFETY_TEXT,
    )
    frequency_category: Frequency | None = clinical(
        "The CIOMS band of how often it happens, where the source uses these bands.",
        default=None,
        example="uncommon",
        change=SAFEGUARD,
    )
    stat: Id | None = clinical(
        "The figure under evidence: that counts it, by id.",
        default=None,
        example="yawning-rate",
        change=SAFEGUARD,
    )
    onset: Stated[Wording] | None = clinical(
        "When it shows, or not-stated.", default=None, example="Within days.", change=SAFETY_TEXT
    )
    reversibility: Stated[Literal["reversible", "partly-reversible", "irreversible"]] | None = clinical(
        "Whether it goes away again, or not-stated.", default=None, example="reversible", change=SAFEGUARD
    )
    management: Stated[Wording] | None = clinical(
        "What is done about it, or not-stated.",
        default=None,
        example="Slow the infusion.",
        change=SAFETY_TEXT,
    )
    wording: Wording = clinical(
        "The harm as a sentence, per audience.", example="Yawning can occur.", change=SAFETY_TEXT
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-4"], change=DOSE_CITATION)


class Monitoring(AboutDrugs):
    """What is examined, when, and what is then done. Without a drug it is general follow-up."""

    test: Wording = clinical(
        "What is examined, in a few words.", example="Full blood count", change=MONITORING_TEXT
    )
    when: Stated[Wording] | None = clinical(
        "When and how often, in words, or not-stated.",
        default=None,
        example="Weekly at first",
        change=MONITORING_TEXT,
    )
    schedule: tuple[CheckTime, ...] = clinical(
        "When and how often, as data: one stretch after another.",
        default=(),
        example=[{"every": "1 wk", "duration": "1 mo"}, {"every": "3 mo"}],
        change=CHECK,
    )
    threshold: Stated[Wording] | None = clinical(
        "At which value something is done, in words, or not-stated.",
        default=None,
        example="A falling count",
        limits="action",
        change=MONITORING_TEXT,
    )
    thresholds: tuple[Threshold, ...] = clinical(
        "The values at which something is done, as data, each with what is done.",
        default=(),
        example=[{"value": "less than 3.5 10*9/L", "action": "Stop and repeat."}],
        change=MONITORING,
    )
    action: Stated[Wording] | None = clinical(
        "What is done if the result is not as wanted, or not-stated.",
        default=None,
        example="Halve the dose.",
        change=MONITORING_TEXT,
    )
    wording: Wording | None = clinical(
        "What it is for, in a sentence.",
        default=None,
        example="To find bone marrow damage early.",
        change=MONITORING_TEXT,
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-4"], change=CITATION)


class Contraindication(AboutDrugs):
    """When a drug or procedure must not be used."""

    degree: Stated[Literal["absolute", "relative"]] | None = clinical(
        "absolute: never; relative: only where the benefit outweighs the risk; or not-stated.",
        default=None,
        example="absolute",
        change=SAFETY_SCOPE,
    )
    condition: Id | None = clinical(
        "The condition that forbids it, by id, where it has an entry.",
        default=None,
        example="renal-failure",
        change=SAFETY_SCOPE,
    )
    wording: Wording = clinical("When not, and why.", example="Known allergy to it.", change=SAFETY_TEXT)
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-4"], change=CITATION)


@at_least_one(
    "other", "other_drug", say="an interaction names what it is with: other: or, by id, other_drug:"
)
class InteractionOfDrug(AboutDrugs):
    """What happens with another drug, a food, or a vaccine; on the page of the drug, which need not be named."""

    other: Plain | None = clinical(
        "The other drug, class, food or vaccine, as it is to be read.",
        default=None,
        neutral=True,
        example="grapefruit juice",
        change=SAFETY_TEXT,
    )
    other_drug: Id | None = clinical(
        "The other drug by id, where it has an entry.", default=None, example="otherin", change=SAFEGUARD
    )
    severity: Stated[Literal["contraindicated", "severe", "moderate", "mild"]] | None = clinical(
        "How severe it is, from mild to contraindicated, or not-stated.",
        default=None,
        example="severe",
        change=SAFEGUARD,
    )
    evidence: Stated[Literal["study", "anecdotal", "theoretical"]] | None = clinical(
        "On what kind of evidence it stands, or not-stated.", default=None, example="study", change=EVIDENCE
    )
    effect: Stated[Wording] | None = clinical(
        "What happens, or not-stated.",
        default=None,
        example="The effect of examplin lasts longer.",
        change=SAFETY_TEXT,
    )
    mechanism: Stated[Wording] | None = clinical(
        "How it comes about, or not-stated.",
        default=None,
        example="Otherin slows its breakdown.",
        change=TEXT,
    )
    action: Stated[Wording] | None = clinical(
        "What is to be done, or not-stated.",
        default=None,
        example="Avoid the combination.",
        change=SAFETY_TEXT,
    )
    wording: Wording = clinical(
        "The interaction in a sentence, with what to do.", example="Avoid together.", change=SAFETY_TEXT
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-4"], change=CITATION)


@at_least_one(
    "drug",
    "drugs",
    "drug_class",
    "procedure",
    say="an interaction names whose it is: drug:, drugs:, drug_class: or procedure:",
)
class Interaction(InteractionOfDrug):
    """What happens when a drug that is named meets another drug, a food, or a vaccine."""


class Pregnancy(AboutDrugs):
    """Pregnancy, breastfeeding, contraception and fertility."""

    about: Literal["pregnancy", "breastfeeding", "before-conception", "contraception", "fertility"] | None = (
        clinical("What it is about.", default=None, example="breastfeeding", change=SAFETY_SCOPE)
    )
    who: Literal["women", "men"] | None = clinical(
        "Whom it is said of, where not of both.", default=None, example="men", change=SAFETY_SCOPE
    )
    trimesters: tuple[Literal["first", "second", "third"], ...] = clinical(
        "The trimesters of pregnancy that it is about, where not all.",
        default=(),
        example=["first"],
        change=SAFETY_SCOPE,
    )
    advice: Stated[Literal["avoid", "only-if-needed", "can-be-used"]] | None = clinical(
        "The advice: avoid, only-if-needed, can-be-used, or not-stated.",
        default=None,
        example="avoid",
        change=SAFETY_SCOPE,
    )
    wording: Wording = clinical(
        "What to know and do.", example="Use contraception during treatment.", change=SAFETY_TEXT
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-4"], change=CITATION)


class RedFlag(AboutDrugs):
    """What must send a patient to urgent care."""

    urgency: Stated[Literal["emergency", "same-day", "soon"]] | None = clinical(
        "How fast help is needed: emergency, same-day, soon, or not-stated.",
        default=None,
        example="emergency",
        change=SAFEGUARD,
    )
    wording: Wording = clinical(
        "The sign, and what to do.", example="Sudden breathlessness.", change=SAFETY_TEXT
    )
    action: Stated[Wording] | None = clinical(
        "What the reader is to do, or not-stated.",
        default=None,
        example="Call an ambulance.",
        change=SAFETY_TEXT,
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-4"], change=CITATION)


class Pitfall(Part):
    """A mistake that is often made."""

    id: Id = clinical("Its name, in small letters and hyphens.", example="too-short-a-trial", change=IDENTITY)
    guards: Id | None = clinical(
        "The step of the algorithm that it guards, by id.",
        default=None,
        example="confirm-failure",
        change=SAFEGUARD,
    )
    wording: Wording = clinical(
        "The mistake and how to avoid it.",
        example="Calling it a failure before three months are over.",
        change=SAFETY_TEXT,
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-4"], change=CITATION)
