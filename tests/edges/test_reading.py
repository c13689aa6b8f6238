"""Postings of which only the facts are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from careers.edges.reading import read_facts
from careers.posting import read_posting
from careers.problem import CareersError

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
    (again,), _ = read_facts(["baker.md"], {}, 1)
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
    (posting,), _ = read_facts(["baker.md"], {}, 1)
    Path("baker.md").write_bytes(TEXTS["plain"] + b"We sell, too.\n")
    with pytest.raises(CareersError, match=r"baker\.md was changed while the site was built"):
        _ = posting.source
