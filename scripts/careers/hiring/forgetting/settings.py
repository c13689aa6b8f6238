"""How long candidates are kept: ``[retention]`` of ``candidates.toml``, off until it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

ELSEWHERE = "elsewhere"
"""The rule of every place that has none of its own."""
PlaceCode = Annotated[
    str, StringConstraints(pattern=rf"^([A-Z]{{2}}(-[A-Z0-9]{{1,3}})?|{ELSEWHERE})$")
]


class KeepingRule(BaseModel):
    """How long an application to a job at one place is kept: `[retention.place.DE]`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    least: Annotated[
        int,
        Field(
            description="Days after the end before which nothing is erased: where law says "
            "*at least*",
            ge=0,
            le=7320,
        ),
    ] = 0
    most: Annotated[
        int | None,
        Field(
            description="Days after the end on which it is erased: where law says *at most*; "
            "without it nothing is erased by itself",
            ge=1,
            le=7320,
            examples=["183"],
        ),
    ] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.most is not None and self.most < self.least:
            message = "`most` is less than `least`"
            raise ValueError(message)
        return self


class RetentionSettings(BaseModel):
    """How long candidates are kept; without a place nobody is erased by itself.

    docs/forgetting.md proposes days for some places, with sources.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    place: Annotated[
        Mapping[PlaceCode, KeepingRule],
        Field(
            description="By the place of the job (ISO 3166: `DE`, `US-CA`; `elsewhere` is any "
            "other), `least` and `most` days; of several places the longest `least` and the "
            "shortest `most`",
            examples=["{ DE = { most = 183 } }"],
        ),
    ] = {}
    warn: Annotated[
        int,
        Field(description="Days before an erasing on which the issue says so", ge=1, le=90),
    ] = 14
    pool: Annotated[
        int,
        Field(description="Days that `/pool` keeps somebody at most", ge=1, le=1830),
    ] = 730
    keep_hash: Annotated[
        bool,
        Field(
            description="Whether what is left of an application keeps the keyed hash of the "
            "address, by which `careers erase --person` finds it"
        ),
    ] = False

    def rule(self, places: tuple[str, ...]) -> KeepingRule | None:
        """The rule of a job at these places; None where no rule is theirs.

        A job at several is kept as each wants it at least, and no longer than one wants it at
        most; where these clash, *at least* goes first, since what is erased comes back never.
        """
        rules = [rule for code in places or ("",) if (rule := self._of(code))]
        if not rules:
            return None
        least = max(rule.least for rule in rules)
        most = min((rule.most for rule in rules if rule.most), default=None)
        return KeepingRule(least=least, most=most and max(least, most))

    def _of(self, code: str) -> KeepingRule | None:
        """The rule of the region, else of its country, else of everywhere."""
        for name in (code, code[:2], ELSEWHERE):
            if name in self.place:
                return self.place[name]
        return None


def differences(told: Mapping[str, int], rules: Mapping[str, KeepingRule]) -> list[str]:
    """Where what candidates are told (days by place) is not what is done, a line each."""
    done = {code: rule.most for code, rule in rules.items() if rule.most}
    return [
        f"{code}: {_days(told.get(code))} in `[privacy.keep]`, "
        f"{_days(done.get(code))} in `[retention.place]`"
        for code in sorted({*told, *done})
        if told.get(code) != done.get(code)
    ]


def _days(days: int | None) -> str:
    return f"{days} day{'' if days == 1 else 's'}" if days else "nothing"
