"""What candidates and search engines find on the pages, whichever template draws them."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from feeds import files, posting, site
from publishing import URL, Page, dead_ends, pages

OPEN = {"press-operator/", "bookbinder/", "setzerei/", "apprentice/", "hostile/"}
CLOSED = {"proofreader/", "engraver/"}
TEXTS = (".html", ".xml", ".json", ".txt", ".js", ".css")


def jobs_of(page: Page) -> list[Any]:
    """The JobPostings of a page."""
    return re.findall('"@type":"JobPosting"', page.jsonld)


def locations(built: dict[str, bytes]) -> set[str]:
    """The addresses of the sitemap, below the first page."""
    found = etree.fromstring(built["sitemap.xml"]).iterfind("{*}url/{*}loc")
    return {str(loc.text).removeprefix(URL) for loc in found}


def test_every_page_is_whole(read: dict[str, Page]) -> None:
    """Each tag closed, one main, one h1, each id once, a title of its own; nothing can run."""
    for address, page in read.items():
        assert (page.broken, page.unsafe, page.mains) == ([], [], 1), address
        assert page.closed_with_main == ["html", "body"], address
        assert [level for level, _ in page.headings].count("h1") == 1, address
        assert len(page.ids) == len(set(page.ids)), address
        assert page.title, address


def test_no_heading_skips_a_level(read: dict[str, Page]) -> None:
    """From the title down, so that a reader of the screen can go by them."""
    for address, page in read.items():
        level = 0
        for name, words in page.headings:
            assert int(name[1]) <= level + 1, (address, words)
            assert words, address
            level = int(name[1])


def test_every_link_leads_to_something_that_was_built(built: dict[str, bytes]) -> None:
    """Pages, headings on them, images, scripts, feeds: all of every page."""
    assert dead_ends(built) == []


def test_a_dead_end_would_be_found() -> None:
    """The test above sees a missing page, file and heading, and a link out of the site's folder."""
    page = (
        b'<a href="a/">1</a><img src="b.png"><a href="#c">3</a><a href="/d">4</a>'
        b'<a href="#e" id="e">5</a><a href="https://example.com/">6</a>'
    )
    found = dead_ends({"index.html": page})
    assert [end.rsplit(" ", 1)[1] for end in sorted(found)] == ["#c", "/d", "a/", "b.png"]


def test_a_draft_is_nowhere(built: dict[str, bytes]) -> None:
    """No file is named after it, none holds its name, text, team, place or way to apply."""
    words = ("Night Watch", "night-watch", "nightly", "Vault", "Faro")
    for path, data in built.items():
        fragment = path.endswith(".pf_fragment")
        text = gzip.decompress(data) if fragment else data if path.endswith(TEXTS) else b""
        for word in words:
            assert word not in path
            assert word.encode() not in text, path


def test_open_jobs_are_on_the_first_page_and_no_other(read: dict[str, Page]) -> None:
    """Each by its title, and its page shows how to apply; closed ones are not listed."""
    listed = {href for href, _ in read[""].links} & {*OPEN, *CLOSED}
    assert listed == OPEN
    for address in OPEN:
        title = next(words for level, words in read[address].headings if level == "h1")
        assert (address, title) in read[""].links


@pytest.mark.parametrize("address", sorted(CLOSED))
def test_a_closed_job_says_so(address: str, read: dict[str, Page], built: dict[str, bytes]) -> None:
    """By its status or by its date: a page with noindex that leads to open jobs, no JobPosting."""
    page = read[address]
    assert "This job is closed" in page.text
    assert "closed" in page.title
    assert page.meta["robots"] == "noindex"
    assert not jobs_of(page)
    assert {href.removeprefix("../") for href, _ in page.links} & OPEN
    assert not any("example.com/apply" in href for href, _ in page.links)
    assert address not in locations(built)
    assert URL + address not in {job["url"] for job in json.loads(built["jobs.json"])["jobs"]}


@pytest.mark.parametrize(("closes", "closed"), [("2026-11-19", True), ("2026-11-20", False)])
def test_the_last_day_still_counts(*, closes: str, closed: bool) -> None:
    """One can apply until the day named has passed."""
    made = site(posting("engineer", closes=closes))
    assert [job.slug for job in (made.closed if closed else made.jobs)] == ["engineer"]


def test_a_job_posting_stands_on_its_own_page_only(read: dict[str, Page]) -> None:
    """One on each open posting's page, none on lists, closed pages and the rest."""
    assert {address for address, page in read.items() if jobs_of(page)} == OPEN
    assert all(len(jobs_of(read[address])) == 1 for address in OPEN)


def test_pages_name_their_own_address(read: dict[str, Page]) -> None:
    """The canonical address is the page's; those that search engines leave out may lack it."""
    for address, page in read.items():
        hidden = page.meta.get("robots") == "noindex"
        assert page.canonical == URL + address or (hidden and page.canonical is None), address
    assert {a for a, page in read.items() if page.meta.get("robots")} >= {"404.html", *CLOSED}


def test_the_sitemap_names_pages_that_may_be_found(
    read: dict[str, Page], built: dict[str, bytes]
) -> None:
    """Each was built and carries no noindex; every open job is there; robots.txt tells of it."""
    found = locations(built)
    assert {"", *OPEN} <= found
    assert all("robots" not in read[address].meta for address in found)
    assert f"Sitemap: {URL}sitemap.xml" in built["robots.txt"].decode().splitlines()
    assert "Disallow" not in built["robots.txt"].decode()


@pytest.mark.parametrize("address", ["press-operator/", "apprentice/"])
def test_title_and_logo_are_shown_once(
    address: str, read: dict[str, Page], built: dict[str, bytes]
) -> None:
    """The text's own first heading and the logo above it are left to the page's head."""
    titles = [words for level, words in read[address].headings if level == "h1"]
    main = read[address].text.partition("At a glance")[2] or read[address].text
    assert [words for _, words in read[address].headings].count(titles[0]) == 1
    assert main.count("Logo") == 0
    assert b"logo.svg" not in built[f"{address}index.html"]


def test_links_between_postings_lead_to_pages(read: dict[str, Page]) -> None:
    """To open and closed ones, to a heading, out of a shared text, from and to other files."""
    links = {words: href for href, words in read["press-operator/"].links}
    assert links["bookbinder"] == "../bookbinder/#qualifications"
    assert links["proofreader"] == "../proofreader/"
    assert links["Our first posting"] == "../press-operator/"
    assert links["exercise"].startswith("../files/folding-")
    document = read[links["exercise"].removeprefix("../")]
    assert ("../../press-operator/", "job") in document.links


def test_headings_have_githubs_ids(read: dict[str, Page]) -> None:
    """In the case that browsers find, numbered where two are equal."""
    assert ("#interview-process", "how you apply") in read["press-operator/"].links
    assert {"qualifications", "qualifications-1"} <= set(read["bookbinder/"].ids)


def test_what_leads_nowhere_is_no_link(read: dict[str, Page]) -> None:
    """A placeholder and a draft are words; nothing links to ``TODO``."""
    for address, words in (
        ("press-operator/", "plan that nobody has written"),
        ("press-operator/", "what nobody may read"),
        ("apprentice/", "Apply here"),
    ):
        assert words in re.sub(r"\s+", " ", read[address].text)
        assert words not in {text for _, text in read[address].links}
    assert not any("TODO" in href for page in read.values() for href, _ in page.links)


def test_local_images_know_their_size(built: dict[str, bytes]) -> None:
    """Nothing moves while an image loads, and each is a file of the site."""
    page = built["press-operator/index.html"].decode()
    (image,) = re.findall(r'<img[^>]+alt="The press"[^>]*>', page)
    assert 'width="64"' in image
    assert 'height="48"' in image
    assert ' src="../images/' in image


def test_hostile_words_are_shown_as_they_were_written(read: dict[str, Page]) -> None:
    """A title, team and place of markup and template words; the page keeps its shape."""
    page = read["hostile/"]
    title = "</title><script>alert('1')</script> & \"Co\" {{ 7 * 7 }}"
    assert ("h1", title) in page.headings
    assert page.title.startswith(title)
    assert "<b>Bindery</b>" in page.text
    assert page.meta["og:title"].startswith(title)
    assert '"><img src=x onerror=alert(1)>, Portugal' in page.text


PIECES = st.sampled_from([
    "\n\n", "\n", "- ", "1. ", "> ", "    ", "```\n", "# ", "## Pay\n", "***", "`", "\t", "~~",
    "|a|b|\n|-|-|\n", "<script>", "</script>", "<div>", "</div>", "</main>", "</article>", "<!--",
    "</body></html>", "-->", "<p onclick=x()>", "<a href=javascript:x()>", "</a>", "[a", "![",
    "](javascript:x())", "](data:text/html,x)", "<img src=x onerror=x()>", "<svg onload=x()>",
    "<style>", "<details>", "<table><tr>", "</td>", "<h1>", "<iframe srcdoc='", "'\">", "{{ 7 }}",
    "&lt;script&gt;", "<![CDATA[", "<?x", "<textarea>", "\\", "[a]: JavaScript:x()\n",
    "<ol start=", "&#106;avascript:", ' "<img><script>x()</script>")', "<a title='<img>",
])  # fmt: skip
BODIES = st.lists(PIECES | st.text(st.characters(codec="utf-8"), max_size=12), max_size=25)


@settings(max_examples=100)
@given(BODIES.map("".join))
def test_any_text_stays_inside_its_page(body: str) -> None:
    """Whatever the Markdown, its page is balanced, keeps one main and one h1, and runs nothing."""
    found = posting("engineer", f"# Engineer\n\nBefore.\n\n{body}\n\nAfter.")
    assume(found.readable)
    page = pages(files(site(found)))["engineer/"]
    assert (page.broken, page.unsafe, page.mains) == ([], [], 1)
    assert page.closed_with_main == ["html", "body"]
    assert [words for level, words in page.headings if level == "h1"] == ["Engineer"]
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize(
    "text",
    [
        '[x](https://example.com/ "<img><script>x()</script>")',
        "<abbr title='<table><img src=a><script>x()</script>'>x</abbr>",
        "![<img src=b>](https://example.com/a.png '<img src=\"https://example.com/\" width=1>')",
    ],
)
def test_a_tag_in_an_attribute_stays_a_value(text: str) -> None:
    """What goes over the sanitised text once more meets no tag in it but real ones."""
    data = files(site(posting("engineer", f"# E\n\n{text}\n")))["engineer/index.html"]
    page = pages({"index.html": data})[""]
    assert (page.broken, page.unsafe) == ([], [])
    assert not re.search(r'="[^"]*<', data.decode())


def test_a_text_is_the_same_however_often_it_is_rendered() -> None:
    """The order of attributes, too, which the sanitiser leaves to chance where it sets several."""
    text = '# E\n\n<img alt="" src="https://example.com/a.png">\n\n|a|\n|-|\n\n[b](https://example.com)'
    made = {files(site(posting("engineer", text)))["engineer/index.html"] for _ in range(12)}
    assert len(made) == 1


def test_the_reader_of_these_tests_sees_what_is_wrong() -> None:
    """A page that is broken in each way is told apart from a whole one."""
    assert issubclass(Page, HTMLParser)
    for bad in (b"<p>", b"</p>", b"<b><i></b></i>"):
        assert Page(bad).broken, bad
    for bad in (
        b"<script>x()</script>",
        b"<p onclick='x()'>",
        b"<a href='java\nscript:x()'>",
        b"<img src='data:x'>",
        b"<iframe>",
        b"<p style='x'>",
    ):
        assert Page(bad).unsafe, bad
    assert not Page(b'<p><a href="https://example.com/">x</a><br></p>').unsafe
