"""The two repositories that the sandbox of the tests holds."""

PUBLIC = "example-tools/careers"
PRIVATE = "example-tools/candidates"
