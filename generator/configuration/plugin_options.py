"""The options under ``plugins: clinsum``: their types, their defaults, and what is wrong with those given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from generator.configuration.configuration_rules import UNKNOWN_OPTION, WRONG_VALUE
from generator.configuration.options import Engine, PublishScope
from generator.diagnostics import Finding, Pointer
from generator.engines.mkdocs_file import MkDocsFile

PATH_DEFAULTS = {"content": "content", "bibliography": "references.bib", "templates": "site_templates"}

_KINDS: Mapping[str, type] = {
    **dict.fromkeys(PATH_DEFAULTS, str),
    "language": str,
    "publish": PublishScope,
    "engine": Engine,
    "demonstration": bool,
    "search": bool,
}


def parse_plugin_options(
    options: object, file: MkDocsFile, pointer: Pointer
) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """The valid ones of the options, as values of their types, and a finding for each other."""
    if options is None:
        return {}, ()
    if not isinstance(options, dict):
        message = "the options of the plugin are not a mapping of names to values"
        return {}, (WRONG_VALUE.finding(message, file.place(*pointer)),)
    values = {name: _value(_KINDS[name], given) for name, given in options.items() if name in _KINDS}
    valid = {name: value for name, value in values.items() if value is not None}
    return valid, tuple(_findings(options, valid, file, pointer))


def _value(kind: type, given: object) -> Any:
    if issubclass(kind, StrEnum):
        return next((member for member in kind if member.value == given), None)
    return given if isinstance(given, kind) and given != "" else None


def _findings(
    options: Mapping[object, object], valid: Mapping[str, Any], file: MkDocsFile, pointer: Pointer
) -> Iterator[Finding]:
    for name, given in options.items():
        place = file.place(*pointer, str(name))
        if name not in _KINDS:
            close = get_close_matches(str(name), _KINDS, n=1)
            hint = f"; did you mean `{close[0]}`?" if close else f"; there are {', '.join(sorted(_KINDS))}"
            yield UNKNOWN_OPTION.finding(f"there is no option `{name}`{hint}", place)
        elif name not in valid:
            message = f"`{name}` is {given!r}, not {_wanted(_KINDS[str(name)])}"
            yield WRONG_VALUE.finding(message, place)


def _wanted(kind: type) -> str:
    if issubclass(kind, StrEnum):
        return " or ".join(f"`{member.value}`" for member in kind)
    return "true or false" if kind is bool else "a text"
