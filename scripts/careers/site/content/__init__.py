"""A posting's text as HTML for its page."""
