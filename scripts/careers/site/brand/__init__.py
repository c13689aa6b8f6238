"""The company's look, all of it derived from a name, a colour and a preset."""
