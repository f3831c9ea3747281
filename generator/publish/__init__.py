"""The only writer of the published folder: staging, manifest, atomic switch.

The folder is always wholly the old site or wholly the new one. A run that was killed leaves at most
neighbours of the folder behind (``.site.staging-…``), which the next run clears away.
"""

from generator.publish.manifest import MANIFEST_NAME, FileRecord, Manifest
from generator.publish.publication import publish
from generator.publish.refusal import PublishRefused
from generator.publish.report import PublishReport
from generator.publish.staging import OutputFile, Staging

__all__ = [
    "MANIFEST_NAME",
    "FileRecord",
    "Manifest",
    "OutputFile",
    "PublishRefused",
    "PublishReport",
    "Staging",
    "publish",
]
