"""From files to documents with places, and from documents to the library."""
