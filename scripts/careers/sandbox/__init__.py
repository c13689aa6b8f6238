"""A GitHub on this machine, for demo and tests: the same calls and limits, on loopback.

It imports nothing from the rest of the project, and nothing else imports it but the demo and the
tests.
"""

from careers.sandbox.faults import How
from careers.sandbox.record import Recorded
from careers.sandbox.refusal import Refused
from careers.sandbox.sandbox import Sandbox
from careers.sandbox.visit import Event, Mail
from careers.sandbox.world import Pull

__all__ = ["Event", "How", "Mail", "Pull", "Recorded", "Refused", "Sandbox"]
