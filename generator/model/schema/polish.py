"""What turns a correct schema into one that teaches: examples, shared forms, snippets.

Made for the YAML language server, and tried with it. All of it is annotation, which other validators pass over.
"""

from __future__ import annotations

import re
from typing import Any

from generator.model.schema.example_yaml import example_yaml
from generator.model.schema.snippets import snippets_of
from generator.model.schema.walk import Schema, rewrite

_SHARED = "x-shared"
_ABOUT = ("description", "default", "x-clinical", "x-neutral", "x-change", "x-digest-key")


def polish(schema: Schema) -> Schema:
    """The same schema: what it accepts stays, what an editor is told grows."""
    shared: dict[str, Schema] = {}
    made = rewrite(schema, lambda part: _hoisted(_taught(part), shared))
    parts = {name: _with_snippets(name, part) for name, part in made.get("$defs", {}).items()}
    return made | {"$defs": dict(sorted((parts | shared).items()))}


def _hoisted(part: Schema, shared: dict[str, Schema]) -> Schema:
    """A form that stands in many places stands once, under ``$defs``."""
    if _SHARED not in part:
        return part
    name = part[_SHARED]
    own = (*_ABOUT, "examples")
    shared[name] = {key: value for key, value in part.items() if key not in (_SHARED, *own)}
    return {"$ref": f"#/$defs/{name}"} | {key: part[key] for key in own if key in part}


def _taught(part: Schema) -> Schema:
    made = {key: value for key, value in part.items() if key != "title"}
    if "properties" in made:
        made["properties"] = {key: _property(key, value) for key, value in made["properties"].items()}
    return made


def _property(key: str, field: Any) -> Any:
    """A field with its example and its default in words.

    The language server types a lone example into the file by itself, so that an invented dose could stay there. Hence
    the example hangs on a branch, from where it is only offered.
    """
    if not isinstance(field, dict):
        return field
    examples = field.get("examples", [])
    about = {name: field[name] for name in _ABOUT if name in field}
    form = {name: value for name, value in field.items() if name not in (*_ABOUT, "examples")}
    if about.get("description"):
        about["markdownDescription"] = _in_markdown(key, about, examples)
    if about.get("default") in ("yes", "no"):
        del about["default"]
    return about | _open(form, [one for one in examples if not isinstance(one, (dict, list))])


def _in_markdown(key: str, about: Schema, examples: list[Any]) -> str:
    paragraphs = [re.sub(r"([*_<])", r"\\\1", about["description"])]
    if "default" in about:
        paragraphs.append(f"If it is left out: `{about['default']}`.")
    paragraphs += [f"```yaml\n{example_yaml(key, example)}\n```" for example in examples]
    return "\n\n".join(paragraphs)


def _open(form: Schema, examples: list[Any]) -> Schema:
    """The form as branches. A bare reference makes the language server type a key without its colon."""
    if "$ref" not in form and not examples:
        return form
    branches = form["anyOf"] if set(form) == {"anyOf"} else [form]
    free = next(
        (index for index, branch in enumerate(branches) if not {"const", "enum"} & branch.keys()), None
    )
    if examples and free is not None:
        branches = [*branches[:free], branches[free] | {"examples": examples}, *branches[free + 1 :]]
    is_part = form.get("$ref", "").rpartition("/")[2][:1].isupper()
    return ({"type": "object"} if is_part else {}) | {"anyOf": branches}


def _with_snippets(name: str, part: Schema) -> Schema:
    snippets = snippets_of(name)
    return part | ({"defaultSnippets": snippets} if snippets else {})
