"""Look whether all is set up: ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("doctor"))
