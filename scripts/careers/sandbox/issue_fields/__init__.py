"""The fields of an organisation's issues."""
