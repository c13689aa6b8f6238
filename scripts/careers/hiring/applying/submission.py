"""An application to a posting, with all that is pinned as it comes in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from careers.application import Application, canonical
from careers.hiring.hashes import application_hash, name_hash, person_hash
from careers.hiring.keys import Keys
from careers.hiring.labels.names import FLAG, JOB, SOURCE, bucket_label, label_name, stage_label
from careers.hiring.record.parts import Referral
from careers.process import APPLIED

_DIGITS = 5
"""Of the shortest telephone number that tells a person."""


@dataclass(frozen=True)
class Submission:
    """An application as it comes in; ``now`` is in ISO 8601.

    ``people``, ``digests`` and ``names`` are hashes of the person, of the application and of the
    name, those that are written first, then those by which an older key or version knows them.
    ``late`` says that the posting took no applications any longer, ``numbered`` that titles name
    nobody, ``aliases`` the names that the posting had. ``flags`` are the questions whose answers a
    person should look at, ``owner`` the login whose move it is, ``interviewers`` those of the
    posting, ``fields`` what the fields of the issue say, by their ids, ``kind`` its type.
    ``answered`` says that a letter tells them that it arrived, ``is_answer`` that it is a letter to
    an issue rather than an application. ``referral`` is who is said to have sent them.
    """

    application: Application
    people: tuple[str, ...]
    digests: tuple[str, ...]
    names: tuple[str, ...]
    title: str
    commit: str
    url: str
    stages: tuple[str, ...]
    now: str
    nonce: str
    late: bool = False
    numbered: bool = False
    aliases: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    owner: str = ""
    interviewers: tuple[str, ...] = ()
    answered: bool = False
    fields: tuple[tuple[int, str], ...] = ()
    kind: str = ""
    is_answer: bool = False
    referral: Referral | None = None

    @property
    def postings(self) -> tuple[str, ...]:
        """The names that the posting has and had."""
        return (self.application.posting, *self.aliases)

    @property
    def person(self) -> str:
        """The hash that is written."""
        return self.people[0]

    @property
    def digest(self) -> str:
        """The hash that is written."""
        return self.digests[0]

    @property
    def name(self) -> str:
        """The hash that is written."""
        return self.names[0]

    @property
    def buckets(self) -> tuple[str, ...]:
        """The labels under which the person may stand."""
        return tuple(dict.fromkeys(bucket_label(person) for person in self.people))

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of a new candidate."""
        source = label_name(SOURCE, self.application.source)
        return (*self.essential_labels, source, *((FLAG,) if self.flags else ()))

    @property
    def essential_labels(self) -> tuple[str, ...]:
        """Those without which a candidate is not found again."""
        job = label_name(JOB, self.application.posting)
        return (stage_label(APPLIED), job, bucket_label(self.person))


class Hashes(TypedDict):
    """What stands for an application and its sender."""

    people: tuple[str, ...]
    digests: tuple[str, ...]
    names: tuple[str, ...]


def hashes_of(application: Application, keys: Keys, aliases: tuple[str, ...] = ()) -> Hashes:
    """``people``, ``digests`` and ``names`` of a submission to a posting that had these names."""
    postings = (application.posting, *aliases)
    named = [application.model_copy(update={"posting": name}) for name in postings]
    # What tells nobody ("n/a") is known again by what it holds; two of them are of two people.
    alone = f"alone:{application.id or canonical(application)}"
    contact = contact_of(application.email, application.phone) or alone
    plain = [key.hashing for key in keys.all]
    return {
        "people": tuple(person_hash(key, contact) for key in plain),
        "digests": tuple(
            application_hash(key, each)
            for each in named
            for key in (*plain, *(k.secret for k in keys.all))
        ),
        "names": tuple(name_hash(key, application.name) for key in plain),
    }


def contact_of(email: str, phone: str) -> str:
    """What a person is known by: the address, else the telephone number's digits.

    Empty where both are words such as "on request".
    """
    if "@" in email:
        return email
    digits = "".join(c for c in phone if c.isdigit())
    return f"tel:{digits}" if len(digits) >= _DIGITS else ""
