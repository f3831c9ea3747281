"""From folder to folder through somebody else's program."""
