"""Which folders may be published into."""

from __future__ import annotations

import os
from pathlib import Path

from generator.publish import rules
from generator.publish.manifest import MANIFEST_NAME, Manifest
from generator.publish.refusal import PublishRefused
from generator.publish.tree import relative, walk

_DROPPED_BY_DESKTOPS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def refuse_unexchangeable(output: Path) -> None:
    """Refuse a link and a mount point (PUB001, PUB002). Writes nothing."""
    if output.is_symlink():
        raise PublishRefused.by(rules.OUTPUT_IS_LINK, output, f"{output} is a symbolic link.")
    if os.path.ismount(output):
        raise PublishRefused.by(rules.OUTPUT_IS_MOUNT, output, f"{output} is a mount point.")


def published_manifest(output: Path) -> Manifest | None:
    """The manifest of what is published there now; ``None`` for no folder and for an empty one.

    Raises ``PublishRefused`` (PUB003) for a folder, or a file in it, that no build wrote; ``OSError``.
    """
    if not os.path.lexists(output):
        return None
    if not output.is_dir():
        raise _foreign(output, f"{output} is a file.")
    manifest = Manifest.read(output)
    listed = set(manifest.files) | {MANIFEST_NAME} if manifest else set()
    strangers = sorted(_unlisted(output, listed))
    if strangers:
        more = f" and {len(strangers) - 1} more" if len(strangers) > 1 else ""
        raise _foreign(output, f"{output} holds files that no build wrote: {strangers[0]}{more}.")
    return manifest


def _unlisted(output: Path, listed: set[str]) -> list[str]:
    entries = (entry for entry in walk(output) if entry.name not in _DROPPED_BY_DESKTOPS)
    return [path for path in (relative(entry, output) for entry in entries) if path not in listed]


def _foreign(output: Path, message: str) -> PublishRefused:
    return PublishRefused.by(rules.OUTPUT_IS_FOREIGN, output, message)
