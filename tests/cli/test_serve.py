"""``serve``: what is built anew when something changes, and what pages are told of it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from werkzeug.test import Client
from werkzeug.wrappers import Request

from careers.cli.support.clock import latest_today
from careers.cli.support.live_server import Live
from careers.cli.support.rebuilding import Builder
from careers.settings import Settings
from publishing import written

SCRIPTS = Path(__file__).parents[2] / "scripts"
POSTING = "---\ntitle: {0}\nstatus: {1}\n---\n\n# {0}\n\n## About the role\n\n{2}\n"


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Live:
    """A company with two open postings and a draft, and the folder of its site."""
    monkeypatch.chdir(tmp_path)
    Path("postings").mkdir()
    for name, status in (("one", "open"), ("two", "open"), ("three", "draft")):
        write(name, status, f"We look for {name}.")
    return Live(tmp_path / "served" / "site", "https://example.com/jobs/")


def write(name: str, status: str, text: str) -> None:
    """Write a posting."""
    made = POSTING.format(name.title(), status, text)
    Path("postings", f"{name}.md").write_text(made, encoding="utf-8")


def news(live: Live) -> dict[str, Any]:
    """What a page that opens is told."""
    told: dict[str, Any] = live._news  # noqa: SLF001 - what the stream of events sends first
    return told


def stamps(folder: Path) -> dict[str, int]:
    """When each page of a posting was written."""
    return {path.parent.name: path.stat().st_mtime_ns for path in folder.glob("*/index.html")}


def test_only_what_changed_is_written(live: Live, capsys: pytest.CaptureFixture[str]) -> None:
    """A page whose posting is as it was stays; the browser is told of each build."""
    builder = Builder(live, ["postings"])
    builder.build()
    first, before = news(live)["version"], stamps(live.folder)
    assert news(live)["drafts"] == ["/jobs/three/"]
    write("one", "open", "We look for TODO.")
    builder.build()
    assert b"We look for TODO." in (live.folder / "one" / "index.html").read_bytes()
    after = stamps(live.folder)
    assert after["one"] != before["one"]
    assert after["two"] == before["two"]
    told = news(live)
    assert told["version"] != first
    (found,) = (one for one in told["findings"] if one["code"] == "placeholder")
    assert found["page"] == "/jobs/one/"
    assert capsys.readouterr().out.startswith("Built: 3 postings, ")


def test_what_an_edit_touches_is_made_again(live: Live) -> None:
    """Of a text its page alone; of whatever else, all that may show it, as a first build has it."""
    Path("careers.toml").write_text('[company]\nname = "Example Tools"\n', encoding="utf-8")
    Path("postings/task.md").write_text("# A task\n\nWrite a parser.\n")
    write("one", "open", "See [two](two.md), [a task](task.md). ![Plan](plan.png)")
    builder = Builder(live, ["postings"])
    builder.build()
    edits: dict[str, Callable[[], object]] = {
        "postings/one.md": lambda: write(
            "one", "open", "[Two](two.md) [Task](task.md) ![Plan](plan.png)"
        ),
        "postings/task.md": lambda: Path("postings/task.md").write_text("# Another task\n"),
        "postings/plan.png": lambda: Image.new("1", (8, 8)).save("postings/plan.png"),
        "postings/two.md": lambda: write("two", "closed", "We are done."),
        "postings/three.md": lambda: write("three", "open", "We begin."),
        "careers.toml": lambda: Path("careers.toml").write_text('[company]\nname = "Ex"\n'),
    }
    for name, edit in edits.items():
        edit()
        builder.build([Path(name).resolve()])
        anew = Live(live.folder.with_name(f"{Path(name).name}-anew"), "https://example.com/jobs/")
        Builder(anew, ["postings"]).build()
        assert written(live.folder) == written(anew.folder), name


def test_what_changed_while_nothing_could_be_built_is_not_forgotten(live: Live) -> None:
    """An image that came with a slip is shown once the slip is mended."""
    builder = Builder(live, ["postings"])
    write("one", "open", "![Plan](plan.png)")
    builder.build()
    Image.new("1", (8, 8)).save("postings/plan.png")
    write("two", "perhaps", "We look.")
    builder.build([Path("postings/plan.png").resolve(), Path("postings/two.md").resolve()])
    write("two", "open", "We look.")
    builder.build([Path("postings/two.md").resolve()])
    assert b"<img" in (live.folder / "one" / "index.html").read_bytes()


def test_a_site_that_cannot_be_built_stays(live: Live) -> None:
    """The error is told with what was found; mended, the site is built again."""
    builder = Builder(live, ["postings"])
    builder.build()
    write("one", "perhaps", "We look.")
    builder.build()
    told = news(live)
    assert "cannot be read" in told["error"]
    assert any(one["path"] == "postings/one.md" and one["page"] for one in told["findings"])
    assert b"We look for one." in (live.folder / "one" / "index.html").read_bytes()
    write("one", "open", "We look.")
    builder.build()
    assert news(live)["error"] is None
    assert b"We look." in (live.folder / "one" / "index.html").read_bytes()


def test_findings_are_told_without_loading_a_page_again(live: Live) -> None:
    """They follow the build; the same ones are not told twice."""
    live.built([], None)
    version = news(live)["version"]
    live.found([{"code": "title"}])
    told = news(live)
    assert (told["version"], told["findings"]) == (version, [{"code": "title"}])
    live.found([{"code": "title"}])
    assert news(live) is told


def test_what_is_posted_today_is_found_as_validate_finds_it(live: Live) -> None:
    """Where the company names no time zone, today is any day that somebody may call so."""
    day = latest_today(Settings())
    Path("postings/one.md").write_text(
        f"---\ntitle: One\nstatus: open\nposted: {day}\n---\n\n# One\n", "utf-8"
    )
    Builder(live, ["postings"]).build()
    told = {finding["code"] for finding in news(live)["findings"]}
    assert "front-matter" in told
    assert "dates" not in told


def test_the_search_index_is_made_when_it_is_asked_for(live: Live) -> None:
    """Once for each build, beside the site: the builder finds there what it wrote."""
    builder = Builder(live, ["postings"])
    builder.build()
    application = Client(Request.application(live.answer))
    assert not (live.folder.parent / "site-indexed").exists()
    entry = "/jobs/pagefind/pagefind-entry.json"
    first = application.get(entry)
    assert first.json
    assert not (live.folder / "pagefind").exists()
    assert application.get(entry).data == first.data
    before = stamps(live.folder)
    write("one", "open", "We look for somebody else.")
    builder.build()
    assert stamps(live.folder)["two"] == before["two"]
    assert application.get(entry).data != first.data


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way")
def test_a_build_is_no_change_to_build_for(live: Live) -> None:
    """With all of the repository watched too, what a build keeps there begins no other."""
    assert live.folder
    program = f"import sys; sys.path.insert(0, {str(SCRIPTS)!r}); from careers.cli import run"
    # Where the tests run in a shell's background, a process begins deaf to Ctrl-C.
    hearing = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", f"{hearing}; {program}; sys.exit(run('serve', ['.']))"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout
        said = [next(process.stdout) for _ in range(3)]
        time.sleep(1)
        write("one", "open", "We look for somebody else.")
        said.append(next(process.stdout))
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        said += process.stdout
    assert [line.partition(":")[0] for line in said if "Ctrl" not in line] == [
        "Built",
        "http",
        "Built",
    ]
