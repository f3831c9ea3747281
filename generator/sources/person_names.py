"""Names of authors and editors, as BibTeX writes them, to family and given names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.sources.latex_text import decode_latex

_GROUP_WORD = re.compile(
    r"\b(?:of|for|the|group|society|academy|association|organi[sz]ation|committee|network|institutes?|"
    r"federation|college|consortium|foundation|ministry|agency|collaborat\w+|investigators|"
    r"administration|council|task force|trust|service|department|university)\b",
    re.IGNORECASE,
)
_BRACE = re.compile(r"(?<!\\)[{}]")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a field in order.

    A person is ``{"family", "given", "suffix"}`` (only what is given), a group ``{"literal"}``.
    ``et_al`` if the list ends in "and others". The other lists hold names as they are written.
    """

    names: tuple[dict[str, str], ...]
    et_al: bool
    unreadable: tuple[str, ...]
    group_like: tuple[str, ...]


def read_names(text: str) -> Names:
    """Read ``Family, Given and {Group Name} and others``; an unreadable name is kept whole."""
    from bibtexparser.middlewares.names import split_multiple_persons_names

    written = split_multiple_persons_names(text)
    et_al = bool(written) and written[-1].lower() == "others"
    if et_al:
        written.pop()
    names: list[dict[str, str]] = []
    unreadable: list[str] = []
    group_like: list[str] = []
    for name in written:
        person = {"literal": _plain(name[1:-1])} if _is_braced(name) else _person(name)
        if person is None:
            unreadable.append(name)
            person = {"literal": _plain(name)}
        elif "literal" not in person and "," not in name and _GROUP_WORD.search(name):
            group_like.append(name)
        names.append(person)
    return Names(tuple(names), et_al, tuple(unreadable), tuple(group_like))


def _person(name: str) -> dict[str, str] | None:
    from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

    try:
        parts = parse_single_name_into_parts(name)
    except InvalidNameError:
        return None
    fields = {
        "family": _plain(" ".join([*parts.von, *parts.last])),
        "given": _plain(" ".join(parts.first)),
        "suffix": _plain(" ".join(parts.jr)),
    }
    return {key: value for key, value in fields.items() if value} if fields["family"] else None


def _plain(text: str) -> str:
    return " ".join(decode_latex(text.replace("~", " "))[0].split())


def _is_braced(name: str) -> bool:
    """Whether the brace that opens the name closes at its very end."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    depth = 0
    for match in _BRACE.finditer(name):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end() == len(name)
    return False
