"""Why an entry that is quoted by id cannot be found, in an editor's words."""

from __future__ import annotations

from typing import NamedTuple

from generator.checks.context import CheckContext


class MissingEntry(NamedTuple):
    """What to say of an id that leads nowhere. An empty ``cure`` leaves the rule's own."""

    message: str
    cure: str = ""


def missing_entry(context: CheckContext, written: str, wanted: str) -> MissingEntry:
    """Tell apart: a file with errors of its own, a retired id, an entry of another kind, and no such entry.

    ``wanted`` names the kind that was looked for, such as ``drug`` or ``entry``.
    """
    library = context.library
    if written in library.unreadable:
        return MissingEntry(
            f"the {wanted} “{written}” cannot be used, because its file has errors of its own",
            f"Mend the findings in the file of “{written}” first.",
        )
    retired = context.retired.get(written)
    if retired is not None:
        return MissingEntry(
            f"the {wanted} “{written}” was retired", f"Name “{retired}”, which took its place."
        )
    if (other := library.entry(written)) is not None:
        kind = getattr(other, "kind", "entry")
        return MissingEntry(f"“{written}” is {_article(kind)} {kind}, not {_article(wanted)} {wanted}")
    return MissingEntry(
        f"there is no {wanted} “{written}”", context.near_entries(wanted).did_you_mean(written)
    )


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"
