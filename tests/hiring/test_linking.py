"""What candidates give as addresses: links where they are safe to follow, code where not."""

from __future__ import annotations

import cmarkgfm  # type: ignore[import-untyped,unused-ignore]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.hiring.issue.linking import mail, mail_of, web

UNSAFE = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE


@pytest.mark.parametrize(
    ("address", "markdown"),
    [
        ("https://ada.example.com/work", "[ada.example.com/work](https://ada.example.com/work)"),
        ("ada.example.com", "[ada.example.com](https://ada.example.com)"),
        ("http://ada.example.com/", "[http://ada.example.com/](http://ada.example.com/)"),
        ("https://github.com/ada", "[github.com/ada](https://github.com/ada)"),
        ("https://github.com/a/b/tree/main", "[github.com/a/b/tree/main](https://github.com/a/b/tree/main)"),
        ("https://github.com/a/b/issues/1", "`https://github.com/a/b/issues/1`"),
        ("https://github.com/a/b/%69ssues/1", "`https://github.com/a/b/%69ssues/1`"),
        ("https://www.GitHub.com/a/b//pull/1", "`https://www.GitHub.com/a/b//pull/1`"),
        ("https://rita@example.com", "`https://rita@example.com`"),
        ("https://127.0.0.1/x", "`https://127.0.0.1/x`"),
        ("https://exämple.com", "`https://exämple.com`"),
        ("javascript:alert(1)", "`javascript:alert(1)`"),
        ("data:text/html,x", "`data:text/html,x`"),
        ("see my page", "`see my page`"),
    ],
)  # fmt: skip
def test_an_address_is_a_link_or_code(address: str, markdown: str) -> None:
    """What leads to a host by its name is a link whose text is all of it."""
    assert web(address) == markdown


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/a](https://evil.example)",
        "https://example.com/|x`$y$<b>",
        "https://example.com/@octocat/#1?closes=GH-2",
        "https://example.com/&lt;&amp;",
        "www.example.com/_a_*b*~~c~~",
    ],
)
def test_a_link_leads_where_it_says(address: str) -> None:
    """One link in a table's cell, its text the address, whatever stands in it."""
    html = cmarkgfm.github_flavored_markdown_to_html(f"|a|\n|-|\n| {web(address)} |", UNSAFE)
    assert html.count("<a ") == 1
    assert html.count("<td>") == 1
    assert "<b>" not in html
    assert "octocat" not in html or "@\u2060octocat" in html


@given(st.text(max_size=60))
def test_no_address_makes_more_than_one_link(text: str) -> None:
    """Whatever somebody types behind a host: a link or code, and nothing that ends the cell."""
    line = " ".join(f"https://example.com/{text}".split())
    html = cmarkgfm.github_flavored_markdown_to_html(f"|a|\n|-|\n| {web(line)} |", UNSAFE)
    assert html.count("<a ") <= 1
    assert html.count("<td>") == 1
    assert 'href="https://evil' not in html


@pytest.mark.parametrize(
    ("address", "markdown"),
    [
        ("ada@example.com", "[ada@example.com](mailto:ada@example.com)"),
        ("a_b+jobs@example.com", "[a\\_b+jobs@example.com](mailto:a_b+jobs@example.com)"),
        ("a?cc=b@example.com", "[a?cc=b@example.com](mailto:a%3Fcc%3Db@example.com)"),
        ("a@b@example.com", "`a@b@example.com`"),
        ("nobody", "`nobody`"),
    ],
)
def test_a_mail_address_is_written_to_by_a_click(address: str, markdown: str) -> None:
    """Nothing in it becomes a header of the mail, and it is read back whole."""
    assert mail(address) == markdown
    link = mail_of(markdown)
    assert (link and link[1]) == (None if markdown.startswith("`") else address)
