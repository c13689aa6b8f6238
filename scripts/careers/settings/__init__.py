"""The company's settings, read from ``careers.toml``."""

from careers.settings.apply import ApplySettings
from careers.settings.company import CompanySettings, PromiseSettings, Weekday
from careers.settings.model import Settings, read_settings
from careers.settings.site import LinkedInSettings, SiteSettings, ThemeSettings

__all__ = [
    "ApplySettings",
    "CompanySettings",
    "LinkedInSettings",
    "PromiseSettings",
    "Settings",
    "SiteSettings",
    "ThemeSettings",
    "Weekday",
    "read_settings",
]
