"""A drug: one monograph, quoted everywhere by id."""

from __future__ import annotations

from typing import Literal

from generator.model.change_rule import (
    CITATION,
    CONTENT,
    DOSE,
    DOSE_CITATION,
    DOSE_WORDS,
    IDENTITY,
    LICENCE,
    LIMIT,
    MONITORING,
    NAME,
    SAFEGUARD,
    SAFETY_SCOPE,
    SAFETY_TEXT,
    TEXT,
)
from generator.model.citation import Cites
from generator.model.entries.entry import Entry
from generator.model.entries.medication import LicenceStatement
from generator.model.field import Part, clinical
from generator.model.quantity import Amount
from generator.model.safety import Contraindication, Harm, InteractionOfDrug, Monitoring, Pregnancy
from generator.model.statement import Section, Statement
from generator.model.text import Id, Plain, Stated, Wording


class Brand(Part):
    """A brand name under which the drug is sold."""

    name: Plain = clinical("The name of the brand.", neutral=True, example="Imuran", change=NAME)
    country: Stated[Plain] = clinical(
        "The country, as ISO 3166 code.", neutral=True, example="US", change=NAME
    )
    cites: Cites | None = clinical(
        "The work in which it stands.", default=None, example=["fda-label-2026"], change=CITATION
    )


class LookAlike(Part):
    """A name that is mistaken for this one."""

    name: Plain = clinical(
        "The name that is mistaken for it.", neutral=True, example="examplon", change=SAFEGUARD
    )
    drug: Id | None = clinical(
        "The other drug, where it has an entry.", default=None, example="examplon", change=SAFEGUARD
    )
    why: Wording = clinical(
        "How they are told apart.", example="Examplon is an antibiotic.", change=SAFETY_TEXT
    )
    cites: Cites | None = clinical(
        "The work in which it stands.", default=None, example=["ismp-2026"], change=CITATION
    )


class TallMan(Part):
    """A spelling with capitals from a national list."""

    spelling: Plain = clinical(
        "The spelling as the list has it.", neutral=True, example="azaTHIOprine", change=SAFEGUARD
    )
    of: Plain = clinical(
        "The name that it is a spelling of.", neutral=True, example="azathioprine", change=SAFEGUARD
    )
    list: Plain = clinical(
        "The national list that has it.", neutral=True, example="FDA and ISMP", change=CITATION
    )


class HighAlert(Part):
    """Words that must stand with a dose of this drug."""

    id: Id = clinical("Its name, in small letters and hyphens.", example="weekly", change=IDENTITY)
    applies_to: Literal["weekly-doses", "all-doses"] = clinical(
        "To which doses it applies.", example="weekly-doses", change=SAFETY_SCOPE
    )
    wording: Wording = clinical(
        "The words, per audience.", example="Once weekly, never daily.", change=SAFETY_TEXT
    )
    basis: Plain = clinical(
        "The list or practice that asks for it.", neutral=True, example="ISMP best practices", change=CITATION
    )
    cites: Cites | None = clinical(
        "The work in which it stands.", default=None, example=["ismp-2026"], change=DOSE_CITATION
    )


class UsualLimit(Part):
    """A limit with its source, for those who prescribe."""

    per: Literal["dose", "day", "week", "course"] = clinical(
        "What the limit is counted per.", example="day", change=DOSE
    )
    maximum: Amount = clinical("The most that is usual.", example="150 mg", change=LIMIT)
    route: Plain | None = clinical(
        "The route that it is for.", default=None, neutral=True, example="oral", change=DOSE_WORDS
    )
    cites: Cites = clinical(
        "The work that gives the limit.", example=["fda-label-2026"], change=DOSE_CITATION
    )


class Drug(Entry):
    """A drug with its names, class, mechanism, limits and warnings."""

    kind: Literal["drug"] = clinical("drug", example="drug", change=IDENTITY)
    name: Plain = clinical(
        "The generic name used on the site.", neutral=True, example="azathioprine", change=NAME
    )
    synonyms: tuple[Plain, ...] = clinical(
        "Other generic names, abbreviations and spellings.",
        default=(),
        neutral=True,
        example=["examplinum", "EXP"],
        change=NAME,
    )
    brands: Stated[tuple[Brand, ...]] = clinical(
        "Brand names, or not-stated.", example=[{"name": "Exemplar", "country": "US"}], change=NAME
    )
    drug_class: Stated[Plain] = clinical(
        "The class of drugs that it belongs to, or not-stated.",
        neutral=True,
        example="Immunosuppressant",
        change=CONTENT,
    )
    what_it_is: Wording | None = clinical(
        "What it is, in a sentence, per audience.",
        default=None,
        example={"clinician": "A purine analogue.", "patient": "A medicine that calms the immune system."},
        change=TEXT,
    )
    mechanism: Stated[tuple[Statement, ...]] = clinical(
        "How it works, one thing each, or not-stated.",
        example=[{"wording": "It slows the division of white blood cells.", "cites": ["p-1"]}],
        change=CONTENT,
    )
    properties: tuple[Statement, ...] = clinical(
        "What else is known of it.",
        default=(),
        example=[{"wording": "It is taken up within hours.", "cites": ["p-1"]}],
        change=CONTENT,
    )
    indications: tuple[LicenceStatement, ...] = clinical(
        "What it is licensed for, with the day.",
        default=(),
        example=[
            {
                "status": "licensed",
                "body": "FDA",
                "country": "US",
                "indications": ["examplitis"],
                "as_of": "2026-01-31",
            }
        ],
        change=LICENCE,
    )
    tall_man: TallMan | None = clinical(
        "Its spelling on a national list.",
        default=None,
        example={"spelling": "azaTHIOprine", "of": "azathioprine", "list": "FDA and ISMP"},
        change=SAFEGUARD,
    )
    look_alikes: tuple[LookAlike, ...] = clinical(
        "Names that are mistaken for it.",
        default=(),
        example=[{"name": "examplon", "why": "Examplon is an antibiotic."}],
        change=SAFEGUARD,
    )
    high_alert: tuple[HighAlert, ...] = clinical(
        "Words that must stand with its doses.",
        default=(),
        example=[
            {
                "id": "weekly",
                "applies_to": "weekly-doses",
                "wording": "Once weekly, never daily.",
                "basis": "ISMP best practices",
            }
        ],
        change=SAFEGUARD,
    )
    usual_limits: tuple[UsualLimit, ...] = clinical(
        "Limits with their source.",
        default=(),
        example=[{"per": "day", "maximum": "150 mg", "cites": ["fda-label-2026"]}],
        change=LIMIT,
    )
    contraindications: tuple[Contraindication, ...] = clinical(
        "When the drug must not be used, whatever the illness.",
        default=(),
        example=[{"id": "allergy", "drug": "examplin", "wording": "Not in people who are allergic to it."}],
        change=SAFEGUARD,
    )
    interactions: tuple[InteractionOfDrug, ...] = clinical(
        "Interactions of the drug with drugs, food and vaccines.",
        default=(),
        example=[{"id": "with-samplin", "other": "samplin", "wording": "Samplin raises its level."}],
        change=SAFEGUARD,
    )
    pregnancy: tuple[Pregnancy, ...] = clinical(
        "Pregnancy, breastfeeding, contraception and fertility.",
        default=(),
        example=[{"id": "pregnancy", "drug": "examplin", "wording": "The source says nothing of pregnancy."}],
        change=SAFEGUARD,
    )
    baseline_checks: tuple[Monitoring, ...] = clinical(
        "What is examined before treatment with the drug.",
        default=(),
        example=[{"id": "blood-count", "drug": "examplin", "test": "Full blood count", "when": "not-stated"}],
        change=MONITORING,
    )
    monitoring: tuple[Monitoring, ...] = clinical(
        "What is watched during treatment with the drug.",
        default=(),
        example=[{"id": "blood-count", "drug": "examplin", "test": "Full blood count", "when": "not-stated"}],
        change=MONITORING,
    )
    harms: tuple[Harm, ...] = clinical(
        "Harms of the drug, boxed ones marked.",
        default=(),
        example=[{"id": "headache", "drug": "examplin", "wording": "Headache can occur.", "cites": ["p-4"]}],
        change=SAFEGUARD,
    )
    sections: tuple[Section, ...] = clinical(
        "Cited paragraphs for what has no field. They are counted.",
        default=(),
        example=[
            {
                "id": "history",
                "title": "How the illness was first described",
                "paragraphs": [{"wording": "It was described long ago.", "cites": ["p-1"]}],
            }
        ],
        change=CONTENT,
    )
