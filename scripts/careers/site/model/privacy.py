"""Which text on privacy somebody agreed to."""

from __future__ import annotations

import json
from hashlib import sha256

from careers.site.model.site import Site

TEMPLATE = "privacy.html.j2"


def privacy_version(site: Site, language: str) -> str:
    """Eight digits that change whenever the privacy page of that language may say something else.

    They stand on the page, and an application says which it was sent under.
    """
    settings = site.settings
    said = {
        "template": site.templates[TEMPLATE],
        "words": site.templates.get(f"{language.partition('-')[0]}.po", ""),
        "company": settings.company.name,
        "privacy": settings.privacy.model_dump(),
        "apply": settings.apply.model_dump(),
        "search": settings.site.search,
    }
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:8]
