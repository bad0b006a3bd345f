"""Self-tests for tests."""

from datetime import UTC, date, datetime, timedelta

from app.core.care.self_test import SelfTest, SelfTestKind

TODAY = date(2026, 11, 22)
"""A Sunday."""


def taken(
    kind: SelfTestKind = "knee-to-wall",
    left: tuple[float, ...] = (7.0, 7.5, 8.0),
    right: tuple[float, ...] = (9.0, 9.5, 10.0),
    days_back: int = 0,
    note: str = "",
) -> SelfTest:
    day = TODAY - timedelta(days=days_back)
    moment = datetime(day.year, day.month, day.day, 9, 5, tzinfo=UTC)
    return SelfTest(f"{kind}-{days_back}", kind, moment, day, left, right, note)


def heel_rises(left: float, right: float, days_back: int = 0) -> SelfTest:
    return taken("heel-rise", (left,), (right,), days_back)
