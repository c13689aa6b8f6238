"""Where the program touches the world: files, GitHub."""
