"""What Today asks besides its invitation: of each kind at most one card. Knows no window and no clock.

The first frame waits for this: what asks is imported where there is something to ask about.
"""

from app.core.care.warning_signs import NO_SIGNS, Verdict
from app.core.diary import Diary
from app.core.library import Library
from app.views.ask import Ask


def today_asks(
    diary: Diary,
    library: Library,  # noqa: ARG001
    *,
    verdict: Verdict = NO_SIGNS,
) -> tuple[Ask, ...]:
    """The most pressing first."""
    asks = (_signs(verdict), _retest(diary))
    return tuple(ask for ask in asks if ask is not None)


def _signs(verdict: Verdict) -> Ask | None:
    if verdict.urgency is None:
        return None
    from app.views.signs_ask import signs_ask

    return signs_ask(verdict)


def _retest(diary: Diary) -> Ask | None:
    if not diary.self_tests:
        return None
    from app.views.retest import retest_ask

    return retest_ask(diary)
