"""The words of the user interface: ``words/<language>/*.yml`` of the template folders, the first folder winning."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Finding, Place, Rule, Severity
from generator.sources.strict_yaml import read_yaml

NO_WORDS = Rule(
    code="SRC050",
    name="no-words",
    severity=Severity.ERROR,
    summary="There are no words of the user interface in the site's language.",
    why="Pages would be without headings and labels.",
    cure="Copy site_templates/words/en to a folder of the language's name and translate it.",
)


def read_words(folders: Sequence[Path], language: str) -> tuple[dict[str, str], list[Finding]]:
    """The words by key. ``folders`` are template folders, the most particular first."""
    words: dict[str, str] = {}
    findings: list[Finding] = []
    for folder in reversed(folders):
        for file in sorted((folder / "words" / language).glob("*.yml")):
            document = read_yaml(file.read_bytes(), f"{folder.name}/words/{language}/{file.name}")
            findings += document.findings
            words |= {key: str(text) for key, text in (document.root or {}).items()}
    if not words:
        findings.append(NO_WORDS.finding(f"there is no list of words for “{language}”", Place("mkdocs.yml")))
    return words, findings
