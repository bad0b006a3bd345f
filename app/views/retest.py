"""When Today and Care speak of the self-tests. Knows no window and no clock."""

from app.core.care.testing import KINDS, next_due
from app.core.diary import Diary
from app.views import words
from app.views.ask import Answer, Ask
from app.views.self_test_words import NAMES, both_legs

RETEST = "self-tests:retest"
NEW = "Two short tests: how far the ankle bends, and how often the calf lifts you."


def retest_ask(diary: Diary) -> Ask | None:
    """One card for all tests that were taken before and two weeks ago or longer; None if there is none."""
    due = [kind for kind in KINDS if next_due(diary.self_tests, kind, diary.today) == diary.today]
    if not due:
        return None
    names = words.sentence_case(words.listing([NAMES[kind].lower() for kind in due]))
    several = len(due) > 1
    return Ask(
        id=RETEST,
        title="Time to test again",
        text=f"{names}: two weeks have passed. {'Each' if several else 'It'} takes a few minutes.",
        answers=(Answer("take", "See the tests" if several else "See the test"), Answer("later", "Not now")),
        icon="self-test",
    )


def self_tests_subtitle(diary: Diary) -> str:
    """What Care says of them: the last result, or what they are."""
    if not diary.self_tests:
        return NEW
    last = diary.self_tests[-1]
    return f"{NAMES[last.kind]} {words.on_day(last.day, diary.today)}: {both_legs(last).lower()}"
