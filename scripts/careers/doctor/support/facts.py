"""All that examinations may know, gathered beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from careers.hiring.settings import CandidatesSettings
from careers.hosting.state import Hosted
from careers.settings import Settings


@dataclass(frozen=True)
class Facts:
    """``unreadable`` says why settings or postings could not be read; defaults stand for them.

    ``careers`` and ``candidates`` are the repositories on GitHub, None where there is no looking at
    them; ``unasked`` says why. ``given`` are the variables of ours that this process has, never
    their values, ``missing`` those of which a workflow told that they are not set. ``examples`` are
    settings that hold an example's value, ``forms`` the names of the secrets that form services
    need, by service. ``pins`` are the commits that workflows call, OWNER/NAME@COMMIT by their path;
    ``installed`` is that of this program, where it is known.
    ``granted`` are the permissions of workflows' jobs (`issues: write`) by their path, ``needed``
    those that this version's own have, by file name, each with what it is for.
    ``mail_server`` says why the server of letters cannot be used, empty where it can, None where it
    was not tried; ``dns`` are texts of the sender's domain by name, None where none can be asked.
    ``stages`` are those of the postings that are at hand. ``broken_letters`` say what is wrong with
    the files of letters that go, and the cure.
    """

    settings: Settings = field(default_factory=Settings)
    people: CandidatesSettings = field(default_factory=CandidatesSettings)
    unreadable: tuple[str, ...] = ()
    careers: Hosted | None = None
    candidates: Hosted | None = None
    unasked: str = ""
    given: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    forms: Mapping[str, str] = field(default_factory=dict)
    pins: Mapping[str, str] = field(default_factory=dict)
    installed: str | None = None
    granted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    needed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    mail_server: str | None = None
    dns: Mapping[str, tuple[str, ...]] | None = None
    stages: frozenset[str] = frozenset()
    broken_letters: tuple[tuple[str, str], ...] = ()

    @property
    def candidates_name(self) -> str:
        """The candidates' repository, as people find it."""
        return self.candidates.name if self.candidates else "OWNER/candidates"

    def secret_named(self, name: str) -> bool | None:
        """Whether the candidates' repository has a secret; None where nobody may ask."""
        if name in self.given | self.missing:
            return name in self.given
        there = self.candidates
        if there is None or there.secrets is None or there.environments is None:
            return None
        of_environment = there.environment.secrets if there.environment else ()
        return name in {*there.secrets, *of_environment}

    def has_variable(self, name: str) -> bool | None:
        """Whether a variable of the candidates' repository says anything; None as above."""
        if name in self.given | self.missing:
            return name in self.given
        there = self.candidates
        known = there.variables if there is not None else None
        return None if known is None else bool(known.get(name))

    def switched_on(self, name: str) -> bool | None:
        """Whether a variable of the candidates' repository is `true`; None as above."""
        if name in self.given | self.missing:
            return name in self.given
        there = self.candidates
        known = there.variables if there is not None else None
        return None if known is None else known.get(name) == "true"
