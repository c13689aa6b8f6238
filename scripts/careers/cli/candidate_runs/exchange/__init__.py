"""Takes candidates out of the repository, and brings them in."""
