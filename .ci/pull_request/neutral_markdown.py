"""Making a stranger's Markdown harmless: it may be laid out, but it reaches nobody and hides nothing."""

from __future__ import annotations

import re

_BREAK = "\u200b"
"""Stands behind the first character of what would do something: invisible, in running text and in code alike."""
_DOES_SOMETHING = re.compile(
    r"""<                                  # HTML, comments and markers among it
      | @                                  # mentions, commands to bots, addresses
      | \#(?=\d) | \b[Gg][Hh]-(?=\d)       # references to other issues
      | :(?=//) | \bwww(?=\.)              # addresses that become links
      | \](?=\s*[(\[:])                    # links, pictures and their definitions
      | &(?!(?:lt|gt|amp|quot);)           # any of the above, written in another way
      | ^\s*/(?=\w)                        # commands to bots
      | (?:`{3,}|~{3,})(?=[ \t]*[^\s`~])   # languages of code that are drawn: formulas, diagrams, maps
    """,
    re.VERBOSE | re.MULTILINE,
)
_FOLD = re.compile(r"<(/?)(details|summary)>")
_FORMULA = re.compile(r"\\?\$")
"""A formula can hide or paint over words, within a line and across lines, and no break keeps it from being one."""
_DOLLAR = "\uff04"
_CONTROLS = "\u0000-\u0008\u000b-\u001f\u007f-\u009f"
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
_MARKS = "\u00ad\u061c\u180e\u200c-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
_UNSEEN = re.compile(f"[{_CONTROLS}{_BLANKS}{_MARKS}]")


def neutral_markdown(text: str) -> str:
    """The text without mentions, references, links, pictures, formulas, diagrams and HTML.

    Parts that fold (``<details>`` with its ``<summary>``) stay where each that is opened is closed again, so that the
    text cannot swallow what follows it. Characters that cannot be seen are shown by their number.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = _UNSEEN.sub(lambda found: f"U+{ord(found[0]):04X}", lines)
    if not _folds_close(shown):
        return _without_effect(shown)
    pieces: list[str] = []
    end = 0
    for fold in _FOLD.finditer(shown):
        pieces += [_without_effect(shown[end : fold.start()]), fold[0]]
        end = fold.end()
    return "".join([*pieces, _without_effect(shown[end:])])


def _without_effect(text: str) -> str:
    return _DOES_SOMETHING.sub(lambda found: found[0] + _BREAK, _FORMULA.sub(_DOLLAR, text))


def _folds_close(text: str) -> bool:
    opened: list[str] = []
    for closing, name in _FOLD.findall(text):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened
