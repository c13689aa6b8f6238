"""The limits that the sandbox enforces: GitHub's own, each with its source."""

# REST replies quoted in github/docs#32156
LABEL_NAME = 50
LABEL_DESCRIPTION = 100

# PyGithub#1906 (title); repo-automation-bots#1895 (body and comment); in characters
ISSUE_TITLE = 256
BODY = 65_536

# Revisions of a text that are kept: a third party's note, GitHub names no number
EDITS = 100

# REST reference, "Issues": labels and assignees of one issue
ISSUE_LABELS = 100
ISSUE_ASSIGNEES = 10

# "Adding sub-issues": of one parent
SUB_ISSUES = 100

# "Events that trigger workflows": repository_dispatch and workflow_dispatch
EVENT_TYPE = 100
CLIENT_PAYLOAD_KEYS = 10
DISPATCH_PAYLOAD = 65_535
WORKFLOW_INPUTS = 25

# "About releases": assets of a release, and bytes of one (they are below it)
RELEASE_ASSETS = 1_000
ASSET = 2 * 1024**3

# REST reference, "Using pagination"
PER_PAGE = 30
PER_PAGE_MOST = 100
# Items of a list that pages reach; beyond them by the cursor that the Link header carries
# (go-github#3565, longhorn#10710)
PAGED = 10_000

# "Rate limits for the REST API": requests an hour of a person's token; without one
HOURLY = 5_000
HOURLY_ANONYMOUS = 60

# What GitHub gives a label that an issue names first
NEW_LABEL_COLOR = "ededed"
