"""Puts templates, schemas and examples, which stand at the top to be found, into the package.

It also packs both archives to the same bytes everywhere. All else about the package stands in
pyproject.toml, which cannot say this.
"""

from __future__ import annotations

import gzip
import os
import shutil
import tarfile
import time
from pathlib import Path

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist


class BuildWithFolders(build_py):
    """Copies them beside the modules; an editable install reads them where they are."""

    def run(self) -> None:
        """Build the modules, then copy."""
        super().run()
        if not self.editable_mode:
            for name in ("templates", "schemas", "examples"):
                target = Path(self.build_lib, "careers", name)
                shutil.rmtree(target, ignore_errors=True)
                shutil.copytree(name, target)
            shutil.copy("CHANGELOG.md", Path(self.build_lib, "careers"))


def mode(of: int) -> int:
    """What a file may in an archive, whatever the umask of who builds it."""
    return 0o755 if of & 0o100 else 0o644


class WheelOfOneMode(bdist_wheel):
    """The same bytes whatever the umask under which the source was checked out, and built."""

    def write_wheelfile(self, wheelfile_base: str, *given: str) -> None:
        """Write the last of the files that are packed."""
        super().write_wheelfile(wheelfile_base, *given)
        for path in Path(self.bdist_dir).rglob("*"):
            path.chmod(mode(path.stat().st_mode))


class SourceOfOneTime(sdist):
    """The same bytes wherever it is built: times are SOURCE_DATE_EPOCH, owners nobody."""

    def make_archive(self, base_name: str, _format: str, **given: str) -> str:
        """Pack the folder that stands for the archive."""
        when = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))

        def plain(info: tarfile.TarInfo) -> tarfile.TarInfo:
            info.mtime, info.uid, info.gid, info.uname, info.gname = when, 0, 0, "", ""
            info.mode = mode(info.mode)
            return info

        name = f"{base_name}.tar.gz"
        with (
            gzip.GzipFile(name, "wb", mtime=when) as packed,
            tarfile.open(fileobj=packed, mode="w") as archive,
        ):
            archive.add(given["base_dir"], filter=plain)
        return name


setup(
    cmdclass={
        "bdist_wheel": WheelOfOneMode,
        "build_py": BuildWithFolders,
        "sdist": SourceOfOneTime,
    }
)
