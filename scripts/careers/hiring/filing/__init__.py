"""The files of candidates: which are to be kept, where, and what is said of them."""
