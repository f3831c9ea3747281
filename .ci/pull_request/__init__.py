"""What the workflows of a pull request do, with Python's standard library alone.

`.ci/review` runs in the job that has no rights, on the proposal itself. `.ci/post-review` runs in the job that may
write comments, from the default branch, and takes what the first one left for text by a stranger.
"""
