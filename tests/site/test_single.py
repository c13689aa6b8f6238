"""A page as one file, and images that nobody sees: without a browser."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256

import pytest
from lxml import html  # type: ignore[import-untyped]

from careers.site.content.trackers import without_trackers
from careers.site.templating.single_file import single

STYLE = b"body { color: red }"
PAGE = b"""<!DOCTYPE html>
<html lang="en"><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<link rel="stylesheet" href="../style.css"><script src="../page.js" type="module"></script>
<script type="application/ld+json">{"@type": "JobPosting", "title": "a &amp; b"}</script>
</head><body>
<a href="../other/?a=1&amp;b=2">R&amp;D &#38; more</a> <a href="#in">in</a>
<a href="mailto:a@example.com">mail</a>
<img src="../images/logo.svg" alt="a &quot;logo&quot;">
<img src="https://example.com/far.png" alt="">
</body></html>
"""
FILES = {"job/index.html": PAGE, "style.css": STYLE, "images/logo.svg": b"<svg/>"}


@pytest.fixture(name="page")
def _page() -> html.HtmlElement:
    return html.fromstring(single("job/index.html", "https://jobs.example.com/job/", FILES.get))


def test_the_style_is_in_the_page_and_the_policy_knows_it(page: html.HtmlElement) -> None:
    """The style sheet is inline, allowed by its hash and by nothing else."""
    assert page.xpath("//style/text()") == [STYLE.decode()]
    (policy,) = page.xpath("//meta/@content")
    digest = b64encode(sha256(STYLE).digest()).decode()
    assert policy.endswith(f"style-src 'sha256-{digest}'")
    assert not page.xpath("//link")


def test_scripts_are_left_out_and_data_kept(page: html.HtmlElement) -> None:
    """No script runs from disk; the JobPosting stays as it was."""
    assert page.xpath("//script/@type") == ["application/ld+json"]
    assert page.xpath("//script/text()") == ['{"@type": "JobPosting", "title": "a &amp; b"}']


def test_links_are_whole_and_images_inside(page: html.HtmlElement) -> None:
    """What led to another page of the site leads there still; texts and remote images stay."""
    assert page.xpath("//a/@href") == [
        "https://jobs.example.com/other/?a=1&b=2",
        "#in",
        "mailto:a@example.com",
    ]
    assert page.xpath("//a/text()")[0] == "R&D & more"
    inside, far = page.xpath("//img/@src")
    assert b64decode(inside.removeprefix("data:image/svg+xml;base64,")) == b"<svg/>"
    assert page.xpath("//img/@alt")[0] == 'a "logo"'
    assert far == "https://example.com/far.png"


@pytest.mark.parametrize(
    ("image", "kept"),
    [
        ('<img src="https://example.com/t.gif" width="1" height="1">', False),
        ('<img height="0" src="HTTPS://example.com/t.gif">', False),
        ('<img src="https://example.com/t.gif" width="0004">', False),
        ('<img src="https://example.com/photo.jpg" width="640" height="1">', False),
        ('<img src="https://example.com/photo.jpg" width="640" height="480">', True),
        ('<img src="https://example.com/photo.jpg" alt="a width=&quot;1&quot;">', True),
        ('<img src="../images/line.png" width="1">', True),
        ("&lt;img src=&quot;https://example.com/t.gif&quot; width=&quot;1&quot;&gt;", True),
    ],
)
def test_remote_images_that_nobody_sees_are_left_out(image: str, kept: bool) -> None:  # noqa: FBT001
    """Less than five pixels wide or high, from another host; all else stays as it is."""
    assert without_trackers(f"<p>a{image}b</p>") == (f"<p>a{image}b</p>" if kept else "<p>ab</p>")
