"""What is demanded of a bibliography: the rules BIB001 to BIB020."""

from __future__ import annotations

from generator.diagnostics import Rule, Severity

_LOST = "The reference would be printed incomplete, or lead a reader to another work."

MALFORMED_WORK = Rule(
    code="BIB001",
    name="malformed-work",
    severity=Severity.ERROR,
    summary="A work cannot be read.",
    why="Statements that cite it would stand without their source.",
    cure="Write `@type{key,` and then `field = {value},` for each field; close every brace and quote.",
)
DUPLICATE_WORK = Rule(
    code="BIB002",
    name="duplicate-work-key",
    severity=Severity.ERROR,
    summary="Two works have the same key.",
    why="A citation of the key could mean either of them.",
    cure="Delete one if they are the same work; else give one another key and correct its citations.",
)
MISSING_COMMA = Rule(
    code="BIB003",
    name="missing-comma",
    severity=Severity.ERROR,
    summary="A comma is missing between two fields.",
    why="Other programs read the second field as a part of the first.",
    cure="Write a comma after the value of the first field.",
)
UNKNOWN_WORK_TYPE = Rule(
    code="BIB004",
    name="unknown-work-type",
    severity=Severity.ERROR,
    summary="The word after `@` is no BibTeX type.",
    why="The reference is printed in the form that fits its type.",
    cure="Use `@article`, `@book`, `@incollection`, `@techreport`, `@online` or `@misc`.",
)
UNDEFINED_WORD = Rule(
    code="BIB005",
    name="undefined-word",
    severity=Severity.ERROR,
    summary="A value without braces or quotes is no number and no defined `@string`.",
    why="BibTeX leaves such a value out.",
    cure="Put the value in braces.",
)
INVALID_KEY = Rule(
    code="BIB006",
    name="invalid-work-key",
    severity=Severity.ERROR,
    summary="The key of a work cannot be cited.",
    why="Citations find a work by its key; other characters would end the citation too early.",
    cure="Use letters, digits and `_ : . -`, beginning with a letter or digit.",
)
REPEATED_FIELD = Rule(
    code="BIB007",
    name="repeated-field",
    severity=Severity.ERROR,
    summary="A field stands twice in the same work.",
    why="Only one of the two values can be meant.",
    cure="Keep the field that is meant and delete the other.",
)
EMPTY_FIELD = Rule(
    code="BIB008",
    name="empty-field",
    severity=Severity.ERROR,
    summary="A field has no value.",
    why="A hole does not say whether the fact is unknown or was forgotten.",
    cure="Write the value or delete the field.",
)
INVALID_DOI = Rule(
    code="BIB009",
    name="invalid-doi",
    severity=Severity.ERROR,
    summary="The DOI is not written as a DOI.",
    why="Its link would lead a reader nowhere.",
    cure="Write it without an address, as in `doi = {10.1000/182}`.",
)
INVALID_PMID = Rule(
    code="BIB010",
    name="invalid-pubmed-number",
    severity=Severity.ERROR,
    summary="The PubMed or PubMed Central number is not one.",
    why="Its link would lead a reader nowhere or to another work.",
    cure="Write `pmid = {12345678}`, digits only, or `pmcid = {PMC1234567}`.",
)
INVALID_DATE = Rule(
    code="BIB011",
    name="invalid-date",
    severity=Severity.ERROR,
    summary="A year, month or day is not written as one.",
    why="A reader judges by the date whether a work is current.",
    cure="Write the year with four digits, the month as 1 to 12 or `jan`, and other dates as 2024-05-31.",
)
INVALID_ADDRESS = Rule(
    code="BIB012",
    name="invalid-web-address",
    severity=Severity.ERROR,
    summary="The web address cannot be followed.",
    why="Its link would lead a reader nowhere.",
    cure="Write the whole address, beginning with `https://`, without spaces.",
)
UNKNOWN_EVIDENCE = Rule(
    code="BIB013",
    name="unknown-kind-of-evidence",
    severity=Severity.ERROR,
    summary="The kind of evidence of a work is none that is known.",
    why="Readers are told what kind of evidence a statement stands on.",
    cure=(
        "Write evidencetype = {guideline}, trial, review, systematic-review, cohort, case-series, "
        "case-report, regulatory, monograph, own-page or other; or leave the field out."
    ),
)
UNKNOWN_FIELD = Rule(
    code="BIB014",
    name="unknown-field",
    severity=Severity.WARNING,
    summary="A field has a name that is not read.",
    why="What it says is not printed; if the name is mistyped, the reference is incomplete.",
    cure="Correct the name, or delete the field.",
)
UNKNOWN_LATEX = Rule(
    code="BIB015",
    name="unknown-latex",
    severity=Severity.ERROR,
    summary="A LaTeX command is not understood.",
    why="It would be printed as it is written.",
    cure="Write the character itself; the file is UTF-8.",
)
INVALID_NAME = Rule(
    code="BIB016",
    name="invalid-name",
    severity=Severity.ERROR,
    summary="The name of an author or editor cannot be read.",
    why=_LOST,
    cure="Write `Family, Given and Family, Given`; put the name of a group in braces of its own.",
)
GROUP_AS_PERSON = Rule(
    code="BIB017",
    name="group-as-person",
    severity=Severity.WARNING,
    summary="The name of a group is written like that of a person.",
    why="Its words would be taken for given names and printed as initials.",
    cure="Put the name in braces of its own: `author = {{Academy of Neurology}}`.",
)
STRAY_TEXT = Rule(
    code="BIB018",
    name="stray-text",
    severity=Severity.ERROR,
    summary="Text outside of any work looks like a part of one.",
    why="BibTeX takes everything outside of a work for a comment, so it would be lost.",
    cure="Look for a missing `@` or for a `}` too many above; begin a comment with `%`.",
)
NO_TITLE = Rule(
    code="BIB019",
    name="no-title",
    severity=Severity.ERROR,
    summary="A work has no title and is not marked as unresolved.",
    why="Readers could not find the work.",
    cure="Write the title; if the source does not identify the work, say so: `unresolved = {why}`.",
)
UNREADABLE_BIBLIOGRAPHY = Rule(
    code="BIB020",
    name="unreadable-bibliography",
    severity=Severity.ERROR,
    summary="The bibliography cannot be read.",
    why="All references would be missing.",
    cure="Undo the latest change of the file, and make it again piece by piece.",
)
