"""What the feeds say about an open job, whatever their shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256

from careers.posting.frontmatter import FrontMatter
from careers.site.content.render import Text
from careers.site.i18n.facts import pay, place, remote_from
from careers.site.model.job import Job
from careers.site.model.site import Site, midnight
from careers.site.model.social_card import image_url
from careers.text.json_text import encoded

# In what nh3 writes, `<` begins a tag and nothing else, and values stand between `"`.
_TARGET = re.compile(r'(<(?:a|img)(?: [\w-]+="[^"]*")*? (?:href|src)=")(\.\./|#)')
_WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """An open job and its text. What several feeds say of it is made once."""

    site: Site
    job: Job
    text: Text

    @property
    def meta(self) -> FrontMatter:
        """The front matter."""
        return self.job.meta

    @cached_property
    def original(self) -> Entry:
        """The text that this one translates; itself where it is none."""
        original = self.site.original(self.job)
        return self if original.slug == self.job.slug else Entry(self.site, original, self.text)

    @cached_property
    def key(self) -> str:
        """Names it for good: the company's own number of the job, else its address."""
        number = self.meta.id
        own = number and self.site.references[number] == 1 and self.original is self
        return f"id:{number}" if own else f"slug:{self.job.slug}"

    @cached_property
    def url(self) -> str:
        """The job's page."""
        return self.site.url_of(self.job)

    @cached_property
    def posted(self) -> datetime | None:
        """The day of posting, in UTC; None where it is not known."""
        return midnight(self.meta.posted) if self.meta.posted else None

    @cached_property
    def updated(self) -> datetime | None:
        """The last change, in UTC; None where it is not known."""
        return self.site.updated(self.job)

    @cached_property
    def image(self) -> str | None:
        """The address of the image that social networks show; None where there is none."""
        return image_url(self.site, self.job)

    @cached_property
    def number(self) -> int:
        """A number of its own, the same in every build; JavaScript can hold it exactly."""
        return number_of("job", self.key)

    @cached_property
    def uuid(self) -> str:
        """The same as a UUID (36 characters)."""
        return uuid_of("job", self.key)

    @cached_property
    def apply(self) -> str:
        """A web address to apply at: the posting's own, else its page where one reads how."""
        target = self.job.apply
        return target if target and _WEB.match(target) else f"{self.url}#apply"

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Its places in words."""
        return tuple(map(place, self.meta.places))

    @cached_property
    def location(self) -> str:
        """Its places in a line; for a remote job without any, that it is remote and from where."""
        if self.places:
            return "; ".join(self.places)
        if not self.meta.workplace or self.meta.workplace.value != "remote":
            return ""
        areas = remote_from(self.meta)
        return f"Remote ({areas})" if areas else "Remote"

    @cached_property
    def pay(self) -> str:
        """The pay in words; empty where the posting says nothing of it."""
        return pay(self.meta.salary) if self.meta.salary else ""

    @cached_property
    def html(self) -> str:
        """The text as the job's page shows it, with links and images that work anywhere."""

        def absolute(found: re.Match[str]) -> str:
            return found[1] + (self.site.url if found[2] == "../" else f"{self.url}#")

        return _TARGET.sub(absolute, self.text.html)

    @cached_property
    def html_json(self) -> bytes:
        """The same as a string of JSON, which every feed in JSON holds."""
        return encoded(self.html)


def zulu(moment: datetime) -> str:
    """A moment of UTC as ``2026-11-05T09:30:00Z``."""
    return moment.isoformat().replace("+00:00", "Z")


def number_of(kind: str, name: str) -> int:
    """A number below 2**48 for a name. Among 10,000, two are equal once in five million sites."""
    return int.from_bytes(_digest(kind, name)[:6]) or 1


def uuid_of(kind: str, name: str) -> str:
    """A UUID for a name: version 8 of RFC 9562, which leaves its bits to who makes it."""
    digits = _digest(kind, name).hex()
    variant = "89ab"[int(digits[16], 16) % 4]
    return f"{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


def _digest(kind: str, name: str) -> bytes:
    return sha256(f"{kind}:{name}".encode("utf-8", "surrogatepass")).digest()
