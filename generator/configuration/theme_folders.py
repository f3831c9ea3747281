"""Where the overrides of the theme are: this site's own over the packaged ones, file by file."""

from __future__ import annotations

from pathlib import Path

from generator.configuration.options import Options
from generator.package_files import packaged_templates


def theme_folders(options: Options) -> tuple[Path, ...]:
    """The folders of overrides that exist, the most particular first."""
    candidates = dict.fromkeys((options.templates / "theme", packaged_templates() / "theme"))
    return tuple(folder for folder in candidates if folder.is_dir())
