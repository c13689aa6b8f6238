"""An application: what somebody sent, taken as it can be; its JSON Schema for those who send."""

from careers.application.model import Application, canonical, schema
from careers.application.reading import read_application

__all__ = ["Application", "canonical", "read_application", "schema"]
