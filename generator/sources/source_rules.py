"""What is demanded of every source file before its content is looked at: the rules SRC001 to SRC024."""

from __future__ import annotations

from generator.diagnostics import Rule, Severity

INVALID_SYNTAX = Rule(
    code="SRC001",
    name="invalid-syntax",
    severity=Severity.ERROR,
    summary="The file is not valid YAML.",
    why="Nothing of a file that cannot be read reaches a reader, and its other mistakes stay hidden.",
    cure="Mend the line that is named; put a text with `: `, ` #` or a leading symbol in quotes.",
)
DUPLICATE_KEY = Rule(
    code="SRC002",
    name="duplicate-key",
    severity=Severity.ERROR,
    summary="A key stands twice in the same mapping.",
    why="Only one of the two values can be meant; a reader could be shown the wrong one.",
    cure="Keep the key that is meant and delete the other.",
)
ANCHOR = Rule(
    code="SRC003",
    name="anchor",
    severity=Severity.ERROR,
    summary="An anchor (`&name`) is used.",
    why="What is repeated by a hidden reference changes in places that nobody reviews.",
    cure="Delete the anchor. If the `&` belongs to the text, put the text in quotes.",
)
ALIAS = Rule(
    code="SRC004",
    name="alias",
    severity=Severity.ERROR,
    summary="An alias (`*name`) is used.",
    why="The value stands elsewhere in the file, so a change there would change this one unseen.",
    cure="Write the value out. If the `*` belongs to the text, put the text in quotes.",
)
MERGE_KEY = Rule(
    code="SRC005",
    name="merge-key",
    severity=Severity.ERROR,
    summary="A merge key (`<<`) is used.",
    why="Fields that are merged in cannot be seen where they count, nor reviewed there.",
    cure="Write the fields out.",
)
TAG = Rule(
    code="SRC006",
    name="tag",
    severity=Severity.ERROR,
    summary="A tag (`!name`) is used.",
    why="Every value is text here; a tag asks for another kind of value, which would be ignored.",
    cure="Delete the tag. If the `!` belongs to the text, put the text in quotes.",
)
SECOND_DOCUMENT = Rule(
    code="SRC007",
    name="second-document",
    severity=Severity.ERROR,
    summary="The file holds more than one document.",
    why="Only the first document would be read; what follows would be lost without a word.",
    cure="Move what follows to a file of its own, or delete the line `---` or `...`.",
)
DIRECTIVE = Rule(
    code="SRC008",
    name="directive",
    severity=Severity.ERROR,
    summary="A directive (a line that begins with `%`) is used.",
    why="It changes how the rest of the file is understood.",
    cure="Delete the line.",
)
TAB = Rule(
    code="SRC009",
    name="tab",
    severity=Severity.ERROR,
    summary="The file contains a tab.",
    why="A tab looks like spaces but does not count as such, so a value can end up under another key.",
    cure="Replace the tab with spaces; set the editor to indent with spaces.",
)
WRONG_ENCODING = Rule(
    code="SRC010",
    name="wrong-encoding",
    severity=Severity.ERROR,
    summary="The file is not plain UTF-8.",
    why="Letters and signs such as µ, ≥ or é would turn into others.",
    cure="Save the file as UTF-8 without a byte order mark.",
)
BIDI_CONTROL = Rule(
    code="SRC011",
    name="bidi-control",
    severity=Severity.ERROR,
    summary="The file contains an invisible control of the writing direction.",
    why="A reviewer would see the text in another order than the one that is stored and published.",
    cure="Delete the character and type the words on both sides of it again.",
)
ZERO_WIDTH = Rule(
    code="SRC012",
    name="zero-width-character",
    severity=Severity.ERROR,
    summary="The file contains a character that cannot be seen.",
    why="Words that look the same are not: search, ids and quoted drugs would miss them.",
    cure="Delete the character and type the words on both sides of it again.",
)
LINE_SEPARATOR = Rule(
    code="SRC013",
    name="line-separator",
    severity=Severity.ERROR,
    summary="The file contains an unusual line break.",
    why="Editors and programs count its lines differently, so findings would point at the wrong line.",
    cure="Replace it with an ordinary line break or a space; save with LF or CR LF line ends.",
)
CONTROL_CHARACTER = Rule(
    code="SRC014",
    name="control-character",
    severity=Severity.ERROR,
    summary="The file contains a control character.",
    why="It cannot be seen or printed and does not belong in a text.",
    cure="Delete the character.",
)
TOO_DEEP = Rule(
    code="SRC015",
    name="too-deep",
    severity=Severity.ERROR,
    summary="Values are nested more than 32 levels deep.",
    why="No entry needs that; the file is damaged or was made to exhaust the reader.",
    cure="Look for brackets that are not closed, and flatten the structure.",
)
TOO_LARGE = Rule(
    code="SRC016",
    name="too-large",
    severity=Severity.ERROR,
    summary="The file is larger than is read.",
    why="A file of this size cannot be reviewed and would hold up the build.",
    cure="Split the file.",
)
KEY_NOT_TEXT = Rule(
    code="SRC017",
    name="key-not-text",
    severity=Severity.ERROR,
    summary="A key is empty, or is itself a list or a mapping.",
    why="A value without a named key cannot be placed on a page and would be lost.",
    cure="Write a plain word before the colon. If the brackets belong to the text, put the text in quotes.",
)
EMPTY_DOCUMENT = Rule(
    code="SRC018",
    name="empty-document",
    severity=Severity.ERROR,
    summary="The file holds no content.",
    why="An id exists that leads to nothing.",
    cure="Write the entry, or delete the file.",
)
ROOT_NOT_MAPPING = Rule(
    code="SRC019",
    name="root-not-mapping",
    severity=Severity.ERROR,
    summary="The file is not a list of `key: value` lines.",
    why="Without keys nothing in the file can be understood.",
    cure="Begin with `kind: …`; write a space after each colon.",
)
NO_VALUE = Rule(
    code="SRC020",
    name="no-value",
    severity=Severity.ERROR,
    summary="A key or a list item has no value.",
    why="A hole is neither what the source says nor an honest `not-stated`; a reader could not tell which.",
    cure="Write the value, write `not-stated` if the source does not say, or remove the key.",
)
COMMENT_CUTS_VALUE = Rule(
    code="SRC021",
    name="comment-cuts-value",
    severity=Severity.ERROR,
    summary="A `#` cuts off the end of a value.",
    why="Everything from the ` #` on is a comment: a reader would see the value without its end.",
    cure="If it belongs to the value, put the whole value in quotes; if not, write a space after the `#`.",
)
COMMENT_LIKE_VALUE = Rule(
    code="SRC022",
    name="comment-like-value",
    severity=Severity.WARNING,
    summary="A comment after a value reads like a part of it.",
    why="If it belongs to the value, a reader would see the value without its end.",
    cure="If it belongs to the value, put it all in quotes; if not, give the comment its own line.",
)
SWALLOWED_LINE = Rule(
    code="SRC023",
    name="swallowed-line",
    severity=Severity.ERROR,
    summary="A line that looks like a key or a list item is read as the end of the value above it.",
    why="The line would be printed inside another value, and its own field would be missing.",
    cure="Mend its indentation, or the space after its colon. If it is text, put the whole value in quotes.",
)
TOO_MANY_FINDINGS = Rule(
    code="SRC024",
    name="too-many-findings",
    severity=Severity.ERROR,
    summary="The file has so many mistakes that reading stopped.",
    why="A file with a thousand mistakes is not the kind of file it claims to be.",
    cure="Mend the findings that are listed, and check again.",
)
OLDER_CONTENT = Rule(
    code="SRC025",
    name="older-content",
    severity=Severity.ERROR,
    summary="The content is written in an older form than this program reads.",
    why="A field that has another name by now would not be read, and its text would be missing from the page.",
    cure="Run clinsum migrate: it changes what has to change and keeps all else, approvals too.",
)
NEWER_CONTENT = Rule(
    code="SRC026",
    name="newer-content",
    severity=Severity.ERROR,
    summary="The content is written in a newer form than this program reads.",
    why="What this program does not know would be missing from the pages without a word.",
    cure="Update the program.",
)
WRONG_VERSION = Rule(
    code="SRC027",
    name="wrong-schema-version",
    severity=Severity.ERROR,
    summary="The file that says in which form the content is written cannot be understood.",
    why="Without it nobody can tell how the other files are meant.",
    cure="Write one whole number and nothing else into the file, as it was before.",
)
BLOCKED_MIGRATION = Rule(
    code="SRC028",
    name="blocked-migration",
    severity=Severity.ERROR,
    summary="A file cannot be carried to the current form without a person's choice.",
    why="A program that chose between two texts could drop the one that is meant.",
    cure="Mend the line that is named, then run clinsum migrate again.",
)
