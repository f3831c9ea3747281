"""A work that is cited."""

from __future__ import annotations

from typing import Literal

from generator.model.change_rule import CITATION, EVIDENCE, IDENTITY, LABEL, TEXT
from generator.model.field import Part, clinical, editorial
from generator.model.text import Id, Plain, Prose, WorkKey, YesNo

WorkType = Literal[
    "guideline", "trial", "review", "systematic-review", "cohort", "case-series", "case-report", "regulatory",
    "monograph", "own-page", "other", "not-stated",
]  # fmt: skip


class Name(Part):
    """A person's name, or a group's."""

    family: Plain | None = clinical("Family name.", default=None, neutral=True, change=LABEL)
    given: Plain | None = clinical("Given names.", default=None, neutral=True, change=LABEL)
    suffix: Plain | None = clinical("Jr, III and so on.", default=None, neutral=True, change=LABEL)
    literal: Plain | None = clinical("The whole name of a group.", default=None, neutral=True, change=LABEL)


class Work(Part):
    """One entry of the bibliography. Nothing but key and type is certain to be there."""

    key: WorkKey = clinical("The key that entries cite.", change=IDENTITY)
    type: WorkType = clinical(
        "The kind of evidence; not-stated where the bibliography does not say.",
        default="not-stated",
        change=EVIDENCE,
    )
    title: Prose | None = clinical("Its title.", default=None, neutral=True, change=LABEL)
    authors: tuple[Name, ...] = clinical("Its authors.", default=(), neutral=True, change=LABEL)
    et_al: YesNo = clinical("Whether more authors follow.", default=False, change=LABEL)
    editors: tuple[Name, ...] = clinical("Its editors.", default=(), neutral=True, change=LABEL)
    year: Plain | None = clinical("The year.", default=None, neutral=True, change=CITATION)
    month: Plain | None = clinical("The month.", default=None, neutral=True, change=LABEL)
    journal: Plain | None = clinical("The journal.", default=None, neutral=True, change=LABEL)
    booktitle: Plain | None = clinical("The book.", default=None, neutral=True, change=LABEL)
    volume: Plain | None = clinical("The volume.", default=None, neutral=True, change=LABEL)
    number: Plain | None = clinical("The issue.", default=None, neutral=True, change=LABEL)
    pages: Plain | None = clinical("The pages.", default=None, neutral=True, change=LABEL)
    edition: Plain | None = clinical("The edition.", default=None, neutral=True, change=CITATION)
    publisher: Plain | None = clinical("The publisher.", default=None, neutral=True, change=LABEL)
    issuing_body: Plain | None = clinical(
        "The body that issued it.", default=None, neutral=True, change=LABEL
    )
    doi: Plain | None = clinical("The DOI.", default=None, neutral=True, change=CITATION)
    pmid: Plain | None = clinical("The PubMed number.", default=None, neutral=True, change=CITATION)
    pmcid: Plain | None = clinical("The PubMed Central number.", default=None, neutral=True, change=CITATION)
    isbn: Plain | None = clinical("The ISBN.", default=None, neutral=True, change=CITATION)
    url: Plain | None = clinical("The address.", default=None, neutral=True, change=CITATION)
    accessed: Plain | None = clinical("When it was looked at.", default=None, neutral=True, change=LABEL)
    language: Plain | None = clinical("The language.", default=None, neutral=True, change=LABEL)
    note: Prose | None = clinical("A note for readers.", default=None, neutral=True, change=TEXT)
    unresolved: Prose | None = clinical(
        "Why the work cannot be identified with certainty.", default=None, neutral=True, change=TEXT
    )
    entry: Id | None = editorial(
        "The entry of this site that the work is a page of, by id.",
        default=None,
        example="second-line-treatment",
    )
    bibtex_type: Plain | None = clinical("The BibTeX type.", default=None, neutral=True, change=LABEL)
