"""The rules of an entry's form: what a key may be called, what must stand, what a value may be (SCH001 to SCH008)."""

from __future__ import annotations

from generator.diagnostics import Rule, Severity

UNKNOWN_KEY = Rule(
    code="SCH001",
    name="unknown-key",
    severity=Severity.ERROR,
    summary="A key that the format does not have.",
    why="What stands under a misspelt key is not read: a maximum that is not read is not printed.",
    cure="Correct the key, or remove it.",
)
MISSING_KEY = Rule(
    code="SCH002",
    name="missing-key",
    severity=Severity.ERROR,
    summary="A key that must be there is not.",
    why="Without it the part cannot be shown.",
    cure="Add the key; write not-stated only where the format allows it and the source is silent.",
)
WRONG_VALUE = Rule(
    code="SCH003",
    name="wrong-value",
    severity=Severity.ERROR,
    summary="A value that cannot be read.",
    why="The generator never guesses what was meant.",
    cure="Write the value in the form that is named.",
)
WRONG_SHAPE = Rule(
    code="SCH004",
    name="wrong-shape",
    severity=Severity.ERROR,
    summary="A list stands where a text is wanted, or the like.",
    why="The generator never guesses what was meant.",
    cure="Write a list with a hyphen before each item, a mapping with key: value lines, a text on one line.",
)
WRONG_KIND = Rule(
    code="SCH005",
    name="wrong-kind",
    severity=Severity.ERROR,
    summary="The kind is unknown, or does not belong in this folder.",
    why="The kind decides how the file is read.",
    cure="Correct the kind, or move the file.",
)
BAD_FILE_NAME = Rule(
    code="SCH006",
    name="bad-file-name",
    severity=Severity.ERROR,
    summary="The file's name cannot serve as an id.",
    why="The name is the entry's permanent address.",
    cure="Use small letters a to z, digits and single hyphens, at most 80 characters, and the ending .yml.",
)
DUPLICATE_ID = Rule(
    code="SCH007",
    name="duplicate-id",
    severity=Severity.ERROR,
    summary="Two files have the same id.",
    why="An id is one address for one thing; a quote of it could mean either.",
    cure="Rename the newer file, of whichever kind it is.",
)
UNSAFE_FILE = Rule(
    code="SRC030",
    name="unsafe-file",
    severity=Severity.ERROR,
    summary="Something in the content folder is not a plain file.",
    why="A link or a device could bring in what does not belong to the project.",
    cure="Replace it with a plain file, or remove it.",
)
UNKNOWN_FILE = Rule(
    code="SRC031",
    name="unknown-file",
    severity=Severity.WARNING,
    summary="A file that nothing reads.",
    why="Whoever put it there expects to see it on the site.",
    cure="Move it to the folder of its kind, give it the ending .yml, or remove it.",
)
UNREADABLE_FILE = Rule(
    code="SRC032",
    name="unreadable-file",
    severity=Severity.ERROR,
    summary="A file or folder cannot be read.",
    why="Its content would be missing from the site without a word.",
    cure="Check that it exists and that you may read it.",
)
