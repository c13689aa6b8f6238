"""Other sites: whether links lead somewhere, images of other hosts."""
