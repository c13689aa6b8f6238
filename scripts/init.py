"""Lay down a company's two repositories: ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("init"))
