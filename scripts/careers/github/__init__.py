"""GitHub as a program sees it; the only import of PyGithub."""
