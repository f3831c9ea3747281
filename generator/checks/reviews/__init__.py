"""Whether the dates and the record of reviews hold."""
