"""Reads the postings and the settings as they stood at another commit, by git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from careers.files.load import POSTINGS, SETTINGS, SHARED
from careers.markdown.includes import SharedText
from careers.posting.posting import Posting, read_posting
from careers.settings import Settings, read_settings
from careers.text.diagnostics import CareersError
from careers.text.source import decode

_WAIT = 60
"""Seconds that git may take."""
_REGULAR = (b"100644", b"100755")


@dataclass(frozen=True)
class Base:
    """A commit: its settings, its postings, and every path of it, relative to where we are.

    ``files`` holds the postings' bytes by path, ``shared`` the texts that they may share, ``blobs``
    git's name for the content of each regular file.
    """

    commit: str
    settings: Settings
    files: dict[str, bytes]
    paths: frozenset[str]
    shared: tuple[SharedText, ...] = ()
    blobs: Mapping[str, str] = field(default_factory=dict)

    def posting(self, posting: Posting) -> Posting | None:
        """The same file then; None where there was none."""
        data = self.files.get(_inside(posting.path))
        return None if data is None else self._read(posting.path, data)

    def postings(self) -> tuple[Posting, ...]:
        """All postings then, read once."""
        return self._postings

    @cached_property
    def _postings(self) -> tuple[Posting, ...]:
        return tuple(self._read(path, data) for path, data in self.files.items())

    def content(self, path: str) -> bytes | None:
        """A regular file's bytes then; None where there was none."""
        blob = self.blobs.get(path)
        return _contents([blob])[blob] if blob else None

    def below(self, folder: str) -> dict[str, bytes]:
        """The regular files of a folder by their names, without those of folders in it."""
        found = {
            path: blob
            for path, blob in self.blobs.items()
            if PurePosixPath(path).parent == PurePosixPath(folder)
        }
        texts = _contents(list(found.values()))
        return {PurePosixPath(path).name: texts[blob] for path, blob in found.items()}

    def _read(self, path: str, data: bytes) -> Posting:
        texts: dict[str, SharedText] = {}
        for folder in PurePosixPath(_inside(path)).parents if b"shared(" in data else ():
            place = folder / SHARED
            texts = {t.name: t for t in self.shared if PurePosixPath(t.path).parent == place}
            if texts:
                break
        return read_posting(path, data, texts)

    def changed(self, posting: Posting) -> bool:
        """Whether a posting's text differs from the commit's, shared texts included.

        Line ends do not count.
        """
        before = self.posting(posting)
        return before is None or before.source.text.rstrip() != posting.source.text.rstrip()

    def exists(self, path: str) -> bool:
        """Whether a path was a file or a folder."""
        return _inside(path) in self.paths


def _inside(path: str) -> str:
    return os.path.normpath(path).replace(os.sep, "/")


def read_base(revision: str) -> Base:
    """The commit where the work at hand left ``revision``.

    Raises CareersError that says what to type where git cannot tell.
    """
    commit = _merge_base(_commit(revision), revision)
    blobs = _blobs(commit)
    wanted = {path: blob for path, blob in blobs.items() if _is_posting(path)}
    parts = {path: blob for path, blob in blobs.items() if _is_shared(path)}
    settings = filter(None, [blobs.get(SETTINGS)])
    texts = _contents([*wanted.values(), *parts.values(), *settings])
    files = {path: texts[blob] for path, blob in wanted.items()}
    shared = [
        SharedText(PurePosixPath(path).stem, path, decode(texts[blob]))
        for path, blob in parts.items()
    ]
    folders = {str(parent) for path in blobs for parent in PurePosixPath(path).parents}
    known = frozenset(blobs) | folders
    return Base(commit, _settings(texts, blobs), files, known, tuple(shared), blobs)


def _commit(revision: str) -> str:
    done = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode == 0:
        return done.stdout.decode().strip()
    if _git("rev-parse", "--git-dir").returncode != 0:
        message = "this is no git repository, so nothing can be compared with a base"
        raise CareersError(message, "run it in the checkout, or name postings to check them whole")
    if _is_shallow():
        raise CareersError(f"this clone is shallow and lacks {revision}", _DEEPEN)
    message = f"there is no revision {revision}"
    raise CareersError(message, "name a commit, branch or tag: `git fetch origin` gets new ones")


_DEEPEN = (
    "in a workflow, give actions/checkout `fetch-depth: 0`;"
    " on your machine, type `git fetch --unshallow`"
)


def _merge_base(commit: str, revision: str) -> str:
    done = _git("merge-base", commit, "HEAD")
    if done.returncode == 0:
        return done.stdout.decode().split()[0]
    if _is_shallow():
        message = f"this clone is shallow: it does not show where the work left {revision}"
        raise CareersError(message, _DEEPEN)
    message = f"HEAD and {revision} have no commit in common"
    raise CareersError(message, "name the branch that you want to merge into, as --base main")


def _is_shallow() -> bool:
    return _git("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _blobs(commit: str) -> dict[str, str]:
    """The regular files of a commit below where we are, with the names of their contents."""
    found = {}
    for entry in _git("ls-tree", "-r", "-z", commit, needed=True).stdout.split(b"\0"):
        facts, _, path = entry.partition(b"\t")
        mode, *rest = facts.split(b" ")
        if mode in _REGULAR:
            found[os.fsdecode(path)] = rest[-1].decode()
    return found


def _is_posting(path: str) -> bool:
    """The files that ``load_postings`` would find."""
    folder, *names = PurePosixPath(path).parts
    hidden = any(name.startswith(".") for name in names) or SHARED in names[:-1]
    return folder == POSTINGS and bool(names) and not hidden and names[-1].lower().endswith(".md")


def _is_shared(path: str) -> bool:
    """The files that ``shared_texts`` would find."""
    file = PurePosixPath(path)
    return file.suffix == ".md" and file.parent.name == SHARED


def _contents(blobs: Sequence[str]) -> dict[str, bytes]:
    """What is stored under each name, asked for in one go."""
    stdin = "".join(f"{blob}\n" for blob in blobs).encode()
    answer = _git("cat-file", "--batch", stdin=stdin, needed=True).stdout
    found, at = {}, 0
    for blob in blobs:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[-1])
        found[blob] = answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _settings(texts: dict[str, bytes], blobs: dict[str, str]) -> Settings:
    """The settings then; the defaults where they could not be read even then."""
    data = texts.get(blobs.get(SETTINGS, ""))
    try:
        return read_settings(data.decode("utf-8-sig", "replace")) if data else Settings()
    except CareersError:
        return Settings()


def _git(
    *arguments: str, stdin: bytes = b"", needed: bool = False
) -> subprocess.CompletedProcess[bytes]:
    try:
        done = subprocess.run(  # noqa: S603 - a revision cannot be an option: --end-of-options
            ["git", *arguments],  # noqa: S607 - the git of whoever runs it
            input=stdin,
            capture_output=True,
            timeout=_WAIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"git could not be stdin: {type(error).__name__}"
        raise CareersError(message, "install git, or name postings to check them whole") from None
    if needed and done.returncode != 0:
        message = f"git {arguments[0]} failed: {done.stderr.decode('utf-8', 'replace').strip()}"
        raise CareersError(message, "run `git fsck`, or clone anew")
    return done
