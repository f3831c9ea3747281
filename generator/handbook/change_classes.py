"""The page of change classes: how grave a change of each field is, made from what the model says of the field."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, get_args

from generator.model.change import Operation
from generator.model.change_rule import RULES, ChangeRule
from generator.model.field import Part, change_rule, clinical_fields
from generator.model.library import KINDS
from generator.model.work import Work

_INTRO = """\
# How grave a change is

<!-- Made by `make schema` from the model: edit the annotations there. -->

When an entry changes, `clinsum compare` tells reviewers what changed clinically, gravest first. How grave a change is
depends on the field and on what was done to it. This page lists both, so that a reviewer can look up why a change was
called what it was called, and can object to it. You need no programming to read it.

- **critical**: it can hurt a patient if it is wrong: a dose, a limit that is raised, a warning that is gone.
- **major**: it can change what somebody does, or what they believe.
- **minor**: it changes no decision: the title of a work, a further source.
- **editorial**: it changes how something reads, not what it says.

What can be done to a field: it is *set* where nothing stood, or *unset*; a number is *increased* or *decreased*;
anything else is *replaced*; a list is *reordered*; a part is *moved* to another list. Where a field holds whole parts,
such as harms, *set* and *unset* are those of a whole part, and what changes within a part goes by its own fields.
Where nobody can tell from the data whether a change protects or exposes, it counts as if it exposed.

**By its words** means that the text is weighed word by word: spelling and articles are editorial; a number, a unit, a
drug, a route, a negation, a comparison, “must” or “may”, or a unit of time is critical; any other word has the class
that stands there. In a list of statements such a word is at least as grave as *replace* of the list. The same amount in
another form (1 g, 1000 mg) is editorial, and what cannot be compared is critical, whatever the field.

Three things are graver than their field says. A sentence that is new or gone is critical if it names an amount such as
5 mg, and so is one that is gone and said “not”, “stop” or the like, unless it is about evidence. A name that was
another drug's is critical. And where another work stands under the same key (another title, or two of its numbers),
that is critical if a dose, a limit or a harm stands on it.
"""


def change_classes_page() -> str:
    """The page in Markdown."""
    blocks = [_INTRO.rstrip(), "## Rules", _rules(), "## Fields"]
    for part in _parts():
        blocks += [f"### {_title(part)}", inspect.getdoc(part) or "", _inherits(part), _fields(part)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _rules() -> str:
    rows = ((f"`{rule.name}`", rule.topic.value, rule.about, *_levels(rule)) for rule in RULES.values())
    return _table(("rule", "topic", "for", *Operation), rows)


def _fields(part: type[Part]) -> str:
    rows = ((f"`{key}`", *_of_field(change_rule(part, name))) for name, key in _own_fields(part))
    return _table(("field", "rule", *Operation), rows)


def _of_field(rule: ChangeRule | None) -> tuple[str, ...]:
    return (f"`{rule.name}`", *_levels(rule)) if rule is not None else ("none",)


def _levels(rule: ChangeRule) -> Iterator[str]:
    for operation in Operation:
        level = rule.level(operation).value
        yield f"by its words, else {level}" if rule.is_text and operation is Operation.REPLACE else level


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _inherits(part: type[Part]) -> str:
    bases = [base for base in reversed(part.__mro__[1:]) if issubclass(base, Part) and _own_fields(base)]
    named = ", ".join(f"[{_title(base)}](#{_title(base).lower()})" for base in bases)
    return f"It also has the fields of {named}." if named else ""


def _title(part: type[Part]) -> str:
    return part.__name__.lstrip("_")


def _own_fields(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """The clinical fields that stand in the part itself, not in what it is made from."""
    own = inspect.get_annotations(part)
    return tuple((name, key) for name, key in clinical_fields(part) if name in own)


def _parts() -> list[type[Part]]:
    """Every kind of part with clinical fields of its own, in the order in which a reader meets them."""
    waiting: list[type[Part]] = [*dict.fromkeys(KINDS.values()), Work]
    found: dict[type[Part], None] = {}
    for part in waiting:
        made_from = [base for base in reversed(part.__mro__) if issubclass(base, Part)]
        found.update((base, None) for base in made_from if _own_fields(base))
        within = [one for info in part.model_fields.values() for one in _parts_in(info.annotation)]
        waiting += [one for one in dict.fromkeys(within) if one not in waiting]
    return list(found)


def _parts_in(form: Any) -> Iterator[type[Part]]:
    """The parts that may stand where this is declared, however deep in lists and alternatives."""
    if isinstance(form, type) and issubclass(form, Part):
        yield form
    for inner in get_args(form):
        yield from _parts_in(inner)
