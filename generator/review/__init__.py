"""Review and audit: what changed clinically, in which words, what it needs, and whether the record holds."""
