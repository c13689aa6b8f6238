"""What reports share: the facts they are made of, and the forms in which they are shown."""
