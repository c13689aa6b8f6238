"""Acts on many candidates, from a job's issue: a plan first, then a box that carries it out."""
