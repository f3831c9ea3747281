"""The rules under which a site is published or not."""

from __future__ import annotations

from generator.diagnostics import Rule, Severity


def _rule(code: str, name: str, summary: str, why: str, cure: str) -> Rule:
    return Rule(code=code, name=name, severity=Severity.ERROR, summary=summary, why=why, cure=cure)


OUTPUT_IS_LINK = _rule(
    "PUB001",
    "output-is-link",
    "The output folder is a symbolic link.",
    "The site is published by exchanging two folders; exchanging a link would leave the folder behind it.",
    "Name the folder itself, or let the web server follow a link that points to the folder.",
)
OUTPUT_IS_MOUNT = _rule(
    "PUB002",
    "output-is-mount-point",
    "The output folder is a mount point or cannot be renamed.",
    "Such a folder cannot be exchanged in one step, so readers could meet half a site.",
    "Name a folder inside it, such as `public/site` instead of `public`, and let the web server serve that.",
)
OUTPUT_IS_FOREIGN = _rule(
    "PUB003",
    "output-is-foreign",
    "The output folder holds something that this program did not write.",
    "Publishing replaces the whole folder; what stands in it now would be lost.",
    "Name another folder, or look through this one and remove it yourself.",
)
OUTPUT_IS_BUSY = _rule(
    "PUB004",
    "output-is-busy",
    "Another build writes to the same output folder.",
    "Two builds at once would overwrite each other's files.",
    "Wait until the other build is done, stop it, or build into another folder.",
)
PATH_REFUSED = _rule(
    "PUB005",
    "path-refused",
    "The path of a file of the site is not allowed.",
    "The file would lie outside the output folder, or could not be stored or served on every system.",
    "Rename the entry or file; plain lower-case letters, digits, `-`, `_` and `.` are safe everywhere.",
)
PATHS_COLLIDE = _rule(
    "PUB006",
    "paths-collide",
    "Two files of the site have the same path, or paths that some systems take for the same.",
    "One would overwrite the other, and a reader would get the text of the wrong page.",
    "Rename one of the two so that they differ in more than capitals or the form of a letter.",
)
OUTPUT_FULL = _rule(
    "PUB007",
    "disk-full",
    "There is no room left where the output folder stands.",
    "The site could not be written; the published one stands as it was.",
    "Free some room there (a new site stands beside the old one for a moment), or build into another folder.",
)
OUTPUT_NOT_WRITABLE = _rule(
    "PUB008",
    "output-not-writable",
    "The output folder cannot be written.",
    "The site could not be written; the published one stands as it was.",
    "Check the permissions of the folder and of the folder above it, and the disk; or name another folder.",
)
NOT_A_PLAIN_FILE = _rule(
    "PUB009",
    "not-a-plain-file",
    "Something in the finished site is neither a file nor a folder.",
    "A link, pipe or device in the published folder could show readers files from outside the project.",
    "Remove it from the content, or replace a link by the file that it points to.",
)
