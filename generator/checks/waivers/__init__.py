"""Whether a waiver is about something that is found, and somebody answers for it."""
