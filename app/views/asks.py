"""What Today may ask besides its invitation, one after the other. Knows no window and no clock.

The first frame waits for this: what asks is imported where there is something to ask about.
"""

from collections.abc import Callable

from app.core.care.warning_signs import NO_SIGNS, Verdict
from app.core.diary import Diary
from app.core.library import Library
from app.views.ask import Ask


def today_asks(
    diary: Diary,
    library: Library,
    *,
    verdict: Verdict = NO_SIGNS,
    guarded: Callable[[str], bool] = lambda _: False,
) -> tuple[Ask, ...]:
    """The most pressing first. Nobody is asked to test a leg that a clinician is to look at.

    `guarded` says whether a routine is of a programme that asks for a clinician.
    """
    morning = _morning(diary, library, guarded, holding=bool(verdict.blocked))
    asks = (*_signs(verdict), *morning, *_programme(diary))
    return asks if verdict.urgency else (*asks, *_retest(diary))


def _signs(verdict: Verdict) -> tuple[Ask, ...]:
    if verdict.urgency is None:
        return ()
    from app.views.signs_ask import signs_ask

    return (signs_ask(verdict),)


def _morning(
    diary: Diary, library: Library, guarded: Callable[[str], bool], *, holding: bool
) -> tuple[Ask, ...]:
    if not diary.check_ins:
        return ()
    from app.views.morning import morning_asks

    return morning_asks(diary, library, guarded=guarded, holding=holding)


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
