"""What Today may ask besides its invitation, one after the other. Knows no window and no clock.

The first frame waits for this: what asks is imported where there is something to ask about.
"""

from app.core.diary import Diary
from app.core.library import Library
from app.views.ask import Ask


def today_asks(diary: Diary, library: Library) -> tuple[Ask, ...]:
    """The most pressing first."""
    return (*_morning(diary, library), *_programme(diary), *_retest(diary))


def _morning(diary: Diary, library: Library) -> tuple[Ask, ...]:
    if not diary.check_ins:
        return ()
    from app.views.morning import morning_asks

    return morning_asks(diary, library)


def _programme(diary: Diary) -> tuple[Ask, ...]:
    if diary.course is None:
        return ()
    from app.views.course import programme_ask

    return tuple(filter(None, (programme_ask(diary),)))


def _retest(diary: Diary) -> tuple[Ask, ...]:
    if not diary.self_tests:
        return ()
    from app.views.retest import retest_ask

    return tuple(filter(None, (retest_ask(diary),)))
