"""The session engine, minute by minute."""

import pytest
from msgspec import structs

from app.core import events as ev
from app.core.record import Passed, Work
from app.core.routine import Routine, Step
from app.core.session import Session
from app.core.timeline import unfold
from tests.core.clock import FakeClock
from tests.core.routines import calf_stretch, exercise, timeline_of


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def started(clock: FakeClock, *steps: Step) -> Session:
    session = Session(timeline_of(*(steps or (calf_stretch(30, 1),))), clock)
    session.start()
    return session


def run(session: Session, clock: FakeClock, ms: int) -> tuple[ev.Event, ...]:
    clock.advance(ms)
    return session.tick()


def names(events) -> list[str]:
    return [type(event).__name__ for event in events]


def work(session: Session) -> dict:
    return {(item.exercise, item.side): item.ms for item in session.work()}


def test_a_hold_announces_its_start_half_way_and_last_seconds(clock):
    session = started(clock)
    run(session, clock, 8_000)  # prepared
    events = [event for _ in range(60) for event in run(session, clock, 500)]
    assert names(events) == "Halfway Countdown Countdown Countdown SegmentDone SegmentStarted".split()
    assert [event.left for event in events if isinstance(event, ev.Countdown)] == [3, 2, 1]


def test_a_late_tick_catches_up_through_several_segments(clock):
    session = started(clock)
    events = run(session, clock, 8_000 + 30_000 + 5_000 + 1_250)
    assert [event.index for event in events if isinstance(event, ev.SegmentStarted)] == [0, 1, 2, 3]
    assert session.now().segment.side == "right"
    assert session.now().elapsed_ms == 1_250


def test_the_end_comes_once_with_all_work_done(clock):
    session = started(clock)
    events = run(session, clock, 10_000_000)
    assert names(events).count("Finished") == 1
    assert work(session) == {("wall-calf-stretch", "left"): 30_000, ("wall-calf-stretch", "right"): 30_000}
    assert run(session, clock, 10_000) == ()


def test_a_pause_holds_time_and_gives_three_seconds_to_get_ready_again(clock):
    session = started(clock)
    run(session, clock, 8_000 + 10_000)
    session.pause()
    run(session, clock, 600_000)
    assert session.now().elapsed_ms == 10_000
    session.resume()
    assert names(session.tick()) == ["Resumed"]
    run(session, clock, 2_000)
    assert session.now().lead_in_ms == 1_000
    assert session.now().elapsed_ms == 10_000
    assert names(run(session, clock, 1_000)) == ["Continued"]
    run(session, clock, 500)
    assert session.now().elapsed_ms == 10_500


def test_a_pause_between_holds_goes_on_at_once(clock):
    session = started(clock)
    run(session, clock, 2_000)
    session.pause()
    session.resume()
    assert session.now().lead_in_ms == 0


def test_a_gap_between_the_clocks_of_more_than_five_seconds_pauses(clock):
    session = started(clock)
    run(session, clock, 8_000 + 10_000)
    clock.sleep_machine(5_001)
    assert names(session.tick()) == ["Paused"]
    assert session.state == "paused"
    assert session.now().elapsed_ms == 10_000


def test_a_gap_of_five_seconds_or_a_long_stall_does_not_pause(clock):
    session = started(clock, calf_stretch(60, 1))
    clock.sleep_machine(5_000)
    session.tick()
    run(session, clock, 40_000)
    assert session.state == "running"


def test_a_clock_set_back_pauses(clock):
    session = started(clock)
    clock.sleep_machine(-3_600_000)
    assert names(session.tick())[-1] == "Paused"


def test_skip_keeps_what_was_done_of_the_set_and_goes_on_with_what_follows(clock):
    session = started(clock)
    run(session, clock, 8_000 + 12_345)
    session.skip()
    assert session.now().segment.kind == "switch"
    assert work(session) == {("wall-calf-stretch", "left"): 12_345}


def test_skip_leaves_out_all_repetitions_of_the_set(clock):
    session = started(clock, Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0), sets=2, rest=30))
    run(session, clock, 8_000 + 5_000 + 2_000)
    session.skip()
    assert session.now().segment.kind == "rest"
    assert session.work() == (Work("calf-raise", None, 7_000, 1),)


def test_skip_past_the_end_finishes(clock):
    session = started(clock)
    for _ in range(4):
        session.skip()
    assert session.state == "finished"
    assert session.work() == ()


def test_back_begins_the_set_again_and_counts_its_longest_pass_once(clock):
    session = started(clock)
    run(session, clock, 8_000 + 12_000)
    session.back()
    assert session.now().segment.side == "left"
    assert session.now().lead_in_ms == 3_000
    run(session, clock, 3_000 + 30_000)
    assert work(session) == {("wall-calf-stretch", "left"): 30_000}


def test_back_at_the_beginning_of_a_set_goes_to_the_one_before(clock):
    session = started(clock)
    run(session, clock, 8_000 + 30_000 + 5_000 + 2_000)
    session.back()
    assert session.now().index == 1


def test_back_right_after_a_set_does_not_lose_it(clock):
    session = started(clock)
    run(session, clock, 8_000 + 30_000 + 1_000)
    session.back()
    session.stop()
    assert work(session) == {("wall-calf-stretch", "left"): 30_000}


def test_back_in_the_first_preparation_begins_again(clock):
    session = started(clock)
    run(session, clock, 5_000)
    session.back()
    assert session.now().index == 0
    assert session.now().elapsed_ms == 0


def test_seconds_added_on_the_left_are_added_on_the_right(clock):
    session = started(clock)
    run(session, clock, 8_000 + 29_500)
    session.add(10)
    run(session, clock, 1_000_000)
    assert work(session) == {("wall-calf-stretch", "left"): 40_000, ("wall-calf-stretch", "right"): 40_000}


def test_heat_lasts_no_longer_than_it_says_and_getting_ready_for_it_may(clock):
    heat = structs.replace(exercise("heat-pack", "none"), kind="thermal")
    routine = Routine(1, "heat", "Heat", (Step(exercise="heat-pack", hold=300),))
    session = Session(unfold(routine, {"heat-pack": heat}), clock)
    session.start()
    session.add(10)
    assert session.now().length_ms == 18_000  # 8 s to get ready and ten more
    run(session, clock, 20_000)
    session.add(10)
    assert session.now().length_ms == 300_000


def test_seconds_added_count_the_end_again_and_half_way_once(clock):
    session = started(clock)
    run(session, clock, 8_000 + 28_500)
    session.add(10)
    left = [e for _ in range(24) for e in run(session, clock, 500) if e.index == 1]
    assert names(left) == ["Extended", "Countdown", "Countdown", "Countdown", "SegmentDone"]


def test_repetitions_to_a_tempo_cannot_be_made_longer(clock):
    session = started(clock, Step(exercise="calf-raise", reps=2, tempo=(2, 1, 2, 0)))
    run(session, clock, 9_000)
    session.add(10)
    assert session.now().length_ms == 5_000


def test_repetitions_announce_their_number_and_the_phases_that_last(clock):
    session = started(clock, Step(exercise="calf-raise", reps=2, tempo=(2, 1, 2, 0)))
    events = run(session, clock, 8_000 + 5_000)
    rep = [event for event in events if event.index == 1 and not isinstance(event, ev.SegmentStarted)]
    assert rep[:-1] == [
        ev.RepStarted(1, 1),
        ev.PhaseStarted(1, "lift", 2_000),
        ev.PhaseStarted(1, "top", 1_000),
        ev.PhaseStarted(1, "lower", 2_000),
    ]


def test_own_pace_waits_for_done_and_counts_every_repetition(clock):
    session = started(clock, Step(exercise="band-plantarflexion", reps=12, sides="left"))
    run(session, clock, 8_000 + 50_000)
    assert session.now().left_ms is None
    session.done()
    assert session.state == "finished"
    assert session.work() == (Work("band-plantarflexion", "left", 50_000, 12),)


def test_done_means_nothing_in_a_timed_segment(clock):
    session = started(clock)
    session.done()
    assert session.now().index == 0


def test_stopping_keeps_exactly_what_was_done(clock):
    session = started(clock)
    run(session, clock, 8_000 + 17_001)
    session.stop()
    assert names(session.tick())[-2:] == ["SegmentDone", "Stopped"]
    assert work(session) == {("wall-calf-stretch", "left"): 17_001}


def test_an_end_that_was_reached_before_stopping_is_an_end(clock):
    session = started(clock)
    clock.advance(1_000_000)
    session.stop()
    assert session.state == "finished"


def test_a_session_that_was_cut_off_goes_on_with_the_next_segment(clock):
    first = started(clock)
    run(first, clock, 8_000 + 30_000 + 5_000 + 7_000)
    second = Session(first.timeline, clock, first.passed)
    second.start()
    assert second.now().index == 3
    assert second.now().lead_in_ms == 3_000
    run(second, clock, 3_000 + 30_000)
    assert second.state == "finished"
    assert work(second) == {("wall-calf-stretch", "left"): 30_000, ("wall-calf-stretch", "right"): 30_000}


def test_a_session_cut_off_at_its_very_end_does_the_last_segment_again(clock):
    timeline = timeline_of(calf_stretch(30, 1))
    session = Session(timeline, clock, tuple(Passed(s.estimate_ms) for s in timeline.segments))
    session.start()
    assert session.now().index == 3


def test_it_says_when_something_is_due_next(clock):
    session = Session(timeline_of(calf_stretch(30, 1)), clock)
    assert session.next_event_in_ms() is None
    session.start()
    clock.advance(1_000)
    session.tick()
    assert session.next_event_in_ms() == 4_000  # "three" of the 8 s to prepare, at 5 s
    run(session, clock, 7_000 + 10_000)
    assert session.next_event_in_ms() == 5_000  # half-way at 15 s
    session.pause()
    assert session.next_event_in_ms() is None
    session.resume()
    session.tick()
    assert session.next_event_in_ms() == 3_000  # into position again


def test_a_stall_between_the_two_clocks_is_no_jump():
    class StallingClock(FakeClock):
        def now(self):
            seen = super().now()
            self.advance(6_000)
            return seen

    clock = StallingClock()
    session = Session(timeline_of(calf_stretch(3_000, 1)), clock)
    session.start()
    for _ in range(5):
        session.tick()
    assert session.state == "running"


def test_what_it_foresees_is_what_happens_and_changes_nothing(clock):
    session = started(clock)
    session.tick()
    run(session, clock, 7_950)
    foreseen = session.foresee(100)
    assert names(foreseen) == ["SegmentDone", "SegmentStarted"]
    assert session.now().segment.kind == "prepare"
    assert run(session, clock, 100) == foreseen
    session.pause()
    assert session.foresee(10_000) == ()


def lead_ins(events) -> list[int]:
    return [event.lead_in_ms for event in events if isinstance(event, ev.SegmentStarted)]


def test_work_that_is_come_back_to_tells_how_long_it_stands_still(clock):
    session = started(clock)
    assert lead_ins(run(session, clock, 8_000 + 12_000)) == [0, 0]  # preparing, then the hold
    session.back()
    assert lead_ins(session.tick()) == [3_000]


def test_work_that_is_come_to_in_a_pause_waits_for_its_end(clock):
    session = started(clock)
    run(session, clock, 4_000)
    session.pause()
    session.skip()
    assert lead_ins(session.tick()) == [3_000]
    session.resume()
    assert session.now().lead_in_ms == 3_000
