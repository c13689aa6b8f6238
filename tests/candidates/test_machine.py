"""Random events against the pipeline: 2,000 here, 60,000 in ``make fuzz``."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from candidates.machine.pipeline import Pipeline

EXAMPLES = int(os.environ.get("CAREERS_MACHINE", "25"))
STEPS = 40


def test_whatever_happens_the_pipeline_holds() -> None:
    """Events lost, doubled, reordered, runs cut off, records damaged: nobody is lost, no wish."""
    how = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        deadline=None,
        phases=(Phase.generate,),  # an example takes seconds: it is not made smaller
        derandomize=EXAMPLES < 100,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Pipeline, settings=how)
    assert Pipeline.events_seen >= 80 * EXAMPLES
    assert Pipeline.letters_sent >= EXAMPLES // 2
    assert Pipeline.erased_in_all
