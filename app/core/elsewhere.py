"""How a day that another app or a spreadsheet remembers becomes a session. Knows no format and no clock."""

from datetime import date
from uuid import UUID, uuid5

from app.core.record import SessionRecord
from app.core.transfer import Here

STRETCHING = "Stretching"
"""The name of a session of which no more is known than that there was one."""
EARLIEST = date(1970, 1, 1)
"""Before it, some machines know no noon."""

_NAMESPACE = UUID("6a1f1b5e-0f3c-4f8e-9a57-5c1f0e50a1ec")
"""Made once at random. It must never change, or what was brought in before would come in twice."""


def day_session(key: str, day: date, here: Here, name: str, ms: int, note: str) -> SessionRecord:
    """A session of no routine, finished, of `ms` milliseconds of work or, with 0, of no known length.

    The same `key` always gives the same id. It begins at noon, for the file tells the day alone.
    """
    return SessionRecord(
        id=str(uuid5(_NAMESPACE, key)),
        routine="",
        name=name,
        started_at=here.noon(day),
        day=day,
        status="finished",
        planned_ms=ms,
        done_ms=ms,
        note=note,
    )


def in_time(day: date, here: Here) -> date:
    """The day, if anyone can have stretched on it. Raises `ValueError` with a remedy."""
    if not EARLIEST <= day <= here.today:
        why = "has not come yet" if day > here.today else f"is before {EARLIEST.year}"
        raise ValueError(f"{day} {why}; mend the day")
    return day
