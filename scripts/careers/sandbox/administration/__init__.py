"""What only an administrator sees and changes."""
