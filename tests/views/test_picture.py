"""Which moment of the moving picture is shown: in time with the player's clock, and on the side that works."""

import math

import pytest
from msgspec.structs import replace

from app.core.exercise import Exercise
from app.core.figure import Figure, Pose
from app.core.routine import Routine, Step
from app.core.session import Session
from app.core.timeline import Timeline, unfold
from app.views.picture import (
    BREATH_FINE,
    FINE,
    NO_PICTURE,
    Picture,
    in_session,
    moves,
    shown,
    still,
    tempo_position,
)
from app.views.player import player_view
from tests.core.clock import FakeClock
from tests.core.routines import exercise

FIGURE = Figure(pose=(Pose(hip=(0, 0.5)), Pose(hip=(0, 0.6), at=1)))
STRETCH = replace(exercise("stretch"), figure=FIGURE)
ROCKING = replace(STRETCH, id="rocking", figure=replace(FIGURE, rocks=True, period=6))
RAISE = replace(exercise("raise", "none"), figure=FIGURE)
NOBODY_DREW = exercise("undrawn")
EXERCISES = {item.id: item for item in (STRETCH, ROCKING, RAISE, NOBODY_DREW)}
A_STEP = 1 / FINE
"""Positions are rounded to it."""


class Shown:
    """A session of one step, and the picture of it after so many milliseconds."""

    def __init__(self, step: Step, *passing_ms: int, prepare: float = 8) -> None:
        self.timeline: Timeline = unfold(Routine(1, "test", "Test", (step,), prepare=prepare), EXERCISES)
        self.clock = FakeClock()
        self.session = Session(self.timeline, self.clock)
        self.session.start()
        for ms in passing_ms:
            self.wait(ms)

    def wait(self, ms: int) -> Picture:
        self.clock.advance(ms)
        self.session.tick()
        return self.picture

    @property
    def picture(self) -> Picture:
        """As the player shows it: before work and between, on the side that comes."""
        return player_view(self.session.now(), self.timeline, EXERCISES).picture

    @property
    def moves(self) -> bool:
        return moves(self.picture, self.session.now())


def hold(seconds: float = 30, **more: object) -> Step:
    return Step(exercise="stretch", hold=seconds, **more)


def position_at(step: Step, ms: int) -> float:
    return Shown(step, ms).picture.position


@pytest.mark.parametrize(
    ("ms", "position"),
    [
        (0, 0.0),
        (248, 0.0),  # it rests at each end for half a second: 0.248 s before and after the turn
        (1_000, 0.5),  # half of the way up, and
        (1_752, 1.0),
        (2_248, 1.0),
        (3_000, 0.5),  # half of the way down
        (4_000, 0.0),
        (5_000, 0.5),  # and again
    ],
)
def test_while_one_gets_ready_the_movement_is_shown_unhurried(ms: int, position: float):
    assert position_at(hold(), ms) == pytest.approx(position, abs=A_STEP)


@pytest.mark.parametrize(
    ("ms", "position"), [(0, 0.0), (500, 1 / 3), (750, 0.5), (1_500, 1.0), (20_000, 1.0), (29_999, 1.0)]
)
def test_a_hold_goes_to_its_end_in_one_and_a_half_seconds_and_stays(ms: int, position: float):
    assert position_at(hold(), 8_000 + ms) == pytest.approx(position, abs=A_STEP)


@pytest.mark.parametrize(
    ("ms", "breath"), [(0, 0), (1_250, 1), (2_500, 0), (3_750, -1), (5_000, 0), (26_250, 1)]
)
def test_a_hold_breathes_once_in_five_seconds(ms: int, breath: float):
    assert Shown(hold(), 8_000 + ms).picture.breath == pytest.approx(breath, abs=0.5 / BREATH_FINE)


def test_what_cannot_be_seen_is_not_shown_anew():
    shown = Shown(hold(), 8_000 + 10_000)
    pictures = [shown.wait(16) for _ in range(312)]  # one breath, at 60 frames a second
    assert len({picture.breath for picture in pictures}) == 2 * BREATH_FINE + 1
    assert len({picture.position for picture in pictures}) == 1


@pytest.mark.parametrize(
    ("ms", "position"), [(0, 0), (1_500, 0.5), (3_000, 1), (4_500, 0.5), (6_000, 0), (9_000, 1)]
)
def test_what_rocks_goes_to_and_fro_in_its_own_time(ms: int, position: float):
    shown = Shown(Step(exercise="rocking", hold=30), 8_000 + ms)
    assert shown.picture.position == pytest.approx(position, abs=A_STEP)
    assert shown.picture.breath == 0
    assert shown.moves


@pytest.mark.parametrize(
    ("ms", "position"),
    [
        (0, 0.0),
        (500, 0.25),
        (1_000, 0.5),  # up in 2 s,
        (2_000, 1.0),
        (2_999, 1.0),  # up there for 1 s,
        (4_500, 0.5),  # down in 3 s
        (6_000, 0.0),
        (6_400, 0.0),  # and down for half a second;
        (6_500 + 1_000, 0.5),  # the second repetition begins after 6.5 s
    ],
)
def test_a_repetition_follows_its_tempo_exactly(ms: int, position: float):
    step = Step(exercise="raise", reps=3, tempo=(2, 1, 3, 0.5))
    assert position_at(step, 8_000 + ms) == pytest.approx(position, abs=A_STEP)


def test_a_picture_rocks_to_the_tempo_too_where_there_is_one():
    step = Step(exercise="rocking", reps=3, tempo=(1, 0, 1, 0))
    assert position_at(step, 8_000 + 500) == pytest.approx(0.5, abs=A_STEP)


def test_the_phases_of_a_tempo():
    tempo = (2_000, 1_000, 3_000, 500)
    assert [tempo_position(ms, tempo) for ms in (0, 1_000, 2_000, 3_000, 4_500, 6_000)] == [
        (0, 0.0), (0, 0.5), (1, 1.0), (2, 1.0), (2, 0.5), (3, 0.0),
    ]  # fmt: skip
    assert tempo_position(500, (1_000, 0, 1_000, 0)) == (0, 0.5)
    assert tempo_position(1_500, (1_000, 0, 1_000, 0)) == (2, 0.5)
    assert tempo_position(9_999, (1_000, 0, 1_000, 0)) == (2, 0.0)


@pytest.mark.parametrize(
    ("ms", "position"), [(0, 0.0), (1_000, 0.5), (2_000, 1.0), (3_000, 0.5), (60_000, 0.0)]
)
def test_repetitions_at_ones_own_pace_are_shown_again_and_again(ms: int, position: float):
    step = Step(exercise="raise", reps=10)
    assert position_at(step, 8_000 + ms) == pytest.approx(position, abs=A_STEP)


@pytest.mark.parametrize(("ms", "position"), [(0, 1.0), (750, 0.5), (1_500, 0.0), (9_000, 0.0)])
def test_relaxing_returns_to_the_start_and_stays_there(ms: int, position: float):
    step = Step(exercise="stretch", hold=10, reps=2, relax=10, sides="none")
    shown = Shown(step, 8_000 + 10_000 + ms)
    assert shown.session.now().segment.kind == "relax"
    assert shown.picture.position == pytest.approx(position, abs=A_STEP)
    assert shown.picture.breath == 0


def test_a_pause_freezes_the_picture():
    shown = Shown(hold(), 8_000 + 700)
    shown.session.pause()
    before = shown.picture
    assert 0 < before.position < 1
    assert [shown.wait(ms) for ms in (40, 500, 60_000)] == [before] * 3
    assert not shown.moves
    shown.session.resume()
    assert shown.wait(1_500) == before  # while one gets into position again
    assert not shown.moves
    assert shown.wait(1_500 + 400).position > before.position


def test_the_right_side_is_the_left_one_mirrored_and_nothing_else():
    left, right = (Shown(hold(sides=side), 8_000 + 700).picture for side in ("left", "right"))
    assert (left.mirror, right.mirror) == (False, True)
    assert replace(right, mirror=False) == left


def test_while_switching_the_side_that_comes_is_shown_at_its_start():
    shown = Shown(hold(), 8_000 + 30_000 + 1_000)
    assert shown.session.now().segment.kind == "switch"
    assert (shown.picture.mirror, shown.picture.position) == (True, 0)
    assert not shown.moves


def test_without_sides_muscles_light_up_on_both_legs():
    assert [still(item).both for item in (RAISE, STRETCH)] == [True, False]
    assert still(replace(STRETCH, figure=replace(FIGURE, both=True))).both


def test_the_figure_s_own_muscles_light_up_before_the_exercise_s():
    assert still(STRETCH).hot == ("soleus",)
    assert still(replace(STRETCH, figure=replace(FIGURE, hot=("glutes",)))).hot == ("glutes",)


@pytest.mark.parametrize("item", [None, NOBODY_DREW, replace(STRETCH, figure=Figure())])
def test_what_nobody_drew_has_no_picture(item: Exercise | None):
    shown = Shown(Step(exercise="undrawn", hold=30, sides="left"), 8_000)
    now = shown.session.now()
    assert in_session(item, "right", now) == NO_PICTURE
    assert not NO_PICTURE.exists
    assert not moves(NO_PICTURE, now)


def test_a_list_shows_the_end_of_the_movement_and_a_page_all_of_it():
    assert still(STRETCH).position == 1
    assert still(STRETCH, 0.0).position == 0
    assert [round(shown(STRETCH, s).position, 2) for s in (0, 1, 2, 3, 4, 5)] == [0, 0.5, 1, 0.5, 0, 0.5]
    assert shown(NOBODY_DREW, 1) == NO_PICTURE


@pytest.mark.parametrize(
    ("step", "ms", "travels"),
    [
        (hold(), 1_000, True),  # getting ready
        (hold(), 8_000 + 1_000, True),
        (hold(), 8_000 + 1_500, False),  # from here on it breathes
        (hold(), 8_000 + 30_000 + 1_000, False),
        (Step(exercise="raise", reps=3, tempo=(2, 1, 2, 0)), 8_000 + 2_500, True),
        (Step(exercise="raise", reps=3), 9_000, True),
    ],
)
def test_frames_are_wanted_only_while_the_figure_travels(step: Step, ms: int, travels: bool):
    assert Shown(step, ms).moves == travels


def test_positions_are_whole_steps():
    shown = Shown(hold(), 8_000)
    for _ in range(50):
        position = shown.wait(31).position * FINE
        assert math.isclose(position, round(position), abs_tol=1e-9)
