"""A page as the HTML of its article, ready to be set into the frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.formats.html_article import ArticleDrawing, article_environment
from generator.formats.html_contents import contents_list
from generator.formats.html_links import SiteAddresses
from generator.pages.site import Page


@dataclass(frozen=True, slots=True)
class ArticleHtml:
    """What a page puts into the slots of its frame.

    ``article`` and ``contents`` are HTML (``contents``: the nested items of the theme's table of contents); the others
    are plain text, which the frame escapes.
    """

    article: str
    contents: str
    title: str
    description: str
    language: str
    kind: str
    audience: str
    state: str


class HtmlWriter:
    """Draws articles by the templates in ``article/`` of the folders: a site's own first, the packaged ones last.

    ``words`` are the words of the user interface. ``policy_path`` is where the line of state links to, from the
    site's root; empty where the site has no editorial policy.
    """

    def __init__(
        self,
        template_folders: Sequence[Path],
        words: Mapping[str, str],
        *,
        policy_path: str = "editorial-policy/",
    ) -> None:
        self._environment = article_environment(template_folders, words)
        self._policy_path = policy_path

    def article(self, page: Page, *, root: str = "") -> ArticleHtml:
        """Draw one page. Pure: the same page gives the same text.

        ``root`` is the address of the site's root for a page that is served at any depth (404), else found from the
        page's depth. Raises jinja2's errors for a faulty template or a missing word, never for content.
        """
        addresses = SiteAddresses(root) if root else SiteAddresses.at_depth(page.depth)
        drawing = ArticleDrawing(self._environment, page, addresses, self._policy_path)
        return ArticleHtml(
            article=drawing.article(),
            contents=contents_list(drawing.headings),
            title=page.title,
            description=page.description,
            language=page.language,
            kind=page.kind,
            audience=page.audience,
            state=page.status.code if page.status else "",
        )
