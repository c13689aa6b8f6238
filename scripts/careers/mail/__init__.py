"""The outside world of mail: mailboxes that are read, servers that letters are given to."""
