"""Strict YAML: texts only, each with its place; what could hide or change a meaning is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.sources.document import Document, Spot, Tree
from generator.sources.finding_log import FindingLog, TooManyFindings
from generator.sources.source_rules import (
    DIRECTIVE,
    EMPTY_DOCUMENT,
    INVALID_SYNTAX,
    ROOT_NOT_MAPPING,
    SECOND_DOCUMENT,
    TAB,
)
from generator.sources.source_text import line_and_column, read_source_text

if TYPE_CHECKING:
    from generator.sources.yaml_tree import ParserEvent, TreeBuilder

SIZE_LIMIT = 1024 * 1024

_BLANK = re.compile(r"(?:[ ]*(?:#[^\n]*)?\r?\n)*")
_DIRECTIVE_LINE = re.compile(r"%[^\r\n]*")
_INDENTATION = re.compile(r"^[ ]*\t", re.MULTILINE)
_END_MARKS = re.compile(r"(?:[ ]*(?:#[^\n]*)?(?:\r?\n|\Z)|\.\.\.[ ]*(?=\r?\n|\Z))*")


def read_yaml(data: bytes, file: str) -> Document:
    """Read one YAML file of at most 1 MiB.

    Never raises: what is wrong is a finding of the document, whose ``root`` is None if nothing can be relied
    on. All mistakes that can be told apart are found at once. Of a key that stands twice the first is kept.
    """
    log = FindingLog(file)
    try:
        root, spot = _read(data, log)
    except TooManyFindings:
        log.stopped()
        root, spot = None, None
    return Document(file, root, log.findings(), spot)


def _read(data: bytes, log: FindingLog) -> tuple[dict[str, Tree] | None, Spot | None]:
    text = read_source_text(data, log, size_limit=SIZE_LIMIT)
    if text is None:
        return None, None
    indented_with_tabs = _INDENTATION.search(text) is not None
    text = _without_directives(_without_tabs(text, log), log)
    if indented_with_tabs:
        return None, None
    builder = _build(text, log)
    if builder is None:
        return None, None
    if isinstance(builder.tree, dict):
        return builder.tree, builder.spot
    _refuse_root(builder, log)
    return None, None


def _without_tabs(text: str, log: FindingLog) -> str:
    """One finding a line; a space takes the place of a tab, so that columns stay."""
    last_line = 0
    start = text.find("\t")
    while start >= 0:
        line, column = line_and_column(text, start)
        if line != last_line:
            log.add(TAB, "a tab stands here", line, column)
            last_line = line
        end = text.find("\n", start)
        start = text.find("\t", end) if end >= 0 else -1
    return text.replace("\t", " ")


def _without_directives(text: str, log: FindingLog) -> str:
    """Blank the directives at the top: the parser takes seconds for thousands of them."""
    kept: list[str] = []
    position = _end_of_blank(text, 0)
    done = 0
    while match := _DIRECTIVE_LINE.match(text, position):
        line, column = line_and_column(text, position)
        log.add(DIRECTIVE, "this line is read as a directive", line, column)
        kept += [text[done:position], " " * len(match[0])]
        done = match.end()
        position = _end_of_blank(text, done)
    return "".join([*kept, text[done:]])


def _end_of_blank(text: str, start: int) -> int:
    match = _BLANK.match(text, start)
    return match.end() if match else start


def _build(text: str, log: FindingLog) -> TreeBuilder | None:
    """The tree of the first document; None if the syntax is broken or it goes beyond the limits."""
    import yaml

    from generator.sources.yaml_syntax import explain_syntax_error
    from generator.sources.yaml_tree import BeyondLimits, TreeBuilder

    builder = TreeBuilder(text, log)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.DocumentEndEvent):
                _check_rest(text, event, log)
                break
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        problem = explain_syntax_error(error, text)
        log.add(problem.rule, problem.message, problem.line, problem.column, cure=problem.cure)
        return None
    except yaml.YAMLError:
        log.add(INVALID_SYNTAX, "the file cannot be read as YAML", 1, 1)
        return None
    except BeyondLimits:
        return None
    return builder


def _check_rest(text: str, event: ParserEvent, log: FindingLog) -> None:
    """What follows the first document: nothing may, except blank lines, comments and `...`."""
    end = event.end_mark.index
    match = _END_MARKS.match(text, end)
    rest = match.end() if match else end
    if rest >= len(text):
        return
    line, column = line_and_column(text, rest)
    if text[rest] == "%":
        log.add(DIRECTIVE, "this line is read as a directive", line, column)
    elif event.explicit or text.startswith("---", rest):
        log.add(SECOND_DOCUMENT, "a second document begins here", line, column)
    else:
        log.add(INVALID_SYNTAX, "text follows after the end of the content", line, column)


def _refuse_root(builder: TreeBuilder, log: FindingLog) -> None:
    tree, spot = builder.tree, builder.spot
    if tree is None or spot is None or tree == "":
        log.add(EMPTY_DOCUMENT, "the file holds no content", 0, 0)
        return
    found = "a list" if isinstance(tree, list) else "a text without keys"
    cure = (
        "Write a space after each colon, as in `kind: summary`."
        if isinstance(tree, str) and ":" in tree
        else ""
    )
    log.add(ROOT_NOT_MAPPING, f"the file holds {found}", spot.line, spot.column, cure=cure)
