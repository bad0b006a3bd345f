"""What a routine unfolds into. The expected numbers are worked out in formats.md and in the comments."""

from app.core.routine import Step
from app.core.timeline import milliseconds
from tests.core.routines import calf_stretch, timeline_of


def kinds(timeline) -> list[str]:
    return [segment.kind for segment in timeline.segments]


def test_a_hold_on_both_sides_goes_left_switch_right_and_rests_between_sets():
    timeline = timeline_of(calf_stretch(30, 2))
    assert kinds(timeline) == "prepare hold switch hold rest hold switch hold".split()
    assert [s.side for s in timeline.segments if s.is_work] == ["left", "right", "left", "right"]
    assert [s.set for s in timeline.segments if s.is_work] == [1, 1, 2, 2]
    assert timeline.total_ms == 148_000  # 8 + 2 × (30 + 5 + 30) + 10
    assert timeline.planned_ms == 120_000  # 4 × 30


def test_repetitions_to_a_tempo_are_a_segment_each():
    timeline = timeline_of(Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0), sets=3, rest=30))
    assert timeline.total_ms == 248_000  # 8 + 3 × (12 × 5) + 2 × 30
    reps = [segment for segment in timeline.segments if segment.kind == "rep"]
    assert [rep.rep for rep in reps] == [*range(1, 13)] * 3
    assert {rep.side for rep in reps} == {None}


def test_repetitions_at_ones_own_pace_count_three_seconds_each():
    timeline = timeline_of(Step(exercise="band-plantarflexion", reps=12, sides="left"))
    assert timeline.total_ms == 44_000  # 8 + 12 × 3
    assert timeline.segments[1].length_ms is None
    assert timeline.estimated


def test_repeated_holds_relax_in_between_and_not_after_the_last():
    timeline = timeline_of(Step(exercise="night-calf-stretch", hold=10, reps=3, relax=10))
    assert kinds(timeline) == "prepare hold relax hold relax hold".split()
    assert timeline.total_ms == 58_000  # 8 + 3 × 10 + 2 × 10


def test_a_wait_is_open_and_counts_nothing():
    timeline = timeline_of(Step(wait="Fetch the foam roller.", prepare=0))
    assert kinds(timeline) == ["wait"]
    assert timeline.total_ms == 0
    assert timeline.estimated


def test_a_step_may_set_its_own_times_and_none_of_them_takes_no_segment():
    timeline = timeline_of(calf_stretch(30, 2, prepare=0, switch=0, rest=0))
    assert kinds(timeline) == ["hold"] * 4


def test_segments_follow_each_other_without_a_gap():
    timeline = timeline_of(calf_stretch(12.5, 1), Step(exercise="band-plantarflexion", reps=2))
    starts = [segment.start_ms for segment in timeline.segments]
    # 8 | 12.5 | 5 | 12.5 | 8 | 6 | 5 | 6
    assert starts == [0, 8_000, 20_500, 25_500, 38_000, 46_000, 52_000, 57_000]
    assert timeline.total_ms == 63_000


def test_no_duration_above_zero_is_rounded_to_nothing():
    assert milliseconds(0.0001) == 1
    assert milliseconds(0) == 0
    assert milliseconds(0.0295) == 30  # 29.5 rounds to even


def test_the_fingerprint_tells_two_plans_apart():
    assert timeline_of(calf_stretch(30)).fingerprint == timeline_of(calf_stretch(30)).fingerprint
    assert timeline_of(calf_stretch(30)).fingerprint != timeline_of(calf_stretch(31)).fingerprint
