"""What is not approved appears publicly only as id and state: no byte of any output carries its text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pipeline.html_pages import dead_links
from tests.pipeline.sentinels import Sentinels, unpacked
from tests.site_project import ROOT, SiteProject, reviewed

_GOLDEN = ROOT / "tests" / "golden"
_ENTRIES = {
    "summaries/everything.yml": "summary",
    "summaries/whole.yml": "full-model",
    "medications/examplitis-medication.yml": "medication",
    "medications/whole-medication.yml": "full-model",
    "drugs/examplin.yml": "drug",
    "drugs/otherin.yml": "drug",
    "conditions/examplitis.yml": "summary",
}
_EDITIONS = (
    ("everything", "clinician"),
    ("everything", "patient"),
    ("whole", "clinician"),
    ("whole", "patient"),
    ("examplitis-medication", "clinician"),
    ("whole-medication", "clinician"),
    ("whole-medication", "patient"),
    ("examplin", "clinician"),
    ("examplitis", "clinician"),
)


def _full_project(folder: Path) -> SiteProject:
    """The starter's frame with the entries of the golden cases, which have every field, and nothing approved."""
    project = reviewed(folder)
    for name in ("summaries", "drugs", "conditions"):
        shutil.rmtree(folder / "content" / name)
    for name, case in _ENTRIES.items():
        target = folder / "content" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(_GOLDEN / case / "project" / "content" / name, target)
    audiences = _GOLDEN / "full-model" / "project" / "content" / "audiences"
    shutil.copytree(audiences, folder / "content" / "audiences", dirs_exist_ok=True)
    golden = _GOLDEN / "summary" / "project"
    shutil.copytree(golden / "content" / "images", folder / "content" / "images")
    shutil.copy(golden / "content" / "people" / "board.yml", folder / "content" / "people")
    shutil.copy(golden / "references.bib", folder / "references.bib")
    (folder / "content" / "pages" / "index.md").write_text(
        "# Home\n\nSee [it](entry:everything).\n", encoding="utf-8"
    )
    return project


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sentinels]:
    """The project with a word of its own in every text; made once, and copied."""
    project = _full_project(tmp_path_factory.mktemp("filled") / "project")
    sentinels = Sentinels()
    for name in _ENTRIES:
        sentinels.fill(project.path(f"content/{name}"))
    project.edit("references.bib", "Guideline on examplitis", "Says zq9999x")
    sentinels.place_of["zq9999x"] = "references.bib"
    return project.folder, sentinels


def _copied(
    filled: tuple[Path, Sentinels], folder: Path, *, publish: str = "approved", demonstration: bool = False
) -> tuple[SiteProject, Sentinels]:
    shutil.copytree(filled[0], folder)
    project = SiteProject(folder)
    if publish != "approved":
        project.edit("mkdocs.yml", "publish: approved", f"publish: {publish}")
    if demonstration:
        project.edit("mkdocs.yml", "demonstration: false", "demonstration: true")
    return project, filled[1]


def test_every_kind_of_text_is_looked_for(filled: tuple[Path, Sentinels], tmp_path: Path) -> None:
    """The sentinels are worth nothing unless they stand where readers read, when all is published."""
    project, sentinels = _copied(filled, tmp_path / "project", publish="all", demonstration=True)
    project.build(search=True)
    leaked = " ".join(sentinels.leaked(project.published()))
    assert len(sentinels.place_of) > 150
    for part in (
        *("question.clinician", "question.patient", "doses.examplin-usual.label", "harms.0.wording"),
        *("source.title", "images.0.alt", "changes.0.note", "brands.0.name", "synonyms.0", "description"),
        *("classes.0.title", "algorithm.0.wording", "references.bib"),
    ):
        assert part in leaked, part
    assert "pagefind/" in leaked
    assert "source_errors" not in leaked


_NOT_FOR_READERS = {"source_errors.0.claim", "source_errors.0.why"}
"""Known errors of a source are kept for the reviewer."""

_ONLY_AS_SPELLING = {"tall_man.spelling", "tall_man.of", "tall_man.list"}
"""A spelling is used only where the list spells the very name of the drug, which a sentinel never is."""


def test_whatever_an_editor_writes_is_read_by_somebody(
    filled: tuple[Path, Sentinels], tmp_path: Path
) -> None:
    """A text that no page shows is lost without a word: a form, a comparator's name, the basis of a warning."""
    project, sentinels = _copied(filled, tmp_path / "project", publish="all", demonstration=True)
    project.build(search=False)
    pages = {path: data for path, data in project.published().items() if path.endswith(".html")}
    shown = {place.partition(": ")[2] for place in sentinels.leaked(pages)}
    exempt = _NOT_FOR_READERS | _ONLY_AS_SPELLING
    lost = {place for place in sentinels.place_of.values() if place.partition(": ")[2] not in exempt}
    assert lost - shown == set()


def test_no_text_of_what_nobody_approved_is_published(filled: tuple[Path, Sentinels], tmp_path: Path) -> None:
    project, sentinels = _copied(filled, tmp_path / "project")
    project.build(search=True)
    files = project.published()
    assert sentinels.leaked(files) == []
    assert dead_links(files) == []
    # Id and state are what is public.
    status = project.page("status")
    assert "everything" in status
    assert "Draft" in status
    assert "everything" in project.page("summaries")
    # Not the pictures either.
    assert not [path for path in files if "plexus" in path]
    assert not (project.site / "summaries" / "everything" / "clinician").exists()
    assert not (project.site / "drugs" / "examplin").exists()


def test_an_approved_edition_publishes_itself_and_not_its_neighbours(
    filled: tuple[Path, Sentinels], tmp_path: Path
) -> None:
    project, sentinels = _copied(filled, tmp_path / "project")
    _settle(project)
    project.approve("everything", "patient")
    project.build(search=True)
    files = project.published()
    leaked = sentinels.leaked(files)
    assert any(place.endswith("everything: question.patient") for place in leaked)
    assert [place for place in leaked if "clinician" in place.split(": ")[1]] == []
    assert [place for place in leaked if "examplitis-medication: " in place] == []
    assert not (project.site / "summaries" / "everything" / "clinician").exists()
    assert dead_links(files) == []


def _settle(project: SiteProject) -> None:
    """What the publish gate demands of approved text, so that the approved entry can be built."""
    name = "content/summaries/everything.yml"
    data = yaml.load(project.path(name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for statement in (
        *data["recommendations"][0]["not_when"],
        *data["recommendations"][0]["cost_and_access"],
    ):
        statement["cites"] = ["roe-2020"]
    data["monitoring"][1]["cites"] = ["roe-2020"]
    data["doses"]["examplin-pulse"]["route"] = data["doses"]["either"]["route"] = "oral"
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    project.write(name, text.replace("uncited-in-source", "[roe-2020]").replace("- lost-1", "- roe-2020"))


@pytest.mark.parametrize("kind", ["withdraw", "suspend", "supersede"])
def test_a_notice_carries_no_clinical_text(filled: tuple[Path, Sentinels], tmp_path: Path, kind: str) -> None:
    project, sentinels = _copied(filled, tmp_path / "project", publish="all", demonstration=True)
    for entry in dict.fromkeys(entry for entry, _ in _EDITIONS):
        project.decide(kind, entry, "rae", "2026-11-25T10:00:00Z")
    project.decide(kind, "otherin", "rae", "2026-11-25T10:00:00Z")
    project.build(search=True)
    files = project.published()
    assert sentinels.leaked(files) == []
    assert dead_links(files) == []
    said = {"withdraw": "withdrawn", "suspend": "suspended", "supersede": "superseded"}[kind]
    page = project.page("summaries/everything/clinician")
    assert said in page.lower()
    assert "noindex" in page
    assert said in project.page("drugs/examplin").lower()
    assert "summaries/everything" not in files["sitemap.xml"].decode()


def test_words_for_patients_are_published_unapproved_by_a_demonstration_only(
    filled: tuple[Path, Sentinels], tmp_path: Path
) -> None:
    project, sentinels = _copied(filled, tmp_path / "project", publish="all", demonstration=False)
    project.build(search=True)
    leaked = sentinels.leaked(project.published())
    assert [place for place in leaked if place.endswith(".patient")] == []
    assert any(place.endswith("question.clinician") for place in leaked)
    assert dead_links(project.published()) == []


def test_text_that_changed_after_its_approval_is_not_published(
    filled: tuple[Path, Sentinels], tmp_path: Path
) -> None:
    project = reviewed(tmp_path / "project")
    name = "content/summaries/example-question.yml"
    project.edit(name, "route: not-stated", "route: oral")
    project.approve("example-question", "clinician", "patient")
    project.build()
    assert "first choice" in project.page("summaries/example-question/clinician")
    project.edit(name, "the example drug is the first choice", "zq0001x is the first choice")
    project.build(search=True)
    assert [path for path, data in project.published().items() if b"zq0001x" in unpacked(data)] == []
    assert not (project.site / "summaries" / "example-question" / "clinician").exists()
    # The words for patients did not change, so their approval holds.
    assert "is tried first" in project.page("summaries/example-question/patient")


_KINDS = st.sampled_from(
    ["submit", "start-review", "object", "reject", "suspend", "withdraw", "supersede", "lift"]
)


@settings(max_examples=10)
@given(
    decisions=st.lists(
        st.tuples(_KINDS, st.sampled_from(_EDITIONS), st.sampled_from(["rae", "sam"])), max_size=6
    )
)
def test_whatever_is_decided_short_of_approval_nothing_of_the_text_is_shown(
    decisions: list[tuple[str, tuple[str, str], str]],
    filled: tuple[Path, Sentinels],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    project, sentinels = _copied(filled, tmp_path_factory.mktemp("decided") / "project")
    for number, (kind, (entry, audience), by) in enumerate(decisions):
        audiences = (audience,) if kind == "object" else ()
        project.decide(kind, entry, by, f"2026-11-2{number}T10:00:00Z", audiences=audiences)
    prepared = project.prepare()
    shown = {path: f"{article}".encode() for path, article in prepared.articles.items()}
    shown |= {record.path: f"{record}".encode() for record in prepared.records}
    shown["redirects"] = f"{prepared.site.redirects}".encode()
    assert sentinels.leaked(shown) == []
