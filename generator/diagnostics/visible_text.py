"""Text of content as it may stand in a terminal or in the log of a build service."""

from __future__ import annotations

import re

_LOG_COMMAND = re.compile(r"##(?=\w*\[)")
"""Build services carry out ``##[…]`` and ``##vso[…]`` wherever in a line they stand."""


def visible(text: str) -> str:
    """The text on one line, unable to steer what shows it.

    Controls, line breaks, and signs that cannot be seen or encoded are shown as escapes. The beginning of a command
    for the log of a build service is broken up by a space.
    """
    shown = text if text.isprintable() else "".join(visible_sign(sign) for sign in text)
    return _LOG_COMMAND.sub("# #", shown)


def visible_path(path: str) -> str:
    """A path at the beginning of a line, where a build service would carry out ``::``."""
    shown = visible(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def visible_sign(sign: str) -> str:
    """One code point, or its escape."""
    return sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii")
