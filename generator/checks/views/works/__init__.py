"""Works and the record: who published them, what became of them, who decided when, for whom."""
