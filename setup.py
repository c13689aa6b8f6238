"""Puts the templates, which stand at the top for people to find, into the installed package.

All else about the package stands in pyproject.toml, which cannot say this.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithTemplates(build_py):
    """Copies templates/ beside the modules; an editable install reads them where they are."""

    def run(self) -> None:
        """Build the modules, then copy."""
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib, "careers", "templates")
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree("templates", target)


setup(cmdclass={"build_py": BuildWithTemplates})
