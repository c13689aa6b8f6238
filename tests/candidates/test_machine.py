"""Random events against the pipeline: 2,000 here, 60,000 in ``make fuzz``."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

from candidates.pipeline_machine import Pipeline

STEPS = 40
EXAMPLES = int(os.environ.get("CAREERS_MACHINE", "25"))
"""Of forty steps each, which make some eighty events."""

TestPipeline = Pipeline.TestCase
TestPipeline.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # an example takes a second: no shrinking
    derandomize=EXAMPLES < 100,
    suppress_health_check=list(HealthCheck),
)
