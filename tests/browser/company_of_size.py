"""An invented company with as many open jobs as a test wants: the same for the same number."""

from __future__ import annotations

from itertools import cycle, islice, product
from pathlib import Path

SETTINGS = """[company]
name = "Harbour Grid"
url = "https://example.com/"
about = "We turn home batteries into one quiet power station, and look for people."

[site]
url = "https://example.com/careers/"
social_images = false

[apply]
url = "https://example.com/apply?job={slug}"
general = "jobs@example.com"
"""
TEAMS = {
    "Engineering": (
        "Backend Engineer", "Frontend Engineer", "Embedded Engineer", "Reliability Engineer",
    ),
    "Data & Forecasting": ("Data Analyst", "Data Engineer", "Forecasting Scientist"),
    "Product & Design": ("Product Manager", "Product Designer", "Content Designer"),
    "Grid Operations": ("Control Room Operator", "Market Analyst", "Field Coordinator"),
    "Customer Support": ("Support Engineer", "Customer Adviser"),
    "Sales & Partnerships": ("Account Manager", "Partnership Lead"),
    "Finance & Legal": ("Accountant", "Legal Counsel"),
    "People": ("Recruiter", "Office Manager"),
}  # fmt: skip
FIELDS = (
    "Battery Control", "Metering", "Dispatch", "Home App", "Market Gateway", "Installer Tools",
    "Grid Losses", "Heat Pumps", "Charging", "Savings", "Storage", "Balancing",
)  # fmt: skip
LEVELS = ("", "Senior ", "Staff ", "Junior ")
PLACES: tuple[list[str], ...] = (
    ["Lisbon, PT"], ["Berlin, DE"], ["Lisbon, PT", "Berlin, DE"], ["Copenhagen, DK"], [],
    ["Bilbao, ES"], ["Gdańsk, PL", "Berlin, DE", "Lisbon, PT"], ["Toronto, CA"], ["Dublin, IE"],
    ["Rotterdam, NL"], ["Austin, Texas, US"],
)  # fmt: skip
KINDS = ("full-time", "full-time", "full-time", "full-time", "part-time", "full-time", "intern")
SENTENCES = (
    "A battery in a cellar is worth little to the grid; forty thousand are a power station.",
    "You will sit beside the people who use what you make, and change it in the same week.",
    "We write things down, decide in the open, and mend what breaks before we add to it.",
    "Our customers call when the lights flicker, and somebody who knows the answer picks up.",
    "Half of the work is Python and Rust, the other half is asking good questions of other teams.",
    "You have kept something running that others relied on, and can say what you learned from it.",
    "Nobody ticks every line of a list such as this one: write to us if you are unsure.",
)
PROCESS = """1. **Application:** A CV and a few lines. A person reads them.
2. **Phone screen:** We call you for 30 minutes.
3. **Pairing:** Two hours of real work, paid.
4. **Interviews:** Half a day with the team.
5. **Offer:** By phone first, then in writing.
"""
SHORT = """1. **Application:** A CV and a few lines. A person reads them.
2. **Work sample:** Three questions, answered in writing within an hour.
3. **Offer:** By phone first, then in writing.
"""


def company(folder: Path, number: int) -> Path:
    """Write a company with so many open postings into a folder, which is returned."""
    (folder / "postings").mkdir(parents=True)
    (folder / "careers.toml").write_text(SETTINGS, encoding="utf-8")
    roles = [(team, role) for team, roles in TEAMS.items() for role in roles]
    titled = ((team, f"{level}{role}, {field}") for field, level, (team, role) in _mixed(roles))
    for index, (team, title) in enumerate(islice(titled, number)):
        name = "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())
        text = posting(index, team, title)
        (folder / "postings" / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def _mixed(roles: list[tuple[str, str]]) -> list[tuple[str, str, tuple[str, str]]]:
    """Every field, level and role once, neighbours as different as can be."""
    every = list(product(FIELDS, LEVELS, roles))
    return [every[index * 37 % len(every)] for index in range(len(every))]


def posting(index: int, team: str, title: str) -> str:
    """A posting's Markdown."""
    places = PLACES[index % len(PLACES)]
    workplace = ("hybrid", "on-site")[index % 4 == 3] if places else "remote"
    low = 48_000 + index % 13 * 4_000
    front = [
        f'title: "{title}"',
        "status: open",
        f"posted: 2026-{9 + index % 3:02}-{1 + index % 19:02}",
        *(["closes: 2026-11-25"] if index % 11 == 5 else []),
        f'team: "{team}"',
        f"employment: {KINDS[index % len(KINDS)]}",
        f"workplace: {workplace}",
        *([f"locations: {places}".replace("'", '"')] if places else ["remote_from: [DE, PT, ES]"]),
        f"salary: {{min: {low}, max: {low + 16_000}, currency: EUR, per: year}}",
        "language: en",
    ]
    process = SHORT if team in ("Customer Support", "Grid Operations") else PROCESS
    says = list(islice(cycle(SENTENCES), index % 7, index % 7 + 5))
    body = [
        f"# {title}",
        f"## About the role\n\n{says[0]} {says[1]}\n\n{says[2]}",
        f"## Qualifications\n\n- {says[3]}\n- {says[4]}",
        f"## Interview process\n\n{process}",
    ]
    return "---\n" + "\n".join(front) + "\n---\n\n" + "\n\n".join(body) + "\n"
