"""Letters between a candidate and the team: how an answer finds the issue that it belongs to."""
