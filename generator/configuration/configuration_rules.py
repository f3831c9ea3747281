"""What is demanded of ``mkdocs.yml``: the rules CONF001 to CONF011."""

from __future__ import annotations

from generator.diagnostics import Rule, Severity

PLUGIN_MISSING = Rule(
    code="CONF001",
    name="plugin-missing",
    severity=Severity.ERROR,
    summary="mkdocs.yml does not name our plugin.",
    why="`mkdocs build` would publish the bare prose, without a single clinical page.",
    cure="Write `plugins:` and below it `- clinsum`.",
)
UNKNOWN_OPTION = Rule(
    code="CONF002",
    name="unknown-option",
    severity=Severity.ERROR,
    summary="The plugin has no such option.",
    why="A mistyped option is silently without effect, and something else than meant is published.",
    cure="Correct or delete it.",
)
WRONG_VALUE = Rule(
    code="CONF003",
    name="wrong-value",
    severity=Severity.ERROR,
    summary="The value does not fit the setting.",
    why="What is published, and where to, depends on it.",
    cure="Write one of the values that the message names.",
)
OUTSIDE_THE_PROJECT = Rule(
    code="CONF004",
    name="outside-the-project",
    severity=Severity.ERROR,
    summary="A folder or file lies outside the project.",
    why="Nothing outside is read or written: a site must be the same on every machine and harm none.",
    cure="Use a path below the folder of mkdocs.yml, without symbolic links that lead out.",
)
OUTPUT_OVERLAPS = Rule(
    code="CONF005",
    name="output-overlaps-sources",
    severity=Severity.ERROR,
    summary="`site_dir` holds sources, or lies among them.",
    why="The published folder is replaced as a whole: the sources in it would be lost.",
    cure="Use a folder of its own, such as `site`.",
)
PLUGIN_REFUSED = Rule(
    code="CONF006",
    name="plugin-refused",
    severity=Severity.ERROR,
    summary="A plugin makes, dates or rewrites pages, which MkDocs never sees here.",
    why="It would publish empty frames as pages, or break the frame that every page is set into.",
    cure="Delete the plugin: search, sitemap, tags and dates are made by clinsum itself.",
)
PLUGIN_UNTRIED = Rule(
    code="CONF007",
    name="plugin-untried",
    severity=Severity.WARNING,
    summary="A plugin that has not been tried with frames.",
    why="It sees empty frames instead of pages, and may change the frame that every page is set into.",
    cure="Look at the pages that are built, or delete the plugin.",
)
FEATURE_REFUSED = Rule(
    code="CONF008",
    name="feature-refused",
    severity=Severity.ERROR,
    summary="A feature of the theme does not work with pages set into frames.",
    why="Readers would be led to pages that do not exist, or load the whole site map with every page.",
    cure="Delete the feature.",
)
LINKS_REFUSED = Rule(
    code="CONF009",
    name="setting-refused",
    severity=Severity.ERROR,
    summary="A setting would break pages or ask another host.",
    why="Readers' browsers must not tell another host what they read, and links must lead to what exists.",
    cure="Delete the setting.",
)
FONT_REFUSED = Rule(
    code="CONF010",
    name="font-refused",
    severity=Severity.ERROR,
    summary="The theme would load fonts from another host.",
    why="Another host would learn which clinical pages a reader opens.",
    cure="Write `font: false` under `theme:`.",
)
REQUIRED = Rule(
    code="CONF011",
    name="setting-required",
    severity=Severity.ERROR,
    summary="A setting that every site needs is absent.",
    why="Addresses, titles and navigation are made from it.",
    cure="Add it; `clinsum new site` writes an example.",
)
