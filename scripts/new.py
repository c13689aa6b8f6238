"""Write a new posting: ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("new"))
