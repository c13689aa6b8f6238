"""An open posting says that everybody is welcome to apply.

Any wording will do: that you are an equal opportunity employer, that you do not discriminate, that
you hire regardless of who somebody is, that people of every background are welcome. It is known in
English, German, French, Spanish, Dutch, Portuguese and Italian; postings in other languages, drafts
and closed postings are not asked, nor is a text that asks nobody to apply.

Federal contractors in the United States must say it in every advert; elsewhere it tells people
who were turned away before that they may try. It is most credible with a way to ask for
adjustments.

**Bad:** a posting that ends with the interview process.

**Good:**

```markdown
Example Tools hires people of every background. If something about this process makes it harder for
you than it should be, [tell us](mailto:jobs@example.com) and we will change it.
```

**Allow:** `<!-- careers: allow equal-opportunity: it stands on our careers page -->` at the end of
the title's line.

**Source:** [41 CFR 60-741.5](https://www.ecfr.gov/current/title-41/section-60-741.5) for federal
contractors in the United States; the EEOC on [job
advertisements](https://www.eeoc.gov/prohibited-employment-policiespractices).
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.advert import asks_to_apply, names_a_job
from careers.checks.support.context import Context
from careers.checks.support.shape import is_open
from careers.checks.support.words import prose
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.NOTE


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield one note, at the title, where no such statement is found."""
    words = context.vocabulary(posting)
    if words is None or not words.statements or not is_open(posting):
        return
    if not (asks_to_apply(posting, context) and names_a_job(posting, context)):
        return
    if not words.statements.within(prose(posting).text):
        headings = posting.body.headings
        span = headings[0].span if headings else posting.source.line_span(1)
        yield Problem(
            span,
            "nothing says that people of every background are welcome",
            f"add a sentence, e.g. `{words.sentences['equal-opportunity']}`",
        )
