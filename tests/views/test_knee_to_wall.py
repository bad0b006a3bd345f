"""What is shown and said while the tests are taken."""

from msgspec import structs

from app.core.care.heel_rise import EXERCISE as HEEL_RISE
from app.core.care.knee_to_wall import begun, kept, stepped
from app.core.guide import Hearing
from app.core.library import Library
from app.views.heel_rise import NO_BEAT, heel_rise_view
from app.views.knee_to_wall import AGAIN_STEPS, FIRST_STEPS, OTHER_STEPS, knee_to_wall_view
from tests.core.care.tests_taken import taken
from tests.core.routines import exercise


def seen(tries: int = 0, **more):
    taking = begun(taken(left=(7.5,), right=(9.0,)))
    for _ in range(tries):
        taking = kept(taking)
    return knee_to_wall_view(structs.replace(taking, **more), {})


def test_the_side_and_the_try_are_said_and_shown():
    assert (seen(0).side_word, seen(0).title) == ("LEFT", "Try 1 of 3")
    assert (seen(5).side_word, seen(5).title) == ("RIGHT", "Try 3 of 3")
    assert seen(4).said.startswith("Right, try 2 of 3. Step away")


def test_the_first_try_of_a_leg_explains_more_than_the_next():
    assert [seen(tries).steps for tries in (0, 1, 3, 4)] == [
        FIRST_STEPS,
        AGAIN_STEPS,
        OTHER_STEPS,
        AGAIN_STEPS,
    ]


def test_the_reading_is_in_centimetres_and_stops_at_its_ends():
    assert seen().reading == "7.5 cm"
    assert not seen(reading=0.0).can_lower
    assert not seen(reading=30.0).can_raise


def test_the_bar_fills_with_each_try():
    assert seen(4).parts == (1, 1, 1, 1, 0, 0)
    assert seen(4).can_go_back
    assert not seen(0).can_go_back


def test_stepping_changes_the_reading_alone():
    taking = begun(None)
    assert knee_to_wall_view(stepped(taking, 1), {}).said == knee_to_wall_view(taking, {}).said


def test_before_heel_rises_it_is_told_when_to_stop_and_that_there_is_no_beat_without_chimes():
    raising = structs.replace(exercise(HEEL_RISE), stop_if=("sharp pain",))
    library = Library({HEEL_RISE: raising}, ())
    view = heel_rise_view(library, Hearing())
    assert view.stops == ("sharp pain",)
    assert NO_BEAT not in view.note
    assert NO_BEAT in heel_rise_view(library, Hearing(chimes=False)).note
    assert NO_BEAT in heel_rise_view(library, Hearing(chime_volume=0)).note
