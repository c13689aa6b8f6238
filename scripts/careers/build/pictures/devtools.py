"""Chrome's own protocol, over two pipes: JSON with a zero byte behind each message."""

from __future__ import annotations

import base64
import json
import os
import select
import time
from typing import Any

TALLEST = 4_000
"""Pixels of a page that are in its picture."""
A_PAGE = 10.0
"""Seconds that a page may take until it is passed over."""
_LOADING = 5.0
"""Seconds until it is taken as it is."""
_CHUNK = 1 << 20
_LONGEST = 32 << 20
"""Bytes of a message: a picture of ours has a tenth."""
_PHONE = 600


class GoneError(Exception):
    """Chrome has ended, or its time is over."""


class SlowPageError(Exception):
    """A page took longer than it may; Chrome takes others."""


class DevTools:
    """A running Chrome, which answers for so many seconds."""

    def __init__(self, reads: int, writes: int, seconds: float) -> None:
        self._reads, self._writes = reads, writes
        self._until = time.monotonic() + seconds
        self._sent = 0
        self._rest = b""

    def picture(self, url: str, width: int, height: int) -> bytes:
        """A page as WebP, whole but for what is below ``TALLEST``, in a window of that size.

        Raises SlowPageError, and GoneError where no further page can be asked for.
        """
        until = min(self._until, time.monotonic() + A_PAGE)
        target = self._ask("Target.createTarget", until, url="about:blank")["targetId"]
        try:
            attached = self._ask("Target.attachToTarget", until, targetId=target, flatten=True)
            return self._taken(attached["sessionId"], url, (width, height), until)
        finally:
            self._tell("Target.closeTarget", "", targetId=target)

    def _taken(self, page: str, url: str, size: tuple[int, int], until: float) -> bytes:
        width, height = size
        self._ask("Page.enable", until, page)
        self._resize(page, width, height, until)
        calm = {"name": "prefers-reduced-motion", "value": "reduce"}
        self._ask("Emulation.setEmulatedMedia", until, page, features=[calm])
        self._ask("Page.navigate", until, page, url=url)
        self._loaded(page, min(until, time.monotonic() + _LOADING))
        content = self._ask("Page.getLayoutMetrics", until, page)["cssContentSize"]
        tall = max(1, min(int(content["height"]), TALLEST))
        # In a window as tall as the page nothing stays where a window would have ended.
        self._resize(page, width, tall, until)
        clip = {"x": 0, "y": 0, "width": width, "height": tall, "scale": 1}
        kind = {"format": "webp", "quality": 80, "captureBeyondViewport": True}
        taken = self._ask("Page.captureScreenshot", until, page, clip=clip, **kind)
        return base64.b64decode(taken["data"])

    def _resize(self, page: str, width: int, height: int, until: float) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1}
        mobile = width < _PHONE
        self._ask("Emulation.setDeviceMetricsOverride", until, page, **size, mobile=mobile)

    def _loaded(self, page: str, until: float) -> None:
        try:
            while True:
                message = self._message(until)
                if (message.get("method"), message.get("sessionId")) == (
                    "Page.loadEventFired", page,
                ):  # fmt: skip
                    return
        except SlowPageError:
            return  # its picture shows what there is

    def _tell(self, method: str, page: str = "", **parameters: Any) -> int:
        self._sent += 1
        command = {"id": self._sent, "method": method, "params": parameters}
        data = json.dumps(command | ({"sessionId": page} if page else {})).encode() + b"\0"
        try:
            os.write(self._writes, data)
        except OSError as error:
            raise GoneError from error
        return self._sent

    def _ask(self, method: str, until: float, page: str = "", **parameters: Any) -> Any:
        number = self._tell(method, page, **parameters)
        while True:
            message = self._message(until)
            if message.get("id") == number:
                if "result" not in message:
                    raise SlowPageError(method)
                return message["result"]

    def _message(self, until: float) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._reads], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                raise GoneError if time.monotonic() >= self._until else SlowPageError
            data = os.read(self._reads, _CHUNK)
            if not data or len(self._rest) > _LONGEST:
                raise GoneError
            self._rest += data
        first, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(first)
        return found
