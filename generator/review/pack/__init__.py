"""Old and new pages side by side, as files to open by double click."""
