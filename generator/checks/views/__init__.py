"""What several rules look at: one view of the library a module, none of them a rule."""
