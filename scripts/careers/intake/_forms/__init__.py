"""What a form asks, and which answer is which field of an application."""
