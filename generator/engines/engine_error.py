"""What is raised when somebody else's program did not do what it should."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Finding, Place, Rule, Severity

_WHY = "Without it no page can be published; what was published before stays as it is."
_RULES = {
    rule.code: rule
    for rule in (
        Rule(
            "ENGINE001",
            "engine-failed",
            Severity.ERROR,
            "The program that draws or indexes the site failed.",
            _WHY,
            "Read its message, mend what it names and build again.",
        ),
        Rule(
            "ENGINE002",
            "engine-warned",
            Severity.ERROR,
            "The program that draws the site warned.",
            "It warns of links and templates that do not exist: readers would meet them.",
            "Mend mkdocs.yml or the templates until it no longer warns.",
        ),
        Rule(
            "ENGINE003",
            "engine-missing",
            Severity.ERROR,
            "The program that draws or indexes the site is not installed.",
            _WHY,
            "Install it: `pip install 'clinical-summaries[zensical]'`, or in a checkout `make test`.",
        ),
        Rule(
            "ENGINE004",
            "page-not-drawn",
            Severity.ERROR,
            "A page that was staged was not drawn.",
            _WHY,
            "Look for plugins, `exclude_docs` or hooks in mkdocs.yml that take pages away.",
        ),
        Rule(
            "ENGINE005",
            "configuration-unreadable",
            Severity.ERROR,
            "The configuration file cannot be read.",
            "Without it nobody knows what to build, nor where to.",
            "Run the command in the folder of the site, or name the file with --config. If it is there, mend what is "
            "named; compare it with the mkdocs.yml of `clinsum new site`.",
        ),
    )
}


class EngineError(Exception):
    """An engine failed; ``findings`` says which and how, in its own words."""

    def __init__(self, code: str, messages: Iterable[str], place: Place) -> None:
        self.findings: tuple[Finding, ...] = tuple(
            _RULES[code].finding(message, place) for message in messages
        )
        super().__init__("; ".join(finding.message for finding in self.findings))
