"""Pictures of pages by a real Chrome, and what a page that a stranger wrote may do: nothing."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from careers.build.pictures import devtools
from careers.build.pictures.browser import VARIABLE, find_chrome, started
from careers.build.pictures.devtools import GoneError, SlowPageError
from careers.build.pictures.served import served

PAGE = b"<!doctype html><title>x</title><body style='margin:0;background:#%s'>Hello"
needs_chrome = pytest.mark.skipif(find_chrome() is None, reason="no Chrome on this machine")


@contextmanager
def browser(files: dict[str, bytes], seconds: float = 60) -> Iterator[devtools.DevTools]:
    """A Chrome that reaches these pages at ``after.test/c/``."""
    chrome = find_chrome()
    assert chrome
    pages = {f"{name}/index.html": content for name, content in files.items()}
    with (
        served({"after.test": ("/c/", pages)}) as port,
        started(chrome, port, seconds) as made,
    ):
        yield made


@contextmanager
def listening() -> Iterator[tuple[int, int, list[str]]]:
    """Ports for TCP and UDP on loopback, and what has reached them."""
    reached: list[str] = []
    tcp, udp = (
        socket.socket(socket.AF_INET, kind) for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM)
    )
    for each in (tcp, udp):
        each.bind(("127.0.0.1", 0))
        each.settimeout(0.1)
    tcp.listen()
    over = threading.Event()

    def wait() -> None:
        while not over.is_set():
            for name, each in (("tcp", tcp.accept), ("udp", lambda: udp.recv(9))):
                try:
                    each()
                    reached.append(name)
                except TimeoutError:
                    continue

    thread = threading.Thread(target=wait)
    thread.start()
    try:
        yield tcp.getsockname()[1], udp.getsockname()[1], reached
    finally:
        over.set()
        thread.join()
        tcp.close()
        udp.close()


@needs_chrome
@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_is_pictured_as_wide_as_asked(width: int) -> None:
    """As WebP, as tall as the page or as ``TALLEST``."""
    tall = (
        b"<!doctype html><meta name=viewport content='width=device-width'>"
        b"<body style='margin:0'><div style='height:%dpx'>x</div>"
    )
    with browser({"low": tall % 900, "tower": tall % 90_000}) as made:
        for name, height in (("low", 900), ("tower", devtools.TALLEST)):
            data = made.picture(f"http://after.test/c/{name}/", width, 700)
            assert Image.open(BytesIO(data)).size == (width, height)


@needs_chrome
def test_a_page_reaches_nothing() -> None:
    """Neither this machine's ports nor its files, by whichever way."""
    with listening() as (tcp, udp, reached):
        here = f"127.0.0.1:{tcp}"
        page = f"""<!doctype html><img src="http://{here}/"><img src="http://localhost:{tcp}/">
        <img src="https://{here}/"><iframe src="http://[::ffff:127.0.0.1]:{tcp}/"></iframe>
        <link rel=preconnect href="http://{here}"><link rel=dns-prefetch href="//{here}">
        <script>
        fetch("http://{here}/", {{mode: "no-cors"}}).catch(() => 0);
        navigator.sendBeacon("http://{here}/");
        new WebSocket("ws://{here}/");
        const call = new RTCPeerConnection({{iceServers: [
          {{urls: "stun:127.0.0.1:{udp}"}},
          {{urls: "turn:{here}?transport=tcp", username: "a", credential: "b"}}]}});
        call.createDataChannel("x");
        call.createOffer().then(offer => call.setLocalDescription(offer));
        setTimeout(() => location = "http://{here}/", 300);
        </script>"""
        secret = b"<!doctype html><iframe src='file:///etc/passwd'></iframe>"
        empty = b"<!doctype html><iframe srcdoc=''></iframe>"
        with browser({"evil": page.encode(), "secret": secret, "empty": empty}) as made:
            made.picture("http://after.test/c/evil/", 360, 740)
            files = [
                made.picture(f"http://after.test/c/{name}/", 360, 740)
                for name in ("secret", "empty")
            ]
            made.picture("http://after.test/c/empty/", 1280, 740)
    assert reached == []
    assert len(files[0]) < 2 * len(files[1]) + 4_000


@needs_chrome
@pytest.mark.parametrize("script", ["while (true) {}", "alert(1)", "location.reload()"])
def test_a_page_that_does_not_end_is_passed_over(
    script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one has its picture."""
    monkeypatch.setattr(devtools, "A_PAGE", 4.0)
    slow = f"<!doctype html><script>{script}</script>".encode()
    with browser({"slow": slow, "good": PAGE % b"fff"}) as made:
        with pytest.raises(SlowPageError):
            made.picture("http://after.test/c/slow/", 360, 740)
        assert made.picture("http://after.test/c/good/", 360, 740)


@needs_chrome
def test_all_pictures_have_their_time() -> None:
    """Past it there are no more."""
    with browser({"good": PAGE % b"fff"}, seconds=0.01) as made, pytest.raises(GoneError):
        made.picture("http://after.test/c/good/", 360, 740)


@pytest.mark.parametrize(
    "program", ["#!/bin/sh\nexit 1\n", "#!/bin/sh\nexec sleep 60\n", "no program"]
)
def test_what_is_no_chrome(tmp_path: Path, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gives no picture and stays no longer than asked."""
    path = tmp_path / "chrome"
    path.write_text(program)
    path.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(path))
    with pytest.raises((GoneError, OSError)), browser({}, seconds=1) as made:
        made.picture("http://after.test/", 360, 740)


def test_a_chrome_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable counts before what is on the path; where it is empty there is none."""
    monkeypatch.setenv(VARIABLE, "/opt/chrome")
    assert find_chrome() == "/opt/chrome"
    monkeypatch.setenv(VARIABLE, "")
    assert find_chrome() is None
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("PATH", "/nowhere")
    assert find_chrome() is None


def test_a_chrome_knows_nothing_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its environment is its own."""
    path, told = tmp_path / "chrome", tmp_path / "told"
    path.write_text(f"#!/bin/sh\nenv > {told}\n")
    path.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(path))
    monkeypatch.setenv("GITHUB_TOKEN", "secret-word")
    with pytest.raises(GoneError), browser({}, seconds=5) as made:
        made.picture("http://after.test/", 360, 740)
    assert "secret-word" not in told.read_text()
    assert "GITHUB" not in told.read_text()
