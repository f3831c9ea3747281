"""From a site to bytes: HTML, search records and the other outputs."""
