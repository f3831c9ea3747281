"""A work that is cited."""

from __future__ import annotations

from typing import Literal

from generator.model.field import Part, clinical, editorial
from generator.model.text import Id, Plain, Prose, WorkKey, YesNo

WorkType = Literal[
    "guideline", "trial", "review", "systematic-review", "cohort", "case-series", "case-report", "regulatory",
    "monograph", "own-page", "other", "not-stated",
]  # fmt: skip


class Name(Part):
    """A person's name, or a group's."""

    family: Plain | None = clinical("Family name.", default=None, neutral=True)
    given: Plain | None = clinical("Given names.", default=None, neutral=True)
    suffix: Plain | None = clinical("Jr, III and so on.", default=None, neutral=True)
    literal: Plain | None = clinical("The whole name of a group.", default=None, neutral=True)


class Work(Part):
    """One entry of the bibliography. Nothing but key and type is certain to be there."""

    key: WorkKey = clinical("The key that entries cite.")
    type: WorkType = clinical(
        "The kind of evidence; not-stated where the bibliography does not say.", default="not-stated"
    )
    title: Prose | None = clinical("Its title.", default=None, neutral=True)
    authors: tuple[Name, ...] = clinical("Its authors.", default=(), neutral=True)
    et_al: YesNo = clinical("Whether more authors follow.", default=False)
    editors: tuple[Name, ...] = clinical("Its editors.", default=(), neutral=True)
    year: Plain | None = clinical("The year.", default=None, neutral=True)
    month: Plain | None = clinical("The month.", default=None, neutral=True)
    journal: Plain | None = clinical("The journal.", default=None, neutral=True)
    booktitle: Plain | None = clinical("The book.", default=None, neutral=True)
    volume: Plain | None = clinical("The volume.", default=None, neutral=True)
    number: Plain | None = clinical("The issue.", default=None, neutral=True)
    pages: Plain | None = clinical("The pages.", default=None, neutral=True)
    edition: Plain | None = clinical("The edition.", default=None, neutral=True)
    publisher: Plain | None = clinical("The publisher.", default=None, neutral=True)
    issuing_body: Plain | None = clinical("The body that issued it.", default=None, neutral=True)
    doi: Plain | None = clinical("The DOI.", default=None, neutral=True)
    pmid: Plain | None = clinical("The PubMed number.", default=None, neutral=True)
    pmcid: Plain | None = clinical("The PubMed Central number.", default=None, neutral=True)
    isbn: Plain | None = clinical("The ISBN.", default=None, neutral=True)
    url: Plain | None = clinical("The address.", default=None, neutral=True)
    accessed: Plain | None = clinical("When it was looked at.", default=None, neutral=True)
    language: Plain | None = clinical("The language.", default=None, neutral=True)
    note: Prose | None = clinical("A note for readers.", default=None, neutral=True)
    unresolved: Prose | None = clinical(
        "Why the work cannot be identified with certainty.", default=None, neutral=True
    )
    entry: Id | None = editorial(
        "The entry of this site that the work is a page of, by id.",
        default=None,
        example="second-line-treatment",
    )
    bibtex_type: Plain | None = clinical("The BibTeX type.", default=None, neutral=True)
