"""Words, dates, amounts and places in a language."""
