"""Footnotes, alerts, boxes, emoji and columns, as a page, a feed and other pages show them."""

from __future__ import annotations

import re

from careers.markdown.includes import SharedText
from careers.markdown.parser import to_html
from careers.posting.reading import read_posting
from careers.site.content.description import description
from careers.text.source import decode
from feeds import posting
from pagesite import PROCESS, built

TEXT = """# {title}

Pay is €60,000[^1] a year[^1], and more[^two]. Write to jobs@example.com :tada:

> [!WARNING]
> The office is **loud**.

- [ ] open
- [x] done

| a | b |
|:-:|--:|
| 1 | 2 |

## Note 1

[^1]: Before tax.
[^two]: A share.

    ## Ref 1
[^none]: Nobody reads this.
"""


def shown(**front: str) -> str:
    """The page of the text."""
    return built(posting("one", TEXT, apply="https://example.com/a", **front))["one/index.html"]


def test_footnotes_lead_there_and_back() -> None:
    """Each mention has an id of its own, each footnote its number; none is another's."""
    page = shown()
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    targets = re.findall(r' href="#((?:Note|Ref)-[^"]+)"', page)
    assert sorted(set(targets)) == ["Note-1", "Note-2", "Ref-1", "Ref-1-2", "Ref-2"]
    assert set(targets) <= set(ids)
    assert 'aria-label="Back to reference 1-2"' in page
    assert {"note-1", "ref-1"} <= set(ids)  # the headings
    assert "Nobody" not in page


def test_alerts_boxes_and_columns() -> None:
    """In classes and characters that the sanitiser keeps; nothing can be filled in."""
    page = shown()
    assert '<p class="markdown-alert-title">Warning</p>' in page
    assert '<li class="task-list-item">☐ open</li>' in page
    assert '<li class="task-list-item">☑\ufe0e done</li>' in page
    assert '<td class="column-right">2</td>' in page
    assert "🎉" in page
    assert "checkbox" not in page


def test_they_speak_the_language_of_the_page() -> None:
    """An alert's title and the ways back are words of the page."""
    page = built(posting("one", TEXT, language="de"))["one/index.html"]
    assert '<p class="markdown-alert-title">Warnung</p>' in page
    assert 'aria-label="Zurück zur Stelle 1"' in page


def test_a_description_keeps_numbers_apart() -> None:
    """€60,000 with a footnote is not €60,0001 for who reads no `sup`."""
    html = (
        '<p>€60,000<sup class="footnote-ref"><a href="#Note-1" id="Ref-1">1</a></sup>'
        '</p><table tabindex="0"><tbody><tr><td>a</td><td>b</td></tr></tbody></table>'
        '<div class="footnotes"><ol><li id="Note-1"><p>Tax <a href="#Ref-1" '
        'class="footnote-backref" aria-label="Back" rel="noopener">↩︎</a></p></li></ol></div>'
    )
    assert description(html) == ("<p>€60,000 [1]</p><p>a b </p><ul><li><p>[1] Tax</p></li></ul>")


def test_how_we_hire_has_no_footnotes() -> None:
    """A step stands there without the mentions that its posting has."""
    text = PROCESS.replace("for 30 minutes", "for 30 minutes[^a]") + "\n[^a]: Or less.\n"
    files = built(posting("one", text, apply="https://example.com/a"))
    assert "footnote-ref" in files["one/index.html"]
    assert "30 minutes" in files["how-we-hire/index.html"]
    assert "footnote" not in files["how-we-hire/index.html"]


def test_shared_texts_have_footnotes_of_their_own() -> None:
    """A label that both use is two footnotes, numbered through."""
    text = decode(b"We are ten[^1].\n\n[^1]: In June.\n")
    about = {"about": SharedText("about", "postings/_shared/about.md", text)}
    body = b'A[^1]\n\n{{ shared("about") }}\n\n[^1]: First.\n'
    html = to_html(read_posting("postings/a.md", body, about).body.tokens)
    assert re.findall(r'<li id="Note-(\d)">\s*<p>(\w+ ?\w*)', html) == [
        ("1", "First"),
        ("2", "In June"),
    ]
