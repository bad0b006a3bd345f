"""When Today asks for a self-test again, and what Care says of them."""

from msgspec import structs

from app.views.asks import today_asks
from app.views.care_page import care_view
from app.views.retest import RETEST, retest_ask, self_tests_subtitle
from tests.core.care.tests_taken import heel_rises, taken
from tests.views.shelf import LIBRARY, diary


def asked(*tests):
    return retest_ask(structs.replace(diary(), self_tests=tests))


def test_nobody_who_has_taken_no_test_is_asked():
    assert asked() is None


def test_before_two_weeks_have_passed_nobody_is_asked():
    assert asked(taken(days_back=13)) is None


def test_after_two_weeks_today_asks_once_for_all_that_are_due():
    assert asked(taken(days_back=14)).text == "Knee to wall: two weeks have passed. It takes a few minutes."
    both = asked(taken(days_back=14), heel_rises(17, 24, 40))
    assert both.text == "Knee to wall and heel-rise: two weeks have passed. Each takes a few minutes."
    assert both.id == RETEST


def test_an_older_test_counts_for_nothing_beside_a_newer_one():
    assert asked(taken(days_back=40), taken(days_back=1)) is None


def test_the_card_is_among_those_of_today():
    found = structs.replace(diary(), self_tests=(taken(days_back=14),))
    assert RETEST in [ask.id for ask in today_asks(found, LIBRARY)]


def test_care_says_the_last_result_or_what_the_tests_are():
    assert self_tests_subtitle(diary()).startswith("Two short tests")
    found = structs.replace(diary(), self_tests=(heel_rises(17, 24, 14), taken(days_back=1)))
    assert self_tests_subtitle(found) == "Knee to wall yesterday: left 7.5 cm, right 9.5 cm"
    rows = [row for group in care_view(found).groups for row in group.rows]
    assert [row.subtitle for row in rows if row.id == "self-tests"] == [self_tests_subtitle(found)]
