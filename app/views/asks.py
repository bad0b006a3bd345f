"""What Today asks besides its invitation: of each kind at most one card. Knows no window and no clock."""

from app.core.diary import Diary
from app.core.library import Library
from app.views.ask import Ask


def today_asks(diary: Diary, library: Library) -> tuple[Ask, ...]:  # noqa: ARG001
    """The most pressing first."""
    return tuple(filter(None, (_programme(diary),)))


def _programme(diary: Diary) -> Ask | None:
    if diary.course is None:
        return None
    from app.views.course import programme_ask

    return programme_ask(diary)
