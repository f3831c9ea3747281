"""The files that travel with the package: templates, styles, the starter site."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def packaged_templates() -> Path:
    """The folder of the packaged ``site_templates``.

    In an installed wheel it lies inside the package; in a checkout, at the top of the repository.
    Raises ``FileNotFoundError`` if the installation is damaged and neither is there.
    """
    return _first_folder(_PACKAGE / "site_templates", _PACKAGE.parent / "site_templates")


def packaged_data() -> Path:
    """The folder of data files: citation style, units, starter site. Raises as ``packaged_templates``."""
    return _first_folder(_PACKAGE / "data")


def _first_folder(*candidates: Path) -> Path:
    for folder in candidates:
        if folder.is_dir():
            return folder
    places = " or ".join(str(folder) for folder in candidates)
    raise FileNotFoundError(f"The installation of clinical-summaries is damaged: there is no {places}.")
