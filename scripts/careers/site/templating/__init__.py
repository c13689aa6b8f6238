"""Templates filled: environment, theme, single files."""
