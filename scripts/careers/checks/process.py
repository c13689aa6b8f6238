"""The interview process can be read: a section, and in it one list of steps.

The list is what a candidate is promised, and it becomes the stages that their issue moves
through. An open posting without a section, a section without a list, and `stages` in the front
matter that do not fit the list, are errors, for then there is no telling which stages there are,
and whoever applies would be refused. `[process] default` of `careers.toml` names the stages of
postings that have no list. Bullets at the margin that break the list in two are warnings, and so
are numbers that are indented by too little to be nested: the steps go on over them here, while on
the page they stand among the steps. Headings are known in seven languages, and those of
`[sections]` in `careers.toml`; of several lists the one that tells most steps is taken, and facts,
links and questions are no steps.

**Bad:**

```markdown
## Interview process

1. We set up a call.
1. We schedule interviews.
- **Team:** You meet your team.
4. We make you an offer.
```

**Good:**

```markdown
## Interview process

1. We set up a call.
1. We schedule interviews.
   - **Team:** You meet your team.
1. We make you an offer.
```

**Allow:** `<!-- careers: allow process: hired through an agency -->` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from careers.checks.support.context import Context
from careers.checks.support.shape import looks_like_posting
from careers.posting.frontmatter import Status
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.ERROR
DRAFT = Severity.WARNING

_HEADING = "`## Interview process`"
_UNREAD = "no heading is known in this language that tells of the interview process"
_NAME_IT = (
    'name its heading in careers.toml: `[sections]`, `"Interview process" = ["…"]`; or name its '
    "steps in the front matter: `stages: [phone-screen, offer]`"
)


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield what keeps the process from being a pipeline."""
    process = context.process(posting)
    found = [_in_its_language(problem, posting, context) for problem in process.problems]
    unread = posting.front and "stages" in posting.front.raw and not posting.meta.stages
    if unread or not looks_like_posting(posting):
        return
    if process.section or process.steps:
        yield from found
    else:
        # A closed one takes no applications.
        severity = Severity.WARNING if posting.meta.status is Status.CLOSED else None
        if _is_foreign(posting, context):
            found = [replace(problem, message=_UNREAD, help=_NAME_IT) for problem in found]
        yield from (replace(problem, severity=severity) for problem in found)


def _is_foreign(posting: Posting, context: Context) -> bool:
    """Whether a text with headings is surely in a language that has no words here."""
    told = posting.language.tag and posting.body.headings and not posting.meta.stages
    return bool(told) and context.vocabulary(posting) is None


def _in_its_language(problem: Problem, posting: Posting, context: Context) -> Problem:
    words = context.vocabulary(posting)
    heading = words.headings.get("process") if words else None
    if not heading:
        return problem
    return replace(problem, help=problem.help.replace(_HEADING, f"`## {heading}`"))
