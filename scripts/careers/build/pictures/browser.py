"""Finds a Chrome, and starts one that reaches nothing but the pages it is given.

What it shows a stranger may have written. It gets a profile and an environment of its own, in
which nothing of ours stands; all that it asks for it asks of one port of this machine, as its
proxy; it resolves no name; and it is killed with all its children at the end.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from careers.build.pictures.devtools import DevTools

VARIABLE = "CHROME_PATH"
"""Names the Chrome; where it is set and empty, none is used."""
NAMES = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome")
_READS, _WRITES = 3, 4
"""The descriptors that ``--remote-debugging-pipe`` reads commands from, and writes answers to."""
_ABOVE = 10
_FLAGS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-sync",
    "--force-color-profile=srgb",
    # Calls between browsers do not go around the proxy.
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    # Else what is on this machine would be asked directly.
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--hide-scrollbars",
    "--metrics-recording-only",
    "--mute-audio",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
)


def find_chrome() -> str | None:
    """The Chrome that is named, else the first on the path; None where there is none."""
    if os.name == "nt":  # it is steered by descriptors, which Windows does not hand on
        return None
    named = os.environ.get(VARIABLE)
    if named is not None:
        return named or None
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def started(chrome: str, port: int, seconds: float) -> Iterator[DevTools]:
    """A Chrome that reaches a port of this machine, whatever it is asked for; gone at the end.

    It answers for ``seconds`` in all. Raises OSError where it does not start.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        ours, its = _pipe(), _pipe()
        try:
            pid = _spawn(chrome, [*_FLAGS, *_own(Path(profile), port)], profile, (ours[0], its[1]))
        finally:
            os.close(ours[0])
            os.close(its[1])
        try:
            yield DevTools(its[0], ours[1], seconds)
        finally:
            os.close(ours[1])
            os.close(its[0])
            _end(pid)


def _own(profile: Path, port: int) -> Iterator[str]:
    yield f"--user-data-dir={profile}"
    yield f"--proxy-server=http://127.0.0.1:{port}"
    if os.geteuid() == 0:
        yield "--no-sandbox"  # as root Chrome does not start with one


def _pipe() -> tuple[int, int]:
    """Both ends, above the descriptors that Chrome gets."""
    low = os.pipe()
    reads, writes = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _ABOVE) for end in low)
    for end in low:
        os.close(end)
    return reads, writes


def _spawn(chrome: str, flags: list[str], home: str, ends: tuple[int, int]) -> int:
    path = shutil.which(chrome)
    if path is None:
        raise FileNotFoundError(2, "there is no such program", chrome)
    nowhere = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in range(3)]
    pipes = [
        (os.POSIX_SPAWN_DUP2, end, number)
        for end, number in zip(ends, (_READS, _WRITES), strict=True)
    ]
    environment = {"PATH": os.defpath, "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8", "TZ": "UTC"}
    return os.posix_spawn(
        path, [path, *flags], environment, file_actions=[*nowhere, *pipes], setpgroup=0
    )


def _end(pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(pid, 0)
