"""Sites that are built once and only read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_project import SiteProject, reviewed, sample, starter


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> SiteProject:
    """This repository's own site with its search."""
    project = sample(tmp_path_factory.mktemp("sample") / "project")
    project.build(search=True)
    return project


@pytest.fixture
def project(tmp_path: Path) -> SiteProject:
    """The starter site: a demonstration that publishes all."""
    return starter(tmp_path / "project")


@pytest.fixture
def reviewed_project(tmp_path: Path) -> SiteProject:
    """A site that publishes approved text only; nothing is approved yet."""
    return reviewed(tmp_path / "project")
