"""What is written to a folder is what the site is made of, however many processes write it."""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from careers.build import output
from careers.build.builder import write_drawings, write_site
from careers.build.inputs import load_templates, read_image
from careers.build.output import MARKER, replaced
from careers.files.images import measure
from careers.files.load import load_postings, load_settings
from careers.posting.posting import Posting
from careers.site.model import site as _model
from careers.site.model.site import Site
from careers.site.outputs import build
from careers.site.selection import site_of
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


def _site(postings: Iterable[Posting], today: date, changed: dict[str, datetime]) -> Site:
    found = site_of(postings, load_settings(), today, load_templates(), read_image)
    return replace(found, changed=changed, picture=measure, document=read_image)


def _published(site: Site, out: str = "_site", workers: int = 1) -> dict[str, bytes]:
    with replaced(out) as folder:
        write_site(site, folder, workers)
        write_drawings(site, folder, workers)
    return _standing(Path(out))


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


@pytest.mark.usefixtures("company")
@pytest.mark.parametrize("seed", range(6))
def test_what_is_written_is_what_is_made(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands in the postings: the bytes that a site is made of, and no other file."""
    monkeypatch.setattr(_model, "LATEST", 3)
    draw = random.Random(seed)  # noqa: S311 - the same in every run
    for number in range(8):
        _write(f"postings/p{number}.md", _posting(draw, number))
    today = date(2026, 12, draw.randint(1, 9))
    changed = {f"postings/p{draw.randrange(8)}.md": datetime(2026, 11, 5, tzinfo=UTC)}
    clean = dict(build(_site(load_postings(["postings"]), today, changed)))
    assert {"feed.xml", "sitemap.xml", "how-we-hire/index.html"} < clean.keys()
    assert _published(_site(load_postings(["postings"]), today, changed)) == clean


@pytest.mark.usefixtures("company")
def test_jobs_leave_no_text_behind() -> None:
    """A build holds what was made of one text at a time: the site's own jobs have none."""
    site = _site(load_postings(["postings"]), date(2026, 11, 20), {})
    _published(site)
    assert site.jobs
    for job in (*site.jobs, *site.closed):
        assert "body" not in vars(job.posting)
        assert "lines" not in vars(job.posting.source)


def test_a_build_that_fails_leaves_the_old_site(
    company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether making fails or putting in place does, and the next build is right again."""
    today = date(2026, 11, 20)
    old = _published(_site(load_postings(["postings"]), today, {}))
    _write("templates/site/_job.html.j2", "{{ no_such_name }}")
    with pytest.raises(CareersError, match="no_such_name"):
        _published(_site(load_postings(["postings"]), today, {}))
    assert _standing(company / "_site") == old
    assert not list(company.glob("._site*"))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    _template(random.Random(1))  # noqa: S311 - the same in every run
    with monkeypatch.context() as patch:
        patch.setattr(output, "_swap", killed)
        with pytest.raises(KeyboardInterrupt):
            _published(_site(load_postings(["postings"]), today, {}))
    assert _standing(company / "_site") == old
    clean = dict(build(_site(load_postings(["postings"]), today, {})))
    assert _published(_site(load_postings(["postings"]), today, {})) == clean


@pytest.mark.usefixtures("company")
def test_progress_is_told_job_by_job() -> None:
    """Until all are done."""
    site = _site(load_postings(["postings"]), date(2026, 11, 20), {})
    told: list[int] = []
    with replaced("_site") as folder:
        write_site(site, folder, 1, told.append)
    assert sum(told) == len(site.jobs) + len(site.closed)


def test_the_number_of_workers_does_not_matter(tmp_path: Path) -> None:
    """One, two or three processes write the same bytes."""
    for number in range(150):
        front = f"---\ntitle: Engineer {number % 20}\nteam: Team {number % 7}\n---\n"
        path = tmp_path / "postings" / f"engineer-{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{front}Text {number}, [next](engineer-{number + 1}.md).\n")
    (tmp_path / "careers.toml").write_text("[site]\nsocial_images = false\nsearch = false\n")
    publish_ = [sys.executable, str(ROOT / "scripts" / "publish.py"), "--force"]
    made = []
    for workers in ("1", "2", "3"):
        command = [
            *publish_,
            "--today",
            "2026-11-20",
            "--out",
            workers,
            "--workers",
            workers,
            "--force",
        ]
        subprocess.run(command, cwd=tmp_path, check=True, stdout=subprocess.DEVNULL, env=os.environ)
        made.append(_standing(tmp_path / workers))
    assert len(made[0]) > 300
    assert made[0] == made[1] == made[2]
