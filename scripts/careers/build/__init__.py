"""A site on disk: its inputs read, its files made and put in place."""
