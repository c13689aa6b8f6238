"""Pull requests of the sandbox: an issue of the same number, and the commits that it is about."""

from careers.sandbox import Pull, Sandbox
from clients import ask

REPOSITORY = "example-tools/careers"
OLD, NEW = "a" * 40, "b" * 40


def opened(github: Sandbox, head: str = REPOSITORY) -> int:
    """A pull request of otto's."""
    pull = Pull(base_sha=OLD, head_sha=NEW, head_ref="pay", head_repository=head)
    return github.act("otto").open_pull(REPOSITORY, "A new pay range", pull)


def test_a_pull_request_is_read(github: Sandbox) -> None:
    """It tells its head, its base and its state, in the shape that GitHub describes."""
    number = opened(github)
    answer = ask(github, "GET", f"/repos/{REPOSITORY}/pulls/{number}", who="otto").json()
    assert (answer["head"]["sha"], answer["base"]["sha"], answer["state"]) == (NEW, OLD, "open")
    assert answer["head"]["repo"]["full_name"] == REPOSITORY


def test_a_pull_request_shares_the_numbers_of_issues(github: Sandbox) -> None:
    """Comments go by the issue, which says that it is a pull request."""
    number = opened(github)
    github.act("rita").comment(REPOSITORY, number, "Thank you")
    issue = ask(github, "GET", f"/repos/{REPOSITORY}/issues/{number}").json()
    assert issue["comments"] == 1
    assert issue["pull_request"]["url"].endswith(f"/pulls/{number}")
    github.act("otto").comment(REPOSITORY, number, "Gladly")
    listed = ask(github, "GET", f"/repos/{REPOSITORY}/issues").json()
    assert [one["number"] for one in listed] == [number]


def test_an_issue_is_no_pull_request(github: Sandbox) -> None:
    """An issue's number is not found among pull requests, nor one that was never given."""
    ask(github, "POST", f"/repos/{REPOSITORY}/issues", {"title": "A question"})
    for number in (1, 99):
        assert ask(github, "GET", f"/repos/{REPOSITORY}/pulls/{number}").status_code == 404


def test_a_push_moves_the_head(github: Sandbox) -> None:
    """The events are those that GitHub sends, with the new head."""
    number = opened(github)
    github.act("otto").push(REPOSITORY, number, "c" * 40)
    told = [(event.name, event.payload["action"]) for event in github.take_events()]
    assert told == [("pull_request", "opened"), ("pull_request", "synchronize")]
    answer = ask(github, "GET", f"/repos/{REPOSITORY}/pulls/{number}").json()
    assert answer["head"]["sha"] == "c" * 40


def test_a_pull_request_is_merged(github: Sandbox) -> None:
    """It is closed by that, tells when and as which commit, and is listed where it is asked for."""
    number = opened(github)
    still_open = opened(github)
    github.act("rita").merge(REPOSITORY, number, "c" * 40)
    path = f"/repos/{REPOSITORY}/pulls?state=closed&sort=updated&direction=desc&per_page=30"
    (merged,) = ask(github, "GET", path).json()
    assert (merged["number"], merged["merge_commit_sha"]) == (number, "c" * 40)
    assert merged["merged_at"] == merged["closed_at"]
    listed = ask(github, "GET", f"/repos/{REPOSITORY}/pulls").json()
    assert [(one["number"], one["merged_at"]) for one in listed] == [(still_open, None)]
