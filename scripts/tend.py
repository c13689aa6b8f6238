"""Do all that is due for candidates: what a workflow step runs; ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("tend"))
