"""Offers: their versions, who says yes to one, and what the candidate answers."""
