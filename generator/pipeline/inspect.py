"""Loading and checking: what ``clinsum check`` does, and the first half of a build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.checks import check
from generator.compiler.context import EditionKey, SiteContext
from generator.compiler.edition_body import EditionBody
from generator.compiler.site import compile_bodies
from generator.configuration import Options, PublishScope
from generator.diagnostics import Finding
from generator.model.digest import EditionDigests
from generator.model.library import Library
from generator.model.state import Digests, EditionState, edition_state
from generator.package_files import packaged_templates
from generator.pages.site_text import EditionText, edition_text
from generator.pipeline.run_context import RunContext
from generator.sources.load import load_library
from generator.sources.words import read_words

Say = Callable[[str], None]


class BuildStopped(Exception):
    """Findings that stop a build. Nothing was published; the old site stands as it was."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        errors = [finding for finding in findings if finding.stops]
        super().__init__("; ".join(f"{one.place}: {one.code} {one.message}" for one in errors))
        self.findings = findings


@dataclass(frozen=True)
class Inspection:
    """A library with the wording and the state of every edition, and everything that was found."""

    library: Library
    bodies: Mapping[EditionKey, EditionBody]
    context: SiteContext
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What stops a build."""
        return tuple(finding for finding in self.findings if finding.stops)


def inspect(
    options: Options, run: RunContext, say: Say = lambda text: None, *, whole: bool = True
) -> Inspection:
    """Read, word and check a project. Never raises for content.

    Unless it is looked at as a ``whole``, rules that compare entries with each other do not run.
    """
    project = options.project
    library, found = load_library(
        project,
        options.content.relative_to(project).as_posix(),
        options.bibliography.relative_to(project).as_posix(),
        lambda read, total: say(f"reading {read} of {total}"),
    )
    words, word_findings = read_words(template_folders(options), options.language)
    context = SiteContext(
        today=run.today,
        words=words,
        title=options.site_name,
        publishes_all=options.publish is PublishScope.ALL,
        is_demonstration=options.demonstration,
        is_preview=run.is_preview,
        language=options.language,
    )
    say(f"{sum(1 for _ in library.entries())} entries read")
    bodies = compile_bodies(library, context)
    states = _states(library, bodies, run)
    checked = check(
        library,
        states,
        run.today,
        site_texts(bodies),
        retractions=run.retractions,
        history=run.history,
        whole=whole,
    )
    given_once = dict.fromkeys((*found, *word_findings, *checked))
    findings = sorted(given_once, key=lambda finding: finding.sort_key)
    say("checked")
    return Inspection(library, bodies, replace(context, states=states), tuple(findings))


def site_texts(bodies: Mapping[EditionKey, EditionBody]) -> tuple[EditionText, ...]:
    """What readers will read of every edition."""
    return tuple(
        edition_text(entry, audience, body.heading, body.lead, body.sections)
        for (entry, audience), body in bodies.items()
    )


def template_folders(options: Options) -> tuple[Path, ...]:
    """The site's own templates over the packaged ones, file by file."""
    return tuple(
        dict.fromkeys(folder for folder in (options.templates, packaged_templates()) if folder.is_dir())
    )


def _states(
    library: Library, bodies: Mapping[EditionKey, EditionBody], run: RunContext
) -> dict[EditionKey, EditionState]:
    states = {}
    contents = EditionDigests(library)
    for key, body in bodies.items():
        digests = Digests(contents.of(body.edition, body.audience.id), body.words_digest)
        states[key] = edition_state(library, body.entry, body.audience.id, digests, run.today)
    return states
