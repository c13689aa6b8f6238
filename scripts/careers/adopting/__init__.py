"""Postings of another form become ours: texts in, texts out, and what nobody could know."""
