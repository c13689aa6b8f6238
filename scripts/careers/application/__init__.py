"""An application: what somebody sent, taken as it can be; its JSON Schema for those who send."""

from careers.application.model import Application, SentFile, canonical, schema
from careers.application.reading import read_application

__all__ = ["Application", "SentFile", "canonical", "read_application", "schema"]
