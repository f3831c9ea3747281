"""Whether the words are as firm as the evidence, and no firmer."""
