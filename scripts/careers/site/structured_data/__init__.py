"""JSON-LD for search engines."""
