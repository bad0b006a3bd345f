"""What Today asks besides its invitation: of each kind at most one card. Knows no window and no clock."""

from app.core.diary import Diary
from app.core.library import Library
from app.views.ask import Ask
from app.views.retest import retest_ask


def today_asks(diary: Diary, library: Library) -> tuple[Ask, ...]:  # noqa: ARG001
    """The most pressing first."""
    asks = (retest_ask(diary),)
    return tuple(ask for ask in asks if ask is not None)
