"""What the verbs of whoever sets careers up share."""
