"""Move the workflows to another version: ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("upgrade"))
