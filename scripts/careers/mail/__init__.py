"""The mailbox that applications arrive in, by IMAP over TLS."""

from careers.mail._trouble import CutError
from careers.mail.mailbox import Arrived, Mailbox, secrets_of
from careers.mail.tokens import access_token

__all__ = ["Arrived", "CutError", "Mailbox", "access_token", "secrets_of"]
