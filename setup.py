"""Puts the templates and examples, which stand at the top to be found, into the installed package.

All else about the package stands in pyproject.toml, which cannot say this.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithFolders(build_py):
    """Copies them beside the modules; an editable install reads them where they are."""

    def run(self) -> None:
        """Build the modules, then copy."""
        super().run()
        if not self.editable_mode:
            for name in ("templates", "examples"):
                target = Path(self.build_lib, "careers", name)
                shutil.rmtree(target, ignore_errors=True)
                shutil.copytree(name, target)
            shutil.copy("CHANGELOG.md", Path(self.build_lib, "careers"))


setup(cmdclass={"build_py": BuildWithFolders})
