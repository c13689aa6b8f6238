"""What is to be told: decisions ask for it, the record keeps it, ``tend`` alone sends it."""
