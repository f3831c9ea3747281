"""What may stand in a field, in the words of an editor."""

from __future__ import annotations

from typing import Any

_NAMES = {
    "amount": "an amount",
    "concentration": "an amount per volume",
    "day": "a day",
    "decimal": "a number as printed",
    "duration": "a span of time",
    "id": "an id",
    "limit": "a limit",
    "p-value": "a P value",
    "plain-text": "a short text",
    "prose": "a text",
    "quantity": "an amount",
    "quoted-dose": "the id of a dose",
    "rate": "an amount per time",
    "times": "how often",
    "whole-number": "a whole number",
    "wording": "wording",
    "work": "a work",
    "yes-or-no": "`yes` or `no`",
}
_SEVERAL = {
    "an amount": "amounts",
    "an id": "ids",
    "a short text": "short texts",
    "a whole number": "whole numbers",
    "a work": "works",
    "a number as printed": "numbers as printed",
}


def form_in_words(form: dict[str, Any]) -> str:
    """``an amount, or `not-stated```; a part is a link to its section."""
    if "anyOf" in form:
        # A number is written as a text is: the branch is there for editors that read YAML numbers as numbers
        written = [branch for branch in form["anyOf"] if branch.get("type") != "number"]
        facts_first = sorted(written, key=lambda branch: "const" in branch)
        return ", or ".join(dict.fromkeys(form_in_words(branch) for branch in facts_first))
    if "$ref" in form:
        return _named(form["$ref"].rpartition("/")[2])
    if "const" in form or "enum" in form:
        return _choices(form)
    return _list(form) if form.get("type") == "array" else _other(form)


def anchor(part: str) -> str:
    """Where the section of a part stands in the page."""
    return f"part-{part.lower()}"


def _named(name: str) -> str:
    return _NAMES.get(name) or f"[{name}](#{anchor(name)})"


def _choices(form: dict[str, Any]) -> str:
    words = [f"`{value}`" for value in form.get("enum", [form.get("const")])]
    if "enumDescriptions" not in form:
        return ", ".join(words)
    return "<br>".join(
        f"{word}: {meaning}" for word, meaning in zip(words, form["enumDescriptions"], strict=True)
    )


def _list(form: dict[str, Any]) -> str:
    if "prefixItems" in form:
        return f"a list of {len(form['prefixItems'])}: {form_in_words(form['prefixItems'][0])} each"
    if "additionalProperties" in form["items"]:
        return f"a list of rows, with {form_in_words(form['items']['additionalProperties'])} for each column"
    item = form_in_words(form["items"])
    return f"a list of {_SEVERAL.get(item, item)}"


def _other(form: dict[str, Any]) -> str:
    if "additionalProperties" in form:
        return f"for each id: {form_in_words(form['additionalProperties'])}"
    return "a moment in UTC" if form.get("format") == "date-time" else "a text"
