"""A drug: one monograph, quoted everywhere by id."""

from __future__ import annotations

from typing import Literal

from generator.model.citation import Cites
from generator.model.entries.entry import Entry
from generator.model.entries.medication import LicenceStatement
from generator.model.field import Part, clinical
from generator.model.quantity import Amount
from generator.model.safety import Harm
from generator.model.statement import Statement
from generator.model.text import Id, Plain, Stated, Wording


class Brand(Part):
    """A brand name under which the drug is sold."""

    name: Plain = clinical("The brand.", neutral=True, example="Imuran")
    country: Stated[Plain] = clinical("The country, as ISO 3166 code.", neutral=True, example="US")
    cites: Cites | None = clinical("Where it stands.", default=None)


class LookAlike(Part):
    """A name that is mistaken for this one."""

    name: Plain = clinical("The other name.", neutral=True)
    drug: Id | None = clinical("The other drug, where it has an entry.", default=None)
    why: Wording = clinical("How they are told apart.")
    cites: Cites | None = clinical("Where it stands.", default=None)


class TallMan(Part):
    """A spelling with capitals from a national list."""

    spelling: Plain = clinical("The listed spelling.", neutral=True, example="azaTHIOprine")
    of: Plain = clinical("The name that it is a spelling of.", neutral=True, example="azathioprine")
    list: Plain = clinical("The list.", neutral=True, example="FDA and ISMP")


class HighAlert(Part):
    """Words that must stand with a dose of this drug."""

    id: Id = clinical("Its name.", example="weekly")
    applies_to: Literal["weekly-doses", "all-doses"] = clinical("To which doses it applies.")
    wording: Wording = clinical("The words, per audience.")
    basis: Plain = clinical("The list or practice that asks for it.", neutral=True)
    cites: Cites | None = clinical("Where it stands.", default=None)


class UsualLimit(Part):
    """A limit that doses are checked against."""

    per: Literal["dose", "day", "week", "course"] = clinical("Per what.")
    maximum: Amount = clinical("The most.")
    route: Plain | None = clinical("For which route.", default=None, neutral=True)
    cites: Cites = clinical("Its source.")


class Drug(Entry):
    """A drug with its names, class, mechanism, limits and warnings."""

    kind: Literal["drug"] = clinical("drug")
    name: Plain = clinical("The generic name used on the site.", neutral=True, example="azathioprine")
    synonyms: tuple[Plain, ...] = clinical(
        "Other generic names, abbreviations and spellings.", default=(), neutral=True
    )
    brands: Stated[tuple[Brand, ...]] = clinical("Brand names.")
    drug_class: Stated[Plain] = clinical("Its class.", neutral=True)
    what_it_is: Wording | None = clinical("What it is, in a sentence, per audience.", default=None)
    mechanism: Stated[tuple[Statement, ...]] = clinical("How it works.")
    properties: tuple[Statement, ...] = clinical("What else is known of it.", default=())
    indications: tuple[LicenceStatement, ...] = clinical("What it is licensed for, with the day.", default=())
    tall_man: TallMan | None = clinical("Its spelling on a national list.", default=None)
    look_alikes: tuple[LookAlike, ...] = clinical("Names that are mistaken for it.", default=())
    high_alert: tuple[HighAlert, ...] = clinical("Words that must stand with its doses.", default=())
    usual_limits: tuple[UsualLimit, ...] = clinical("Limits with their source.", default=())
    harms: tuple[Harm, ...] = clinical("Harms of the drug, boxed ones marked.", default=())
