"""Whether what is said names what it stands on."""
