"""Heat and cold as routines: their limits, and a look at the skin before anything goes on."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.care.warming import COLD, HEAT, KINDS, USUAL, WarmthPlan, thermal_routine, within_limits
from app.core.routine import Routine, Step
from app.core.timeline import unfold
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.views.warming import SKIN

EXERCISES = read_library(routines_folder(), None).exercises
plans = st.builds(
    WarmthPlan,
    st.sampled_from(KINDS),
    st.integers(-5, 500),
    st.integers(-5, 500),
    st.integers(-5, 500),
)


def steps(plan: WarmthPlan) -> tuple[Step, ...]:
    return thermal_routine(plan, SKIN).step


def packs(plan: WarmthPlan) -> list[tuple[str | None, float | None]]:
    return [(step.exercise, step.hold) for step in steps(plan) if step.exercise]


def longest_at_once(plan: WarmthPlan, exercise: str) -> float:
    """Minutes of one pack until another takes its place: a look alone takes none off for good."""
    longest = run = 0.0
    for pack, hold in packs(plan):
        run = run + (hold or 0) if pack == exercise else 0.0
        longest = max(longest, run)
    return longest / 60


def test_fifteen_minutes_of_heat_are_three_holds_with_a_look_after_every_five():
    assert packs(USUAL["heat"]) == [(HEAT, 300), (HEAT, 300), (HEAT, 300)]
    assert [step.wait for step in steps(USUAL["heat"])] == [
        SKIN.fetch["heat"], None, SKIN.look, None, SKIN.look, None, SKIN.end,
    ]  # fmt: skip


def test_cold_is_looked_at_for_white_skin():
    # Ten minutes of cold are two holds of five.
    assert [step.wait for step in steps(WarmthPlan("cold", 0, 10)) if step.wait][1:-1] == [SKIN.look_cold]
    assert "White" in SKIN.look_cold
    assert "White" in SKIN.change_to_heat


def test_what_is_short_needs_no_look_half_way():
    assert packs(WarmthPlan("heat", 5)) == [(HEAT, 300)]
    assert packs(WarmthPlan("cold", 0, 5)) == [(COLD, 300)]


def test_heat_and_cold_take_turns_and_begin_with_heat():
    plan = WarmthPlan("alternate", 4, 1, 3)
    assert packs(plan) == [(HEAT, 240), (COLD, 60)] * 3
    # 3 × 4 + 3 × 1 = 15 minutes of work.
    assert unfold(thermal_routine(plan, SKIN), EXERCISES).planned_ms == 15 * 60_000
    assert [step.wait for step in steps(plan) if step.wait] == [
        SKIN.fetch["alternate"],
        SKIN.change_to_cold, SKIN.change_to_heat,
        SKIN.change_to_cold, SKIN.change_to_heat,
        SKIN.change_to_cold, SKIN.end,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "given_"),
    [
        (WarmthPlan("heat", 45, 3, 9), WarmthPlan("heat", 20, 0, 1)),
        (WarmthPlan("cold", 45, 45, 9), WarmthPlan("cold", 0, 10, 1)),
        (WarmthPlan("alternate", 45, 45, 45), WarmthPlan("alternate", 5, 2, 4)),
        (WarmthPlan("alternate", 0, 0, 0), WarmthPlan("alternate", 3, 1, 1)),
    ],
)
def test_nobody_gets_more_than_the_limits_whatever_was_asked_for(wanted, given_):
    assert within_limits(wanted) == given_
    assert steps(wanted) == steps(given_)


@given(plans)
def test_no_pack_lies_longer_than_its_limit_nor_without_a_look(plan):
    turns = plan.kind == "alternate"
    assert longest_at_once(plan, HEAT) <= (5 if turns else 20)
    assert longest_at_once(plan, COLD) <= (2 if turns else 10)
    assert len(packs(plan)) <= 8
    found = steps(plan)
    # First fetch and wrap; then a wait between any two holds, and one after the last.
    assert found[0].wait == SKIN.fetch[plan.kind]
    assert [bool(step.wait) for step in found] == [number % 2 == 0 for number in range(len(found))]
    for wait in [step.wait for step in found if step.wait][1:-1]:
        assert wait in (SKIN.look, SKIN.look_cold, SKIN.change_to_cold, SKIN.change_to_heat)
        assert "stop, and leave it off." in wait
    # Five minutes are what a hold may last without a look, as the cards of both packs say.
    assert all((hold or 0) <= 300 for _, hold in packs(plan))


@given(plans)
def test_every_routine_keeps_to_the_format(plan):
    routine = thermal_routine(plan, SKIN)
    assert msgspec.convert(msgspec.to_builtins(routine), Routine) == routine
    timeline = unfold(routine, EXERCISES)
    assert {segment.side for segment in timeline.segments} == {None}
    assert timeline.estimated


def test_the_usual_plans_are_within_their_limits():
    assert all(within_limits(plan) == plan for plan in USUAL.values())
