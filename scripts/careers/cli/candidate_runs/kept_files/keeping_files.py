"""Keeps the files of an application: gets them where they are, and puts them into a release."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from careers.application import SentFile
from careers.application.files import LARGEST, Unkept, kept_name, kind_of, shown_name, why_not
from careers.cli.support.candidates import with_retries
from careers.forms import FileGoneError, FileLargeError, fetched_file, secret, services
from careers.github.releases import Asset
from careers.github.repository import Repository
from careers.hiring.filing.keeping import TEXT, TITLE, are_many, release_of, unkept
from careers.hiring.record.files import KeptFile
from careers.hiring.settings import FormSettings
from careers.text.diagnostics import CareersError


@dataclass
class KeepingFiles:
    """Where files are kept. ``warnings`` say what could not be done, without personal data."""

    repository: Repository
    forms: Sequence[FormSettings] = ()
    warnings: list[str] = field(default_factory=list)

    def keep(self, number: int, files: Mapping[str, SentFile]) -> tuple[KeptFile, ...]:
        """Keep the files of a candidate, one after the other; what became of each.

        Doing it twice does no harm. What a service or GitHub does not give or take is waiting.
        """
        many = are_many(files)
        return tuple(
            unkept(key, file, Unkept.MANY) if key in many else self._kept(number, key, file)
            for key, file in files.items()
        )

    def _kept(self, number: int, key: str, file: SentFile) -> KeptFile:
        data = self._content(file)
        if isinstance(data, Unkept):
            return unkept(key, file, data)
        if why := why_not(file.name, data):
            return unkept(key, file, why)
        kind = kind_of(file.name, data)
        name = f"{number}-{kept_name(file.name, kind)}"
        asset = self._tried(lambda: self._uploaded(number, name, data))
        if asset is None:
            return unkept(key, file, Unkept.WAITING)
        return kept_file(key, file.name, kind, asset)

    def _content(self, file: SentFile) -> bytes | Unkept:
        if file.content or not file.service:
            return file.content
        if not file.address or file.service not in services():
            return Unkept.ELSEWHERE
        token = os.environ.get(secret(file.service), "")
        hosts = {form.host for form in self.forms if form.service == file.service and form.host}
        try:
            return fetched_file(file.service, file.address, token, hosts, LARGEST)
        except FileGoneError:
            return Unkept.GONE
        except FileLargeError:
            return Unkept.LARGE
        except CareersError as error:
            self.warnings.append(f"{error}: {error.help}")
            return Unkept.WAITING

    def _uploaded(self, number: int, name: str, data: bytes) -> Asset:
        releases = self.repository.releases()
        return releases.upload(releases.ensure(release_of(number), TITLE, TEXT), name, data)

    def _tried(self, upload: Callable[[], Asset]) -> Asset | None:
        """The asset; None where GitHub does not take it: the candidate stands without it."""
        try:
            return with_retries(self.repository, upload)
        except CareersError as error:
            self.warnings.append(f"{error}: {error.help}")
            return None


def kept_file(key: str, name: str, kind: str, asset: Asset) -> KeptFile:
    """What the record says of a file that is kept."""
    return KeptFile(
        key=key,
        name=shown_name(name),
        asset=asset.id,
        size=asset.size,
        digest=asset.digest.removeprefix("sha256:"),
        kind=kind,
        url=asset.url,
    )
