"""The lock files agree with each other and with what the project asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ]+)( ; [^\\]+)? \\$")
Pins = dict[tuple[str, str], str]


def _pins(lock: Path) -> Pins:
    """Version by name and marker."""
    found: Pins = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        match = _PINNED.match(line)
        if match:
            name, version, marker = match.groups()
            found[canonicalize_name(name), (marker or "").strip(" ;")] = version
    return found


@pytest.fixture(scope="module")
def settings(repository: Path) -> dict[str, Any]:
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def site_lock(repository: Path) -> Pins:
    return _pins(repository / "requirements" / "site.lock")


@pytest.fixture(scope="module")
def test_lock(repository: Path) -> Pins:
    return _pins(repository / "requirements" / "test.lock")


def _unmet(asked: list[str], pins: Pins) -> list[str]:
    unmet = []
    for requirement in map(Requirement, asked):
        name = canonicalize_name(requirement.name)
        versions = [version for (pinned, _), version in pins.items() if pinned == name]
        if not versions or any(version not in requirement.specifier for version in versions):
            unmet.append(f"{requirement}: {versions}")
    return unmet


def test_the_test_lock_holds_the_site_lock(site_lock: Pins, test_lock: Pins) -> None:
    by_name = {(name, version) for (name, _), version in test_lock.items()}
    missing = [(name, version) for (name, _), version in site_lock.items() if (name, version) not in by_name]
    assert site_lock
    assert missing == []


def test_what_the_site_needs_is_locked(settings: dict[str, Any], site_lock: Pins) -> None:
    asked = settings["project"]["dependencies"] + settings["dependency-groups"]["editable"]
    assert _unmet(asked + settings["build-system"]["requires"], site_lock) == []


def test_what_the_tests_need_is_locked(settings: dict[str, Any], test_lock: Pins) -> None:
    asked = settings["dependency-groups"]["dev"] + settings["project"]["optional-dependencies"]["zensical"]
    assert _unmet(asked, test_lock) == []


@pytest.mark.parametrize("name", ["site.lock", "test.lock"])
def test_every_pin_is_a_final_version_with_hashes(repository: Path, name: str) -> None:
    lock = repository / "requirements" / name
    assert [pin for pin, version in _pins(lock).items() if Version(version).is_prerelease] == []
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text, "a lock names packages, not the place they come from"
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(_pins(lock))
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("python", ["3.11.0", "3.12.4", "3.13.1", "3.14.0"])
def test_one_version_of_a_package_for_each_python(test_lock: Pins, python: str) -> None:
    here = {"python_full_version": python, "python_version": ".".join(python.split(".")[:2])}
    chosen = [name for name, marker in test_lock if not marker or Marker(marker).evaluate(here)]
    assert sorted(chosen) == sorted(set(chosen))
    assert {"mkdocs-material", "pymdown-extensions", "lxml", "pytest"} <= set(chosen)
