"""Makes the addresses of candidates links where they are safe to follow, and code where not.

What is linked stands whole, so that whoever clicks has read where it leads. An address of an issue,
a pull request or a commit on GitHub stays code: a link would leave a trace there.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, unquote, urlsplit

from email_validator import EmailNotValidError, validate_email

from careers.hiring.issue import quoting

_HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})"
)
_HOST_MAX = 253
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_PLAIN = "!*+,;=:/?#@%&~"
"""What stands in the target of a link as it is; Markdown and HTML would act on the rest."""
_GITHUB = frozenset({"github.com", "www.github.com", "gist.github.com"})
_REPOSITORY = 2
_FILES = frozenset({"blob", "raw", "releases", "tree", "wiki"})


def web(text: str) -> str:
    """A web address as a link whose text is all of it; as code where it is not plain enough."""
    line = " ".join(quoting.clean(text).split())
    url = line if _SCHEME.match(line) else f"https://{line}"
    parts = _split(url)
    if parts is None or not line.isascii() or _leaves_a_trace(parts):
        return quoting.code(line)
    target = quote(url, safe=_PLAIN).replace("&", "&amp;")
    return f"[{quoting.label(line.removeprefix('https://'))}]({target})"


def mail(text: str, copy: str = "") -> str:
    """A mail address as a link that writes to it, and to ``copy``; as code where it is none."""
    line = " ".join(quoting.clean(text).split())
    try:
        found = validate_email(line, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return quoting.code(line)
    if not line.isascii() or found.ascii_email is None:
        return quoting.code(line)
    local, _, domain = line.rpartition("@")
    more = f"?cc={quote(copy, safe='')}" if copy else ""
    return f"[{quoting.label(line)}](mailto:{quote(local, safe='+')}@{domain}{more})"


def mail_of(markdown: str) -> tuple[str, str] | None:
    """What ``mail`` made a link of, as it is shown, and its address; None for any other text."""
    found = re.fullmatch(r"\[([^\n]*)\]\(mailto:([^()\s?]+)(?:\?cc=[^()\s]*)?\)", markdown)
    return (found[1], unquote(found[2])) if found else None


def _split(url: str) -> SplitResult | None:
    """The parts of an address that leads to a host by its name; None for any other."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    named = _HOST.fullmatch(host) and len(host) <= _HOST_MAX
    plain = " " not in url and "\\" not in url and "@" not in parts.netloc
    return parts if named and plain and port != 0 else None


def _leaves_a_trace(parts: SplitResult) -> bool:
    if parts.hostname not in _GITHUB:
        return False
    names = [name for name in unquote(parts.path).split("/") if name]
    return "%" in parts.path or (len(names) > _REPOSITORY and names[_REPOSITORY] not in _FILES)
