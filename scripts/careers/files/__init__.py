"""Files of this machine: postings, settings, templates, git."""
