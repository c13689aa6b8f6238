"""Links are asked for politely, and nothing of a private network is."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest

from careers.text.diagnostics import CareersError
from careers.web import connection as reach
from careers.web import link_checker as asking
from careers.web.connection import public
from careers.web.link_checker import Asker
from careers.web.probe import Answer, ask

TODAY = date(2026, 6, 1)


class Server(ThreadingHTTPServer):
    """A site on this machine that remembers what it was asked, and how much of it at once."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str]] = []
        self.now = self.most = 0
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        """The first page."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """Answers with the status that the path names: /404, /no-head, /to/…, /slow."""

    server: Server

    def do_GET(self) -> None:
        """Answer."""
        with self.server.lock:
            self.server.asked.append((self.command, self.path))
            self.server.now += 1
            self.server.most = max(self.server.most, self.server.now)
        if self.path.startswith("/slow"):
            time.sleep(0.05)
        # Before the answer is out: who has it may ask again before this thread goes on.
        with self.server.lock:
            self.server.now -= 1
        self._answer()

    do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

    def _answer(self) -> None:
        name = self.path.strip("/").split("?")[0]
        if name == "flaky":
            name = "503" if len(self.server.asked) < 3 else "200"
        if name == "no-head":
            name = "405" if self.command == "HEAD" else "200"
        status = int(name) if name.isdigit() else 200
        target = name.removeprefix("to/") if name.startswith("to/") else ""
        self.send_response(302 if target else status)
        if target:
            self.send_header("Location", target if "://" in target else f"/{target}")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[Server]:
    """A site, served until the test ends."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def near(url: str) -> Answer:
    """Ask, this machine allowed."""
    return ask(url, lambda address: address.is_loopback)


def asker(cache: Path | None = None, today: date = TODAY) -> Asker:
    """An asker for this machine that does not wait."""
    return Asker(today, cache, near, 0.0, "localhost")


@pytest.mark.parametrize(
    ("path", "dead"),
    [
        ("", ""),
        ("/404", "404, not found"),
        ("/410?a=b", "410, gone"),
        ("/no-head", ""),
        ("/403", ""),
        ("/500", ""),
        ("/to/404", "404, not found"),
        ("/to/200", ""),
        ("/to/to/to/to/to/to/404", ""),
        ("/ä ö?ü", ""),
    ],
)
def test_only_what_is_certain_is_dead(site: Server, path: str, dead: str) -> None:
    """Not found and gone are, behind redirections too; refusals and failures are not."""
    assert near(site.url + path).dead == dead


def test_head_comes_first(site: Server) -> None:
    """A page that answers HEAD is not fetched; one that does not is."""
    near(f"{site.url}/a")
    near(f"{site.url}/no-head")
    assert [verb for verb, _ in site.asked] == ["HEAD", "HEAD", "GET"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.1",
        "100.64.0.1", "224.0.0.1", "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "::",
    ],
)  # fmt: skip
def test_private_addresses_are_not_public(address: str) -> None:
    """Our machine, private networks, the cloud's own service, and what wraps them."""
    assert not public(ip_address(address))


def test_public_addresses_are() -> None:
    """The rest of the internet is."""
    assert public(ip_address("140.82.121.4"))
    assert public(ip_address("2606:50c0:8000::153"))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_never_asked(site: Server, host: str) -> None:
    """However its address is written, nothing is sent."""
    assert ask(f"http://{host}:{site.server_port}/404") == Answer()
    assert not site.asked


def test_a_redirection_inwards_is_not_followed(site: Server) -> None:
    """A public page that leads to this machine gets it asked for nothing."""
    seen = []

    def permit(_: object) -> bool:
        seen.append(1)
        return len(seen) == 1

    assert ask(f"{site.url}/to/{site.url}/404", permit) == Answer()
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/", "http://a@127.0.0.1/"]
)
def test_only_the_web_is_asked(target: str) -> None:
    """Other schemes, and addresses with names in them, are left alone."""
    assert near(target) == Answer()


def test_a_host_that_does_not_exist() -> None:
    """It is dead where others are found; where none is, this machine is not online."""
    gone = "https://gone.invalid/"

    def answer(_: str) -> Answer:
        return Answer("there is no such host", no_host=True)

    assert Asker(TODAY, None, answer, 0, "localhost").dead([gone]) == {gone: answer("").dead}
    with pytest.raises(CareersError, match="1 hosts were not found"):
        Asker(TODAY, None, answer, 0, "also-gone.invalid").dead([gone])


def test_two_at_a_time(site: Server) -> None:
    """A host with many links gets two requests at once and no more."""
    urls = [f"{site.url}/slow{n}" for n in range(8)]
    assert asker().dead(urls) == {}
    assert len(site.asked) == 8
    assert site.most == 2


def test_a_failure_is_asked_again(site: Server) -> None:
    """A host that fails once is believed when it has come to itself."""
    assert asker().dead([f"{site.url}/flaky"]) == {}
    assert len(site.asked) >= 3


def test_each_address_once(site: Server) -> None:
    """The same address in two postings is one request, or two where HEAD was refused."""
    url = f"{site.url}/404"
    assert asker().dead([url, url]) == {url: "404, not found"}
    assert Counter(site.asked) == {("HEAD", "/404"): 1, ("GET", "/404"): 1}


def test_the_cache(site: Server, tmp_path: Path) -> None:
    """What led somewhere is not asked again for some days; what is dead is, each time."""
    cache = tmp_path / "cache" / "links.json"
    urls = [f"{site.url}/a", f"{site.url}/404", f"{site.url}/500"]
    for _ in range(2):
        asker(cache).dead(urls)
    assert json.loads(cache.read_text()) == {urls[0]: "2026-06-01"}
    count = Counter(path for _, path in site.asked)
    assert (count["/a"], count["/404"]) == (1, 4)
    asker(cache, date(2026, 6, 9)).dead(urls[:1])
    assert Counter(path for _, path in site.asked)["/a"] == 2


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1, "b": null}', "[" * 100_000, "\xff"])
def test_a_cache_may_be_anything(site: Server, tmp_path: Path, text: str) -> None:
    """What nobody of us wrote is passed over."""
    cache = tmp_path / "links.json"
    cache.write_text(text, encoding="latin-1")
    assert asker(cache).dead([f"{site.url}/404"])


def test_the_time_is_bounded(site: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the time is up, the rest is not asked and not reported."""
    monkeypatch.setattr(asking, "_BUDGET", -1.0)
    assert asker().dead([f"{site.url}/404"]) == {}
    assert not site.asked


def test_a_silent_host_is_not_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that takes no connection tells nothing."""
    monkeypatch.setattr(reach, "TIMEOUT", 1)
    assert near("http://127.0.0.1:1/") == Answer(sure=False)
