"""One issue that a workflow keeps: opened when it is needed, closed when all is well."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from careers.github.repository import Repository

AUTHOR = "github-actions[bot]"
"""Who writes with the GITHUB_TOKEN of a workflow."""


class OneIssue(NamedTuple):
    """It is known by its ``marker``, with which its text begins, and its author.

    ``what`` is what an edit of it does, in words.
    """

    marker: str
    title: str
    what: str
    author: str = AUTHOR

    def keep(self, repository: Repository, text: str | None) -> str:
        """Bring it in line with what it is to say (nothing: closed); what was done, in words."""
        from careers.hiring.actions import CreateIssue, EditIssue

        ours = (i for i in repository.issues() if i.author == self.author)
        issue = next((i for i in ours if i.body.startswith(self.marker)), None)
        if issue is None:
            if text is None:
                return "no issue is needed"
            repository.apply(CreateIssue(title=self.title, body=text, labels=()))
            return "an issue was opened"
        same = text is None or issue.body.rstrip() == text.rstrip()
        if issue.is_open is (text is not None) and same:
            return f"issue #{issue.number} says so already"
        repository.apply(
            EditIssue(
                number=issue.number,
                what=self.what,
                body=issue.body if text is None else text,
                closed=text is None,
                reason="completed" if text is None else None,
            )
        )
        return f"issue #{issue.number} was {'closed' if text is None else 'edited'}"
