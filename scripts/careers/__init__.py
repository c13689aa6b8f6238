"""Hiring on GitHub: postings checked by pull request, a careers site, an issue per applicant."""

__version__ = "0.1.0"
