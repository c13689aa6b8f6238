"""Text and its places: sources, findings, YAML and JSON read strictly, fingerprints."""
