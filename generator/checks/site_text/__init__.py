"""Rules on what readers read: how doses, units, names and words are written."""
