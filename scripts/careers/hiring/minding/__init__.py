"""What is due to whom: patience, promises, dates that pass, silence; and what is said of it."""
