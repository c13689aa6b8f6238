"""Serve a sandbox until Ctrl-C: `python -m careers.sandbox --port 0 --state FILE`."""

import argparse
import contextlib
import threading
from pathlib import Path

from careers.sandbox import Sandbox


def main() -> None:
    """Print the base URL and serve.

    An empty state gets two repositories and a user to begin with.
    """
    parser = argparse.ArgumentParser(
        prog="careers.sandbox", description="A GitHub on this machine."
    )
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument(
        "--state", type=Path, help="JSON file that is loaded, and saved after each write"
    )
    arguments = parser.parse_args()
    with Sandbox(arguments.state, port=arguments.port) as gh:
        if not (arguments.state and arguments.state.exists()):
            gh.add_user("rita", token="t-rita")  # noqa: S106 - a token of the sandbox, good for nothing else
            for name, private in (
                ("example-tools/careers", False),
                ("example-tools/candidates", True),
            ):
                gh.add_repository(name, private=private)
                gh.grant("rita", name, "admin")
        print(gh.url, flush=True)  # noqa: T201 - what the command is for
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
