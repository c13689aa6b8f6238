"""What is published: jobs, addresses, facts, editions."""
