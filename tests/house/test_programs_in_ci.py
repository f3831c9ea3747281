"""With CI=true, a test that needs a browser, git or ssh-keygen and cannot run fails; elsewhere it is skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

EXAMPLE = """
import pytest

def test_with_a_page(chromium_path):
    pass

@pytest.mark.browser
def test_marked():
    pytest.skip("no browser")

@pytest.mark.git
def test_of_a_repository():
    pytest.skip("no git")

@pytest.mark.ssh
def test_of_a_signature():
    pytest.skip("no ssh-keygen")

def test_of_something_else():
    pytest.skip("not on this system")
"""


def _run(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, repository: Path, ci: str
) -> dict[str, int]:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    pytester.makeconftest((repository / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makeini(
        "[pytest]\nmarkers =\n    browser: needs a browser\n    git: needs git\n    ssh: needs ssh-keygen"
    )
    pytester.makepyfile(EXAMPLE)
    return pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider").parseoutcomes()


def test_elsewhere_it_is_skipped(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, repository: Path
) -> None:
    assert _run(pytester, monkeypatch, repository, "") == {"skipped": 5}


def test_in_ci_it_fails(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, repository: Path) -> None:
    outcomes = _run(pytester, monkeypatch, repository, "true")
    assert outcomes.pop("skipped") == 1, "other skips stay skips"
    assert sum(outcomes.values()) == 4
    assert set(outcomes) <= {"failed", "errors"}
