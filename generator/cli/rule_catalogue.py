"""Every rule of the house: those of the checks, and those of the rooms that read, configure, draw and publish."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.checks.registry import Check, Scope, all_checks
from generator.checks.waivable import waivable_codes
from generator.diagnostics import Rule
from generator.handbook.documented_rule import DocumentedRule
from generator.handbook.lists_of_rule import lists_of_rule

MODULES: Mapping[str, str] = {
    "generator.sources.source_rules": "each file",
    "generator.sources.entry_rules": "each file",
    "generator.sources.prose": "each page of prose",
    "generator.sources.words": "the words of the site",
    "generator.sources.bib_rules": "the bibliography",
    "generator.sources.references.record_rules": "the references that are added",
    "generator.configuration.configuration_rules": "the configuration",
    "generator.formats.frame": "the theme",
    "generator.engines.engine_error": "the drawing of the site",
    "generator.publish.rules": "the publishing of the site",
    "generator.review.record.record_rules": "the editorial record",
    "generator.review.change_without_note": "what changed since an approval",
    "generator.compiler.kept_rules": "approved texts that are kept",
}
"""The modules outside of the checks in which rules stand, with what they look at."""

_LOOKS_AT = {
    Scope.DOCUMENT: "each file",
    Scope.ENTRY: "each entry",
    Scope.SITE_TEXT: "what readers will read",
    Scope.LIBRARY: "all entries together",
    Scope.FINDINGS: "what was found, and the waivers",
}


@cache
def rule_catalogue() -> Mapping[str, DocumentedRule]:
    """All rules by code, in the order of codes."""
    rules = [*(_of_check(one) for one in all_checks()), *_of_other_rooms()]
    return {one.rule.code: one for one in sorted(rules, key=lambda one: one.rule.code)}


def rules_in(values: Iterable[object]) -> Iterator[Rule]:
    """The rules among the values of a module, also those that stand in its mappings and rows."""
    for value in values:
        if isinstance(value, Rule):
            yield value
        elif isinstance(value, Mapping):
            yield from (inner for inner in value.values() if isinstance(inner, Rule))
        elif isinstance(value, (tuple, list)):
            yield from (inner for inner in value if isinstance(inner, Rule))


def _of_check(one: Check) -> DocumentedRule:
    return DocumentedRule(
        rule=one.rule,
        looks_at=_LOOKS_AT[one.scope],
        family=one.module.split(".")[-2],
        documentation=one.documentation,
        is_waivable=one.rule.code in waivable_codes(),
        lists=lists_of_rule(one.module),
    )


def _of_other_rooms() -> Iterator[DocumentedRule]:
    for name, looks_at in MODULES.items():
        rules = rules_in(vars(importlib.import_module(name)).values())
        yield from (DocumentedRule(rule, looks_at) for rule in dict.fromkeys(rules))
