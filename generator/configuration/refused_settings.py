"""Settings of MkDocs and Material that cannot work here, each found by trying."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.configuration import configuration_rules as rules
from generator.diagnostics import Finding, Pointer
from generator.engines.mkdocs_file import MkDocsFile

_PAGE_MAKERS = frozenset(
    {
        *(
            "blog",
            "social",
            "tags",
            "search",
            "rss",
            "minify",
            "privacy",
            "offline",
            "optimize",
            "meta",
            "group",
        ),
        *(
            "projects",
            "typeset",
            "redirects",
            "i18n",
            "gen-files",
            "section-index",
            "awesome-pages",
            "awesome-nav",
        ),
        *(
            "literate-nav",
            "git-revision-date",
            "git-revision-date-localized",
            "git-authors",
            "git-committers",
        ),
        *(
            "git-committers-2",
            "mkdocs-simple-blog",
            "with-pdf",
            "pdf-export",
            "print-site",
            "mike",
            "llmstxt",
        ),
    }
)
_SETTINGS: dict[Pointer, str] = {
    ("repo_url",): "the theme's script asks the repository's host on every page",
    ("edit_uri",): "readers do not edit frames",
    ("edit_uri_template",): "readers do not edit frames",
    ("theme", "custom_dir"): "put what you change into the folder `theme` of `site_templates`",
    ("extra", "alternate"): "the theme's script then takes over clicks and loses the place on the page",
    ("extra", "analytics"): "it asks another host",
    ("extra", "version"): "the theme's script asks for versions that nobody makes",
}
_FEATURES = {
    "navigation.instant": "it loads the whole site map with every page",
    "navigation.footer": "its links to the page before and after lead to frames",
    "content.action": "readers do not edit frames",
    "search.": "search is ours",
}


def refused_settings(file: MkDocsFile) -> Iterator[Finding]:
    """A finding for each setting of the file that cannot work with pages set into frames."""
    yield from _refused_values(file)
    yield from _refused_plugins(file)
    yield from _refused_features(file)
    yield from _foreign_files(file)


def plugin_names(file: MkDocsFile) -> Iterator[tuple[Pointer, str, Any]]:
    """Each plugin: where it stands, its name without the theme's prefix, its options."""
    plugins = file.values.get("plugins")
    pairs: list[tuple[Pointer, object, object]] = []
    if isinstance(plugins, dict):
        pairs = [(("plugins", str(name)), name, options) for name, options in plugins.items()]
    elif isinstance(plugins, list):
        for number, item in enumerate(plugins):
            named = item if isinstance(item, dict) else {str(item): None}
            pairs += [(("plugins", number), name, options) for name, options in named.items()]
    for pointer, name, options in pairs:
        yield pointer, str(name).removeprefix("material/").removeprefix("/"), options


def _refused_values(file: MkDocsFile) -> Iterator[Finding]:
    if file.values.get("use_directory_urls") is False:
        message = "`use_directory_urls: false` is refused: every page has a folder of its own as address"
        yield rules.LINKS_REFUSED.finding(message, file.place("use_directory_urls"))
    for pointer, reason in _SETTINGS.items():
        if _value(file, pointer):
            name = ".".join(map(str, pointer))
            yield rules.LINKS_REFUSED.finding(f"`{name}` is refused: {reason}", file.place(*pointer))
    if _value(file, ("theme", "font")) is not False:
        message = "`theme.font` is not false, so that Material loads its fonts from Google"
        yield rules.FONT_REFUSED.finding(message, file.place("theme", "font"))


def _refused_plugins(file: MkDocsFile) -> Iterator[Finding]:
    for pointer, name, _ in plugin_names(file):
        if name in _PAGE_MAKERS:
            yield rules.PLUGIN_REFUSED.finding(f"the plugin `{name}` is refused", file.place(*pointer))
        elif name != "clinsum":
            message = f"the plugin `{name}` sees frames instead of pages"
            yield rules.PLUGIN_UNTRIED.finding(message, file.place(*pointer))


def _refused_features(file: MkDocsFile) -> Iterator[Finding]:
    features = _value(file, ("theme", "features"))
    for number, feature in enumerate(features if isinstance(features, list) else ()):
        for start, reason in _FEATURES.items():
            if str(feature).startswith(start):
                place = file.place("theme", "features", number)
                yield rules.FEATURE_REFUSED.finding(f"`{feature}` is refused: {reason}", place)


def _foreign_files(file: MkDocsFile) -> Iterator[Finding]:
    for setting in ("extra_css", "extra_javascript"):
        items = file.values.get(setting)
        for number, item in enumerate(items if isinstance(items, list) else ()):
            path = str(item.get("path", "") if isinstance(item, dict) else item)
            if path.startswith(("http:", "https:", "//")):
                message = f"`{setting}` asks another host: {path}"
                yield rules.LINKS_REFUSED.finding(message, file.place(setting, number))


def _value(file: MkDocsFile, pointer: Pointer) -> Any:
    value: Any = file.values
    for step in pointer:
        value = value.get(step) if isinstance(value, dict) else None
    return value
