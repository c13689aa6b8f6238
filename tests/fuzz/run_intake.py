"""Sends 20,000 mails, 20,000 dispatches and 5,000 of each form service through intake.

``make fuzz``, or ``N=500``. The same seed makes the same inputs. Exit status 1 where a property
does not hold; the input that shows it is printed, and kept in ``fuzz-failure.txt``.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / "scripts"), str(Path(__file__).parents[1])]

from fuzz.intake_inputs import mails, payloads, samples  # noqa: E402 - the path comes first
from fuzz.intake_properties import hold, hold_mail  # noqa: E402

_BATCH = 500
_MOST, _OTHERS = 20_000, 5_000
# What a person or a program may dispatch with any words, unlike what a service sends.
_DISPATCHED = ("fields", "workflow-form")
_KEPT = Path("fuzz-failure.txt")


def batch(source: str, count: int, seed: int) -> tuple[str, int, bytes, str]:
    """Run some inputs of one source: how many, and the first that fails with its traceback."""
    made = mails(count, seed) if source == "mailbox" else payloads(source, count, seed)
    check = hold_mail if source == "mailbox" else hold
    seen, data = 0, b""
    try:
        for data in made:
            seen += 1
            check(data)
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        return source, seen, data, traceback.format_exc(limit=-6)
    return source, seen, b"", ""


def plan(most: int, others: int) -> list[tuple[str, int, int]]:
    """The batches: source, inputs, seed."""
    of_dispatch = most // len(_DISPATCHED)
    counts = dict.fromkeys(samples(), others) | dict.fromkeys(_DISPATCHED, of_dispatch)
    counts["mailbox"] = most
    return [
        (source, min(_BATCH, count - at), at // _BATCH + 1)
        for source, count in counts.items()
        for at in range(0, count, _BATCH)
    ]


def main() -> int:
    """Run all batches, in as many processes as there are processors."""
    most = int(os.environ.get("N", str(_MOST)))
    batches = plan(most, most * _OTHERS // _MOST)
    start, done, failures = time.perf_counter(), 0, []
    with ProcessPoolExecutor() as pool:
        for source, seen, data, why in pool.map(batch, *zip(*batches, strict=True)):
            done += seen
            if why:
                failures.append((source, data, why))
    took = time.perf_counter() - start
    print(f"{done:,} applications in {took:.0f} s ({done / took:.0f} a second): ", end="")
    if not failures:
        print("every property holds")
        return 0
    print(f"{len(failures)} batches fail")
    source, data, why = min(failures, key=lambda failure: len(failure[1]))
    _KEPT.write_bytes(data)
    print(f"an input of {source}, in {_KEPT}:\n{data[:2_000]!r}\n\n{why}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
