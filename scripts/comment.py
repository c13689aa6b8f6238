"""Keep the comment on a pull request: what a workflow step runs; ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("comment"))
