"""References from other programs: BibTeX, RIS and PubMed text to works of the bibliography."""
