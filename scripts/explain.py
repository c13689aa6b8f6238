"""Print the page of a check: ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("explain"))
