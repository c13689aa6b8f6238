"""Report how hiring goes: what a workflow step runs; ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("report"))
