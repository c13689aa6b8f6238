"""Take in what was sent to forms: ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("fetch"))
