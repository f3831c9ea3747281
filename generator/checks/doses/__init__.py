"""Whether a dose is data, and complete."""
