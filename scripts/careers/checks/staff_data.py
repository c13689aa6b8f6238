"""No private telephone number and no private mail address of staff.

A posting is public for years, in the history of git for ever, and read by those who collect
addresses. Found are telephone numbers, mail addresses at providers of free mail, and addresses of
people (`first.last@`) outside the domain of the company's `url` in `careers.toml`. Toll-free
numbers and addresses of a function (`jobs@`, `hiring@`) are for the public. The finding does not
repeat what it found.

**Bad:**

```markdown
Questions? Call Mira at +49 30 5550 0123 or write to mira.example@gmail.com.
```

**Good:**

```markdown
Questions? Write to jobs@example.com; Mira reads it.
```

**Allow:** `<!-- careers: allow staff-data: the reception's number -->` at the end of the line.

**Source:** [Regulation (EU) 2016/679](https://eur-lex.europa.eu/eli/reg/2016/679/oj), article 5 (1)
(c): personal data are limited to what is necessary. The providers are the largest of Wikipedia's
[comparison of webmail providers](https://en.wikipedia.org/wiki/Comparison_of_webmail_providers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.shape import looks_like_posting
from careers.checks.support.words import prose
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING

_PROVIDERS = """
    gmail.com googlemail.com yahoo.com ymail.com hotmail.com outlook.com live.com msn.com aol.com
    icloud.com me.com mac.com proton.me protonmail.com gmx.de gmx.net gmx.com web.de mail.com
    mail.ru yandex.ru yandex.com qq.com 163.com fastmail.com zoho.com tutanota.com
"""
_FREE = frozenset(_PROVIDERS.split())
_FUNCTION = re.compile(
    r"(?:jobs?|careers?|hiring|hr|people|talent|recruit|apply|application|bewerbung|karriere|hello|"
    r"hi|info|contact|office|team|support|help|privacy|dpo|accommodation|accessibility|press|"
    r"inclusion|diversity|work|intern|noreply|no-reply|admin|mail|sales|security|events?|"
    r"emploi|candidature|stage|emple[op]|seleccion|rrhh|rh\b|vagas|emprego|candidatura|lavoro|selezione|"
    r"vacature|sollicit|personal(?:abteilung)?\b|stellen|ausbildung|praca|rekrut|rekryt)"
)
_HOST = re.compile(r"@([a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6})", re.IGNORECASE)
_NAME = re.compile(r"[\w.+-]{1,64}$")
# International with its plus, or American with its area code; eight to fifteen digits. Its first
# character stands first, so that most of a text is passed over at once.
_PHONE = re.compile(
    r"[+(0-9](?<![\w+./=-][+(0-9])(?:"
    r"(?<=\+)(?:\d{1,3}[ .\-/()]{0,3}(?:\d{1,5}[ .\-/()]{1,2}){1,6}\d{2,6}|\d{8,14})"
    r"|(?<=\()\d{3}\) ?\d{3}[ .-]\d{4}|(?<=\d)\d{2}[.-]\d{3}[.-]\d{4}"
    r")(?![\w/-]|\.\d)"
)
_TOLL_FREE = re.compile(r"(?:\+?1)?8(?:00|33|44|55|66|77|88)\d{7}|\+(?:800|44800|49800)\d+")
_TEL = re.compile(r"tel:", re.IGNORECASE)


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield every number and address, without repeating it."""
    source = posting.source
    if not looks_like_posting(posting):
        return
    company = _domain(context.settings.company.url or "")
    for match in _HOST.finditer(source.text):
        name = _NAME.search(source.text, max(0, match.start() - 64), match.start())
        what = name and _private(name[0], match[1].lower(), company)
        if name and what:
            cure = f"write an address of a function: `jobs@{company or 'example.com'}`"
            yield Problem(source.span(name.start(), match.end()), what, cure)
    for start, end in _numbers(posting):
        digits = re.sub(r"[^\d+]", "", source.text[start:end])
        if not _TOLL_FREE.fullmatch(digits):
            yield Problem(
                source.span(start, end),
                f"a telephone number that ends in {digits[-2:]}",
                "delete it; people can write, and you call them",
            )


def _private(name: str, host: str, company: str) -> str:
    if host in _FREE:
        return "a person's private mail address"
    known = host == company or host.endswith(f".{company}") or company.endswith(f".{host}")
    if not company or known or _FUNCTION.match(name.lower()):
        return ""
    return "a person's mail address outside the company's domain"


def _domain(url: str) -> str:
    host = re.sub(r"^https?://|[:/?#].*$", "", url.lower())
    return host.removeprefix("www.")


def _numbers(posting: Posting) -> Iterator[tuple[int, int]]:
    """Where numbers stand in the text that people see, and behind `tel:`."""
    text = prose(posting)
    for match in _PHONE.finditer(text.text):
        passage = text.passage(match.start())
        if passage.inline is None:
            continue
        span = text.span(*match.span())
        start = posting.source.offset(span.line) + span.column - 1
        yield start, start + len(match[0])
    if _TEL.search(posting.source.text):
        for link in posting.body.links:
            if link.target.lower().startswith("tel:") and not _PHONE.search(link.text):
                begin, end = link.span, link.span
                offset = posting.source.offset
                yield (
                    offset(begin.line) + begin.column - 1,
                    offset(end.end_line) + end.end_column - 1,
                )
