"""What can be done to comments and their reactions."""

from careers.sandbox import limits, refusal, shapes, webhooks
from careers.sandbox.visit import Desk, Role
from careers.sandbox.world import Comment, Edit, Issue, Reaction


def find(desk: Desk, number: int) -> tuple[Issue, Comment]:
    """A comment by its id, with its issue; else not found."""
    place = desk.repository.said.get(number)
    issue = desk.repository.issues[place - 1] if place else None
    if issue is None:
        raise refusal.not_found()
    return issue, next(comment for comment in issue.comments if comment.id == number)


def _check(body: str) -> None:
    if not body.strip():
        raise refusal.invalid("IssueComment", "body", "missing_field")
    if len(body) > limits.BODY:
        message = f"Body is too long (maximum is {limits.BODY} characters)"
        raise refusal.invalid("IssueComment", "data", "unprocessable", message)


def _open_to(desk: Desk, issue: Issue) -> None:
    """A locked conversation is for people with write access; apps are none (actions/stale#51)."""
    if issue.locked and (desk.role < Role.WRITE or desk.person.type == "Bot"):
        raise refusal.Refused(403, "Unable to create comment because issue is locked.")


def create(desk: Desk, issue: Issue, body: str) -> Comment:
    """Say something on an issue; whoever may read it may."""
    desk.writing(Role.READ)
    _open_to(desk, issue)
    _check(body)
    comment = Comment(desk.world.next_id(), desk.person.login, body, desk.now, desk.now)
    issue.comments.append(comment)
    desk.repository.said[comment.id] = issue.number
    issue.updated_at = desk.now
    webhooks.comment(desk, "created", issue, comment)
    return comment


def update(desk: Desk, number: int, body: str) -> tuple[Issue, Comment]:
    """Change a comment: its author, or who has write access."""
    issue, comment = find(desk, number)
    desk.writing(Role.WRITE, own=comment.login == desk.person.login)
    _check(body)
    before, comment.body = comment.body, body
    if body != before:
        if not comment.edits:
            first = Edit(desk.world.next_id(), comment.login, before, comment.created_at)
            comment.edits.append(first)
        comment.edits.append(Edit(desk.world.next_id(), desk.person.login, body, desk.now))
        del comment.edits[: -limits.EDITS]
    comment.updated_at = issue.updated_at = desk.now
    webhooks.comment(desk, "edited", issue, comment, changes={"body": {"from": before}})
    return issue, comment


def delete(desk: Desk, number: int) -> None:
    """Remove a comment: its author, or who has write access."""
    issue, comment = find(desk, number)
    desk.writing(Role.WRITE, own=comment.login == desk.person.login)
    issue.comments.remove(comment)
    del desk.repository.said[comment.id]
    issue.updated_at = desk.now
    webhooks.comment(desk, "deleted", issue, comment)


def pin(desk: Desk, number: int, *, on: bool) -> tuple[Issue, Comment]:
    """Pin a comment to the top of its issue, in the place of another, or take it off."""
    issue, comment = find(desk, number)
    desk.writing(Role.WRITE)
    for each in issue.comments if on else [comment]:
        each.pinned_at, each.pinned_by = None, ""
    if on:
        comment.pinned_at, comment.pinned_by = desk.now, desk.person.login
    return issue, comment


def react(desk: Desk, number: int, content: str) -> tuple[Reaction, bool]:
    """Leave an emoji; the same one by the same person is kept once.

    The flag says whether it is new.
    """
    issue, comment = find(desk, number)
    desk.writing(Role.READ)
    _open_to(desk, issue)
    if content not in shapes.REACTIONS:
        raise refusal.invalid("Reaction", "content", "invalid")
    login = desk.person.login
    for held in comment.reactions:
        if (held.login, held.content) == (login, content):
            return held, False
    reaction = Reaction(desk.world.next_id(), login, content, desk.now)
    comment.reactions.append(reaction)
    return reaction, True


def unreact(desk: Desk, number: int, reaction_id: int) -> None:
    """Take an emoji back: who left it, or who has write access."""
    _, comment = find(desk, number)
    for reaction in comment.reactions:
        if reaction.id == reaction_id:
            desk.writing(Role.WRITE, own=reaction.login == desk.person.login)
            comment.reactions.remove(reaction)
            return
    raise refusal.not_found()
