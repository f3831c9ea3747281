"""What is demanded of a reference that is to be added: the rules ADD001 to ADD013."""

from __future__ import annotations

from generator.diagnostics import Rule, Severity

_NOT_ADDED = (
    "Nothing is added of a text that is not understood, so that no half of a reference is ever cited."
)

UNKNOWN_FORMAT = Rule(
    code="ADD001",
    name="unknown-reference-format",
    severity=Severity.ERROR,
    summary="The text is neither BibTeX nor RIS nor PubMed text.",
    why="A reference that is typed freely cannot be taken apart without guessing.",
    cure="Export the reference as BibTeX, as RIS, or in PubMed's format “PubMed” (a file that ends in .nbib).",
)
NO_RECORD = Rule(
    code="ADD002",
    name="no-record",
    severity=Severity.ERROR,
    summary="The text holds no reference.",
    why="There is nothing to add.",
    cure="Give the file that was exported, or paste its text.",
)
MALFORMED_LINE = Rule(
    code="ADD003",
    name="malformed-record-line",
    severity=Severity.ERROR,
    summary="A line is neither a field nor the continuation of one.",
    why=_NOT_ADDED,
    cure="Export the reference again; do not edit its line breaks or the spaces before the hyphens.",
)
OPEN_RECORD = Rule(
    code="ADD004",
    name="open-record",
    severity=Severity.ERROR,
    summary="A record does not end.",
    why="The rest of the record may have been cut off, and the reference would be incomplete.",
    cure="Export the reference again, with its last line `ER  - `.",
)
NO_TITLE = Rule(
    code="ADD005",
    name="record-without-title",
    severity=Severity.ERROR,
    summary="A record has no title.",
    why="Readers could not find the work.",
    cure="Add the title to the record.",
)
LEFT_OUT = Rule(
    code="ADD006",
    name="value-left-out",
    severity=Severity.WARNING,
    summary="A value of the record cannot be read and is left out.",
    why="The reference is printed without it.",
    cure="Look the value up, and add it to the work by hand.",
)
DUPLICATE = Rule(
    code="ADD007",
    name="reference-is-there-already",
    severity=Severity.ERROR,
    summary="The work is in the bibliography already.",
    why="One work under two keys is numbered twice on a page, and readers take it for two sources.",
    cure="Cite the key that is there.",
)
SAME_TITLE = Rule(
    code="ADD008",
    name="same-title-and-year",
    severity=Severity.WARNING,
    summary="A work with the same title and year is in the bibliography.",
    why="It may be the same work, which would then be numbered twice on a page.",
    cure="Compare the two. If they are one work, delete the new one and cite the other.",
)
UNUSABLE_KEY = Rule(
    code="ADD009",
    name="unusable-key",
    severity=Severity.ERROR,
    summary="The key cannot be given to the work.",
    why="A citation of the key must mean one work, and must be readable as a key.",
    cure="Choose a key of letters, digits and `_ : . -` that no work has, or leave --key out.",
)
NO_EVIDENCE_TYPE = Rule(
    code="ADD010",
    name="kind-of-evidence-not-said",
    severity=Severity.NOTE,
    summary="The record does not say which kind of evidence the work is.",
    why="Readers are told the kind of evidence; it is never guessed from a title.",
    cure="If you know it, give it with --type, or write evidencetype = {…} into the work.",
)
NOT_APPENDED = Rule(
    code="ADD011",
    name="bibliography-cannot-take-it",
    severity=Severity.ERROR,
    summary="The work would not be read back from the bibliography as it was added.",
    why="The reference would be printed otherwise than its record says, or would hide another work.",
    cure="Run clinsum check, mend what is wrong in the bibliography, and add the reference again.",
)
CAUTION = Rule(
    code="ADD012",
    name="caution-about-the-work",
    severity=Severity.WARNING,
    summary="The record itself warns about the work.",
    why="A retracted or corrected work may no longer carry the statement that it is cited for.",
    cure="Read the notice before you cite the work.",
)
UNCLEAR_NAME = Rule(
    code="ADD013",
    name="name-taken-whole",
    severity=Severity.WARNING,
    summary="A name has no comma between family and given names.",
    why="It is taken for the name of a group and printed in full, not with initials.",
    cure="If it is a person, correct the work: author = {Roe, Jane}.",
)
