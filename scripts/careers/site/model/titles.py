"""What the site calls itself, and its languages."""

from __future__ import annotations

from careers.site.model.site import Site

# Open Graph wants a territory with each language; these are what networks know a bare one as.
_LOCALES = {
    "bg": "BG", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES",
    "et": "EE", "fi": "FI", "fr": "FR", "he": "IL", "hu": "HU", "it": "IT", "ja": "JP",
    "ko": "KR", "lt": "LT", "lv": "LV", "nb": "NO", "nl": "NL", "pl": "PL", "pt": "BR",
    "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sv": "SE", "tr": "TR", "uk": "UA",
}  # fmt: skip
_TERRITORY = 2


def site_name(site: Site) -> str:
    """``Careers at Example Tools``, in the site's own language."""
    words, company = site.words, site.settings.company.name
    return words("Careers at %(company)s") % {"company": company} if company else words("Careers")


def feed_title(site: Site) -> str:
    """``Open jobs at Example Tools``, in the site's own language."""
    words, company = site.words, site.settings.company.name
    if not company:
        return words("Open jobs")
    return words("Open jobs at %(company)s") % {"company": company}


def locale(language: str) -> str | None:
    """A language (BCP 47) as Open Graph writes it, ``de_DE``; None where its territory is open."""
    name, *parts = language.split("-")
    territory = next((part.upper() for part in parts if len(part) == _TERRITORY), None)
    territory = territory or _LOCALES.get(name.lower())
    return f"{name.lower()}_{territory}" if territory else None
