"""``fix --images``: images of another host, which speaks TLS on loopback, are brought in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careers.cli import main
from careers.web import remote_images as fetching
from imagehost import ImageHost, image_host, picture

ASKS = '{{{{ shared("s") }}}}\r\n'


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ImageHost]:
    """A repository around, and another host, trusted; this machine counts as the web."""
    with image_host(tmp_path) as (server, certificate):
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        monkeypatch.setattr(fetching, "public", lambda address: address.is_loopback)
        (tmp_path / "company" / "postings" / "_shared").mkdir(parents=True)
        monkeypatch.chdir(tmp_path / "company")
        yield server


def write(name: str, text: str) -> Path:
    """A posting or a shared text."""
    path = Path("postings", name)
    path.write_bytes(text.encode())
    return path


def test_images_are_brought_in(host: ImageHost, capsys: pytest.CaptureFixture[str]) -> None:
    """One file for one image, however many texts show it; only the addresses change."""
    host.files |= {"/Our%20Office.png": picture(), "/b.gif": picture("GIF")}
    office, moving = f"{host.url}/Our%20Office.png", f"{host.url}/b.gif?x=1"
    one = "# A\r\n\r\n![The office]({0} 'Ours') and ![again]({0}).\r\n\r\n" + ASKS
    two = '# B\n\n![b][b] <img alt="c" src="{1}#top">\n\n[b]: <{0}> "Ours"\n'
    shared = "Our office: ![The office]({0})\n"
    texts = {"a.md": one, "b.md": two, "_shared/s.md": shared}
    paths = {name: write(name, text.format(office, moving)) for name, text in texts.items()}

    assert main(["fix", "--images"]) == 0
    now = {name: path.read_bytes().decode() for name, path in paths.items()}
    assert now["a.md"] == one.replace("\r\n", "\n").format("images/our-office.png")
    assert now["b.md"] == two.replace("#top", "").format("images/our-office.png", "images/b.gif")
    assert now["_shared/s.md"] == shared.format("../images/our-office.png")
    images = {path.name: path.read_bytes() for path in Path("postings", "images").iterdir()}
    assert images == {"our-office.png": picture(), "b.gif": picture("GIF")}
    assert sorted(host.asked) == ["/Our%20Office.png", "/b.gif?x=1"]
    out = capsys.readouterr().out
    assert "postings/images/our-office.png: a new image, 0." in out
    assert f"-Our office: ![The office]({office})\n" in out
    assert out.endswith("3 of 3 files changed (remote-image 4, syntax 1)\n")
    assert main(["fix", "--images", "--check"]) == 0
    assert len(host.asked) == 2


def test_other_bytes_get_another_name(host: ImageHost) -> None:
    """A file that is there keeps its bytes; an image that is there already is used."""
    host.files |= {"/a.png": picture(), "/x/a.png": picture(colour="red"), "/b.png": picture()}
    Path("postings", "images").mkdir()
    for name in ("a.png", "b.png"):
        Path("postings", "images", name).write_bytes(b"mine" if name == "a.png" else picture())
    addresses = [f"{host.url}{path}" for path in host.files]
    posting = write("a.md", "# A\n" + "".join(f"\n![x]({address})\n" for address in addresses))
    assert main(["fix", "--images"]) == 0
    files = {f"images/{path.name}": path.read_bytes() for path in Path("postings/images").iterdir()}
    shown = [line[5:-1] for line in posting.read_text().splitlines() if line.startswith("![")]
    assert [files[name] for name in shown] == [picture(), picture(colour="red"), picture()]
    assert files["images/a.png"] == b"mine"
    assert shown[2] == "images/b.png"
    assert len(files) == 4


@pytest.mark.parametrize(("option", "status"), [("--check", 1), ("--diff", 0)])
def test_looking_only(
    host: ImageHost, capsys: pytest.CaptureFixture[str], option: str, status: int
) -> None:
    """The difference is shown as it would be, and nothing is written."""
    host.files["/a.png"] = picture()
    posting = write("a.md", f"# A\n\n![x]({host.url}/a.png)\n")
    before = posting.read_bytes()
    assert main(["fix", "--images", option]) == status
    assert posting.read_bytes() == before
    assert not Path("postings", "images").exists()
    assert "+![x](images/a.png)\n" in capsys.readouterr().out


_NO_POSTING = (
    "warning[not-a-posting]: this does not read as a posting, so it is not published: no field, no "
    "section, no way to apply of a job\n"
)


def test_without_the_option_nothing_is_asked(
    host: ImageHost, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says how, and counts each image once."""
    write("_shared/s.md", f"![x]({host.url}/a.png)\n")
    for name in ("a.md", "b.md"):
        write(name, '# A\n\n{{ shared("s") }}\n')
    assert main(["fix"]) == 0
    assert not host.asked
    assert capsys.readouterr().out == (
        "0 of 2 files changed\n"
        "Left for you: 3 (links-local 1, not-a-posting 2); `careers validate` tells how\n"
        "  postings/_shared/s.md:1: error[links-local]: "
        f"`{host.url}/a.png` leads nowhere for other people\n"
        f"  postings/a.md:1: {_NO_POSTING}  postings/b.md:1: {_NO_POSTING}"
        "Images of other hosts: 1; `careers fix --images` brings them into the repository\n"
    )


def test_what_stays_is_told(host: ImageHost, capsys: pytest.CaptureFixture[str]) -> None:
    """Each image that could not be fetched has its place, why, and what to do; the text stays."""
    host.files |= {"/page.png": b"<!DOCTYPE html>", "/ok.png": picture(), "/ref.png": picture()}
    text = (
        f"# A\n\n![x]({host.url}/gone.png) ![y]({host.url}/page.png) ![z]({host.url}/ok.png)\n\n"
        f"![n](http://127.0.0.1/n.png) ![r] [the picture][r]\n\n[r]: {host.url}/ref.png\n"
    )
    posting = write("a.md", text)
    assert main(["fix", "--images"]) == 1
    assert posting.read_text() == text.replace(f"{host.url}/ok.png", "images/ok.png")
    out = capsys.readouterr().out
    for line, name, why in (
        (3, "gone.png", "its host answers 404, not found"),
        (3, "page.png", "it is no image"),
        (5, "n.png", "it is not sent encrypted (https)"),
        (5, "ref.png", "a link needs its definition too"),
    ):
        assert any(
            said.startswith(f"postings/a.md:{line}:") and f"/{name}` stays" in said and why in said
            for said in out.splitlines()
        ), name
    assert out.count("  help: save it by hand below `images/`") == 4


def test_allowed_images_and_those_of_others_stay(
    host: ImageHost, capsys: pytest.CaptureFixture[str]
) -> None:
    """An allowance holds; a shared text that was not named is left, and said how to mend."""
    write("_shared/s.md", f"![x]({host.url}/s.png)\n")
    allowed = "<!-- careers: allow remote-image: it is live -->"
    text = f'# A\n\n![x]({host.url}/a.png) {allowed}\n\n{{{{ shared("s") }}}}\n'
    posting = write("a.md", text)
    assert main(["fix", "--images", str(posting)]) == 1
    assert not host.asked
    assert posting.read_text() == text
    assert "  help: `careers fix --images postings/_shared/s.md`\n" in capsys.readouterr().out


def test_a_shared_text_that_is_named_is_mended_as_well(host: ImageHost) -> None:
    """What else is mended in it stays mended; its image stands beside those of the postings."""
    host.files["/s.png"] = picture()
    shared = write("_shared/s.md", f"![x]({host.url}/s.png)\r\n")
    write("a.md", '# A\n\n{{ shared("s") }}\n')
    assert main(["fix", "--images", "postings", str(shared)]) == 0
    assert shared.read_bytes() == b"![x](../images/s.png)\n"


def test_bytes_that_are_no_text_stay(host: ImageHost) -> None:
    """A file that is not UTF-8 is left alone."""
    posting = Path("postings", "a.md")
    posting.write_bytes(f"# \xff\n\n![x]({host.url}/a.png)\n".encode("latin-1"))
    assert main(["fix", "--images"]) == 0
    assert not host.asked
