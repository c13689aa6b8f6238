"""A build of what changed gives the bytes of a build of everything, however many build it."""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from careers.build import cache as stock
from careers.build import output as publishing
from careers.build.inputs import MARKER, load_templates, read_image
from careers.build.output import publish, target_of
from careers.build.reading import find, read_facts
from careers.files.images import measurer
from careers.files.load import load_postings, load_settings
from careers.posting.posting import Posting
from careers.site import Site, build, lists, plan
from careers.site.feeds import feed as _feed
from careers.text.diagnostics import CareersError

ROOT = Path(__file__).parents[2]
WORDS = ["profiler", "ledger", "garden", "signal", "harbour", "lantern", "meadow", "anchor"]
COLOURS = ["red", "green", "blue", "teal"]

Draw = random.Random


def _posting(draw: Draw, number: int) -> str:
    others = [f"p{draw.randrange(8)}" for _ in range(2)]
    front = {
        "title": f"{draw.choice(WORDS).title()} Engineer",
        "status": draw.choice(["open", "open", "open", "closed", "draft"]),
        "team": draw.choice(["Tools", "Sales", "Design"]),
        "posted": f"2026-0{draw.randint(1, 9)}-11",
        "closes": f"2026-12-0{draw.randint(1, 9)}",
        "workplace": draw.choice(["remote", "hybrid"]),
        "locations": draw.choice(["Lisbon, PT", "Berlin, DE"]),
        "language": draw.choice(["en", "en", "en", "de"]),
        "id": draw.choice([f"J-{number}", "J-1"]),
    }
    kept = [f"{name}: {value}" for name, value in front.items() if draw.random() < 0.8]
    return "\n".join(
        [
            *(["---", *kept, "---"] if kept else []),
            f"# {draw.choice(WORDS).title()} Engineer",
            '{{ shared("about-us") }}',
            f"You tend the {draw.choice(WORDS)}, see [one]({others[0]}.md), [two]({others[1]}.md),",
            f"[a task](tasks/{draw.choice(WORDS)}.md)",
            f"![plan](images/{draw.choice(COLOURS)}.png)",
            "",
            f"[Apply here](https://example.com/{draw.choice(WORDS)})",
            "## Interview process",
            f"1. **Phone screen:** {draw.randint(20, 60)} minutes.",
            f"2. **Case study:** about the {draw.choice(WORDS)}.",
            f"3. **{draw.choice(['Offer', 'Interviews'])}:** we meet.",
        ]
    )


def _image(draw: Draw) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (draw.randint(8, 20), 8), draw.choice(COLOURS)).save(out, "PNG")
    return out.getvalue()


def _write(name: str, content: str | bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _edit(draw: Draw) -> None:
    name = f"postings/p{draw.randrange(8)}.md"
    _write(name, _posting(draw, draw.randrange(8)))


def _delete(draw: Draw) -> None:
    found = sorted(Path("postings").glob("p*.md"))
    if len(found) > 1:
        draw.choice(found).unlink()


def _rename(draw: Draw) -> None:
    found = sorted(Path("postings").glob("p*.md"))
    draw.choice(found).rename(f"postings/p{draw.randrange(8)}.md")


def _text_alone(draw: Draw) -> None:
    path = draw.choice(sorted(Path("postings").glob("p*.md")))
    path.write_text(path.read_text() + f"\nAnd the {draw.choice(WORDS)}.\n")


def _settings(draw: Draw) -> None:
    url = draw.choice(["https://jobs.example.com/", "https://example.com/careers/"])
    logo = draw.choice(COLOURS)
    _write(
        "careers.toml",
        f'[company]\nname = "{draw.choice(WORDS)}"\n[site]\nurl = "{url}"\n'
        f'[theme]\nlogo = "postings/images/{logo}.png"\n',
    )


def _template(draw: Draw) -> None:
    shipped = (ROOT / "templates" / "site" / "_job.html.j2").read_text()
    _write("templates/site/_job.html.j2", shipped.replace("<li", f"<li id={draw.choice(WORDS)}"))


def _todays_template(draw: Draw) -> None:
    del draw
    shipped = (ROOT / "templates" / "site" / "_job.html.j2").read_text()
    _write("templates/site/_job.html.j2", shipped + "<!-- {{ site.today }} -->\n")


def _far_template(draw: Draw) -> None:
    shipped = (ROOT / "templates" / "site" / "posting.html.j2").read_text()
    shown = draw.choice(["{{ site.jobs | length }}", "{{ site.jobs[0].title if site.jobs }}", ""])
    _write("templates/site/posting.html.j2", shipped.replace("</article>", f"{shown}</article>"))


EDITS: list[Callable[[Draw], None]] = [
    _edit,
    _edit,
    _text_alone,
    _text_alone,
    _delete,
    _rename,
    _settings,
    _template,
    _todays_template,
    _far_template,
    lambda draw: _write("postings/_shared/about-us.md", f"## About us\n\n{draw.choice(WORDS)}\n"),
    lambda _draw: Path("postings/_shared/about-us.md").unlink(missing_ok=True),
    lambda draw: _write(f"postings/images/{draw.choice(COLOURS)}.png", _image(draw)),
    lambda draw: Path(f"postings/images/{draw.choice(COLOURS)}.png").unlink(missing_ok=True),
    lambda draw: _write(f"postings/tasks/{draw.choice(WORDS)}.md", f"# A\n\n{draw.choice(WORDS)}"),
]


def _site(postings: Iterable[Posting], today: date, changed: dict[str, datetime]) -> Site:
    planned = plan(postings, load_settings(), today, load_templates(), read_image)
    return replace(planned, changed=changed, picture=measurer(), document=read_image)


def _incremental(today: date, changed: dict[str, datetime], out: str = "_site") -> None:
    with target_of(out, 1) as target:
        postings, facts = read_facts(find(["postings"]), target.known, 1)
        publish(_site(postings, today, changed), facts, target, 1)


def _standing(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARKER
    }


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a few postings, and the current one."""
    monkeypatch.chdir(tmp_path)
    draw = random.Random(0)  # noqa: S311 - the same in every run
    _settings(draw)
    for colour in COLOURS[:3]:
        _write(f"postings/images/{colour}.png", _image(draw))
    _write("postings/tasks/garden.md", "# A task\n\nSee ![plan](../images/red.png).")
    _write("postings/_shared/about-us.md", "## About us\n\nWe make tools.")
    for number in range(5):
        _write(f"postings/p{number}.md", _posting(draw, number))
    return tmp_path


@pytest.mark.parametrize("seed", range(6))
def test_what_changed_gives_what_everything_gives(
    company: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is edited, added, renamed, removed or closed by its date."""
    monkeypatch.setattr(_feed, "LATEST", 3)
    draw = random.Random(seed)  # noqa: S311 - the same in every run
    today, changed = date(2026, 11, 30), dict[str, datetime]()
    for step in range(12):
        made = [draw.choice(EDITS) for _ in range(draw.choice([0, 1, 1, 1, 2]) if step else 0)]
        for edit in made:
            edit(draw)
        today = date(2026, 12, draw.randint(1, 9)) if draw.random() < 0.3 else today
        if draw.random() < 0.2:
            changed[f"postings/p{draw.randrange(8)}.md"] = datetime(2026, 11, step + 1, tzinfo=UTC)
        try:
            clean = dict(build(_site(load_postings(["postings"]), today, changed)))
        except CareersError:  # two postings at one address: the old site stays
            continue
        _incremental(today, changed)
        found = _standing(company / "_site")
        assert found.keys() == clean.keys(), (seed, step, made)
        for path, data in clean.items():
            assert found[path] == data, (seed, step, made)


def _ages(company: Path) -> dict[str, int]:
    site = company / "_site"
    return {p.relative_to(site).as_posix(): p.stat().st_mtime_ns for p in site.rglob("*.*")}


def _changed_by(company: Path, edit: Callable[[], None]) -> set[str]:
    """The files that are new or written anew once the site is built again behind an edit."""
    _incremental(date(2026, 11, 20), {})
    before = _ages(company)
    edit()
    _incremental(date(2026, 11, 20), {})
    return {path for path, age in _ages(company).items() if before.get(path) != age}


def _eighty() -> None:
    for number in range(80):
        facts = f"title: {WORDS[number % 8].title()} {number}\nteam: T{number // 8}\n"
        _write(f"postings/p{number}.md", f"---\n{facts}---\nText.\n")


def test_only_what_changed_is_written(company: Path) -> None:
    """An edit of a text writes its page, its items in the feeds, and no other page."""
    for number in range(5):
        _write(f"postings/p{number}.md", f"---\ntitle: Engineer {number}\n---\nText.\n")
    text = "---\ntitle: Engineer 2\n---\nAnother text.\n"
    changed = _changed_by(company, lambda: _write("postings/p2.md", text))
    assert {path for path in changed if path.endswith(".html")} == {"p2/index.html"}


def test_an_edit_of_facts_writes_the_pages_that_show_them(company: Path) -> None:
    """The lists, and the jobs beside which it stands: not the pages of all others."""
    _eighty()
    text = "---\ntitle: Zookeeper 20\nteam: T2\n---\nText.\n"
    changed = _changed_by(company, lambda: _write("postings/p20.md", text))
    assert {"p20/index.html", "index.html", "teams/t2/index.html", "feed.xml"} <= changed
    assert len([path for path in changed if path.startswith("p")]) < 30


def test_a_posting_that_opens_writes_the_pages_that_lead_to_it(company: Path) -> None:
    """Where a link led nowhere before, and where it is like a job; no others."""
    _eighty()
    _write("postings/p79.md", "---\ntitle: Leader\nteam: Last\n---\nSee [new](new.md).\n")
    _write("postings/new.md", "---\ntitle: Zookeeper\nteam: T2\nstatus: draft\n---\nText.\n")
    text = "---\ntitle: Zookeeper\nteam: T2\n---\nText.\n"
    changed = _changed_by(company, lambda: _write("postings/new.md", text))
    assert {"new/index.html", "p79/index.html", "index.html", "feed.xml"} <= changed
    assert b'href="../new/"' in (company / "_site/p79/index.html").read_bytes()
    assert len([path for path in changed if path.startswith("p")]) < 30


def test_a_job_that_moves_up_in_a_feed_for_readers_gets_its_item(
    company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though nothing is new of it, nor of what its page shows: others are gone."""
    monkeypatch.setattr(_feed, "LATEST", 3)
    _eighty()
    today, first = date(2026, 11, 20), datetime(2026, 1, 1, tzinfo=UTC)
    days = {f"postings/p{number}.md": number * 37 % 80 for number in range(80)}
    changed = {path: first + timedelta(days=day) for path, day in days.items()}
    _incremental(today, changed)
    Path(max(days, key=lambda path: days[path])).unlink()
    _incremental(today, changed)
    clean = dict(build(_site(load_postings(["postings"]), today, changed)))
    assert clean["feed.xml"].count(b"<entry") == 3
    assert _standing(company / "_site") == clean


def test_nothing_changed_writes_nothing(company: Path) -> None:
    """Neither page nor feed is touched."""
    assert not _changed_by(company, lambda: None)


def test_lists_of_facts_read_no_text(company: Path) -> None:
    """What they are made of names no text: reading one they could grow old unseen."""
    _incremental(date(2026, 11, 20), {})
    with target_of("_site", 1) as target:
        known = target.known
    postings, _ = read_facts(find(["postings"]), known, 1)
    site = _site(postings, date(2026, 11, 20), {})
    for path in (company / "postings").glob("*.md"):
        path.unlink()
    assert [path for pages in lists("facts").values() for path, _ in pages(site)]


@pytest.mark.usefixtures("company")
def test_the_stock_of_another_program_is_left_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may have read the same front matter otherwise."""
    _incremental(date(2026, 11, 20), {})
    with target_of("_site", 1) as target:
        assert target.known
    monkeypatch.setattr(stock, "code_digest", lambda: "of another one")
    with target_of("_site", 1) as target:
        assert target.last == stock.Stock()


@pytest.mark.parametrize("damage", ["cut", "foreign", "empty", "site", "stray", "list"])
def test_a_stock_that_cannot_be_believed_is_left_aside(company: Path, damage: str) -> None:
    """A cache that is cut, of another program, or of a site that somebody changed, is ignored."""
    today = date(2026, 11, 20)
    _incremental(today, {})
    clean = _standing(company / "_site")
    path = stock.place((company / "_site").resolve())
    data = path.read_bytes()
    match damage:
        case "cut":
            path.write_bytes(data[: len(data) // 2])
        case "foreign":
            path.write_bytes(b"\x80\x04not ours")
        case "empty":
            path.write_bytes(b"")
        case "list":
            body = b"[1, 2]"
            path.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)
        case "site":
            (company / "_site" / "index.html").write_text("changed by hand")
        case "stray":
            (company / "_site" / "stray.html").write_text("put there by hand")
    _incremental(today, {})
    assert _standing(company / "_site") == clean


def test_a_build_that_fails_leaves_the_old_site(
    company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether making fails or putting in place does, and the next build is right again."""
    today = date(2026, 11, 20)
    _incremental(today, {})
    old = _standing(company / "_site")
    _write("templates/site/_job.html.j2", "{{ no_such_name }}")
    with pytest.raises(CareersError, match="no_such_name"):
        _incremental(today, {})
    assert _standing(company / "_site") == old
    assert not list(company.glob("._site*"))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    _template(random.Random(1))  # noqa: S311 - the same in every run
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "_merge", killed)
        with pytest.raises(KeyboardInterrupt):
            _incremental(today, {})
    _incremental(today, {})
    clean = dict(build(_site(load_postings(["postings"]), today, {})))
    assert _standing(company / "_site") == clean


def test_the_number_of_workers_does_not_matter(tmp_path: Path) -> None:
    """One, two or three processes write the same bytes, cold and after an edit."""
    for number in range(150):
        front = f"---\ntitle: Engineer {number % 20}\nteam: Team {number % 7}\n---\n"
        path = tmp_path / "postings" / f"engineer-{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{front}Text {number}, [next](engineer-{number + 1}.md).\n")
    (tmp_path / "careers.toml").write_text("[site]\nsocial_images = false\nsearch = false\n")
    publish_ = [sys.executable, str(ROOT / "scripts" / "publish.py")]
    made = []
    for workers in ("1", "2", "3"):
        command = [*publish_, "--today", "2026-11-20", "--out", workers, "--workers", workers]
        subprocess.run(command, cwd=tmp_path, check=True, stdout=subprocess.DEVNULL, env=os.environ)
        made.append(_standing(tmp_path / workers))
    assert len(made[0]) > 300
    assert made[0] == made[1] == made[2]
