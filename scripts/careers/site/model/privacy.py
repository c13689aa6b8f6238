"""Which text on privacy somebody agreed to."""

from __future__ import annotations

import json
from hashlib import sha256

from careers.site.i18n.words import Words
from careers.site.model.site import Site

TEMPLATE = "privacy.html.j2"


def privacy_version(site: Site, words: Words) -> str:
    """Eight digits that change whenever the privacy page in these words may say something else.

    They stand on the page, and an application says which it was sent under.
    """
    settings, template = site.settings, site.templates[TEMPLATE]
    said = {
        "template": template,
        "words": {key: text for key, text in words.messages.items() if key in template},
        "company": settings.company.name,
        "privacy": settings.privacy.model_dump(exclude_defaults=True),
        "promise": settings.promise.first_answer,
        "apply": settings.apply.model_dump(),
        "search": settings.site.search,
    }
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:8]
