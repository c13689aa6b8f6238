"""What a mail says: who wrote it, for which job, in whose words, and whether it is a letter."""
