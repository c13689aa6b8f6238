"""The labels of the candidates' repository: their names, their looks, how they come about."""
