"""Invented sessions for the tests of the storage."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.record import Passed, SessionRecord, Work

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SUMMER = timezone(timedelta(hours=2))

CALVES = SessionRecord(
    id="00000000-0000-4000-8000-000000000001",
    routine="calf-reset",
    name="Calf reset",
    started_at=datetime(2026, 3, 1, 7, 30, tzinfo=SUMMER),
    day=date(2026, 3, 1),
    status="finished",
    planned_ms=120_000,
    done_ms=90_000,
    work=(Work("wall-calf-stretch", "left", 60_000), Work("calf-raise", None, 30_000, 12)),
    note="Both calves “soft”.",
    before=6,
    after=3,
    passed=(Passed(60_000), Passed(30_000, 12)),
    plan="9f3c21aa",
)


def session(number: int, **changes: Any) -> SessionRecord:
    """The session of that number: a day after the one before it, with an id that tells the number."""
    moment = CALVES.started_at + timedelta(days=number)
    identity = f"00000000-0000-4000-8000-{number:012d}"
    return replace(CALVES, **{"id": identity, "started_at": moment, "day": moment.date(), **changes})


_offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_counts = st.integers(0, 2**53)
_texts = st.text(st.characters(codec="utf-8"), max_size=40)
_scores = st.none() | st.integers(0, 10)

any_session = st.builds(
    SessionRecord,
    id=st.uuids().map(str),
    routine=_texts,
    name=_texts,
    # Years that every offset leaves within what a datetime can hold.
    started_at=st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=_offsets),
    day=st.dates(),
    status=st.sampled_from(["running", "finished", "partial"]),
    planned_ms=_counts,
    done_ms=_counts,
    work=st.lists(
        st.builds(Work, _texts, st.sampled_from(["left", "right", None]), _counts, _counts), max_size=3
    ).map(tuple),
    note=_texts,
    before=_scores,
    after=_scores,
    passed=st.lists(st.builds(Passed, _counts, _counts), max_size=3).map(tuple),
    plan=_texts,
)
