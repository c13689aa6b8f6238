"""A posting out of a page of HTML: the text of its main part, and what it tells machines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from careers.text.diagnostics import CareersError

_AROUND = ("script", "style", "noscript", "template", "nav", "form", "iframe")
_MAIN = ("main", "article", "body")
_EMPLOYMENT = "employmentType"
_TITLE = re.compile("^(?:title|MsoTitle)$")
_LOCATION = re.compile("^(?:job-?)?location$")
_HEADING = re.compile("^h[1-6]$")
_POSTING = re.compile("^https?://schema.org/JobPosting$")
_APART = re.compile("\\s+[-|@·•\N{EN DASH}\N{EM DASH}]\\s+")
_ANY_JOB = re.compile(
    r"(?:our |all )?(?:jobs?|careers?|karriere|stellen\w*|emplois?|vacatures?)\b.*", re.IGNORECASE
)
# What hosts of jobs mark beside the title: Lever by classes, Workable for its own tests.
_MARKED = {
    "team": ".posting-categories .department, .sort-by-team, [data-ui=job-department]",
    "employment": ".posting-categories .commitment, .sort-by-commitment, [data-ui=job-type]",
    "workplace": ".posting-categories .workplaceTypes, [data-ui=job-workplace]",
    "place": ".sort-by-time, [data-ui=job-location]",
}
_SHORT = 80  # characters of a place
_PLACE = ("addressLocality", "addressRegion", "addressCountry")


def read_html(data: bytes) -> tuple[dict[str, Any], str]:
    """The fields that a page has for search engines, and its main part as Markdown.

    Raises CareersError, status 1, where it is nested too deeply to be a page that people read.
    """
    soup = BeautifulSoup(_text(data), "html.parser")
    try:
        found = (*_shown(soup), *_microdata(soup), *_structured(soup), *_marked(soup))
        fields = {name: value for name, value in found if value}
        main = next(filter(None, map(soup.find, _MAIN)), soup)
        for tag in main.find_all(_AROUND) if isinstance(main, Tag) else ():
            tag.decompose()
        text = MarkdownConverter(heading_style="ATX", bullets="-").convert_soup(main)
    except RecursionError:
        message = "its HTML is nested too deeply"
        raise CareersError(message, "save the text as Markdown", status=1) from None
    return fields, re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _text(data: bytes) -> str | bytes:
    """UTF-8 where it is; else the bytes, whose encoding the page itself tells."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data


def _shown(soup: BeautifulSoup) -> Iterator[tuple[str, Any]]:
    """What the page says of itself: its language, its title, its place."""
    html = soup.find("html")
    if isinstance(html, Tag) and html.get("lang"):
        yield "lang", str(html["lang"])
    named = (soup.find("h1"), soup.find(itemprop="title"), soup.find(class_=_TITLE))
    title = next(filter(None, map(_words, named)), "")
    # A page's own title names the house behind the job, or before it where a heading is the job;
    # of a page of all jobs it names no job.
    headings = set(map(_words, soup.find_all(_HEADING)))
    parts = _APART.split(_words(soup.find("title")))
    first = next((part for part in parts if part in headings), parts[0])
    if title or (first and not _ANY_JOB.fullmatch(first)):
        yield "title", title or first
    place = _words(soup.find(class_=_LOCATION))
    if place and len(place) <= _SHORT:
        yield "location", place


def _marked(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for name, where in _MARKED.items():
        said = next(filter(None, map(_words, soup.select(where))), "").strip("/ ")
        if len(said) <= _SHORT:
            yield name, said


def _words(tag: Any) -> str:
    return " ".join(tag.get_text(" ").split()) if isinstance(tag, Tag) else ""


def _microdata(soup: BeautifulSoup) -> Iterator[tuple[str, Any]]:
    """What stands in the text itself as a JobPosting of schema.org."""
    job = soup.find(itemtype=_POSTING)
    if not isinstance(job, Tag):
        return

    def said(name: str) -> str:
        tag = job.find(itemprop=name)
        return str(tag.get("content") or tag.get("datetime") or _words(tag)) if tag else ""

    for name in ("datePosted", "validThrough"):
        yield name, said(name)
    yield "employment_type", said(_EMPLOYMENT)
    yield "location", ", ".join(filter(None, map(said, _PLACE)))


def _structured(soup: BeautifulSoup) -> Iterator[tuple[str, Any]]:
    """What schema.org's JobPosting says, under names that are known of other houses."""
    job = next(filter(None, map(_job, soup.find_all("script", type="application/ld+json"))), {})
    for name in ("title", "datePosted", "validThrough"):
        if isinstance(job.get(name), str):
            yield name, job[name]
    if kind := job.get(_EMPLOYMENT):
        yield "employment_type", kind
    if job.get("jobLocationType") == "TELECOMMUTE":
        yield "workplace", "remote"
    if places := list(_places(job.get("jobLocation"))):
        yield "location", places
    yield from _salary(job.get("baseSalary"))


def _job(script: Tag) -> dict[str, Any]:
    try:
        told = json.loads(script.get_text())
    except (ValueError, RecursionError):
        return {}
    listed = told if isinstance(told, list) else [told]
    graph = [g for t in listed if isinstance(t, dict) for g in [t, *(t.get("@graph") or [])]]
    jobs = (t for t in graph if isinstance(t, dict) and t.get("@type") == "JobPosting")
    return next(jobs, {})


def _places(told: Any) -> Iterator[str]:
    for place in told if isinstance(told, list) else [told]:
        address = place.get("address") if isinstance(place, dict) else None
        if isinstance(address, dict):
            parts = (address.get(name) for name in _PLACE)
            said = [p.get("name") if isinstance(p, dict) else p for p in parts]
            yield ", ".join(str(part) for part in said if part)


def _salary(told: Any) -> Iterator[tuple[str, Any]]:
    value = told.get("value") if isinstance(told, dict) else None
    if isinstance(value, dict) and told.get("currency"):
        low = value.get("minValue") or value.get("value")
        per = str(value.get("unitText") or "year").lower()
        top = {"max": str(value["maxValue"])} if value.get("maxValue") else {}
        yield "salary", {"min": str(low), **top, "currency": str(told["currency"]), "per": per}
