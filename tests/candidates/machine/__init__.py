"""The machine that drives the pipeline by random events; ``pipeline`` puts its parts together."""
