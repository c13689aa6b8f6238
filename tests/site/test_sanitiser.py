"""Every text passes the sanitiser; one without HTML of its author's needs no second look."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from careers.build.inputs import load_templates
from careers.posting.reading import read_posting
from careers.site.content import render as _html
from careers.site.selection import site_of
from feeds import TODAY
from fuzz.inputs import seeds
from pagesite import settings

LINKS = """# Tool Maker

[a](https://example.com/?a=1&b=%22 "t\"") [b](0.md#apply) [c](#Tool-Maker) [d](#none) [e](../x.md)
[f](javascript:steal) [g](vbscript:steal) [h](data:text/html,steal) [i](//example.com/&quot;x)
![j](logo.png "&lt;b&gt;") ![k](http://example.com/k.png) ![l](https://example.com/l.png)
&lt;script&gt;steal()&lt;/script&gt; &lt;a href="javascript:steal()" id="main"&gt;

## Tool Maker

| a | b |
|:-:|--:|
| `c&d` | [m](mailto:a@example.com) |
"""


def test_the_filter_finds_nothing_in_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Targets and ids that Markdown made are as the filter for raw HTML would leave them."""
    clean = _html.sanitised
    compared: list[str] = []

    def both(html: str, allowed: Callable[[str, str, str], str | None], *, raw: bool) -> str:
        kept = clean(html, allowed, raw=True)
        if not raw:
            assert clean(html, allowed, raw=False) == kept
            compared.append(html)
        return kept

    monkeypatch.setattr(_html, "sanitised", both)
    texts = (LINKS, *seeds())
    postings = [read_posting(f"postings/{n}.md", t.encode()) for n, t in enumerate(texts)]
    readable = [posting for posting in postings if posting.readable]
    site = site_of(readable, settings(), TODAY, load_templates(), lambda *_: b"image")
    for job in site.jobs:
        _html.render(site, job)
    assert len(compared) > 30
    assert any("mailto:" in html for html in compared)
    assert not any('="javascript:' in html for html in compared)
