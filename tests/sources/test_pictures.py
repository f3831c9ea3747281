"""Pictures: only of formats that cannot carry script, wherever they lie below content/images/."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.sources.load import load_library


def _load(folder: Path, name: str) -> tuple[frozenset[str], list[tuple[str, Severity, str]]]:
    picture = folder / "content" / "images" / name
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    (folder / "content" / "schema-version").write_text("2\n", encoding="utf-8")
    library, findings = load_library(folder)
    own = [finding for finding in findings if finding.place.file == f"content/images/{name}"]
    return frozenset(library.images), [(finding.code, finding.severity, finding.cure) for finding in own]


@pytest.mark.parametrize("name", ["plexus.svg", "nerves/PLEXUS.SVG", "plexus.svgz", "plexus.html", "plexus"])
def test_a_format_that_can_carry_script_is_refused_with_its_cure(tmp_path: Path, name: str) -> None:
    images, ((_, severity, cure),) = _load(tmp_path, name)
    assert images == frozenset()
    assert severity is Severity.ERROR
    assert "PNG" in cure


@pytest.mark.parametrize("name", ["plexus.png", "nerves/plexus.JPG", "plexus.webp", "plexus.avif"])
def test_a_safe_format_is_known_by_its_path(tmp_path: Path, name: str) -> None:
    assert _load(tmp_path, name) == (frozenset({name}), [])
