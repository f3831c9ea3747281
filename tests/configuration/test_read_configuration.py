"""``mkdocs.yml`` is checked with places: what cannot work with frames is refused before anything is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.configuration import Engine, PublishScope, read_configuration, theme_folders
from generator.diagnostics import Finding, Place, Severity

_ROOT = Path(__file__).resolve().parents[2]
_GOOD = """\
site_name: Ward 7
site_url: https://ward.example/summaries
docs_dir: content/pages
nav:
  - Home: index.md
theme:
  name: material
  font: false
  language: de
plugins:
  - clinsum:
      publish: approved
"""


def _findings(tmp_path: Path, text: str) -> tuple[Finding, ...]:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    return read_configuration(tmp_path / "mkdocs.yml")[1]


def _codes(tmp_path: Path, text: str) -> list[tuple[str, int]]:
    return [(finding.code, finding.place.line) for finding in _findings(tmp_path, text)]


def test_the_configuration_of_this_repository_has_no_findings() -> None:
    options, findings = read_configuration(_ROOT / "mkdocs.yml")
    assert findings == ()
    assert options.publish is PublishScope.ALL
    assert options.demonstration


def test_options_are_read_as_values_with_absolute_paths(tmp_path: Path) -> None:
    text = _GOOD + "      engine: zensical\n      content: texts\n      search: false\n"
    assert _findings(tmp_path, text) == ()
    options, _ = read_configuration(tmp_path / "mkdocs.yml")
    assert options.content == tmp_path / "texts"
    assert options.pages == tmp_path / "content" / "pages"
    assert options.output == tmp_path / "site"
    assert (options.engine, options.publish, options.search) == (
        Engine.ZENSICAL,
        PublishScope.APPROVED,
        False,
    )
    assert options.language == "de"
    assert options.site_url == "https://ward.example/summaries/"


def test_the_cautious_defaults_hold_where_nothing_is_said(tmp_path: Path) -> None:
    assert _findings(tmp_path, _GOOD.replace("clinsum:\n      publish: approved\n", "clinsum\n")) == ()
    options, _ = read_configuration(tmp_path / "mkdocs.yml")
    assert options.publish is PublishScope.APPROVED
    assert not options.demonstration


@pytest.mark.parametrize("plugin", ["social", "tags", "blog", "search", "material/search", "minify", "rss"])
def test_plugins_that_make_or_change_pages_are_refused(tmp_path: Path, plugin: str) -> None:
    assert _codes(tmp_path, f"{_GOOD}  - {plugin}\n") == [("CONF006", 13)]


def test_dates_by_git_are_refused_whether_the_plugins_are_a_list_or_a_mapping(tmp_path: Path) -> None:
    assert _codes(tmp_path, _GOOD + "  - git-revision-date-localized:\n      type: date\n") == [
        ("CONF006", 13)
    ]
    head = _GOOD.split("plugins:", maxsplit=1)[0]
    mapping = head + "plugins:\n  clinsum:\n  git-revision-date:\n    type: x\n"
    assert _codes(tmp_path, mapping) == [("CONF006", 13)]


def test_an_untried_plugin_is_a_warning(tmp_path: Path) -> None:
    (finding,) = _findings(tmp_path, _GOOD + "  - macros\n")
    assert (finding.code, finding.severity) == ("CONF007", Severity.WARNING)


@pytest.mark.parametrize(
    "setting",
    [
        "use_directory_urls: false",
        "repo_url: https://code.example/a/b",
        "edit_uri: edit/main",
        "extra:\n  alternate:\n    - link: /de/",
        "extra:\n  analytics: {provider: google}",
        "extra_css: [https://cdn.example/a.css]",
        "extra_javascript:\n  - path: //cdn.example/a.js",
    ],
)
def test_settings_that_break_pages_or_ask_other_hosts_are_refused(tmp_path: Path, setting: str) -> None:
    (finding,) = _findings(tmp_path, _GOOD + setting + "\n")
    assert finding.code == "CONF009"
    assert finding.place.line >= 13


@pytest.mark.parametrize(
    "feature", ["navigation.instant", "navigation.instant.prefetch", "navigation.footer"]
)
def test_features_that_do_not_work_with_frames_are_refused(tmp_path: Path, feature: str) -> None:
    text = _GOOD.replace("  language: de\n", f"  features:\n    - navigation.tabs\n    - {feature}\n")
    assert _codes(tmp_path, text) == [("CONF008", 11)]


@pytest.mark.parametrize("font", ["", "  font:\n    text: Inter\n"])
def test_fonts_of_another_host_are_refused_also_where_they_are_the_default(tmp_path: Path, font: str) -> None:
    assert [code for code, _ in _codes(tmp_path, _GOOD.replace("  font: false\n", font))] == ["CONF010"]


def test_a_folder_of_overrides_by_the_way_of_mkdocs_is_refused(tmp_path: Path) -> None:
    text = _GOOD.replace("  language: de\n", "  custom_dir: overrides\n")
    assert _codes(tmp_path, text) == [("CONF009", 9)]


@pytest.mark.parametrize(
    ("option", "code", "words"),
    [
        ("publsh: all", "CONF002", "did you mean `publish`"),
        ("publish: everything", "CONF003", "`approved` or `all`"),
        ("demonstration: maybe", "CONF003", "true or false"),
        ("engine: hugo", "CONF003", "`mkdocs` or `zensical`"),
        ("content: 7", "CONF003", "a text"),
        ("content: ../elsewhere", "CONF004", "out of the project"),
        ("bibliography: /etc/passwd", "CONF004", "out of the project"),
    ],
)
def test_a_wrong_option_is_told_with_its_line_and_what_would_be_right(
    tmp_path: Path, option: str, code: str, words: str
) -> None:
    (finding,) = _findings(tmp_path, _GOOD.replace("publish: approved", option))
    assert finding.code == code
    assert finding.place.line == 12
    assert words in finding.message
    assert finding.cure


def test_a_link_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    project = tmp_path / "project"
    project.mkdir()
    (project / "content").symlink_to(tmp_path / "outside", target_is_directory=True)
    assert {code for code, _ in _codes(project, _GOOD)} == {"CONF004"}


@pytest.mark.parametrize("output", ["content", "content/site", "."])
def test_the_published_folder_never_overlaps_the_sources(tmp_path: Path, output: str) -> None:
    assert {code for code, _ in _codes(tmp_path, f"{_GOOD}site_dir: {output}\n")} == {"CONF005"}


def test_what_every_site_needs_is_asked_for(tmp_path: Path) -> None:
    messages = [finding.message for finding in _findings(tmp_path, "theme: {name: material, font: false}\n")]
    for name in ("clinsum", "site_name", "site_url", "nav"):
        assert any(f"`{name}`" in message for message in messages)


@pytest.mark.parametrize(
    "text", ["", "a: [", "- a", "plugins: 7\ntheme: 8\nnav: 9\n", "plugins: [[1]]\nextra: x\n"]
)
def test_no_file_whatever_raises(tmp_path: Path, text: str) -> None:
    findings = _findings(tmp_path, text)
    assert any(finding.severity is Severity.ERROR for finding in findings)
    assert all(finding.place.file == "mkdocs.yml" for finding in findings)


def test_an_absent_file_is_a_finding(tmp_path: Path) -> None:
    _, findings = read_configuration(tmp_path / "mkdocs.yml")
    assert [finding.place for finding in findings] == [Place("mkdocs.yml")]


def test_the_sites_own_overrides_stand_before_the_packaged_ones(tmp_path: Path) -> None:
    assert _findings(tmp_path, _GOOD) == ()
    options, _ = read_configuration(tmp_path / "mkdocs.yml")
    packaged = theme_folders(options)
    assert [(folder / "main.html").is_file() for folder in packaged] == [True]
    (tmp_path / "site_templates" / "theme").mkdir(parents=True)
    assert theme_folders(options) == (tmp_path / "site_templates" / "theme", *packaged)
