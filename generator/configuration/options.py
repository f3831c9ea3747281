"""The options of a build, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class PublishScope(StrEnum):
    """Which editions reach the public site: those approved, or all, each with its state."""

    APPROVED = "approved"
    ALL = "all"


class Engine(StrEnum):
    """Which program draws the theme."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"


@dataclass(frozen=True, slots=True)
class Options:
    """What ``mkdocs.yml`` says about the build. Every path is absolute and inside ``project``.

    ``pages`` holds the prose, ``templates`` what this site overlays of the packaged templates (it need not
    exist), ``output`` the published site. ``demonstration`` makes each page say that it is not for care.
    """

    project: Path
    config_file: Path
    content: Path
    pages: Path
    bibliography: Path
    templates: Path
    output: Path
    site_name: str
    site_url: str
    language: str = "en"
    publish: PublishScope = PublishScope.APPROVED
    demonstration: bool = False
    engine: Engine = Engine.MKDOCS
    search: bool = True
