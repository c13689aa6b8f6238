"""Ask where the postings' links lead: what a workflow step runs; ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("links"))
