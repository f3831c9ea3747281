"""Frames stand as deep as the pages they stand for, and hold nothing of the content."""

from __future__ import annotations

import pytest

from generator.formats.frame_stage import FRAME_FOLDER, FrameKey, staged_page


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_a_frame_is_drawn_as_deep_as_its_pages(depth: int) -> None:
    key = FrameKey("drug", depth)
    assert key.drawn_path.count("/") == depth
    assert key.staged_path.removesuffix(".md") == key.drawn_path.removesuffix(".html")


def test_kinds_depths_and_languages_have_frames_of_their_own() -> None:
    keys = [FrameKey("drug", 2), FrameKey("drug", 3), FrameKey("summary", 2), FrameKey("drug", 2, "de")]
    assert len({key.staged_path for key in keys}) == len(keys)
    assert all(key.staged_path.startswith(FRAME_FOLDER) for key in keys)


def test_a_staged_page_names_its_section_only_when_it_has_one() -> None:
    assert b"section: drugs/\n" in staged_page("drugs/")
    assert b"---" not in staged_page()
