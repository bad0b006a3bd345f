from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.day_mark import DayMark
from app.core.history_csv import write_csv
from app.core.history_files import read_history
from app.core.history_json import write_json
from app.core.target import EveryDay, Target
from app.core.transfer import Incoming, UnreadableFile, merge
from tests.core.incoming import HERE, any_history
from tests.core.test_loop_habits import STRETCH
from tests.storage.remembered import CURRENT, SORE, STIFF
from tests.storage.sessions import CALVES, session


def test_what_is_new_is_added_what_differs_is_changed_and_the_rest_stays():
    noted = replace(session(2), note="better")
    merged = merge(Incoming("json", (CALVES, noted, session(3))), (CALVES, session(2), session(4)))
    assert merged.added == (session(3),)
    assert merged.changed == ((session(2), noted),)
    assert merged.same == 1


@given(any_history, any_history)
def test_bringing_the_same_in_twice_changes_nothing(history, here):
    incoming = Incoming("json", tuple(history))
    after = {s.id: s for s in (*here, *merge(incoming, here).sessions)}.values()
    assert merge(incoming, tuple(after)).changes_nothing


def test_a_session_that_runs_here_is_left_alone():
    running = session(1, status="running")
    merged = merge(Incoming("json", (session(1, status="partial", done_ms=1),)), [running])
    assert (merged.changes_nothing, merged.running) == (True, 1)


def test_undo_takes_away_what_came_and_puts_back_what_was():
    day = date(2026, 3, 9)
    target = Target("calf-reset", EveryDay(), day)
    incoming = Incoming(
        "backup",
        (session(1), session(2, note="new")),
        (DayMark(day, "rest"), DayMark(CALVES.day, "unwell")),
        (target, Target("foot-reset", EveryDay(), day, times=2)),
    )
    before = Target("foot-reset", EveryDay(), day)
    undo = merge(incoming, [session(2)], [DayMark(CALVES.day, "paused")], [before]).undo
    assert undo.sessions_to_delete == (session(1).id,)
    assert undo.sessions == (session(2),)
    assert undo.marks == (DayMark(day), DayMark(CALVES.day, "paused"))
    assert undo.targets_to_delete == (target.id,)
    assert undo.targets == (before,)


def test_undo_takes_back_check_ins_self_tests_and_programmes():
    there = replace(SORE, felt=())
    merged = merge(Incoming("backup", care=(SORE, STIFF, CURRENT)), (), care=[there, CURRENT])
    assert merged.care == (STIFF, SORE)
    assert (merged.undo.care_to_delete, merged.undo.care) == ((STIFF,), (there,))


SOUND = [
    ("history.json", write_json([CALVES, session(1)]).encode()),
    ("history.csv", write_csv([CALVES, session(1)]).encode()),
    ("diary.csv", b"date,minutes\n2026-11-20,10\n2026-11-21,12.5,note\n"),
    ("Checkmarks.csv", STRETCH.encode()),
]


@pytest.mark.parametrize(("file", "data"), SOUND, ids=[file for file, _ in SOUND])
@given(draw=st.data())
def test_a_file_with_any_damage_is_read_or_refused_and_never_anything_else(file, data, draw):
    damaged = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 6))):
        place = draw.draw(st.integers(0, len(damaged)))
        length = draw.draw(st.integers(0, 8))
        damaged[place : place + length] = draw.draw(st.binary(max_size=8))
    _read_or_refuse(file, bytes(damaged))


@given(
    st.sampled_from(["a.json", "a.csv", "Checkmarks.csv", ""]),
    st.binary() | st.text().map(lambda t: t.encode("utf-8", "replace")),
)
def test_any_bytes_are_read_or_refused(file, data):
    _read_or_refuse(file, data)


def _read_or_refuse(file: str, data: bytes) -> None:
    try:
        incoming = read_history(file, data, HERE)
    except UnreadableFile as refused:
        lines = [str(refused)]
    else:
        write_json(incoming.sessions).encode()
        lines = list(incoming.left_out)
    assert all(len(line.splitlines()) == 1 for line in lines)
