"""A company's two repositories on GitHub: how they stand, and what would set them up."""
