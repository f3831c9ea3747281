"""What an entry, a dose, an evidence statement, a person and a decision are."""
