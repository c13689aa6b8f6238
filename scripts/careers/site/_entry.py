"""What the feeds say about an open job, whatever their shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256

from careers.frontmatter import FrontMatter
from careers.site._facts import place
from careers.site._html import rendered
from careers.site._places import country_name
from careers.site._site import Job, Site
from careers.site._social import image_url

# In what nh3 writes, `<` begins a tag and nothing else, and values stand between `"`.
_TARGET = re.compile(r'(<(?:a|img)(?: [\w-]+="[^"]*")*? (?:href|src)=")(\.\./|#)')
_WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An open job.

    ``key`` names it for good: the company's own number of the job, else its address. ``posted``
    and ``updated`` are in UTC, None where they are not known.
    """

    job: Job
    key: str
    url: str
    posted: datetime | None
    updated: datetime | None
    image: str | None

    @property
    def meta(self) -> FrontMatter:
        """The front matter."""
        return self.job.posting.meta

    @property
    def number(self) -> int:
        """A number of its own, the same in every build; JavaScript can hold it exactly."""
        return number_of("job", self.key)

    @property
    def uuid(self) -> str:
        """The same as a UUID (36 characters)."""
        return uuid_of("job", self.key)

    @property
    def apply(self) -> str:
        """A web address to apply at: the posting's own, else its page where one reads how."""
        target = self.job.apply
        return target if target and _WEB.match(target) else f"{self.url}#apply"

    @property
    def location(self) -> str:
        """Its places in a line; for a remote job without any, that it is remote and from where."""
        if self.meta.locations:
            return "; ".join(map(place, self.meta.locations))
        if not self.meta.workplace or self.meta.workplace.value != "remote":
            return ""
        areas = ", ".join(map(country_name, self.meta.remote_from))
        return f"Remote ({areas})" if areas else "Remote"


def entries(site: Site) -> Iterator[Entry]:
    """The open jobs, in the order of the first page."""
    return (entry_of(site, job) for job in site.jobs)


def entry_of(site: Site, job: Job) -> Entry:
    """An open job."""
    meta = job.posting.meta
    key = f"id:{meta.id}" if meta.id and _numbers(site)[meta.id] == 1 else f"slug:{job.slug}"
    posted = midnight(meta.posted) if meta.posted else None
    updated = site.changed.get(job.posting.path) or posted
    return Entry(job, key, site.url_of(job), posted, updated, image_url(site, job))


def _numbers(site: Site) -> Counter[str | None]:
    """How many jobs have a number."""
    if "numbers" not in site.shared:
        jobs = (*site.jobs, *site.closed)
        site.shared["numbers"] = Counter(job.posting.meta.id for job in jobs)
    found: Counter[str | None] = site.shared["numbers"]
    return found


def content(site: Site, entry: Entry) -> str:
    """The job's text as its page shows it, with links and images that work anywhere.

    The feeds ask for it job by job: the last one is remembered.
    """

    def absolute(found: re.Match[str]) -> str:
        return found[1] + (site.url if found[2] == "../" else f"{entry.url}#")

    last: tuple[str, str] | None = site.shared.get("content")
    if last is None or last[0] != entry.job.slug:
        text = _TARGET.sub(absolute, rendered(site, entry.job).html)
        last = site.shared["content"] = (entry.job.slug, text)
    return last[1]


def midnight(day: date) -> datetime:
    """The first moment of a day, in UTC."""
    return datetime.combine(day, time(), UTC)


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
