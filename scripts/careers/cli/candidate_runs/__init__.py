"""The runs that write to candidates: one module a run, and what brings an issue to rest."""
