"""An application as it arrives: what is pinned, who it is of, what cannot be taken."""
