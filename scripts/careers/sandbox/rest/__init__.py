"""The REST calls: which function answers which, and how an answer is shaped."""
