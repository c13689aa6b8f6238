"""Postings of which only the facts are kept."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from careers.build import file_stamps as stamps
from careers.build import reading
from careers.build.reading import find, read_facts
from careers.posting.posting import read_posting
from careers.text.diagnostics import CareersError

HEAD = b"---\ntitle: Baker\n---\n"
TEXTS = {
    "plain": HEAD + b"\n# Baker\n\nWe bake.\n",
    "no end of line": HEAD + b"\n# Baker",
    "no text": HEAD,
    "no text and no end of line": HEAD[:-1],
    "no front matter": b"# Baker\n\nWe bake.\n",
    "CRLF": HEAD.replace(b"\n", b"\r\n") + b"# Baker\r\n",
    "byte order mark": b"\xef\xbb\xbf" + HEAD + b"# Baker\n",
    "letters": HEAD + "# Bäcker — 面包师\n".encode(),
}


@pytest.mark.parametrize("data", TEXTS.values(), ids=list(TEXTS))
def test_a_text_is_read_again_as_it_was_read_first(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever its flaws: with the same lines, the same front matter, the same beginning."""
    monkeypatch.chdir(tmp_path)
    Path("baker.md").write_bytes(data)
    (again,), _ = read_facts(find(["baker.md"]), {}, 1)
    first = read_posting("baker.md", data)
    assert (again.source, again.body_line, again.syntax) == (
        first.source, first.body_line, first.syntax,
    )  # fmt: skip
    assert (again.front is None) == (first.front is None)
    assert (again.meta, again.title) == (first.meta, first.title)


def test_a_text_that_changed_meanwhile_ends_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its facts would be those of another text."""
    monkeypatch.chdir(tmp_path)
    Path("baker.md").write_bytes(TEXTS["plain"])
    (posting,), _ = read_facts(find(["baker.md"]), {}, 1)
    Path("baker.md").write_bytes(TEXTS["plain"] + b"We sell, too.\n")
    with pytest.raises(CareersError, match=r"baker\.md was changed while the site was built"):
        _ = posting.source


def test_a_file_that_nobody_changed_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its size and time tell; a change that keeps the size and sets the time back is seen."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(stamps, "SETTLED", 0)
    for name in ("baker", "miller"):
        Path(f"{name}.md").write_text(f"---\ntitle: {name}\n---\nText.\n")
    _, known = read_facts(find(["baker.md", "miller.md"]), {}, 1)
    before = Path("miller.md").stat()
    time.sleep(0.05)
    Path("miller.md").write_text("---\ntitle: mixer!\n---\nText.\n"[: before.st_size])
    os.utime("miller.md", ns=(before.st_atime_ns, before.st_mtime_ns))
    asked: list[Path] = []

    def noting(path: Path) -> bytes:
        asked.append(path)
        return path.read_bytes()

    monkeypatch.setattr(reading, "read_bytes", noting)
    postings, facts = read_facts(find(["baker.md", "miller.md"]), known, 1)
    assert asked == [Path("miller.md")]
    assert [posting.title for posting in postings] == ["baker", "mixer!"]
    assert facts["baker.md"] == known["baker.md"]


def test_a_file_that_was_changed_just_now_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be changed again within the grain of its time; so may a shared text of it."""
    monkeypatch.chdir(tmp_path)
    Path("baker.md").write_text("# Baker\n")
    _, known = read_facts(find(["baker.md"]), {}, 1)
    assert known["baker.md"]["stamp"] == ""
    monkeypatch.setattr(stamps, "SETTLED", 0)
    Path("cook.md").write_text('# Cook\n\n{{ shared("us") }}\n')
    _, known = read_facts(find(["cook.md"]), {}, 1)
    assert known["cook.md"]["stamp"] == ""
