"""Make postings of foreign ones: ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("adopt"))
