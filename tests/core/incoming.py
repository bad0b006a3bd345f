"""What tests that bring files in share: a place with a clock, and sessions that any file can tell."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.history_files import read_history
from app.core.record import SessionRecord
from app.core.seconds import MOST_SECONDS
from app.core.transfer import Here, Incoming
from tests.storage.sessions import any_session

TODAY = date(2026, 11, 22)


def at_noon(day: date, offset_h: int = 0) -> datetime:
    return datetime.combine(day, time(12), UTC) - timedelta(hours=offset_h)


HERE = Here(TODAY, at_noon)


def read(file: str, text: str | bytes, *habits: str, here: Here = HERE) -> Incoming:
    return read_history(file, text.encode() if isinstance(text, str) else text, here, habits)


def _tellable(session: SessionRecord) -> SessionRecord:
    """Within what a file may say: the log itself sets no bounds."""
    most_ms = MOST_SECONDS * 1000
    work = tuple(
        replace(item, ms=min(item.ms, most_ms), reps=min(item.reps, 1_000_000)) for item in session.work
    )
    done_ms, planned_ms = min(session.done_ms, most_ms), min(session.planned_ms, most_ms)
    return replace(session, done_ms=done_ms, planned_ms=planned_ms, work=work)


any_history = st.lists(any_session.map(_tellable), max_size=4, unique_by=lambda session: session.id)
