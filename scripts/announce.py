"""Say on merged pull requests where they stand: a step of a workflow; ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("announce"))
