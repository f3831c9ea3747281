"""What doses come to, and which of them can be compared."""
