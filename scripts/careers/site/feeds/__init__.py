"""One module a feed."""
