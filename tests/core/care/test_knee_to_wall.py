"""Taking knee-to-wall: six tries in order, each kept, skipped or taken again."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.care.knee_to_wall import ALL_TRIES, begun, gone_back, kept, skipped, stepped
from tests.core.care.tests_taken import taken


def six(taking, deed=kept):
    for _ in range(ALL_TRIES):
        taking = deed(taking)
    return taking


def test_three_tries_of_the_left_and_then_three_of_the_right():
    taking, seen = begun(None), []
    while not taking.is_over:
        seen.append((taking.side, taking.number))
        taking = kept(taking)
    assert seen == [("left", 1), ("left", 2), ("left", 3), ("right", 1), ("right", 2), ("right", 3)]


def test_the_stepper_goes_by_half_a_centimetre_and_never_below_nothing():
    taking = begun(taken(left=(0.5,)))
    assert stepped(taking, 1).reading == 1.0
    assert stepped(stepped(taking, -1), -1).reading == 0.0
    assert stepped(begun(taken(left=(30.0,))), 1).reading == 30.0


def test_each_leg_begins_where_it_was_the_last_time_and_each_try_where_the_one_before_ended():
    taking = begun(taken(left=(7.0, 8.0), right=(10.0,)))
    assert taking.reading == 8.0
    taking = kept(stepped(taking, 1))
    assert taking.reading == 8.5
    assert kept(kept(taking)).reading == 10.0


def test_a_skipped_try_is_none():
    taking = kept(skipped(kept(begun(None))))
    assert taking.tries("left") == (8.0, 8.0)
    assert six(begun(None), skipped).tries("right") == ()


def test_going_back_brings_the_reading_back():
    taking = kept(stepped(begun(None), 1))
    again = gone_back(stepped(taking, -1))
    assert (again.number, again.reading) == (1, 8.5)
    assert gone_back(again) == again


def test_after_six_tries_there_is_no_seventh():
    over = six(begun(None))
    assert over.is_over
    assert kept(over) == over


@given(st.lists(st.sampled_from([kept, skipped, gone_back]), max_size=20))
def test_whatever_is_done_no_leg_has_more_than_three_tries(deeds):
    taking = begun(None)
    for deed in deeds:
        taking = deed(taking)
        assert len(taking.tries("left")) <= 3
        assert len(taking.tries("right")) <= 3
        assert 0 <= len(taking.kept) <= ALL_TRIES
