"""What texts claim: how firmly, of which drug, on which evidence."""
