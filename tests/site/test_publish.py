"""``publish`` as a workflow starts it: from anywhere, whole or not at all, the same every time."""

from __future__ import annotations

import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from careers.checks.support.shape import is_other_file
from careers.posting.reading import read_posting
from careers.site.model.urls import address
from publishing import PLAIN, ROOT, SHARED, URL, dead_ends, pages, publish, script, written

COMPANY = Path(__file__).parent / "golden" / "company"
SEEDS = sorted(SHARED.glob("seeds/*.md"))
CORPUS = sorted(SHARED.glob("corpus/*.md"))

needs_shared = pytest.mark.skipif(
    not (SEEDS and CORPUS), reason=f"no {SHARED.name}/ with seeds and corpus beside the project"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with settings that leave out what takes long to make."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "careers.toml").write_text(PLAIN)
    return folder


def put(home: Path, name: str, text: str = "---\ntitle: Engineer\nstatus: open\n---\n") -> Path:
    """Write a file below a folder."""
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def slugs(folder: Path) -> set[str]:
    """The folders of a site that hold the page of a posting."""
    found = pages(written(folder))
    return {address[:-1] for address, page in found.items() if "JobPosting" in page.jsonld}


@needs_shared
def test_the_seeds_are_published_as_they_are(tmp_path: Path) -> None:
    """Without settings, from another folder: title and logo once, placeholders are no links."""
    done = script(tmp_path, "--out", tmp_path / "a" / "site", *SEEDS)
    assert done.status == 0, done.err
    files = written(tmp_path / "a" / "site")
    assert dead_ends(files, "https://example.com/careers/") == []
    for seed in SEEDS:
        page = pages(files)[f"{seed.stem}/"]
        title = seed.stem.replace("-", " ").title()
        assert [words for _, words in page.headings].count(title) == 1
        assert "sourcegraph-light-head-logo" not in "".join(page.loads)
        assert not any("TODO" in href for href, _ in page.links)
    assert "pagefind/pagefind.js" in files
    assert sum(path.endswith("/social.png") for path in files) == len(SEEDS)


@needs_shared
def test_the_corpus_is_published(home: Path) -> None:
    """A hundred real postings: a page each, every one whole, every link inside leads somewhere."""
    done = script(home, "--out", "site", SHARED / "corpus")
    assert done.status == 0, done.err
    files = written(home / "site")
    assert dead_ends(files) == []
    found = pages(files)
    jobs = [p for p in CORPUS if not is_other_file(read_posting(p.name, p.read_bytes()))]
    assert len(jobs) > 0.8 * len(CORPUS)
    assert {f"{address(path.stem)}/" for path in jobs} <= set(found)
    for at, page in found.items():
        assert (page.broken, page.unsafe, page.mains) == ([], [], 1), at
        assert [level for level, _ in page.headings].count("h1") == 1, at


def test_a_folder_a_file_or_what_is_there(home: Path) -> None:
    """Folders are searched, files taken as named, each once; ``postings/`` is the default."""
    put(home, "postings/a.md")
    put(home, "postings/deep/b.md")
    put(home, "postings/_shared/c.md")
    put(home, "elsewhere/d.md")
    assert publish(home).status == 0
    assert slugs(home / "_site") == {"a", "b"}
    assert publish(home, "postings/a.md", "elsewhere", "elsewhere/d.md").status == 0
    assert slugs(home / "_site") == {"a", "d"}


def test_postings_beside_the_working_directory(home: Path) -> None:
    """Named by a path that goes up, they find each other; no link to edit them is made up."""
    put(home, "careers.toml", PLAIN + 'repository = "example/careers"\n')
    put(
        home.parent,
        "other/a.md",
        "---\nstatus: open\ntitle: Engineer\n---\n[b](deep/b.md) [x](../home/careers.toml)\n",
    )
    put(
        home.parent,
        "other/deep/b.md",
        "---\nstatus: open\ntitle: Writer\n---\n[a](../a.md#engineer) [c](/c.md)\n",
    )
    done = publish(home, "--out", "../made/site", "../other/a.md", "../other/deep")
    assert done.status == 0, done.err
    read = pages(written(home.parent / "made" / "site"))
    assert ("../b/", "b") in read["a/"].links
    assert any(href.startswith("../a/") for href, _ in read["b/"].links)
    assert not any("github.com" in href for page in read.values() for href, _ in page.links)
    assert "careers.toml" not in str(read["a/"].links)


def test_nothing_named_and_nothing_there(home: Path) -> None:
    """A path that does not exist is named, and no site is made."""
    done = publish(home, "--out", "site", "nowhere")
    assert (done.status, done.out) == (2, "")
    assert "nowhere" in done.err
    assert not (home / "site").exists()


def test_a_posting_that_cannot_be_read_is_left_out(home: Path) -> None:
    """Each is named with file, line and column, and how to go on; the rest is published."""
    put(home, "postings/good.md")
    put(home, "postings/open-end.md", "---\ntitle: Broken\n")
    put(home, "postings/wrong.md", "---\ntitle: Wrong\nstatus: sometimes\n---\n")
    put(home, "postings/slip.md", "---\nstatus: draft\nposted: soon\n---\n")
    done = script(home, "--out", "site")
    assert done.status == 0
    assert re.search(r"^postings/open-end\.md:1:1: error: left out", done.err, re.MULTILINE)
    assert re.search(r"^postings/wrong\.md:\d:\d: error: left out", done.err, re.MULTILINE)
    assert "good.md" not in done.err
    assert "slip.md" not in done.err
    assert "Traceback" not in done.err
    assert {path.name for path in (home / "site").iterdir()} >= {"good"}
    assert not {"open-end", "wrong", "slip"} & {path.name for path in (home / "site").iterdir()}


_SOUND = """---
title: {0}
status: {1}
posted: 2026-03-02
apply: https://example.com/apply
---

# {0}

## About the role

We write.

## Qualifications

You write.

## Interview process

1. **Phone screen:** We call you.
"""


def test_an_open_posting_with_errors_is_left_out(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named, in an annotation where GitHub shows them; --force publishes it."""
    put(home, "postings/good.md", _SOUND.format("Good", "open"))
    put(home, "postings/todo.md", _SOUND.format("Unfinished", "open").replace("We write.", "TODO"))
    put(home, "postings/past.md", _SOUND.format("Past", "closed").replace("We write.", "TODO"))
    done = publish(home, "--out", "site", force=False)
    assert done.status == 0
    assert "postings/todo.md:12:1: error: left out of the site: " in done.err
    assert "--force" in done.err
    assert "errors, left out        1  postings/todo.md" in done.out
    written_names = {path.name for path in (home / "site").iterdir()}
    assert {"good", "past"} <= written_names
    assert "todo" not in written_names
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (home / "careers.toml").write_text(
        '[site]\nurl = "https://acme.github.io/careers/"\nsocial_images = false\nsearch = false\n'
    )
    done = publish(home, "--out", "site", force=False)
    assert "::error file=postings/todo.md,line=12," in done.out
    assert publish(home, "--out", "site").status == 0
    assert (home / "site" / "todo" / "index.html").is_file()


def test_a_default_process_opens_a_posting_without_a_list(home: Path) -> None:
    """Without one it would refuse all who apply, and is left out."""
    text = _SOUND.format("Good", "open").partition("## Interview")[0]
    put(home, "postings/good.md", text)
    assert "interview process" in publish(home, "--out", "site", force=False).err
    settings = (home / "careers.toml").read_text()
    (home / "careers.toml").write_text(f'{settings}[process]\ndefault = ["interview", "offer"]\n')
    assert publish(home, "--out", "site", force=False).status == 0
    assert (home / "site" / "good" / "index.html").is_file()


@pytest.mark.parametrize("text", ["", '[company]\nurl = "https://example.com/"\n'])
def test_example_values_are_never_published_by_actions(
    home: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """They are an error there, and a note on a person's machine."""
    put(home, "postings/good.md")
    (home / "careers.toml").write_text(f"{text}[site]\nsocial_images = false\nsearch = false\n")
    done = publish(home, "--out", "site")
    assert done.status == 0
    assert "note: careers.toml still holds example values: " in done.err
    assert "[site] url" in done.err
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_EVENT_NAME", "push")
    done = publish(home, "--out", "other")
    assert done.status == 1
    assert "example values" in done.err
    assert not (home / "other").exists()
    monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request")  # a preview, for its reviewers
    assert publish(home, "--out", "other").status == 0


def test_only_what_was_published_is_deleted(home: Path) -> None:
    """A company's own files stay beside the site, in its folders too."""
    put(home, "postings/one.md")
    put(home, "postings/two.md")
    assert publish(home, "--out", "site").status == 0
    put(home, "site/.git/HEAD", "ref")
    put(home, "site/CNAME", "jobs.example.com")
    put(home, "site/one/own.pdf", "pdf")
    put(home, "site/two/own.pdf", "pdf")
    (home / "postings" / "two.md").unlink()
    for _ in range(2):
        assert publish(home, "--out", "site").status == 0
        assert (home / "site/.git/HEAD").read_text() == "ref"
        assert (home / "site/CNAME").read_text() == "jobs.example.com"
        assert (home / "site/one/own.pdf").is_file()
        assert (home / "site/two/own.pdf").is_file()
        assert (home / "site/one/index.html").is_file()
        assert not (home / "site/two/index.html").exists()


def test_an_earlier_address_leads_on(home: Path) -> None:
    """Without a script, and search engines are told; nobody else's address is taken."""
    aliased = "---\ntitle: Engineer\naliases: [old name, two, privacy]\n---\n"
    put(home, "postings/one.md", aliased)
    put(home, "postings/two.md")
    assert publish(home, "--out", "site").status == 0
    page = (home / "site/old-name/index.html").read_text()
    assert '<meta http-equiv="refresh" content="0; url=../one/">' in page
    assert f'<link rel="canonical" href="{URL}one/">' in page
    assert "<script" not in page
    assert "refresh" not in (home / "site/two/index.html").read_text()
    assert "refresh" not in (home / "site/privacy/index.html").read_text()
    assert "old-name" not in (home / "site/sitemap.xml").read_text()


def test_a_template_that_fails_leaves_the_old_site(home: Path) -> None:
    """Cut off in the middle of building: the old site whole, nothing lying beside it."""
    put(home, "postings/a.md")
    assert publish(home, "--out", "site").status == 0
    before = written(home / "site")
    put(home, "templates/site/privacy.html.j2", "{{ nothing.of.the.kind }}")
    done = publish(home, "--out", "site")
    assert done.status == 2
    assert "privacy.html.j2" in done.err
    assert written(home / "site") == before
    assert left(home) == {"careers.toml", "postings", "site", "templates"}


def left(home: Path) -> set[str]:
    """What lies in a folder, caches apart."""
    return {path.name for path in home.iterdir() if not path.name.startswith(".careers_cache")}


def test_a_folder_that_is_no_site_is_not_touched(home: Path) -> None:
    """Neither somebody's files nor a file of that name; an empty folder will do."""
    put(home, "postings/a.md")
    thesis = put(home, "work/thesis.txt", "years of work")
    for out in ("work", "work/thesis.txt"):
        done = publish(home, "--out", out)
        assert done.status == 2
        assert "thesis.txt is a file" in done.err or "not a site of ours" in done.err
        assert [path.name for path in (home / "work").iterdir()] == ["thesis.txt"]
        assert thesis.read_text() == "years of work"
    (home / "empty").mkdir()
    assert publish(home, "--out", "empty").status == 0


def test_what_is_gone_leaves_the_site(home: Path) -> None:
    """A posting that was deleted or became a draft has no file in the next site."""
    put(home, "postings/a.md")
    put(home, "postings/b.md")
    put(home, "postings/c.md")
    assert publish(home).status == 0
    (home / "postings" / "a.md").unlink()
    put(home, "postings/b.md", "---\ntitle: Engineer\nstatus: draft\n---\n")
    assert publish(home).status == 0
    assert slugs(home / "_site") == {"c"}
    assert not {"a", "b"} & left(home / "_site")


SLUGS = {
    "plain": ("data-analyst.md", "data-analyst"),
    "spaces": ("Data  Engineer .md", "data-engineer"),
    "capitals": ("DATAANALYST.MD", "dataanalyst"),
    "accents": ("développeur·euse.md", "developpeur-euse"),
    "umlaut": ("Kücheṇhilfe (m_w_d).md", "kuchenhilfe-m_w_d"),
    "index": ("index.md", "job-index"),
    "not-found": ("404.md", "job-404"),
    "images": ("Images.md", "job-images"),
    "language": ("de.md", "job-de"),
    "no-language": ("hr.md", "hr"),
    "dashes": ("---.md", r"job-[0-9a-f]{8}"),
    "chinese": ("工程师.md", r"job-[0-9a-f]{8}"),
    "emoji": ("🚀.md", r"job-[0-9a-f]{8}"),
    "markup": ("<script>alert('1')&amp;.md", "script-alert-1-amp"),
    "backslash": ("a\\..\\x.md", "x"),
    "encoded": ("%2e%2e%2fx.md", "2e-2e-2fx"),
    "template": ("{{ 7 * 7 }}.md", "7-7"),
    "right-to-left": ("\u202egnp.exe.md", "gnp-exe"),
    "robots": ("robots.txt.md", "robots-txt"),
    "long": (f"{'x' * 250}.md", r"x{111}-[0-9a-f]{8}"),
}


def test_whatever_a_file_is_called_its_page_has_a_safe_address(home: Path) -> None:
    """Letters, digits, hyphens, underscores; never a page of the site's own, never outside."""
    for number, (name, _) in enumerate(SLUGS.values()):
        # A title each, to find its page by, and a folder, for file systems that ignore case.
        text = f"---\ntitle: Job {number}\nstatus: open\n---\n[itself](<{name}>)\n"
        put(home, f"postings/{number}/{name}", text)
    done = publish(home)
    assert done.status == 0, done.err
    files = written(home / "_site")
    assert dead_ends(files) == []
    found = {page.title: address for address, page in pages(files).items()}
    for number, (name, slug) in enumerate(SLUGS.values()):
        assert re.fullmatch(f"{slug}/", found[f"Job {number}"]), name
    assert sorted(path.name for path in home.iterdir() if path.name[0] != ".") == [
        "_site",
        "careers.toml",
        "postings",
    ]


@pytest.mark.parametrize(
    ("one", "other", "at"),
    [
        ("a/engineer.md", "b/engineer.md", "engineer/"),
        ("Engineer.md", "engineer.md", "engineer/"),
        ("data analyst.md", "data-analyst.md", "data-analyst/"),
        ("index.md", "job-index.md", "job-index/"),
        ("é.md", "e.md", "e/"),
    ],
)
def test_two_postings_never_share_an_address(home: Path, one: str, other: str, at: str) -> None:
    """The first has it, the other is left out and both are named; a draft takes no address."""
    put(home, f"postings/{one}")
    put(home, f"postings/{other}")
    if len([*(home / "postings").rglob("*.md")]) < 2:
        pytest.skip("this file system ignores case")
    done = publish(home, "--out", "site")
    assert done.status == 0
    assert all(f"postings/{name}" in done.err for name in (one, other))
    assert (home / "site" / at / "index.html").is_file()
    put(home, f"postings/{other}", "---\ntitle: Engineer\nstatus: draft\n---\n")
    assert publish(home, "--out", "site").status == 0


def test_what_is_no_posting_is_left_out_and_named(home: Path) -> None:
    """A README among the postings has no page; what is hidden is not even looked at."""
    put(home, "postings/README.md", "# Our postings\n\nWrite them here.\n")
    put(home, "postings/.hidden.md")
    done = publish(home, "--out", "site")
    assert done.status == 0
    assert "no posting, left out    1  postings/README.md" in done.out
    assert not (home / "site" / "readme").exists()
    assert "hidden" not in done.out


@pytest.mark.parametrize("name", ["a\n::error::b.md", "a\r.md", "\x1b[31m.md", "a\x9b.md"])
def test_a_name_that_would_write_into_a_log_is_refused(home: Path, name: str) -> None:
    """A control character in a file's name is shown by its number, in no other way."""
    put(home, f"postings/{name}")
    done = publish(home)
    assert (done.status, done.out) == (2, "")
    assert ascii(name)[1:-1] in done.err
    assert name not in done.err
    assert not (home / "_site").exists()


def test_a_name_that_is_not_utf_8(home: Path) -> None:
    """A file system may hold any bytes: a page all the same, and a draft is reported."""
    (home / "postings").mkdir()
    try:
        (home / "postings" / os.fsdecode(b"caf\xe9.md")).write_text("---\ntitle: Barista\n---\n")
        draft = "---\ntitle: Draft\nstatus: draft\n---\n"
        (home / "postings" / os.fsdecode(b"th\xe9.md")).write_text(draft)
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    done = script(home, PYTHONIOENCODING="utf-8:strict", PYTHONUTF8="1")
    assert done.status == 0, done.err
    titles = {page.title for page in pages(written(home / "_site")).values()}
    assert "Barista" in titles


def test_the_same_everywhere_and_at_any_time(tmp_path: Path) -> None:
    """Two folders, seeds of hashes, time zones, languages and sets of caches: the same bytes."""
    made = []
    for name, seed, zone in (("one", "1", "Pacific/Kiritimati"), ("two", "2", "America/Adak")):
        home = tmp_path / name
        shutil.copytree(COMPANY, home)
        world = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C.UTF-8" if seed == "1" else "C"}
        for _ in range(int(seed)):
            done = script(home, "--out", "site", "--today", "2019-05-14", **world)
            assert done.status == 0, done.err
        made.append(written(home / "site"))
    assert made[0] == made[1]


def test_no_file_tells_of_the_machine_or_the_clock(
    built: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No folder of the machine, no date of today, no name of who built it."""
    places = [ROOT, Path.home(), tmp_path_factory.getbasetemp()]
    secrets = [str(place) for place in places if len(place.parts) > 1]
    texts = {p: d for p, d in built.items() if "pagefind/" not in p and not p.endswith(".png")}
    for path, data in texts.items():
        for secret in (*secrets, f"{datetime.now(UTC):%Y}-", f"{datetime.now(UTC):%H:%M}:"):
            assert secret.encode() not in data, (path, secret)


def test_a_company_replaces_a_template(home: Path) -> None:
    """One of the same name in its ``templates/site``; the others stay ours."""
    put(home, "postings/a.md")
    own = '{% extends "base.html.j2" %}{% block main %}<h1>Ours: {{ job.title }}</h1>{% endblock %}'
    put(home, "templates/site/posting.html.j2", own)
    put(home, "templates/site/style.css", "h1 { color: teal }")
    assert publish(home).status == 0
    files = written(home / "_site")
    assert b"<h1>Ours: Engineer</h1>" in files["a/index.html"]
    assert b"Ours:" not in files["index.html"]
    assert files["style.css"].endswith(b"h1{color:teal}\n")


def test_images_from_outside_are_not_copied(home: Path) -> None:
    """Neither by ``..``, nor by a link, nor from a hidden folder; what is inside is."""
    secret = put(home.parent, "secret.png", "SECRET")
    put(home, "postings/images/mine.png", "MINE")
    put(home, "postings/.git/hidden.png", "SECRET")
    (home / "postings" / "link.png").symlink_to(secret)
    (home / "postings" / "folder").symlink_to(home.parent, target_is_directory=True)
    targets = ["images/mine.png", "../../secret.png", "link.png", "folder/secret.png"]
    targets += [".git/hidden.png", f"{secret}", f"file://{secret}", "images/../../../secret.png"]
    shown = "\n\n".join(f'![picture](<{t}>) <img src="{t}" alt="picture">' for t in targets)
    put(home, "postings/a.md", f"# Engineer\n\n{shown}\n")
    assert publish(home).status == 0
    files = written(home / "_site")
    copied = {path: data for path, data in files.items() if path.startswith("images/")}
    assert copied.pop("images/mark.svg").startswith(b"<svg")
    assert list(copied.values()) == [b"MINE"]
    assert not any(b"SECRET" in data for data in files.values())
    assert dead_ends(files) == []


def test_postings_from_outside_are_not_published(home: Path) -> None:
    """A link in the folder of postings that leads out of it is left out and named."""
    secret = put(home.parent, "secret.txt", "SECRET")
    put(home, "postings/a.md")
    (home / "postings" / "b.md").symlink_to(secret)
    done = publish(home)
    assert done.status == 0
    assert "postings/b.md" in done.err
    assert "SECRET" not in done.out + done.err
    assert slugs(home / "_site") == {"a"}
