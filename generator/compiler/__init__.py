"""From the library and an audience to the pages of a site."""
