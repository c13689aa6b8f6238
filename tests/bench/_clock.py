"""How long whole processes take, on a machine where the programs were run before."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path


def seconds(
    command: list[str],
    folder: Path | None = None,
    worst: int = 0,
    environment: dict[str, str] | None = None,
) -> float:
    """How long a command takes. Exits where its status is above ``worst``."""
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=environment or usual(), capture_output=True, text=True, check=False
    )
    took = time.perf_counter() - start
    if done.returncode > worst or done.returncode < 0:
        sys.exit(f"{' '.join(command[:2])} failed ({done.returncode}):\n{done.stdout}{done.stderr}")
    return took


def usual() -> dict[str, str]:
    """The environment, without what makes Python compile a program each time that it starts."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
