"""What merging does, for its readers: a sentence, text for a terminal, Markdown for GitHub."""
