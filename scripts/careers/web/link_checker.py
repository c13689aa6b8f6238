"""Asks many addresses, politely: two at a time a host, with a pause, and not again too soon."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from careers.text.diagnostics import CareersError
from careers.web.probe import Answer, ask

CACHE = Path(".careers_cache", "links.json")
_WORKERS = 16
_LANES = 2
"""Requests that one host gets at a time."""
_PAUSE = 0.5
"""Seconds between two requests of a lane."""
_TRIES = 3
_BUDGET = 600.0
"""Seconds after which no further address is asked."""
_FRESH = timedelta(days=6)
"""How long an address that led somewhere is believed; the workflow runs each week."""
_KNOWN = "github.com"
_MAX_CACHE = 5_000_000


@dataclass
class Asker:
    """``ask`` asks one address; ``pause`` and ``known`` (a host that exists) are for the tests.

    ``step`` is told how many addresses more are done, by any thread.
    """

    today: date
    cache: Path | None = CACHE
    ask: Callable[[str], Answer] = ask
    pause: float = _PAUSE
    known: str = _KNOWN
    step: Callable[[int], None] = lambda _: None
    _end: float = field(default=0.0, init=False)

    def dead(self, addresses: Iterable[str]) -> dict[str, str]:
        """Why each address that leads nowhere does so.

        Raises CareersError where no host is found because this machine is not online.
        """
        fresh = _load(self.cache) if self.cache else {}
        oldest = self.today - _FRESH
        asked = dict.fromkeys(addresses)
        due = [url for url in asked if not _is_fresh(fresh.get(url), oldest)]
        self.step(len(asked) - len(due))
        answers = self._all(due)
        lost = {url for url, answer in answers.items() if answer.no_host}
        if lost and not _resolves(self.known):
            message = f"{len(lost)} hosts were not found, and neither was {self.known}"
            raise CareersError(message, "is this machine online? Nothing was reported")
        if self.cache:
            well = [url for url, answer in answers.items() if answer.sure and not answer.dead]
            _save(self.cache, fresh, well, self.today)
        return {url: answer.dead for url, answer in answers.items() if answer.dead}

    def _all(self, addresses: Iterable[str]) -> dict[str, Answer]:
        hosts: dict[str, list[str]] = {}
        for url in addresses:
            hosts.setdefault(urlsplit(url).hostname or "", []).append(url)
        lanes = [urls[n::_LANES] for urls in hosts.values() for n in range(_LANES) if urls[n:]]
        self._end = time.monotonic() + _BUDGET
        with ThreadPoolExecutor(_WORKERS) as pool:
            return {url: answer for part in pool.map(self._lane, lanes) for url, answer in part}

    def _lane(self, urls: list[str]) -> list[tuple[str, Answer]]:
        """Some addresses of one host, one after the other."""
        made = []
        for number, url in enumerate(urls):
            if number:
                time.sleep(self.pause)
            made.append((url, self._patiently(url)))
            self.step(1)
        return made

    def _patiently(self, url: str) -> Answer:
        for attempt in range(_TRIES):
            if time.monotonic() > self._end:
                break
            if attempt:
                time.sleep(self.pause * 4**attempt)
            answer = self.ask(url)
            if answer.sure:
                return answer
        return Answer(sure=False)


def _resolves(host: str) -> bool:
    try:
        return bool(socket.getaddrinfo(host, 443))
    except OSError:
        return False


def _is_fresh(day: str | None, oldest: date) -> bool:
    return day is not None and day >= oldest.isoformat()


def _load(path: Path) -> dict[str, str]:
    """Address and day; nothing where the file is not what this module wrote."""
    try:
        if path.stat().st_size > _MAX_CACHE:
            return {}
        known = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    pairs = known.items() if isinstance(known, dict) else ()
    return {k: v for k, v in pairs if isinstance(k, str) and isinstance(v, str)}


def _save(path: Path, known: Mapping[str, str], well: Iterable[str], today: date) -> None:
    """Keeps what is still believed; a cache that cannot be written is no harm."""
    kept = {url: day for url, day in known.items() if _is_fresh(day, today - _FRESH)}
    kept |= dict.fromkeys(well, today.isoformat())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(kept, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    except OSError:
        return
