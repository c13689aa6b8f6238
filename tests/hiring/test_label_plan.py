from __future__ import annotations

import pytest

from careers.hiring.issues import Label
from careers.hiring.labels.definitions import JobStages, buckets_in, labels_for, merge_orders
from careers.hiring.labels.names import find_stage, label_name, normalize_stage
from careers.hiring.labels.plan import plan_labels, prune, unused_labels
from careers.process import current_name

JOBS = [
    JobStages("engineer", "Engineer", ("applied", "phone-screen", "offer")),
    JobStages("designer", "Designer" * 20, ("applied", "portfolio", "offer")),
]


def test_several_processes_make_one_order() -> None:
    """Each process's own order holds; where two contradict, the first does."""
    assert merge_orders([["a", "b", "d"], ["a", "c", "d"]]) == ["a", "b", "c", "d"]
    assert merge_orders([["a", "b"], ["b", "a"]]) == ["a", "b"]
    assert merge_orders([["a", "c"], ["b", "c"], ["a", "b"]]) == ["a", "b", "c"]
    assert merge_orders([]) == []


def test_colours_run_in_the_order_of_the_stages() -> None:
    """From pale to deep, so that a list of candidates reads at a glance."""
    stages = [item for item in labels_for(JOBS) if item.name.startswith("stage:")][:4]
    assert [item.name for item in stages] == [
        "stage:applied",
        "stage:phone-screen",
        "stage:portfolio",
        "stage:offer",
    ]
    light = [sum(bytes.fromhex(item.color)) for item in stages]
    assert light == sorted(light, reverse=True)
    assert len(set(light)) == 4


def test_labels_keep_githubs_limits() -> None:
    """50 characters of name, 100 of description; long slugs stay apart."""
    for item in labels_for([*JOBS, JobStages("x" * 90, "t", ("applied", "offer"))]):
        assert len(item.name) <= 50
        assert len(item.description) <= 100
        assert "\n" not in item.description
    assert label_name("job:", "x" * 90) != label_name("job:", "x" * 91)
    assert (
        normalize_stage("stage:Phone_screen")
        == normalize_stage(" `Phone Screen` ")
        == "phone-screen"
    )


def test_a_name_that_fits_stays_whole() -> None:
    """GitHub takes 50 characters; a longer one ends in a part of its hash."""
    assert label_name("job:", "x" * 46) == "job:" + "x" * 46
    long = label_name("job:", "x" * 47)
    assert long.startswith("job:" + "x" * 38 + "-")
    assert len(long) == 50
    cut = label_name("job:", f"{'x' * 36}--{'y' * 20}")
    assert cut.startswith("job:" + "x" * 36 + "-")
    assert len(cut) == 48


def test_the_colours_run_from_pale_to_deep() -> None:
    """Their ends are the same however many stages there are; one alone is pale."""
    colors = [item.color for item in labels_for(JOBS) if item.name.startswith("stage:")][:4]
    assert (colors[0], colors[-1]) == ("dbeafe", "1e40af")
    assert labels_for([JobStages("a", "A", ("applied",))])[0].color == "dbeafe"


@pytest.mark.parametrize(
    ("title", "expected"),
    [("x" * 99, "x" * 99), ("x" * 100, "x" * 100), ("x" * 101, "x" * 99 + "…")],
)
def test_a_description_that_fits_stays_whole(title: str, expected: str) -> None:
    """GitHub takes 100 characters: one more, and the cut is marked within them."""
    (job,) = [
        item
        for item in labels_for([JobStages("a", title, ("applied", "offer"))])
        if item.name == "job:a"
    ]
    assert job.description == expected


def test_a_second_plan_is_empty() -> None:
    """GitHub's spelling of a colour makes no difference."""
    made = labels_for(JOBS)
    assert len(plan_labels(made, [], {}).actions) == len(made)
    live = [Label(item.name, item.color.upper(), item.description) for item in made]
    assert plan_labels(made, live, {}).actions == ()


def test_a_name_is_followed_through_all_renames() -> None:
    """Names that lead back to themselves are followed once around, and not for ever."""
    assert current_name("a", {"a": "b", "b": "c"}) == "c"
    assert current_name("c", {"a": "b", "b": "c"}) == "c"
    assert current_name("a", {"a": "b", "b": "a"}) == "a"
    assert find_stage(("applied", "b"), "stage:A", {"a": "b"}) == "b"
    assert find_stage(("applied", "b"), "hired", {}) == "hired"
    assert find_stage(("applied", "b"), "c", {}) is None


def test_a_rename_keeps_the_label() -> None:
    """The old label becomes the new one, through a chain of names; two are never made one."""
    made = labels_for(JOBS)
    live = [Label("stage:phone-call", "ffffff", "x")]
    renamed = {"phone-call": "phone-chat", "phone-chat": "phone-screen"}
    said = [str(action) for action in plan_labels(made, live, renamed).actions]
    assert "rename label stage:phone-call to stage:phone-screen" in said
    assert "create label stage:phone-screen" not in said
    plan = plan_labels(made, [*live, Label("stage:phone-screen")], renamed)
    assert "rename" not in " ".join(map(str, plan.actions))
    assert "are both there" in plan.notes[0]


def test_only_unused_labels_of_ours_are_deleted() -> None:
    """Labels of people are not seen, and one that an issue carries stays."""
    made = labels_for(JOBS)
    live = [Label("bug"), Label("stage:old"), Label("stage:older"), Label("source:email")]
    idle = unused_labels(made, live, {})
    assert [item.name for item in idle] == ["stage:old", "stage:older"]
    plan = prune(plan_labels(made, made, {}), idle, lambda name: name == "stage:old")
    assert [str(action) for action in plan.actions] == ["delete label stage:older"]
    assert plan.notes == ("stage:old is kept: issues carry it",)


def test_a_description_is_true_for_every_job_that_has_the_stage() -> None:
    """It says what the label means; what a step is for one job stands in the issue."""
    said = {label.name: label.description for label in labels_for(JOBS, ["site", "referral"])}
    assert said["stage:applied"] == "Has applied, nobody has answered yet"
    assert said["stage:phone-screen"] == "Stands at this step: phone screen"
    assert said["stage:rejected"] == "Ended: we said no"
    assert said["source:referral"] == "Came by referral"
    assert said["needs:attention"].startswith("Could not be taken in")


def test_buckets_get_their_look_and_are_never_unused() -> None:
    """Those that there are: an application makes the label of its bucket."""
    live = [Label("who:a7"), Label("WHO:b0"), Label("whose")]
    made = buckets_in(live)
    assert [(x.name, x.color) for x in made] == [("who:a7", "eeeeee"), ("WHO:b0", "eeeeee")]
    assert unused_labels([], live, {}) == []
