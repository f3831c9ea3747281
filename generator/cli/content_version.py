"""Content in another form than the one that this program reads: the one thing to say of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from generator.cli.console import EXIT_IMPOSSIBLE, print_findings

if TYPE_CHECKING:
    from generator.configuration import Options


def stop_at_other_version(options: Options) -> None:
    """Print why the content cannot be read and end the command; nothing where it is in the current form.

    Nothing is read of such content, so that every other answer (“there is no entry”) would be wrong.
    """
    from generator.sources.schema_version import version_findings

    content = options.content.relative_to(options.project).as_posix()
    if found := version_findings(options.project, content):
        print_findings(found)
        sys.exit(EXIT_IMPOSSIBLE)
