"""Writing a value as YAML on one line, so that the strict reader gives the same value back."""

from __future__ import annotations

import json
import re

from generator.sources.document import Tree

_PLAIN = re.compile(r"[^\W_](?:[\w ./%()+;*=-]*[\w.%)+])?")
_NOTHING = frozenset({"null", "Null", "NULL"})
_NOT_PRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def written_value(value: Tree, *, like: str = "") -> str:
    """A text, list or mapping as it may stand anywhere: plain where that is safe, else in quotes or brackets.

    ``like`` is a quote that a text shall have: that of the text whose place it takes.
    """
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{written_value(key)}: {written_value(one)}" for key, one in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(written_value(one) for one in value) + "]"
    if _PLAIN.fullmatch(value) and value not in _NOTHING and like not in {"'", '"'}:
        return value
    if _NOT_PRINTABLE.search(value) or like == '"':
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\x7f")
    return "'" + value.replace("'", "''") + "'"
