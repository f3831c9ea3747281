"""What an engine gets: tiny pages without a word of the content, for which it draws the theme."""

from __future__ import annotations

from dataclasses import dataclass

FRAME_FOLDER = "frame"
"""Frames that stand for other pages begin with this in the stage, and nothing in the published site does."""


@dataclass(frozen=True, slots=True, order=True)
class FrameKey:
    """One frame per page kind × depth × language: pages of equal key share it.

    ``depth`` counts the folders of the page's address: 2 for ``/drugs/azathioprine/``.
    """

    kind: str
    depth: int
    language: str = "en"

    @property
    def staged_path(self) -> str:
        """Where its Markdown stands in the stage, as deep as the pages it stands for."""
        folders = [f"{FRAME_FOLDER}-{self.language}-{self.kind}"] + ["x"] * (self.depth - 1)
        return "/".join([*folders, "index.md"])

    @property
    def drawn_path(self) -> str:
        """Where the engine leaves its HTML."""
        return self.staged_path.removesuffix(".md") + ".html"


def staged_page(section: str = "") -> bytes:
    """The Markdown of a page to draw. ``section`` is the address of the index whose tab is shown as active.

    Needed by pages outside the navigation only (``summaries/``). The heading is what the theme's "skip to
    content" link points at; it is not shown.
    """
    head = f"---\nsection: {section}\n---\n\n" if section else ""
    return f"{head}# Skip {{ #__skip }}\n".encode()
