"""What is to be told to a candidate: decisions ask for it, the record keeps it, ``tend`` sends it."""
