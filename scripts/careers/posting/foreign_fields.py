"""Fields of other houses: what Jekyll, Hugo, Pelican and job boards write, and what it is here.

It is loaded where a front matter holds a field that is not ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from careers.posting.frontmatter import Employment, FrontMatter
from careers.posting.written_days import day

_OURS = {
    "title": "job_title jobtitle position",
    "status": "draft open active published is_open closed state",
    "posted": "date created published publish_date publishdate pubdate pub_date date_posted "
    "dateposted posted_on posted_at post_date",
    "closes": "deadline application_deadline expires expiry expiry_date expirydate expires_at "
    "valid_through validthrough closing_date closing closes_on apply_by end_date enddate",
    "team": "department equipe division",
    "employment": "contract contract_type contrat type job_type jobtype employment_type "
    "employmenttype commitment",
    "workplace": "remote work_mode location_type",
    "locations": "location place places city office ort lieu",
    "salary": "pay compensation salary_range wage",
    "apply": "url url_apply apply_link apply_url application_url application_link apply_at "
    "how_to_apply link "
    "external_url externalurl",
    "openings": "headcount vacancies positions number_of_openings total_job_openings seats",
    "hiring_manager": "manager",
    "language": "lang locale",
    "id": "job_id reference ref requisition requisition_id req_id",
    "aliases": "redirect_from",
}
_POINTERS: dict[str, list[str]] = {}
for _field, _names in _OURS.items():
    for _name in _names.split():
        _POINTERS.setdefault(_name, []).append(_field)

# What has a use elsewhere, and none here.
_UNUSED = frozenset(
    """
    layout template tag tags category categories keyword keywords image images header_image hero
    cover thumbnail banner author authors summary description excerpt subtitle linktitle weight
    order toc comments menu menus nav_order nav_exclude parent has_children sitemap featured
    popup share sharing series seo robots lastmod modified updated last_modified_at
    date_modified slug permalink save_as sidebar classes css js javascript math mathjax mermaid
    outputs resources cascade extra taxonomies params build headless markup iscjklanguage
    translationkey translation_key related related_posts pin pinned archive hidden company
    contact body_class page_class icon color colour roles role header footer redirect_to rating
    views
    """.split()  # noqa: SIM905 - a list of eighty would be as many lines
)
_ADDRESS = frozenset({"slug", "permalink", "save_as"})
_YES, _NO = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
_SWITCHES = {
    "draft": ("draft", "open"),
    "open": ("open", "closed"),
    "active": ("open", "closed"),
    "is_open": ("open", "closed"),
    "published": ("open", "draft"),
    "closed": ("closed", "open"),
}
"""Names of ``status`` that are true or false, and what each then says."""
_STATES = {
    "published": "open",
    "publish": "open",
    "live": "open",
    "active": "open",
    "unpublished": "draft",
    "inactive": "closed",
    "expired": "closed",
    "filled": "closed",
}
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}\S*(?: \S+)?", re.ASCII)
_ANYWHERE = re.compile(r"remote|anywhere|worldwide|home", re.IGNORECASE)


class Translation(NamedTuple):
    """A field of ours that one of another house certainly stands for.

    ``value`` is what to write there; None where what was written fits as it is.
    """

    field: str
    value: str | None = None


def plain(name: str) -> str:
    """A field's name in small letters, its words joined by ``_``, however it was written."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip())
    return re.sub(r"[-\s]+", "_", words).lower()


def is_unused(name: str) -> bool:
    """Whether a field is known to mean nothing here."""
    return _known(name, _UNUSED) is not None


def _known(name: str, names: Iterable[str]) -> str | None:
    joined = plain(name)
    return next((known for known in (joined, joined.replace("_", "")) if known in names), None)


def is_address(name: str) -> bool:
    """Whether a field says where a page is, which the file's name does here."""
    return plain(name) in _ADDRESS


def fields_for(name: str) -> list[str]:
    """The fields of ours that one of another house may stand for; none where it is not known."""
    return _POINTERS.get(_known(name, _POINTERS) or "", [])


def pointer(name: str, value: Any) -> str | None:
    """The field of ours that fits best."""
    named = fields_for(name)
    switch = _SWITCHES.get(plain(name)) and str(value).lower() in _YES | _NO
    found = [field for field in named if (field == "status") == bool(switch)]
    return next(iter([*found, *named]), None)


def translation(name: str, value: Any) -> Translation | None:
    """What a field certainly says here: type and value fit too. None in doubt."""
    field = pointer(name, value)
    certain = _CERTAIN.get(field or "")
    written = certain(plain(name), value) if certain else None
    if field is None or written is None or not fits(field, written):
        return None
    return Translation(field, None if written == value else str(written))


def translations(raw: Mapping[str, Any]) -> dict[str, Translation]:
    """What the fields of a front matter certainly say, by their names: no two the same."""
    found = {name: made for name, value in raw.items() if (made := translation(name, value))}
    fields = [made.field for made in found.values()]
    return {
        name: made
        for name, made in found.items()
        if made.field not in raw and fields.count(made.field) == 1
    }


def fits(field: str, value: Any) -> bool:
    """Whether a field of ours takes a value."""
    try:
        FrontMatter.model_validate({field: value})
    except ValidationError:
        return False
    return True


def state(value: str) -> str | None:
    """The status that a word of another house says."""
    return _STATES.get(value.strip().lower())


def _status(name: str, value: Any) -> str | None:
    if name not in _SWITCHES or not isinstance(value, str):
        return None
    yes, no = _SWITCHES[name]
    return yes if value.lower() in _YES else no if value.lower() in _NO else None


def _day(_name: str, value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    moment = _MOMENT.fullmatch(value.strip())
    return moment[1] if moment else day(value.strip())


def _place(name: str, value: Any) -> Any:
    texts = value if isinstance(value, list) else [value]
    named = name in ("location", "place", "places", "city", "office")
    sure = named and all(isinstance(t, str) and not _ANYWHERE.search(t) for t in texts)
    return value if sure and texts else None


def _employment(_name: str, value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    letters = re.sub(r"[\s_-]+", "", value).lower()
    return next((str(e) for e in Employment if e.replace("-", "") == letters), None)


def _workplace(name: str, value: Any) -> str | None:
    return "remote" if name == "remote" and str(value).lower() in _YES else None


def _apply(name: str, value: Any) -> str | None:
    # `url` and `link` are as often the company's page, or this one's.
    return value if "appl" in name and isinstance(value, str) else None


def _same(_name: str, value: Any) -> Any:
    return value


_CERTAIN: dict[str, Callable[[str, Any], Any]] = {
    "status": _status,
    "posted": _day,
    "closes": _day,
    "locations": _place,
    "employment": _employment,
    "workplace": _workplace,
    "apply": _apply,
    "language": _same,
    "aliases": _same,
}
