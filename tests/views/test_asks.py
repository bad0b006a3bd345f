"""What Today asks, and what before what."""

from datetime import timedelta

from msgspec import structs

from app.core.care.check_in import CheckIn, Felt
from app.core.care.warning_signs import answered, verdict
from app.views.asks import today_asks
from tests.core.care.tests_taken import taken
from tests.views.shelf import LIBRARY, TODAY, diary, session

YESTERDAY = session(1)
SORE = CheckIn(YESTERDAY.id, "after", TODAY - timedelta(days=1), (Felt("left-calf", 4, 2),))
FULL = structs.replace(diary([YESTERDAY]), check_ins=(SORE,), self_tests=(taken(days_back=14),))


def kinds(*signs) -> list[str]:
    found = verdict(answered(signs, TODAY))
    return [ask.id.partition(":")[0] for ask in today_asks(FULL, LIBRARY, verdict=found)]


def test_the_morning_comes_before_the_test():
    assert kinds() == ["morning", "self-tests"]


def test_what_a_clinician_is_to_look_at_comes_first_and_is_not_tested_meanwhile():
    assert kinds("recent-injury") == ["signs", "morning"]


def test_with_nothing_to_ask_about_nothing_is_asked():
    assert today_asks(diary(), LIBRARY) == ()
