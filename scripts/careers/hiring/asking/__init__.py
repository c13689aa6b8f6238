"""What people ask for by a comment: the days they name, and what is written once it is decided."""
