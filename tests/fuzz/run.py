"""Sends 20,000 inputs through reading, checking, fix and fmt: ``make fuzz``, or ``N=500``.

The same seed makes the same inputs. Exit status 1 where a property does not hold; the smallest
input that shows it is printed, and kept in ``fuzz-failure.md``.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

sys.path[:0] = [str(Path(__file__).parents[2] / "scripts"), str(Path(__file__).parents[1])]

from fuzz.inputs import inputs  # noqa: E402 - the path comes first
from fuzz.properties import hold  # noqa: E402

_BATCH = 250
_KEPT = Path("fuzz-failure.md")


def batch(number: int, size: int = _BATCH) -> tuple[int, bytes | None, str]:
    """Run one batch: how many inputs it took, and the smallest that fails with its traceback."""
    seen = 0
    failing: list[bytes] = []

    @seed(number)
    @settings(
        max_examples=size,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs())
    def run(data: bytes) -> None:
        nonlocal seen
        seen += 1
        try:
            hold(data)
        except BaseException:
            failing.append(data)
            raise

    try:
        run()
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        return seen, failing[-1] if failing else None, traceback.format_exc(limit=-6)
    return seen, None, ""


def main() -> int:
    """Run all batches, in as many processes as there are processors."""
    total = int(os.environ.get("N", "20000"))
    first = int(os.environ.get("SEED", "1"))
    start, done = time.perf_counter(), 0
    numbers = range(first, first + -(-total // _BATCH))
    failures = []
    with ProcessPoolExecutor() as pool:
        for seen, failing, why in pool.map(batch, numbers):
            done += seen
            if why:
                failures.append((failing or b"", why))
            if sys.stderr.isatty():
                print(f"\r{done:,} of {total:,}", end="", file=sys.stderr)
    took = time.perf_counter() - start
    print(f"{done:,} inputs in {took:.0f} s ({done / took:.0f} a second): ", end="")
    if not failures:
        print("every property holds")
        return 0
    failures.sort(key=lambda failure: len(failure[0]))
    print(f"{len(failures)} batches fail")
    for data, _ in failures[1:]:
        print(f"  {data!r:.300}")
    data, why = failures[0]
    _KEPT.write_bytes(data)
    print(f"the smallest input, in {_KEPT}:\n{data!r}\n\n{why}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
