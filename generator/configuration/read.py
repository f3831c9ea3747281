"""Read ``mkdocs.yml``: the options of a build and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.configuration import configuration_rules as rules
from generator.configuration.options import Options
from generator.configuration.plugin_options import PATH_DEFAULTS, parse_plugin_options
from generator.configuration.refused_settings import plugin_names, refused_settings
from generator.diagnostics import Finding, Place, Pointer
from generator.engines.engine_error import EngineError
from generator.engines.mkdocs_file import MkDocsFile, read_mkdocs_file


def read_configuration(mkdocs_yml: Path) -> tuple[Options, tuple[Finding, ...]]:
    """The options of the site and every finding on the file, in its order. Never raises for its content.

    Where a setting is unusable its default stands in, so that the findings can be shown together; with an
    error among them nothing must be built.
    """
    try:
        file = read_mkdocs_file(mkdocs_yml)
    except EngineError as error:
        return _options(MkDocsFile(mkdocs_yml.name, {}, {}), mkdocs_yml, {}), error.findings
    pointer, given = _our_plugin(file)
    values, findings = parse_plugin_options(given, file, pointer)
    options = _options(file, mkdocs_yml, values)
    found = [*findings, *refused_settings(file), *_absent(file, pointer), *_misplaced(file, options, pointer)]
    return options, tuple(sorted(found, key=lambda finding: finding.sort_key))


def _our_plugin(file: MkDocsFile) -> tuple[Pointer, Any]:
    for pointer, name, options in plugin_names(file):
        if name == "clinsum":
            place: Pointer = pointer if pointer[-1] == name else (*pointer, name)
            return place, options
    return (), None


def _options(file: MkDocsFile, path: Path, values: dict[str, Any]) -> Options:
    project = path.absolute().parent
    theme = file.values.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    given = {"language": str(language or "en"), **PATH_DEFAULTS, **values}
    paths = {name: project / given.pop(name) for name in PATH_DEFAULTS}
    return Options(
        project=project,
        config_file=path.absolute(),
        pages=project / _text(file, "docs_dir", "content/pages"),
        output=project / _text(file, "site_dir", "site"),
        site_name=_text(file, "site_name", "Clinical Summaries"),
        site_url=_text(file, "site_url", "https://example.invalid/").rstrip("/") + "/",
        **paths,
        **given,
    )


def _text(file: MkDocsFile, name: str, default: str) -> str:
    value = file.values.get(name)
    return value if isinstance(value, str) and value else default


def _absent(file: MkDocsFile, our_plugin: Pointer) -> Iterator[Finding]:
    whole = Place(file.name)
    if not our_plugin:
        yield rules.PLUGIN_MISSING.finding("`plugins` does not name `clinsum`", file.place("plugins"))
    for name in ("site_name", "site_url", "nav"):
        if not file.values.get(name):
            yield rules.REQUIRED.finding(f"`{name}` is absent", whole)
    url = file.values.get("site_url")
    if url and not str(url).startswith(("https://", "http://")):
        message = f"`site_url` is {url!r}, not an address that begins with https://"
        yield rules.WRONG_VALUE.finding(message, file.place("site_url"))
    theme = file.values.get("theme")
    if (theme.get("name") if isinstance(theme, dict) else theme) != "material":
        message = "`theme.name` is not `material`, the theme that the frame is made for"
        yield rules.WRONG_VALUE.finding(message, file.place("theme", "name"))


def _misplaced(file: MkDocsFile, options: Options, our_plugin: Pointer) -> Iterator[Finding]:
    settings: dict[str, tuple[Path, Pointer]] = {
        name: (getattr(options, name), (*our_plugin, name)) for name in PATH_DEFAULTS
    }
    settings["docs_dir"] = (options.pages, ("docs_dir",))
    settings["site_dir"] = (options.output, ("site_dir",))
    project = options.project.resolve()
    for name, (path, pointer) in settings.items():
        if not path.resolve().is_relative_to(project):
            message = f"`{name}` leads out of the project"
            yield rules.OUTSIDE_THE_PROJECT.finding(message, file.place(*pointer))
        elif name != "site_dir" and _overlap(options.output.resolve(), path.resolve()):
            message = f"`site_dir` and `{name}` overlap"
            yield rules.OUTPUT_OVERLAPS.finding(message, file.place("site_dir"))
    if options.output.resolve() == project:
        yield rules.OUTPUT_OVERLAPS.finding("`site_dir` is the project itself", file.place("site_dir"))


def _overlap(output: Path, source: Path) -> bool:
    return output.is_relative_to(source) or source.is_relative_to(output)
