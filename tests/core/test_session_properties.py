"""Whatever people and machines do to a session, what it says was done is right to the millisecond."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.core import events as ev
from app.core.routine import Step
from app.core.session import LEAD_IN_MS, Session
from tests.core.clock import FakeClock
from tests.core.routines import timeline_of

seconds = st.integers(1, 40_000).map(lambda ms: ms / 1000)
steps = st.one_of(
    st.builds(Step, exercise=st.just("wall-calf-stretch"), hold=seconds, sets=st.integers(1, 3)),
    st.builds(
        Step,
        exercise=st.just("calf-raise"),
        reps=st.integers(1, 4),
        tempo=st.tuples(seconds, seconds, seconds, seconds),
        sets=st.integers(1, 2),
    ),
    st.builds(Step, exercise=st.just("night-calf-stretch"), hold=seconds, reps=st.integers(1, 3)),
)
timelines = st.lists(steps, min_size=1, max_size=3).map(lambda chosen: timeline_of(*chosen))
gaps_ms = st.integers(0, 90_000)
deeds = st.lists(st.tuples(gaps_ms, st.sampled_from(["tick", "pause", "back", "skip", "stall"])), max_size=25)


def sums(session: Session) -> Counter:
    return Counter({(item.exercise, item.side): item.ms for item in session.work()})


def to_the_end(session: Session, clock: FakeClock) -> list[ev.Event]:
    session.resume()
    events = list(session.tick())
    clock.advance(100_000_000)
    return events + list(session.tick())


def apply(session: Session, clock: FakeClock, plan) -> list[ev.Event]:
    """Does each deed after its gap; a pause lasts as long as its gap."""
    events = []
    for gap_ms, deed in plan:
        clock.advance(gap_ms)
        match deed:
            case "pause":
                session.pause()
                clock.advance(gap_ms)
                session.resume()
            case "stall":
                clock.sleep_machine(20_000)
                events += session.tick()
                session.resume()
            case "back":
                session.back()
            case "skip":
                session.skip()
        events += session.tick()
    return events


@given(timelines, deeds)
def test_without_a_skip_everything_planned_is_done_and_both_sides_are_equal(timeline, plan):
    clock = FakeClock()
    session = Session(timeline, clock)
    session.start()
    apply(session, clock, [(gap, deed) for gap, deed in plan if deed != "skip"])
    to_the_end(session, clock)
    assert session.state == "finished"
    assert sum(sums(session).values()) == timeline.planned_ms
    assert sums(session)["wall-calf-stretch", "left"] == sums(session)["wall-calf-stretch", "right"]


@given(timelines, deeds)
def test_the_sum_of_what_was_done_is_the_sum_of_each_segments_longest_pass(timeline, plan):
    clock = FakeClock()
    session = Session(timeline, clock)
    session.start()
    events = [*session.tick(), *apply(session, clock, plan)]
    session.stop()
    events += session.tick()
    longest: Counter = Counter()
    for event in events:
        if isinstance(event, ev.SegmentDone) and event.segment.is_work:
            longest[event.index] = max(longest[event.index], event.ms)
    assert sum(longest.values()) == sum(sums(session).values())


@given(timelines, st.lists(gaps_ms, max_size=40))
def test_the_pattern_of_ticks_changes_nothing_in_what_happens(timeline, gaps):
    often, once = FakeClock(), FakeClock()
    ticked, stalled = Session(timeline, often), Session(timeline, once)
    ticked.start()
    stalled.start()
    heard = list(ticked.tick())
    for gap_ms in gaps:
        often.advance(gap_ms)
        heard += ticked.tick()
    heard += to_the_end(ticked, often)
    assert heard == to_the_end(stalled, once)


@given(timelines, deeds)
def test_every_visit_to_a_segment_begins_is_announced_and_ends_once_and_in_order(timeline, plan):
    clock = FakeClock()
    session = Session(timeline, clock)
    session.start()
    events = [*session.tick(), *apply(session, clock, plan), *to_the_end(session, clock)]
    open_at: int | None = None
    heard: list[ev.Event] = []
    for event in events:
        match event:
            case ev.SegmentStarted(index=index):
                assert open_at is None
                open_at, heard = index, []
            case ev.SegmentDone(index=index):
                assert open_at == index
                open_at = None
                if event.outcome == "completed":
                    assert heard == sorted_marks(timeline, index)
            case ev.Countdown() | ev.Halfway() | ev.RepStarted() | ev.PhaseStarted():
                assert event.index == open_at
                assert event not in heard
                heard.append(event)
    assert open_at is None
    assert sum(isinstance(event, ev.Finished) for event in events) == 1


def sorted_marks(timeline, index) -> list[ev.Event]:
    from app.core import marks

    segment = timeline.segments[index]
    return [mark.event for mark in marks.of_segment(index, segment, segment.length_ms)]


@given(timelines, deeds)
def test_a_session_cut_off_anywhere_and_gone_on_with_ends_like_one_that_was_not(timeline, plan):
    clock = FakeClock()
    first = Session(timeline, clock)
    first.start()
    apply(first, clock, [(gap, deed) for gap, deed in plan if deed != "skip"])
    if first.is_over:
        return
    second = Session(timeline, clock, first.passed)
    second.start()
    to_the_end(second, clock)
    assert sum(sums(second).values()) == timeline.planned_ms


@given(timelines, st.integers(0, 200_000), st.integers(0, 10_000_000))
def test_a_pause_of_any_length_adds_nothing(timeline, before_ms, pause_ms):
    clock = FakeClock()
    session = Session(timeline, clock)
    session.start()
    clock.advance(before_ms)
    session.pause()
    seen = session.now()
    clock.advance(pause_ms)
    session.tick()
    assert session.now() == seen
    session.resume()
    clock.advance(LEAD_IN_MS if seen.segment.is_work and not session.is_over else 0)
    assert session.now().elapsed_ms == seen.elapsed_ms
