"""Loading and checking: what ``clinsum check`` does, and the first half of a build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.checks import check
from generator.compiler.context import EditionKey, SiteContext
from generator.compiler.edition_body import EditionBody
from generator.compiler.kept_rules import kept_findings
from generator.compiler.kept_text import KeptTexts, kept_texts
from generator.compiler.site import compile_bodies
from generator.configuration import Options, PublishScope
from generator.diagnostics import Finding
from generator.model.library import Library
from generator.package_files import packaged_templates
from generator.pages.site_text import EditionText, edition_text
from generator.pipeline.editorial_record import EditorialRecord, editorial_record
from generator.pipeline.run_context import RunContext
from generator.sources.closures import read_closures
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
    record: EditorialRecord
    kept: KeptTexts

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What stops a build."""
        return tuple(finding for finding in self.findings if finding.stops)


def inspect(
    options: Options,
    run: RunContext,
    say: Say = lambda text: None,
    *,
    whole: bool = True,
    with_rules: bool = True,
) -> Inspection:
    """Read, word and check a project. Never raises for content.

    Unless it is looked at as a ``whole``, rules that compare entries with each other do not run; without
    ``with_rules`` none does: of what was found stands there what could not be read, and what the record says.
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
    closures = read_closures(project, options.content.relative_to(project).as_posix())
    record = editorial_record(library, bodies, closures, run.today)
    context = replace(
        context,
        states=record.states,
        verified=record.verified,
        suspended=record.suspended,
        history=run.history,
        version_changes=record.version_changes,
        closures=closures,
        closure_files=closures.files,
    )
    kept = kept_texts(library, context)
    checked = (
        check(
            library,
            record.states,
            run.today,
            site_texts(bodies),
            retractions=run.retractions,
            history=run.history,
            whole=whole,
        )
        if with_rules
        else ()
    )
    of_the_record = (*record.findings, *kept_findings(library, kept))
    given_once = dict.fromkeys((*found, *word_findings, *checked, *of_the_record))
    findings = sorted(given_once, key=lambda finding: finding.sort_key)
    say("checked")
    return Inspection(library, bodies, context, tuple(findings), record, kept)


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
