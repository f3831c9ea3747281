"""Ways in which one side of a comparison can be broken so that part of what it says is unknown. All is fictional."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.sources.strict_yaml import SIZE_LIMIT
from tests.site_project import SiteProject

Damage = Callable[[SiteProject], object]

SUMMARY = "content/summaries/example-question.yml"
DRUG = "content/drugs/example-drug.yml"
CONDITION = "content/conditions/example-condition.yml"
AUDIENCE = "content/audiences/patient.yml"
POLICY = "content/editorial-policy.yml"
BIB = "references.bib"
SETTINGS = "mkdocs.yml"
VERSION = "content/schema-version"


def _edited(name: str, old: str, new: str) -> Damage:
    return lambda project: project.edit(name, old, new)


def _written(name: str, data: str | bytes) -> Damage:
    def damage(project: SiteProject) -> None:
        file = project.path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)

    return damage


def _appended(name: str, data: str | bytes) -> Damage:
    def damage(project: SiteProject) -> None:
        more = data.encode() if isinstance(data, str) else data
        project.path(name).write_bytes(project.path(name).read_bytes() + more)

    return damage


def _emptied(project: SiteProject) -> None:
    shutil.rmtree(project.folder)
    project.folder.mkdir()


def _removed(name: str) -> Damage:
    def damage(project: SiteProject) -> None:
        path = project.path(name)
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return damage


def _replaced_by(name: str, make: Callable[[Path], object]) -> Damage:
    def damage(project: SiteProject) -> None:
        _removed(name)(project)
        make(project.path(name))

    return damage


def _linked(name: str) -> Damage:
    """The same bytes, but behind a link that leads out of the project."""

    def damage(project: SiteProject) -> None:
        path = project.path(name)
        elsewhere = project.folder.with_name(f"{project.folder.name}-elsewhere")
        path.rename(elsewhere)
        path.symlink_to(elsewhere)

    return damage


def _cut(name: str) -> Damage:
    def damage(project: SiteProject) -> None:
        data = project.path(name).read_bytes()
        project.path(name).write_bytes(data[: len(data) // 2])

    return damage


DAMAGES: Mapping[str, Damage] = {
    "summary that is no YAML": _edited(SUMMARY, "kind: summary", "kind: [summary"),
    "drug that is no YAML": _edited(DRUG, "kind: drug", "kind: {drug"),
    "condition that is no YAML": _appended(CONDITION, "\n}\n"),
    "key twice": _edited(SUMMARY, "    every: 1 d", "    every: 1 d\n    every: 1 wk"),
    "tab": _edited(SUMMARY, "    every: 1 d", "    every:\t1 d"),
    "anchor": _edited(SUMMARY, "    every: 1 d", "    every: &day 1 d"),
    "merge key": _edited(SUMMARY, "    every: 1 d", "    every: 1 d\n    <<: {}"),
    "tag": _edited(SUMMARY, "    every: 1 d", "    every: !str 1 d"),
    "second document": _appended(SUMMARY, "---\nkind: summary\n"),
    "too deep": _appended(SUMMARY, "x: " + "[" * 50 + "]" * 50 + "\n"),
    "no value": _edited(SUMMARY, "    every: 1 d", "    every:"),
    "list in place of an entry": _written(DRUG, "- kind: drug\n"),
    "empty file": _written(DRUG, ""),
    "half a file": _cut(SUMMARY),
    "not UTF-8": _appended(DRUG, b"# \xff\xfe\n"),
    "UTF-16": _written(DRUG, "kind: drug\n".encode("utf-16")),
    "zero byte": _appended(DRUG, b"\0"),
    "control of the writing direction": _appended(DRUG, "# \u202e\n"),
    "invisible sign": _edited(DRUG, "Invented drugs", "Invented\u200b drugs"),
    "giant file": _appended(SUMMARY, "# " + "x" * SIZE_LIMIT + "\n"),
    "unknown key in one dose": _edited(SUMMARY, "    every: 1 d", "    evrey: 1 d"),
    "unknown key in one entry": _edited(DRUG, "mechanism: not-stated", "mechanisn: not-stated"),
    "unknown kind": _edited(DRUG, "kind: drug", "kind: potion"),
    "no kind": _edited(DRUG, "kind: drug\n", ""),
    "kind of another folder": _edited(DRUG, "kind: drug", "kind: condition"),
    "amount that is none": _edited(SUMMARY, "amount: 1 to 2 mg", "amount: some"),
    "list in place of a text": _edited(SUMMARY, "    every: 1 d", "    every: [1 d]"),
    "missing key": _edited(DRUG, "name: example drug (fictional)\n", ""),
    "id twice": lambda project: shutil.copy(
        project.path(DRUG), project.path("content/conditions/example-drug.yml")
    ),
    "name that is no id": lambda project: shutil.copy(
        project.path(DRUG), project.path("content/drugs/Other_Drug.yml")
    ),
    "entry behind a link": _linked(DRUG),
    "folder of entries behind a link": _linked("content/drugs"),
    "content behind a link": _linked("content"),
    "pipe in the content": _replaced_by(CONDITION, os.mkfifo),
    "no content": _removed("content"),
    "empty folder": _emptied,
    "audience that is no YAML": _appended(AUDIENCE, "\n}\n"),
    "audience with an unknown key": _appended(AUDIENCE, "colour: blue\n"),
    "one audience missing": _removed(AUDIENCE),
    "all audiences missing": _removed("content/audiences"),
    "policy that is no YAML": _appended(POLICY, "\n}\n"),
    "policy with an unknown key": _appended(POLICY, "poeple: 1\n"),
    "policy with a wrong value": _edited(POLICY, "approval: signed", "approval: typed"),
    "reviewers that cannot be read": _written("content/reviewers.yml", "reviewers: [\n"),
    "waivers that cannot be read": _written("content/waivers.yml", "waivers: {\n"),
    "retired ids that cannot be read": _written("content/redirects.yml", "- x\n"),
    "list of words that cannot be read": _written("content/vocabulary/routes.yml", "words: [\n"),
    "decision that cannot be read": _written("content/decisions/2026-11-22-rae.yml", "kind: decision\n"),
    "newer form of the content": _written(VERSION, "9999\n"),
    "older form of the content": _removed(VERSION),
    "form of the content that is no number": _written(VERSION, "two\n"),
    "bibliography that is no BibTeX": _appended(BIB, "@misc{broken, title = {An open brace\n"),
    "work with a wrong value": _edited(BIB, "evidencetype = {other}", "evidencetype = {guess}"),
    "work twice": _appended(
        BIB, "\n@misc{example-work, title = {Another}, year = {2026}, evidencetype = {other}}\n"
    ),
    "bibliography in another encoding": _appended(BIB, b"% \xff\n"),
    "giant bibliography": _appended(BIB, "% " + "x" * (8 * 1024 * 1024) + "\n"),
    "no bibliography": _removed(BIB),
    "bibliography behind a link": _linked(BIB),
    "folder in place of the bibliography": _replaced_by(BIB, Path.mkdir),
    "no settings": _removed(SETTINGS),
    "settings that are no YAML": _appended(SETTINGS, "\n}\n"),
    "settings without the plugin": _edited(SETTINGS, "  - clinsum:", "  - other:"),
    "settings with an unknown option": _edited(SETTINGS, "      content: content", "      contents: content"),
    "content outside of the project": _edited(
        SETTINGS, "      content: content", "      content: ../elsewhere"
    ),
    "settings that inherit from nowhere": _appended(SETTINGS, "INHERIT: nowhere.yml\n"),
}
"""Each leaves one side such that nobody can say that nothing changed."""
