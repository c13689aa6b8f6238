"""The title is the job's title and nothing else.

Google shows a title only where it names the job alone; pay, place, company and shouting belong
in their own fields. The title of the front matter and the first heading say the same.

**Bad:**

```markdown
# Job Description: PRODUCT MANAGER (remote, 80k)!
```

**Good:**

```markdown
# Product Manager
```

**Allow:** `<!-- careers: allow title: the product is called Yay! -->` at the end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from careers.checks.support.context import Context
from careers.checks.support.shape import is_section, looks_like_posting
from careers.markdown.document import Heading
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

READS_FRONT = True
SEVERITY = Severity.WARNING

_PAY = re.compile(
    r"[$€£¥]\s?\d[\d.,]*k?|\b\d{2,3}\s?k\b|\b\d{2,3}[,.]\d{3}\b|\bsalary\b", re.IGNORECASE
)
_BROKEN = re.compile(r"(?m)^#{1,2}[^\W\d_]")
_PLACE = re.compile(
    r"\([^)]*\b(?:remote|hybrid|on-?site|anywhere|worldwide)\b[^)]*\)"
    r"|[-\u2013\u2014,|:]\s*(?:fully |100% )?(?:remote|hybrid|on-?site)(?:\s+\([^)]*\))?\s*$"
    r"|^remote\b",
    re.IGNORECASE,
)
_CITIES = re.compile(
    r"\b(?:amsterdam|atlanta|austin|bangalore|barcelona|bengaluru|berlin|boston|chicago|cologne|"
    r"copenhagen|delhi|denver|dublin|hamburg|hong kong|köln|lisbon|london|los angeles|madrid|"
    r"melbourne|miami|milan|montr[eé]al|mumbai|munich|münchen|new york|nyc|oslo|paris|prague|"
    r"san francisco|san jose|são paulo|seattle|shanghai|singapore|stockholm|sydney|tel aviv|"
    r"tokyo|toronto|vancouver|vienna|warsaw|washington|wien|zurich|zürich)\b",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^\W*(?:job (?:description|posting|opening|title)|position|vacancy|"
    r"(?:now |we['\u2019]re )?hiring|wanted)\s*[:\u2013\u2014-]",
    re.IGNORECASE,
)
_GENDERS = re.compile(r"\((?:[a-z*](?:[/|,]\s?|\s[/|]\s))+[a-z*]\)|\((?:gn|h/f|all genders)\)")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][\da-fA-F]{1,5}|[A-Za-z][A-Za-z\d]{1,20});")
_IN_NAMES = "+#."  # C++, C#, .NET
_LENGTH = 200  # as in the front matter; the patterns are not for long texts
_LETTERS = 8  # shorter words in capitals are abbreviations: CTO, VP, SRE


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield what the title holds beside the job's title, or that there is none."""
    if not looks_like_posting(posting):
        return
    heading = next((h for h in posting.body.headings if h.text), None)
    title = posting.meta.title
    if title is None and heading is None:
        if _BROKEN.search(posting.source.text):
            return  # a heading without its blank, which is told by another check
        cure = "add `title: Product Manager` to the front matter"
        message = "the posting has no title"
        yield Problem(posting.source.line_span(1), message, cure, Severity.ERROR)
        return
    if (
        title
        and heading
        and _names_the_file(heading, posting)
        and not is_section(heading.text, posting, context)
        and _plain(title) != _plain(heading.text)
    ):
        message = f"the heading `{heading.text}` differs from the title `{title}`"
        yield Problem(heading.span, message, "let both say the same")
    if title:
        if (entity := _ENTITY.search(title)) and unescape(entity[0]) != entity[0]:
            message = f"`{entity[0]}` in the title is shown as it is written"
            yield Problem(posting.place("title"), message, f"write `{unescape(title)}`")
        yield from _extras(title, posting.place("title"), posting, context)
    elif heading:
        yield from _extras(heading.text, heading.span, posting, context)


def _names_the_file(heading: Heading, posting: Posting) -> bool:
    """Whether a heading is the only one of the first level, and asks nothing."""
    titles = [h for h in posting.body.headings if h.level == 1 and h.text]
    return titles == [heading] and not heading.text.endswith("?")


def _plain(title: str) -> str:
    """A title's words: symbols, and `(m/w/d)` for every gender, make no other job of it."""
    words = (
        c if c.isalnum() or c in _IN_NAMES else " " for c in _GENDERS.sub(" ", title.casefold())
    )
    return " ".join("".join(words).split())


def _extras(title: str, span: Span, posting: Posting, context: Context) -> Iterator[Problem]:
    title = title[:_LENGTH]
    if match := _PREFIX.search(title):
        cure = f"write `{title[match.end() :].strip()}`"
        yield Problem(span, f"the title begins with `{match[0].strip()}`", cure)
    if match := _PAY.search(title):
        cure = "move it to `salary` in the front matter"
        yield Problem(span, f"the title holds pay: `{match[0]}`", cure)
    if place := _place(title, posting):
        cure = "move it to `locations` and `workplace` in the front matter"
        yield Problem(span, f"the title holds a place: `{place}`", cure)
    company = context.settings.company.name
    if company and re.search(rf"(?<!\w){re.escape(company)}(?!\w)", title, re.IGNORECASE):
        yield Problem(span, f"the title holds the company's name: `{company}`", "delete it")
    if title.isupper() and sum(map(str.isalpha, title)) >= _LETTERS:
        yield Problem(span, "the title is in capitals", f"write `{title.title()}`")
    if "!" in title:
        yield Problem(span, "the title holds an exclamation mark", "delete it")


def _place(title: str, posting: Posting) -> str | None:
    if match := _PLACE.search(title) or _CITIES.search(title):
        return match[0].strip(" -\u2013\u2014,|:()")
    every = (name for place in posting.meta.locations for name in (place.city, place.region))
    names = [name for name in every if name and len(name) > len("PA")]
    return next((n for n in names if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", title)), None)
