"""What a publication did."""

from __future__ import annotations

from dataclasses import dataclass

from generator.publish.manifest import Manifest


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What stands in the folder now (files, bytes; without the manifest) and how it differs from before."""

    files: int
    size: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @classmethod
    def between(cls, before: Manifest | None, after: Manifest) -> PublishReport:
        """Compare two manifests; ``None`` is a folder that was not there."""
        old = before.files if before else {}
        new = after.files
        return cls(
            files=len(new),
            size=sum(one.size for one in new.values()),
            added=tuple(sorted(new.keys() - old.keys())),
            changed=tuple(sorted(path for path in new.keys() & old.keys() if new[path] != old[path])),
            removed=tuple(sorted(old.keys() - new.keys())),
        )

    @property
    def nothing_changed(self) -> bool:
        """Whether the folder holds the same bytes as before."""
        return not (self.added or self.changed or self.removed)
