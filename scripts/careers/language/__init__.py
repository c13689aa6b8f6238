"""The language of a text, and the words of the languages that are understood."""
