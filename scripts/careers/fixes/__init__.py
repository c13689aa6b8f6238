"""Mends postings: what findings say (``fix``), and how a file is laid out (``fmt``)."""
