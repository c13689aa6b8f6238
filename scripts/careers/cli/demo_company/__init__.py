"""The demo: a company on a sandboxed GitHub, the scenes it plays, and how they are shown."""
