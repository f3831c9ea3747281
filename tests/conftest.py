"""What all tests share: hypothesis profiles, the browser, and `--rewrite-golden`."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["pytester"]

# No deadlines: a shared machine is slow at times, and that is not a fault of the code.
_CALM = [HealthCheck.too_slow]
settings.register_profile("dev", deadline=None, max_examples=50, suppress_health_check=_CALM)
settings.register_profile("ci", parent=settings.get_profile("dev"), derandomize=True, print_blob=True)
settings.register_profile("long", parent=settings.get_profile("dev"), max_examples=5_000)

_PROGRAMS = ("browser", "git", "ssh")
"""Marks of tests that need a program that not every machine has."""

_IN_CI = os.environ.get("CI", "").lower() in ("1", "true")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if _IN_CI else "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what the code gives now under tests/golden/ instead of comparing",
    )


@pytest.fixture(scope="session")
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are written instead of compared."""
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top folder of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The program of a Chromium on this machine; `CHROMIUM` names one. Skips where there is none."""
    named = os.environ.get("CHROMIUM")
    candidates = [named] if named else _BROWSERS
    found = next((path for path in map(shutil.which, candidates) if path), None)
    if found is None:
        pytest.skip(f"no browser here: none of {', '.join(candidates)} (Debian: apt install chromium)")
    return found


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """A running Chromium, one for each worker; open a context of your own in it."""
    from playwright.sync_api import sync_playwright

    _skip_without_driver()
    with sync_playwright() as playwright:
        # Without its sandbox, because root may not start it otherwise; it opens our own pages only.
        browser = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _skip_without_driver() -> None:
    # Playwright itself would only say that a connection was closed.
    import playwright

    node = Path(playwright.__file__).parent / "driver" / "node"
    if node.exists():
        run = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
        if run.returncode:
            pytest.skip(
                f"the browser cannot be driven: {run.stderr.strip()} (Debian: apt install libatomic1)"
            )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With CI=true a test that needs such a program and is skipped has failed: there, nobody reads the skips."""
    report = yield
    needs_program = any(item.get_closest_marker(program) for program in _PROGRAMS) or {
        "chromium_path",
        "browser",
    } & set(getattr(item, "fixturenames", ()))
    if _IN_CI and report.skipped and needs_program and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"CI=true, and this test was skipped: {report.longrepr}"
    return report
