"""What is said of self-tests: verdicts, chart, when the next is due, and the offer of an extra set."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.core.care.extra_set import Extra
from app.core.care.testing import KINDS, change
from app.core.library import Library
from app.views.self_test_chart import sides_chart
from app.views.self_test_words import between_legs, both_legs, verdicts
from app.views.self_tests import extra_ask, self_tests_view
from tests.core.care.tests_taken import TODAY, heel_rises, taken
from tests.views.shelf import LIBRARY, diary

CHEERS = re.compile(r"!|well done|great|good|better|progress|improve", re.IGNORECASE)


def seen(*tests, **more):
    return self_tests_view(structs.replace(diary(), self_tests=tests), LIBRARY, **more)


def knee(left: float, right: float = 10.0, days_back: int = 0):
    return taken(left=(left,), right=(right,), days_back=days_back)


def test_a_change_inside_the_error_is_no_clear_change_yet():
    said = verdicts([knee(7.0, days_back=28), knee(7.8)], TODAY)
    assert said[0] == (
        "Left: no clear change yet. The difference of 0.8 cm is within what measuring alone gives, 1.9 cm."
    )
    assert said[1].startswith("Right: no clear change yet. The difference of 0.0 cm")


def test_a_change_beyond_it_is_told_with_its_degrees():
    # 2.5 cm × 3.6° = 9°
    said = verdicts([knee(7.0, days_back=28), knee(9.5)], TODAY)
    assert said[0] == (
        "Left: 2.5 cm more than on 25 October, beyond what measuring alone gives, 1.9 cm. "
        "That is about 9° of bend."
    )


def test_less_is_told_without_alarm():
    said = verdicts([heel_rises(20, 20, 14), heel_rises(15, 20)], TODAY)
    assert said[0] == (
        "Left: 5 rises less than on 8 November, beyond what measuring alone may give, 3 rises. "
        "A poor day can do that too: test again before you make anything of it."
    )


def test_the_first_test_has_nothing_to_be_compared_with():
    assert verdicts([knee(9.5)], TODAY)[0].startswith("Your first test.")


def test_a_leg_that_was_not_tested_before_is_not_compared():
    before = taken(left=(7.0,), right=(), days_back=14)
    said = verdicts([before, knee(7.0)], TODAY)
    assert [line.partition(":")[0] for line in said] == [
        "Left",
        "The left is 3.0 cm behind the right, beyond what measuring alone gives, 1.5 cm.",
    ]


def test_a_leg_that_was_not_tested_this_time_is_not_spoken_of():
    said = verdicts([knee(7.0, days_back=14), taken(left=(7.5,), right=())], TODAY)
    assert len(said) == 1
    assert said[0].startswith("Left: no clear change yet.")


def test_the_legs_beside_each_other():
    assert between_legs(knee(9.0)) == (
        "Between the legs: no clear difference. 1.0 cm is within what measuring alone gives, 1.5 cm."
    )
    assert between_legs(heel_rises(17, 24)) == (
        "The left is 7 rises behind the right, beyond what measuring alone may give, 3 rises."
    )
    assert between_legs(taken(right=())) == ""


@given(st.sampled_from(KINDS), st.floats(0, 30), st.floats(0, 30))
def test_nothing_is_ever_cheered_and_inside_the_error_no_verdict_is_given(kind, first, last):
    tests = [taken(kind, (first,), (), 28), taken(kind, (last,), ())]
    (said,) = verdicts(tests, TODAY)
    assert not CHEERS.search(said)
    assert ("no clear change yet" in said) == (change(first, last, kind) == "no clear change")


def test_someone_new_sees_how_each_test_is_done_and_is_invited_to_the_first():
    view = seen()
    assert [card.title for card in view.cards] == ["Knee to wall", "Heel-rise"]
    assert [card.left for card in view.cards] == ["", ""]
    assert "three tries" in view.cards[0].about.lower()
    assert view.wanted == "knee-to-wall"
    assert view.rows == ()


def test_the_last_result_of_each_leg_stands_first():
    card = seen(knee(7.0, days_back=28), taken(days_back=3)).cards[0]
    assert (card.left, card.right, card.when) == ("7.5 cm", "9.5 cm", "Thursday 19 November")
    assert seen(heel_rises(1, 20)).cards[1].left == "1 rise"


def test_a_test_is_wanted_again_after_two_weeks_and_not_before():
    soon = seen(taken(days_back=3), heel_rises(17, 20, 3))
    assert soon.wanted is None
    assert soon.cards[0].due == "Take it again on Thursday 3 December: sooner tells little."
    late = seen(taken(days_back=3), heel_rises(17, 20, 14))
    assert late.wanted == "heel-rise"
    assert late.cards[1].due == "Two weeks have passed: it is time to take it again."


def test_the_own_choice_of_error_is_called_one():
    knee_card, heel_card = seen(taken(), heel_rises(17, 20)).cards
    assert "Powden" in knee_card.error
    assert "our own cautious choice" in heel_card.error


def test_the_latest_tests_are_in_sight_and_the_others_on_request():
    tests = [taken(days_back=14 * number) for number in range(6)]
    view = seen(*reversed(tests))
    assert [row.id for row in view.rows] == [test.id for test in tests[:4]]
    assert view.more == "Show all 6"
    everything = seen(*tests, all_rows=True)
    assert (len(everything.rows), everything.more) == (6, "")


def test_a_row_tells_which_test_when_and_what():
    (row,) = seen(taken(days_back=1, right=(), note="After a run.")).rows
    assert row.title == "Knee to wall  ·  Yesterday"
    assert (row.subtitle, row.label) == ("Left 7.5 cm, right not tested", "After a run.")
    assert both_legs(heel_rises(17, 24)) == "Left 17 rises, right 24 rises"


def test_an_extra_set_is_offered_with_its_reason_and_what_it_is():
    ask = extra_ask(knee(7.0), Extra("calf-reset", 0, "left"), LIBRARY)
    assert ask.title == "One more set for the left?"
    assert "3.0 cm behind the right" in ask.text
    assert "“Calf reset”" in ask.text
    assert ask.lines == ("Wall calf stretch, 30 s on the left",)
    assert [answer.name for answer in ask.answers] == ["add", "later"]


def test_a_chart_has_a_line_and_a_band_for_each_leg():
    # Values from 7 to 10; bands 5.1 to 8.9 and 8.1 to 11.9: a grid from 4 to 12 by 2.
    chart = sides_chart("Knee to wall", "knee-to-wall", [knee(7.0, days_back=28), knee(8.0)], TODAY)
    assert [level.text for level in chart.levels] == ["4", "6", "8", "10", "12"]
    left, right = chart.lines
    assert left.points == ((0.0, pytest.approx(3 / 8)), (1.0, pytest.approx(4 / 8)))
    assert left.band == (pytest.approx(1.1 / 8), pytest.approx(4.9 / 8))
    assert right.band == (pytest.approx(4.1 / 8), pytest.approx(7.9 / 8))
    assert (chart.begin, chart.end) == ("25 October", "22 November")


def test_a_chart_says_itself_in_words():
    chart = sides_chart("Heel-rise", "heel-rise", [heel_rises(17, 24, 28), heel_rises(19, 25)], TODAY)
    assert chart.spoken == "Heel-rise in rises, the oldest first. Left: 17 and 19. Right: 24 and 25."


def test_a_single_test_stands_in_the_middle_and_its_day_once():
    chart = sides_chart("Heel-rise", "heel-rise", [heel_rises(17, 24)], TODAY)
    assert [line.points[0][0] for line in chart.lines] == [0.5, 0.5]
    assert (chart.begin, chart.end) == ("22 November", "")


def test_tests_of_another_year_say_which():
    chart = sides_chart("Heel-rise", "heel-rise", [heel_rises(17, 24, 400), heel_rises(17, 24)], TODAY)
    assert chart.begin == "18 October 2025"


@given(
    st.sampled_from(KINDS),
    st.lists(st.tuples(st.floats(0, 200), st.floats(0, 200)), min_size=1, max_size=8),
)
def test_everything_lies_inside_the_chart(kind, values):
    tests = [
        taken(kind, (left,), (right,), 14 * (len(values) - number))
        for number, (left, right) in enumerate(values)
    ]
    chart = sides_chart("", kind, tests, TODAY)
    shares = [share for line in chart.lines for point in line.points for share in point]
    shares += [edge for line in chart.lines for edge in line.band] + [level.at for level in chart.levels]
    assert all(-1e-9 <= share <= 1 + 1e-9 for share in shares)
    assert 2 <= len(chart.levels) <= 6


def test_without_the_exercise_there_is_no_figure():
    view = self_tests_view(diary(), Library({}, ()))
    assert not view.cards[0].picture.exists
