"""Acts on many candidates, from a job's issue."""
