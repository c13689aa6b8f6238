"""Who is said to have sent a candidate: a claim, until a person confirms it by a label."""

from __future__ import annotations

import re

from careers.application import Application
from careers.hiring.actions import Action, Comment, EditIssue
from careers.hiring.explaining import NOTE
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.labels.names import SOURCE, has_label, label_name
from careers.hiring.record.model import Record
from careers.hiring.record.parts import Referral

_REFERRAL = "referral"
_LOGIN = re.compile(r"[a-z0-9](?:-?[a-z0-9]){0,38}")
_MAIL = "mail:"


def claimed(application: Application, source: str) -> Referral | None:
    """What `?ref=` of a page's address said, where it is no source that the settings list.

    ``source`` is what they make of it. Mails have no such address: their boards are sources.
    """
    word = application.source
    if source == word or application.id.startswith(_MAIL) or not _LOGIN.fullmatch(word):
        return None
    return Referral(login=word)


def is_confirmed(issue: Issue, record: Record) -> bool:
    """Whether a person set the label that confirms the claim, and nobody was thanked."""
    named = record.referral and not record.referral.thanked
    return bool(named) and has_label(issue.labels, label_name(SOURCE, _REFERRAL))


def plan_thanks(
    issue: Issue, record: Record, writer: IssueWriter, now: str, *, can_read: bool
) -> tuple[Action, ...]:
    """Thank them in a comment: only who can read the repository is mentioned, and hears it."""
    if record.referral is None:
        return ()
    marker = f"{NOTE}thanks {issue.number} -->"
    text = writer.render("thanks", login=record.referral.login, can_read=can_read)
    told = record.model_copy(
        update={
            "referral": record.referral.model_copy(update={"thanked": now}),
            "sequence": record.sequence + 1,
        }
    )
    edit = EditIssue(
        issue.number, "note whom it thanked", body=writer.updated(issue.body, told).body
    )
    return (Comment(issue.number, marker, f"{marker}\n{text}"), edit)
