"""The words of texts: what an author wrote, sentences, names, numbers, how hard they are to read."""
