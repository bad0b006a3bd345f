"""history and streak."""

import json
from datetime import timedelta

import pytest

from app.adapters.clock import SystemClock
from app.core.days import day_of
from app.storage.lines import encode_header
from tests.storage.sessions import CALVES, session

FIELDS = "id routine name started_at day status planned_s done_s work note before after".split()


def test_an_empty_history_is_empty_to_scripts_and_an_invitation_to_people(soleus, home):
    assert json.loads(soleus("history", "--json").out) == []
    assert soleus("history").out == "No sessions yet. Follow a routine: soleus play calf-reset\n"
    assert not home.exists()  # reading makes nothing


def test_history_has_exactly_the_fields_of_the_contract(soleus, history):
    history.put(CALVES)
    (shown,) = json.loads(soleus("history", "--json").out)
    assert list(shown) == FIELDS
    assert shown["started_at"] == "2026-03-01T07:30:00+02:00"
    assert (shown["day"], shown["planned_s"], shown["done_s"]) == ("2026-03-01", 120, 90)
    assert shown["work"][1] == {"exercise": "calf-raise", "side": None, "seconds": 30, "reps": 12}
    assert (shown["note"], shown["before"], shown["after"]) == ("Both calves “soft”.", 6, 3)


def test_history_is_newest_first_and_reads_beside_a_writer(soleus, history):
    for number in (1, 3, 2):
        history.put(session(number))
    assert [item["day"] for item in json.loads(soleus("history", "--json").out)] == [
        "2026-03-04",
        "2026-03-03",
        "2026-03-02",
    ]


def test_history_since_a_day_has_that_day_and_the_later_ones(soleus, history):
    for number in range(4):
        history.put(session(number))
    answer = soleus("history", "--json", "--since", "2026-03-03")
    assert [item["day"] for item in json.loads(answer.out)] == ["2026-03-04", "2026-03-03"]


def test_a_session_that_never_ended_is_partial(soleus, history):
    history.put(session(1, status="running"))
    assert json.loads(soleus("history", "--json").out)[0]["status"] == "partial"


def test_history_for_people_is_a_line_a_session(soleus, history):
    history.put(CALVES)
    assert soleus("history").out == "2026-03-01  07:30    1 min 30 s  finished  Calf reset\n"


def test_damage_in_the_log_is_named_and_the_rest_is_shown(soleus, home, history):
    history.put(CALVES)
    history.put(session(1))
    (log,) = (home / "log").glob("*.jsonl")
    log.write_text(log.read_text().replace("Calf reset", "Calf rest", 1))
    answer = soleus("history", "--json")
    assert answer.code == 0
    assert len(json.loads(answer.out)) == 1
    assert "damaged line" in answer.err


def make_newer(home) -> None:
    """As if a Soleus of the future had written there."""
    (log,) = (home / "log").glob("*.jsonl")
    year, _, device = log.stem.partition("-")
    _, *entries = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(encode_header(device, int(year), schema=99) + b"".join(entries))


def test_a_log_of_a_newer_soleus_can_be_read_and_is_not_added_to(soleus, home, history, no_terminal):
    history.put(CALVES)
    history.close()
    make_newer(home)
    before = {file: file.read_bytes() for file in (home / "log").iterdir()}
    assert soleus("history", "--json").code == 0
    answer = soleus("play", "calf-reset", "--terminal", "--auto", "--speed", "1000")
    (line,) = answer.err.splitlines()
    assert (answer.code, answer.out) == (1, "")
    assert "written by a newer Soleus" in line
    assert {file: file.read_bytes() for file in (home / "log").iterdir()} == before


@pytest.mark.parametrize("command", ["history", "streak"])
def test_a_data_folder_that_is_a_file_is_one_line(soleus, home, command):
    home.write_text("not a folder")
    answer = soleus(command)
    (line,) = answer.err.splitlines()
    assert (answer.code, answer.out) == (1, "")
    assert line.startswith(f"{home}: the data folder cannot be used")
    assert "SOLEUS_HOME" in line


def test_list_does_without_a_data_folder_and_names_the_file_in_its_place(soleus, home):
    home.write_text("not a folder")
    answer = soleus("list")
    assert answer.code == 0
    assert "calf-reset" in answer.out
    assert answer.err == f"{home}:1: this must be a folder; move the file elsewhere\n"


def test_streak_has_exactly_the_fields_of_the_contract(soleus, history):
    today = day_of(SystemClock().now(), 4)
    for back in range(3):
        history.put(session(back, day=today - timedelta(days=back)))
    shown = json.loads(soleus("streak", "--json").out)
    assert list(shown) == ["current_weeks", "longest_weeks", "this_week", "score", "today_done"]
    assert shown["this_week"]["target"] == 4
    assert shown["this_week"]["days"] == min(3, today.weekday() + 1)  # weeks begin on Monday
    assert shown["today_done"] is True
    assert 0 < shown["score"] <= 100


def test_streak_goes_by_the_settings(soleus, home):
    home.mkdir()
    (home / "settings.json").write_text('{"weekly_target": 2}')
    assert json.loads(soleus("streak", "--json").out)["this_week"] == {"days": 0, "target": 2}


def test_streak_for_people_is_three_lines(soleus):
    assert soleus("streak").lines == [
        "This week: 0 of 4 days",
        "In a row: 0 weeks (longest: 0 weeks)",
        "Habit score: 0 of 100",
    ]
