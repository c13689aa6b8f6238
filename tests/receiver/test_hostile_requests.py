"""What strangers may send to the function: it answers, and keeps and leads to nothing else."""

from __future__ import annotations

import socket
import time
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from lxml import html  # type: ignore[import-untyped]

from receiver.local_runtime import BOUNDARY, CV, SITE, TYPED, Worker, body_of

PDF = ("My CV.pdf", CV)
HTML = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'&lt;"
FORM = "multipart/form-data; boundary=b"
BODY = b'--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nAda\r\n--b--\r\n'
NOBODY = "0" * 64
TRICKS = (
    "../submissions/x",
    "..%2fheads",
    "heads",
    "%00",
    "1",
    "__proto__",
    NOBODY,
)


def raw(worker: Worker, head: str, body: bytes = b"", verb: str = "POST") -> int:
    """The status of an answer to bytes as they are given; 0 where none comes."""
    place = urlsplit(worker.url)
    with socket.create_connection((str(place.hostname), place.port or 0), 20) as line:
        line.sendall(f"{verb} / HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\n".encode("latin-1") + body)
        line.shutdown(socket.SHUT_WR)
        with line.makefile("rb") as answer:
            first = answer.readline().split()
    return int(first[1]) if first else 0


@pytest.mark.parametrize(
    ("head", "body", "statuses"),
    [
        ("Content-Length: 10737418240", b"", {413}),
        (f"Content-Length: {30 * 2**20 + 1}", b"", {413}),
        ("Content-Length: 99999999999999999999999999", b"", {400, 411, 413}),
        ("Content-Length: -1", b"", {400, 500}),  # the runtime says so, before the function
        ("Content-Length: 1e3", b"", {400, 500}),
        ("Content-Length: 5\r\nContent-Length: 6", b"12345", {400, 500}),
        ("Transfer-Encoding: chunked", b"3\r\nabc\r\n0\r\n\r\n", {411}),
        ("Transfer-Encoding: chunked\r\nContent-Length: 3", b"3\r\nabc\r\n0\r\n\r\n", {400, 411}),
        (f"Content-Length: {len(BODY) - 30}", BODY, {400}),
        (f"Content-Length: {len(BODY) + 30}", BODY, {0, 400, 500}),
        ("Content-Length: 0", b"", {400}),
        ("Content-Length: 3", b"abc", {400}),
    ],
)
def test_the_size_is_known_before_anything_is_read(
    worker: Worker, head: str, body: bytes, statuses: set[int]
) -> None:
    """What lies about it, or hides it, is refused; what ends early is kept by nobody."""
    assert raw(worker, f"Content-Type: {FORM}\r\n{head}", body) in statuses
    assert worker.waiting() == []


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 415),
        ("application/x-www-form-urlencoded", 415),
        ("text/plain", 415),
        ("multipart/mixed; boundary=b", 415),
        ("multipart/form-data", 415),
        ("multipart/form-data; boundary=", 400),
        ("multipart/form-data; boundary=other", 400),
        ("multipart/form-dataX; boundary=b", 415),
        ("", 415),
    ],
)
def test_a_form_alone_is_read(worker: Worker, kind: str, status: int) -> None:
    """Of the one type that a browser sends it as."""
    head = f"Content-Length: {len(BODY)}\r\nContent-Type: {kind}"
    assert raw(worker, head, BODY) == status
    assert worker.waiting() == []


@pytest.mark.parametrize("verb", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_other_verbs_do_nothing(worker: Worker, verb: str) -> None:
    """Who opens its address is led to the site."""
    assert raw(worker, "Connection: close", verb=verb) == (303 if verb == "GET" else 405)


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "https://example-tools.github.io.evil.example",
        "http://example-tools.github.io",
        "https://example-tools.github.io:444",
    ],
)
def test_a_form_of_another_site_is_refused(worker: Worker, origin: str) -> None:
    """By where the browser says that it stands."""
    assert worker.send(PDF, headers={"Origin": origin}).status_code == 403
    assert worker.waiting() == []


@pytest.mark.parametrize(
    "posting", ["", "../x", "a/b", "a b", HTML, "x" * 121, "-x", ".x", "a\r\nb"]
)
def test_a_posting_has_a_name_of_its_shape(worker: Worker, posting: str) -> None:
    """Whether there is one of that name, intake asks."""
    answer = worker.send(PDF, posting=posting)
    assert answer.status_code == 422
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    "language", ["../x", "//evil.example", "de\r\nX: y", HTML, "zz", "", "e" * 999]
)
def test_thanks_are_on_the_site_alone(worker: Worker, language: str) -> None:
    """Nothing that was sent leads elsewhere, by no header and no path."""
    answer = worker.send(language=language, next="https://evil.example", _next="//evil.example")
    assert answer.headers["Location"] == f"{SITE}thanks/"
    assert "X" not in answer.headers
    for path in ("//evil.example", "/\\evil.example", "/@evil.example", "/https:/evil.example"):
        for verb in ("GET", "POST"):
            got = requests.request(
                verb,
                worker.url + path,
                headers={"Host": "evil.example"},
                allow_redirects=False,
                timeout=20,
            )
            assert got.headers.get("Location", SITE) == SITE
            assert "evil.example" not in got.text


def test_what_was_typed_acts_in_no_page(worker: Worker) -> None:
    """Neither a value nor the name of a field, of a file, of a language."""
    changes = {
        **dict.fromkeys(TYPED, HTML),
        HTML: HTML,
        "message": f"</textarea>{HTML}",
        "language": "de",
    }
    answer = worker.send((HTML, b""), headers={"Accept-Language": HTML}, **changes)
    assert answer.status_code == 422
    page = html.fromstring(answer.content)
    assert not page.xpath("//script | //img | //@*[starts-with(name(), 'on')]")
    assert HTML in page.forms[0].fields
    assert answer.headers["Content-Security-Policy"].startswith(
        "default-src 'none'; base-uri 'none'"
    )
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    early = requests.post(worker.url, headers={"Accept-Language": HTML}, timeout=20)
    assert "<script" not in early.text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\ada\\cv.pdf", "C:Usersadacv.pdf"),
        ("/etc/cv.pdf", "cv.pdf"),
        ("cv\u202efdp.pdf", "cv fdp.pdf"),
        ("x" * 5000 + ".pdf", "x" * 251 + ".pdf"),
        ("heads/x.pdf", "x.pdf"),
    ],
)
def test_a_files_name_is_a_name(worker: Worker, name: str, shown: str) -> None:
    """It leads nowhere, and what it is called decides not where it is kept."""
    assert worker.send((name, CV)).status_code == 303
    (submission,) = worker.waiting()
    assert submission["files"][0]["name"] == shown
    assert submission["files"][0]["url"].endswith(f"/{submission['id']}/files/0")


@pytest.mark.parametrize(
    "name", ["__proto__", "constructor", "toString", "hasOwnProperty", "receiver", "files", "id"]
)
def test_a_fields_name_is_a_name(worker: Worker, name: str) -> None:
    """None changes what the function knows itself."""
    assert worker.send(PDF, **{name: "x"}).status_code == 303
    (submission,) = worker.waiting()
    assert submission["fields"][name] == "x"
    assert (submission["receiver"], len(submission["files"])) == (1, 1)


def test_a_file_is_no_address_and_an_address_no_file(worker: Worker) -> None:
    """Each field is read as what it is."""
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    swapped: dict[str, Any] = {
        **TYPED,
        "email": ("a@example.com", b"a@example.com"),
        "cv": "cv.pdf",
    }
    for phone, status in (("", 422), ("+44 20 7946 0000", 303)):
        body = body_of([*{**swapped, "phone": phone}.items()])
        answer = requests.post(
            worker.url, data=body, headers=kind, allow_redirects=False, timeout=20
        )
        assert answer.status_code == status
    assert worker.waiting()[0]["fields"]["cv"] == "cv.pdf"


@pytest.mark.parametrize(
    ("fields", "files", "status"), [(400, 0, 413), (100_000, 0, 413), (0, 11, 422), (0, 10, 303)]
)
def test_many_of_all_are_refused_in_time(
    worker: Worker, fields: int, files: int, status: int
) -> None:
    """A form has few."""
    begin = time.monotonic()
    more = {f"field {n}": "x" for n in range(fields)}
    assert worker.send(*[PDF] * files, **more).status_code == status
    assert time.monotonic() - begin < 20


def test_a_large_file_is_kept_and_a_larger_one_is_not(worker: Worker) -> None:
    """25 MB each; the whole of a request is known before."""
    large = CV + bytes(25 * 2**20 - len(CV))
    assert worker.send(("a.pdf", large)).status_code == 303
    (submission,) = worker.waiting()
    path = submission["files"][0]["url"].removeprefix(f"{worker.url}/submissions")
    assert worker.ask(path).content == large
    assert worker.send(("a.pdf", large + b"x")).status_code == 422


@pytest.mark.parametrize("trick", TRICKS)
def test_a_number_that_is_none_is_not_here(worker: Worker, trick: str) -> None:
    """Nothing but what waits, and its files, is reached with the key."""
    worker.send(PDF)
    (submission,) = worker.waiting()
    for path in (
        f"/{trick}",
        f"/{trick}/files/0",
        f"/{submission['id']}/files/{trick}",
        f"/{submission['id']}/{trick}",
    ):
        if path != f"/{submission['id']}/files/0":
            assert worker.ask(path).status_code in {400, 404, 405}, path
    assert worker.ask(f"?after={trick}").status_code == (200 if trick == NOBODY else 400)
    assert worker.ask(f"/{trick}", "DELETE").status_code in {400, 404, 405}
    assert worker.waiting() == [submission]


def test_bytes_that_are_no_text_are_marked(worker: Worker) -> None:
    """Nobody is lost for a wrong encoding."""
    parts = "".join(
        f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
        for name, text in TYPED.items()
    )
    body = parts.encode().replace(b"Ada Example", b"J\xf6rg") + b"--b--\r\n"
    head = f"Content-Type: {FORM}\r\nContent-Length: {len(body)}"
    assert raw(worker, head, body) == 303
    assert worker.waiting()[0]["fields"]["name"] == "J\ufffdrg"
