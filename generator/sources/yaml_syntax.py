"""YAML syntax errors in the words of somebody who edits text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yaml.error import Mark, MarkedYAMLError

from generator.diagnostics import Rule
from generator.sources.source_rules import DIRECTIVE, INVALID_SYNTAX, TAG

_QUOTE_IT = "Put the whole text in quotes."


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """What is wrong with the syntax, where (line and column from 1) and how to mend it."""

    rule: Rule
    message: str
    cure: str
    line: int
    column: int


def explain_syntax_error(error: MarkedYAMLError, text: str) -> SyntaxProblem:
    """Say what an editor most probably did, at the place where it was done."""
    problem, context = error.problem or "", error.context or ""
    lines = text.split("\n")
    here = _clamp(error.problem_mark or error.context_mark, lines)
    began = _clamp(error.context_mark, lines) if error.context_mark else here
    if "directive" in context or "directive" in problem or "incompatible YAML" in problem:
        return SyntaxProblem(DIRECTIVE, "this line is read as a directive", "", *began)
    if "tag" in context or "tag handle" in problem:
        cure = "Delete the tag; if the `!` belongs to the text, put the whole text in quotes."
        return SyntaxProblem(TAG, "a `!` at the beginning of a value is read as a tag", cure, *began)
    message, cure, place = _explain(problem, context, lines, here, began)
    return SyntaxProblem(INVALID_SYNTAX, message, cure, *place)


_Place = tuple[int, int]
_Explanation = tuple[str, str, _Place]


def _explain(problem: str, context: str, lines: list[str], here: _Place, began: _Place) -> _Explanation:
    """Choose by the words of the parser, the most telling first."""
    cases: tuple[tuple[bool, Callable[[], _Explanation]], ...] = (
        (problem.startswith("mapping values are not"), lambda: _explain_colon(lines, here)),
        ("could not find expected ':'" in problem, lambda: _explain_missing_colon(began)),
        ("did not find expected key" in problem, lambda: _explain_block(lines, here)),
        ("expected '-' indicator" in problem, lambda: _explain_block(lines, here)),
        ("quoted scalar" in context, lambda: _explain_quoted(problem, here, began)),
        ("cannot start any token" in problem, lambda: _explain_symbol(lines, began)),
        ("expected alphabetic" in problem, lambda: _explain_symbol(lines, began)),
        ("flow" in context, lambda: _explain_brackets(lines, here, began)),
        ("block scalar" in context, lambda: _explain_block_text(here)),
    )
    for applies, explain in cases:
        if applies:
            return explain()
    return _explain_rest(problem, here)


def _explain_colon(lines: list[str], here: _Place) -> _Explanation:
    before = lines[here[0] - 1][: here[1] - 1]
    if ": " in before:
        return "a second colon followed by a space stands inside an unquoted value", _QUOTE_IT, here
    start = (here[0], len(before) - len(before.lstrip(" ")) + 1)
    if start[1] == 1:
        return _explain_missing_colon((max(here[0] - 1, 1), 1))
    cure = "Indent this line as far as its neighbours, or put the text above it in quotes."
    return (
        "this line is indented as if it belonged to the value in the line above, yet has a key",
        cure,
        start,
    )


def _explain_missing_colon(began: _Place) -> _Explanation:
    cure = (
        "Write `key: value` with a space after the colon. If this line continues the text above, "
        "indent it further, or write the text as a block after `|`."
    )
    return "this line has no `key:`", cure, began


def _explain_block(lines: list[str], here: _Place) -> _Explanation:
    line = lines[here[0] - 1]
    before = line[: here[1] - 1]
    if before.strip():
        cure = "Put the whole text in quotes; write a quote inside single quotes twice ('')."
        return "text follows after a closing quote or bracket", cure, here
    if " #" in (lines[here[0] - 2] if here[0] > 1 else ""):
        cure = "Put the whole text in quotes; if the `#` does begin a comment, move it to a line of its own."
        return "this line does not continue the text above, because a ` #` there began a comment", cure, here
    if line.lstrip(" ").startswith("- "):
        cure = "Indent the `-` as far as the other items, under a key that has no value of its own."
        return "this list item stands where a key is expected", cure, here
    cure = "Indent this line exactly as far as the lines that it belongs with."
    return "the indentation of this line fits no line above it", cure, here


def _explain_quoted(problem: str, here: _Place, began: _Place) -> _Explanation:
    if "unexpected" in problem:
        return "the quote that begins here is never closed", "Close the quote.", began
    cure = "Use single quotes, in which a backslash stands for itself, or write it twice."
    return "a backslash in double quotes begins an escape that does not exist", cure, here


def _explain_symbol(lines: list[str], began: _Place) -> _Explanation:
    symbol = lines[began[0] - 1][began[1] - 1 : began[1]]
    if symbol == "@":
        cure = 'Put the whole text in quotes: "… [@work]"; in a list of works leave out the `@`.'
    else:
        cure = _QUOTE_IT
    name = "a backtick" if symbol == "`" else f"`{symbol}`"
    return f"an unquoted value cannot begin with {name}", cure, began


def _explain_brackets(lines: list[str], here: _Place, began: _Place) -> _Explanation:
    bracket = lines[began[0] - 1][began[1] - 1 : began[1]]
    place = here if here[0] == began[0] else began
    cure = (
        "Close the bracket and put a comma between the items; put a text with brackets or colons in quotes."
    )
    return f"a comma or the closing bracket of the `{bracket}` is missing", cure, place


def _explain_block_text(here: _Place) -> _Explanation:
    cure = "Begin the text on the next line, indented."
    return "only a comment may follow `|` or `>` on the same line", cure, here


def _explain_rest(problem: str, here: _Place) -> _Explanation:
    if "block sequence entries" in problem:
        cure = "Begin the list on the next line; put a text that begins with `-` in quotes."
        return "a list cannot begin on the line of its key", cure, here
    if "mapping keys are not allowed" in problem:
        return "a value cannot begin with `?` and a space", _QUOTE_IT, here
    if "node content" in problem:
        return "a symbol stands where a value is expected", _QUOTE_IT, here
    return "this place cannot be understood", "", here


def _clamp(mark: Mark | None, lines: list[str]) -> _Place:
    """The place of a mark, kept inside the text (the end of a file counts as one more line)."""
    if mark is None:
        return 1, 1
    line = min(mark.line, len(lines) - 1)
    column = min(mark.column, len(lines[line])) if line == mark.line else len(lines[line])
    return line + 1, column + 1
