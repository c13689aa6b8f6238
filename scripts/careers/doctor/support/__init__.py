"""What examinations share: what is known, and how it is said."""
