"""Images of other hosts: fetched over TLS, known by their bytes, put in no other file's place."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from careers.files.images import MAX_IMAGE
from careers.text.diagnostics import CareersError
from careers.web import download as downloads
from careers.web import remote_images as fetching
from careers.web.download import NotFetchedError, download
from careers.web.remote_images import Fetched, fetch_image, place
from imagehost import ImageHost, image_host, picture

DRAWING = b'<?xml version="1.0"?>\n<!-- ours -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ImageHost]:
    """Another host, trusted; this machine counts as the web."""
    with image_host(tmp_path) as (server, certificate):
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        monkeypatch.setattr(fetching, "public", lambda address: address.is_loopback)
        yield server


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
def test_the_bytes_tell_the_type(host: ImageHost, kind: str) -> None:
    """Whatever the address is called, the ending is that of what came; redirections lead there."""
    host.files["/a.txt"] = picture(kind)
    ending = {"JPEG": ".jpg"}.get(kind, f".{kind.lower()}")
    assert fetch_image(f"{host.url}/to/{host.url}/a.txt") == Fetched(picture(kind), ending)


def test_drawings_that_cannot_act(host: ImageHost) -> None:
    """An SVG is taken where the site would publish it."""
    host.files["/a"] = DRAWING
    assert fetch_image(f"{host.url}/a") == Fetched(DRAWING, ".svg")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<!DOCTYPE html><title>Sign in</title><svg></svg>", "it is no image"),
        (b"", "it is no image"),
        (picture("BMP"), "it is no image"),
        (picture()[:60], "it is a broken image"),
        (DRAWING.replace(b"/>", b' onload="x()"/>'), "could act"),
        (DRAWING.replace(b"/>", b"><script>x()</script></svg>"), "could act"),
        (b"x" * (MAX_IMAGE + 1), "it has more than 5 MiB"),
    ],
)
def test_what_no_page_could_show(host: ImageHost, data: bytes, why: str) -> None:
    """It says what came instead."""
    host.files["/a.png"] = data
    with pytest.raises(NotFetchedError, match=why):
        fetch_image(f"{host.url}/a.png")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gone.png", "its host answers 404, not found"),
        ("/short", "its host breaks off in the middle"),
        ("/slow", "its host takes too long"),
        ("/to//to//to//to//to//to//x", "it leads on to another address, 5 times"),
        ("/to/http://127.0.0.1:1/a.png", "it is not sent encrypted"),
        ("/to/file:///etc/passwd", "it is not sent encrypted"),
    ],
)
def test_why_nothing_came(
    host: ImageHost, monkeypatch: pytest.MonkeyPatch, path: str, why: str
) -> None:
    """Every failure is told in words."""
    monkeypatch.setattr(downloads, "WHOLE", 0.2)
    with pytest.raises(NotFetchedError, match=why):
        fetch_image(f"{host.url}{path}")


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"])
def test_this_machine_is_never_asked(host: ImageHost, address: str) -> None:
    """However its address is written, nothing is sent."""
    with pytest.raises(NotFetchedError, match="not of the public web"):
        download(f"https://{address}:{host.server_port}/a.png", 10)
    assert not host.asked


def test_a_redirection_inwards_is_not_followed(host: ImageHost) -> None:
    """Each address of the way is looked at anew."""
    seen: list[int] = []

    def permit(_: object) -> bool:
        seen.append(1)
        return len(seen) == 1

    with pytest.raises(NotFetchedError, match="not of the public web"):
        download(f"{host.url}/to/{host.url}/a.png", 10, permit)
    assert len(host.asked) == 1


def test_a_host_must_be_who_it_says(host: ImageHost, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that nobody signed is not believed."""
    monkeypatch.delenv("SSL_CERT_FILE")
    assert ssl.create_default_context().verify_mode is ssl.CERT_REQUIRED
    with pytest.raises(NotFetchedError, match="its host is not who it says: self"):
        fetch_image(f"{host.url}/a.png")
    assert not host.asked


@pytest.mark.parametrize("url", ["https://gone.invalid/a.png", "https://a:b@example.com/"])
def test_hosts_that_are_none(url: str) -> None:
    """A name that nobody has, and one with a password before it."""
    with pytest.raises(NotFetchedError, match=r"no such host|not of the public web"):
        fetch_image(url)


def test_each_image_has_a_file_of_its_own(tmp_path: Path) -> None:
    """The same bytes share a file, whoever wrote it; other bytes get a name with a digest."""
    here, there = Fetched(b"here", ".png"), Fetched(b"there", ".png")
    (tmp_path / "a.png").write_bytes(b"here")
    new: dict[Path, bytes] = {}
    assert place(here, tmp_path, "a", new) == tmp_path / "a.png"
    assert not new
    other = place(there, tmp_path, "a", new)
    assert other.name == "a-e244f187.png"
    assert place(there, tmp_path, "a", new) == other
    assert new == {other: b"there"}
    other.mkdir()
    assert len(place(there, tmp_path, "a", {}).stem) == 66


def test_nothing_is_written_behind_a_link(tmp_path: Path) -> None:
    """A folder of images that is a symbolic link is refused; no page would show them."""
    (tmp_path / "images").symlink_to(tmp_path)
    with pytest.raises(CareersError, match="symbolic link"):
        place(Fetched(b"", ".png"), tmp_path / "images", "a", {})
