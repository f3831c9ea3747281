"""Colour is for a terminal, unless the person wants none; the content has no say in it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from generator.cli.console import text_of
from tests.cli.checked_project import DRUG, SUMMARY, check, small_project
from tests.site_project import SiteProject


@pytest.fixture
def hostile(tmp_path: Path) -> SiteProject:
    project = small_project(tmp_path / "project")
    project.edit(SUMMARY, "    purpose: recommended\n", '    purpose: "\\e[2J\\e]0;x\\a\\n::error::y"\n')
    project.edit(
        DRUG, "drug_class: Invented drugs\n", "drug_class: Invented drugs\n'::stop-commands::x': ##[error]\n"
    )
    return project


def test_a_terminal_gets_colour_and_nothing_else_does(
    hostile: SiteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    findings = hostile.inspect().findings
    assert "\x1b[" in text_of(findings, hostile.folder, in_colour=True)
    assert "\x1b" not in text_of(findings, hostile.folder, in_colour=False)
    assert "\x1b" not in check(hostile).output


def test_no_color_is_respected(hostile: SiteProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in text_of(hostile.inspect().findings, hostile.folder, in_colour=True)


def test_a_terminal_is_steered_by_styles_alone(hostile: SiteProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("generator.cli.console.get_terminal_size", lambda: os.terminal_size((100, 40)))
    text = text_of(hostile.inspect().findings, hostile.folder, in_colour=True)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert all(sign.isprintable() or sign == "\n" for sign in plain)


def test_no_line_of_the_content_is_a_command_to_a_build_service(hostile: SiteProject) -> None:
    for arguments in ([], ["--fix", "--dry-run"], ["--format", "json"], ["--format", "sarif"]):
        output = check(hostile, *arguments).output
        assert "##[" not in output
        assert not re.search(r"^\s*::", output, re.MULTILINE), arguments
    for line in check(hostile, "--format", "github").stdout.splitlines():
        assert line.count("\x1b") == 0
        assert (
            line.startswith(("::error file=content/", "::warning file=", "::notice file=")) or "more" in line
        )
