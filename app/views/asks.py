"""What Today asks besides its invitation: of each kind at most one card. Knows no window and no clock."""

from app.core.care.warning_signs import NO_SIGNS, Verdict
from app.core.diary import Diary
from app.core.library import Library
from app.views.ask import Ask


def today_asks(
    diary: Diary,  # noqa: ARG001
    library: Library,  # noqa: ARG001
    *,
    verdict: Verdict = NO_SIGNS,
) -> tuple[Ask, ...]:
    """The most pressing first."""
    return (*_signs(verdict),)


def _signs(verdict: Verdict) -> tuple[Ask, ...]:
    """Its words are imported only where a sign stands: most first frames do without."""
    if verdict.urgency is None:
        return ()
    from app.views.signs_ask import signs_ask

    return (signs_ask(verdict),)
