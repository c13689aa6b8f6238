"""Write one posting's page as a file that opens from disk: ``--help`` tells more."""

import sys

from careers.cli import run

sys.exit(run("preview"))
