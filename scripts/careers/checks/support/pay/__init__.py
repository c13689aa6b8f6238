"""What a posting says of pay, and what the law says of it."""
