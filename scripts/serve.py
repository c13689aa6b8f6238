"""Show the site while it is written: ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("serve"))
