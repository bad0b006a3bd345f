"""What Today asks besides its invitation: of each kind at most one card. Knows no window and no clock."""

from app.core.diary import Diary
from app.core.library import Library
from app.views.ask import Ask
from app.views.morning import morning_asks


def today_asks(diary: Diary, library: Library) -> tuple[Ask, ...]:
    """The most pressing first."""
    return (*morning_asks(diary, library),)
