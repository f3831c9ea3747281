"""A change in the words of a clinician."""
