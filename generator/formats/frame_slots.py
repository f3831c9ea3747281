"""The slots of our frame: what ``site_templates/theme`` leaves open for a page to fill."""

from __future__ import annotations

from generator.formats.frame import Context, Slot

FRAME_SLOTS: tuple[Slot, ...] = (
    Slot("language"),
    Slot("document-title"),
    Slot("title"),
    Slot("description", Context.ATTRIBUTE),
    Slot("robots", Context.ATTRIBUTE),
    Slot("canonical", Context.URL),
    Slot("head", Context.HTML),
    Slot("kind", Context.ATTRIBUTE),
    Slot("audience", Context.ATTRIBUTE),
    Slot("state", Context.ATTRIBUTE),
    Slot("breadcrumb", Context.HTML),
    Slot("bar", Context.HTML),
    Slot("article", Context.HTML),
    Slot("toc", Context.HTML),
)
"""``document-title`` is what the browser's tab shows, ``title`` what the header shows once the page was
scrolled. ``robots`` is ``all`` or ``noindex``. ``bar`` is what stands above the article on every page of a
site. ``toc`` is the items of the list "On this page" beside the article (``formats.html_contents``).
"""
