"""Whom GitHub would send a mail."""
