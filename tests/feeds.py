"""Small careers sites, and independent readers of what machines find on them."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import feedparser  # type: ignore[import-untyped]
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree  # type: ignore[import-untyped]

from careers.build.inputs import load_templates
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.settings import CompanySettings, LinkedInSettings, Settings
from careers.settings import SiteSettings as Address
from careers.site.model.site import Site
from careers.site.outputs import build
from careers.site.selection import site_of

TODAY = date(2026, 11, 20)
URL = "https://jobs.example.com/careers/"
TEXT = (
    "# {title}\n\n## About the role\n\nYou make tools. See [the handbook](https://example.com/h). "
    "It tells what we make, for whom and with what: long enough for LinkedIn, which asks for more."
)
SCHEMAS = Path(__file__).parent / "site" / "schemas"

# What strangers write: each of them may stand in a title, a name or a text.
HOSTILE = {
    "cdata-end": "a ]]> b ]]]]>> c",
    "script-end": "</script><script>alert(1)</script><!-- <![CDATA[ x",
    "markup": """<b title='"'>&lt;i&gt; & &amp; &copy &#x3c;script&#62;""",
    "controls": "bell\x07 null\x00 escape\x1b c1\x85 not-a-character\ufffe\uffff",
    "line-ends": "one\r\ntwo\rthree\u2028four\u2029five\tsix",
    "right-to-left": "مهندس برمجيات \u202e\u2066 עברית \u200f",
    "emoji": "Engineer 👩🏽‍🚀 \U0001f1e9\U0001f1ea ✓",
    "template": "{{ 7 * 7 }} {% raw %} ${x} <?children ?>",
}


def posting(slug: str = "engineer", text: str = TEXT, **front: Any) -> Posting:
    """A posting with front matter; its title is its slug where none is given."""
    front = {"title": slug.replace("-", " ").title(), **front}
    lines = [f"{name}: {json.dumps(value)}" for name, value in front.items()]
    body = text.replace("{title}", str(front["title"]))
    return read_posting(f"postings/{slug}.md", "\n".join(["---", *lines, "---", body]).encode())


def renamed(found: Posting, **values: Any) -> Posting:
    """The posting as if no reader had looked at its text and these fields of its front matter."""
    found = replace(found, syntax=())
    found.__dict__["meta"] = found.meta.model_copy(update=values)
    return found


def site(*postings: Posting, company: CompanySettings | None = None) -> Site:
    """What is published of the postings on the day of the tests."""
    company = company or CompanySettings(name="Example Tools", url="https://example.com/")
    poster = LinkedInSettings(poster_email="people@example.com")
    settings = Settings(company=company, site=Address(url=URL), linkedin=poster)
    return site_of(postings, settings, TODAY, load_templates())


def files(made: Site) -> dict[str, bytes]:
    """Every file of a site."""
    return dict(build(made))


class Found(NamedTuple):
    """An open job as a machine read it."""

    title: str
    url: str
    text: str


def _atom(data: bytes) -> Iterable[Found]:
    read = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    # feedparser takes a title without a type for HTML now and then; the XML says what it is.
    titles = [e.text or "" for e in etree.fromstring(data).iterfind("{*}entry/{*}title")]
    for entry, title in zip(read.entries, titles, strict=True):
        yield Found(title, entry.link, entry.content[0].value)


def _feed(data: bytes) -> Iterable[Found]:
    for item in validated(data, "json-feed")["items"]:
        yield Found(item["title"], item["url"], item["content_html"])


def _jobs(data: bytes) -> Iterable[Found]:
    for job in json.loads(data)["jobs"]:
        yield Found(job["title"], job["url"], job["content_html"])


def _greenhouse(data: bytes) -> Iterable[Found]:
    read = validated(data, "greenhouse")
    assert read["meta"]["total"] == len(read["jobs"])
    for job in read["jobs"]:
        yield Found(job["title"], job["absolute_url"], html.unescape(job["content"]))


def _lever(data: bytes) -> Iterable[Found]:
    for job in validated(data, "lever"):
        yield Found(job["text"], job["hostedUrl"], job["description"])


def _indeed(data: bytes) -> Iterable[Found]:
    for job in etree.fromstring(data).iterfind("job"):
        yield Found(*(job.findtext(name, "") for name in ("title", "url", "description")))


def _linkedin(data: bytes) -> Iterable[Found]:
    for job in etree.fromstring(data).iterfind("job"):
        yield Found(*(job.findtext(name, "") for name in ("title", "applyUrl", "description")))


READERS: dict[str, Callable[[bytes], Iterable[Found]]] = {
    "feed.xml": _atom,
    "feed.json": _feed,
    "jobs.json": _jobs,
    "boards/greenhouse/jobs.json": _greenhouse,
    "boards/lever/postings.json": _lever,
    "feeds/indeed.xml": _indeed,
    "feeds/linkedin.xml": _linkedin,
}


def validated(data: bytes, schema: str) -> Any:
    """JSON that a schema of ``tests/site/schemas`` accepts."""
    read = json.loads(data)
    described = json.loads((SCHEMAS / f"{schema}.json").read_text("utf-8"))
    validator = Draft202012Validator(described, format_checker=FormatChecker())
    errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(read)]
    assert not errors
    return read


class Head(HTMLParser):
    """What a page says of itself: its meta and link elements, its JSON-LD."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: list[dict[str, str]] = []
        self.scripts: list[Any] = []
        self._open = False
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what an element says."""
        said = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := said.get("property") or said.get("name")):
            # One that is for a scheme of colours may stand there for each.
            name = f"{name} {said['media']}" if said.get("media") else name
            assert name not in self.meta, f"{name} twice"
            self.meta[name] = said["content"]
        elif tag == "link":
            self.links.append(said)
        elif tag == "script" and "src" in said:
            assert ":" not in said["src"], "a script from elsewhere"
        elif tag == "script":
            assert said["type"] == "application/ld+json", "a script that runs"
            self._open = True

    def handle_data(self, data: str) -> None:
        """Read JSON-LD."""
        if self._open:
            self.scripts.append(json.loads(data))
            self._open = False

    def link(self, rel: str) -> list[str]:
        """The targets of a kind of link."""
        return [link["href"] for link in self.links if link["rel"] == rel]

    def linked(self, kind: str) -> Any:
        """The one JSON-LD thing of a type, or None."""
        found = [data for data in self.scripts if data["@type"] == kind]
        assert len(found) < 2
        return found[0] if found else None
