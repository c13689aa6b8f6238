"""The careers site: a pure function of postings, settings, templates and the day."""
