"""What letters share: when they go, their placeholders, how they are filled."""
