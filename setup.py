"""Puts templates, schemas and examples, which stand at the top to be found, into the package.

It also packs the source to the same bytes everywhere. All else about the package stands in
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


class SourceOfOneTime(sdist):
    """The same bytes wherever it is built: times are SOURCE_DATE_EPOCH, owners nobody."""

    def make_archive(self, base_name: str, _format: str, **given: str) -> str:
        """Pack the folder that stands for the archive."""
        when = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))

        def plain(info: tarfile.TarInfo) -> tarfile.TarInfo:
            info.mtime, info.uid, info.gid, info.uname, info.gname = when, 0, 0, "", ""
            info.mode = 0o755 if info.mode & 0o100 else 0o644
            return info

        name = f"{base_name}.tar.gz"
        with (
            gzip.GzipFile(name, "wb", mtime=when) as packed,
            tarfile.open(fileobj=packed, mode="w") as archive,
        ):
            archive.add(given["base_dir"], filter=plain)
        return name


setup(cmdclass={"build_py": BuildWithFolders, "sdist": SourceOfOneTime})
