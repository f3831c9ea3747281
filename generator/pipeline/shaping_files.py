"""The files that shape every page of a site, by what tells their bytes from others."""

from __future__ import annotations

from hashlib import sha256

from generator.configuration import Options
from generator.sources.project_files import list_files, read_bytes

_LIMIT = 32 * 1024 * 1024


def shaping_files(options: Options) -> dict[str, str]:
    """The sha256 of the settings and of each template, by path; of one that cannot be read, a word instead.

    Lists of words are left out: they are compared word by word.
    """
    project = options.project
    templates = options.templates.relative_to(project).as_posix()
    listed = list_files(project, templates)[0] if options.templates.is_dir() else []
    names = [name for name in listed if not name.startswith(f"{templates}/words/")]
    return {
        name: _digest(options, name) for name in (options.config_file.relative_to(project).as_posix(), *names)
    }


def _digest(options: Options, name: str) -> str:
    data, findings = read_bytes(options.project, name, _LIMIT)
    return "unread" if findings else sha256(data).hexdigest()
