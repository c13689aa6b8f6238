"""Signs anew what an older version or an older key wrote, where it proves to be ours."""

from __future__ import annotations

from collections.abc import Sequence

from careers.hiring.actions import Action, EditIssue
from careers.hiring.applying.submission import contact_of
from careers.hiring.hashes import name_hash, person_hash
from careers.hiring.issue import facts
from careers.hiring.issue.sections import from_version_1
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Happening, Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import with_stage
from careers.hiring.opening import lasting_labels
from careers.hiring.record.block import read_record, read_version_1
from careers.hiring.record.model import Record
from careers.hiring.wishes import newest

UNPROVEN = "its address is not that of its record: a person must look, and nothing is signed"


def is_version_1(issue: Issue, keys: Keys) -> bool:
    """Whether an issue of ours holds a record of version 1 alone."""
    return read_record(issue.body, issue.number, keys) is None and (
        read_version_1(issue.body) is not None
    )


def is_of_older_key(issue: Issue, keys: Keys) -> bool:
    """Whether a record is signed by an older key, or knows its person by one."""
    record = read_record(issue.body, issue.number, keys) if len(keys.all) > 1 else None
    if record is None:
        return False
    if read_record(issue.body, issue.number, Keys(keys.current, (keys.current,))) is None:
        return True
    contact = _contact(issue.body)
    return any(person_hash(key.hashing, contact) == record.person for key in keys.all[1:])


def plan_signing(
    issue: Issue, events: Sequence[Happening], writer: IssueWriter
) -> tuple[Action, ...] | str:
    """The request that signs a record of version 1, or why it is not signed.

    A record proves itself by its person: a hash that only the key makes of the address in the
    facts. What happened before is answered: labels that were set are not asked for again.
    """
    record = read_version_1(issue.body)
    if record is None:
        return "it holds no record of version 1"
    body = from_version_1(issue.body)
    contact = _contact(body)
    if not any(person_hash(k.secret, contact) == record.person for k in writer.keys.all):
        return UNPROVEN
    bound = {"issue": issue.number, "sequence": 1, "seen": newest(events)}
    record = _known_as(record.model_copy(update=bound), body, contact, writer)
    return _written(issue, body, record, "sign the record of version 1", writer)


def plan_renewing(issue: Issue, writer: IssueWriter) -> tuple[Action, ...] | str:
    """The request that signs a record by the present key, or why it cannot be."""
    record = read_record(issue.body, issue.number, writer.keys)
    if record is None:
        return "it holds no record"
    contact = _contact(issue.body)
    if any(person_hash(k.hashing, contact) == record.person for k in writer.keys.all):
        record = _known_as(record, issue.body, contact, writer)
    record = record.model_copy(update={"sequence": record.sequence + 1})
    return _written(issue, issue.body, record, "sign the record by the present key", writer)


def _known_as(record: Record, body: str, contact: str, writer: IssueWriter) -> Record:
    key = writer.keys.current.hashing
    name = name_hash(key, facts.name(body))
    return record.model_copy(update={"person": person_hash(key, contact), "name": name})


def _written(
    issue: Issue, body: str, record: Record, what: str, writer: IssueWriter
) -> tuple[Action, ...]:
    written = writer.updated(body, record)
    kept = [name for name in issue.labels if not name.casefold().startswith("who:")]
    labels = with_stage(kept, record.stage, *lasting_labels(record))
    edit = EditIssue(issue.number, what, body=written.body, labels=labels, essential=labels)
    return (*written.more, edit)


def _contact(body: str) -> str:
    return contact_of(facts.email(body), facts.phone(body))
