"""Following a routine in the terminal, as a program."""

import json
import shutil
import time

from app.core.care.heel_rise import HEEL_RISE_TEST
from app.core.record import Passed
from tests.cli.test_library_commands import EXAMPLE, OWN, SHIN, WITH_SHIN
from tests.storage.sessions import CALVES, session

FAST = ("--terminal", "--auto", "--speed", "1000")


def sessions(soleus) -> list[dict]:
    return json.loads(soleus("history", "--json").out)


def test_calf_reset_at_sixty_times_the_speed_is_finished_with_all_that_was_planned(start, soleus):
    began = time.monotonic()
    program = start("play", "calf-reset", "--terminal", "--auto", "--speed", "60")
    assert program.end() == (0, "")
    assert 5 < time.monotonic() - began < 10  # 304 s / 60 = 5.07 s
    assert program.printed[0] == "Calf reset: 5 min 4 s"
    assert program.printed[-1] == "Finished: 4 min of work. It is in your history."
    (done,) = sessions(soleus)
    assert (done["routine"], done["name"], done["status"]) == ("calf-reset", "Calf reset", "finished")
    assert done["done_s"] == done["planned_s"] == sum(item["seconds"] for item in done["work"]) == 240
    seconds = {
        side: {item["exercise"]: item["seconds"] for item in done["work"] if item["side"] == side}
        for side in ("left", "right")
    }
    assert seconds["left"] == seconds["right"] == {"wall-calf-stretch": 60, "bent-knee-wall-stretch": 40}
    shown = json.loads(soleus("show", "calf-reset", "--json").out)["segments"]
    assert done["planned_s"] == sum(part["seconds"] for part in shown if part["kind"] in ("hold", "rep"))


def test_the_example_of_the_contract_is_followed_with_open_ended_steps_by_their_estimate(
    soleus, tmp_path, no_terminal
):
    file = shutil.copyfile(EXAMPLE, tmp_path / "evening-calves.toml")
    answer = soleus("play", file, *FAST)
    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[0] == "Evening calves: about 8 min 18 s"
    (done,) = sessions(soleus)
    # 4 × 30 on the wall; 36 × 5 raises; 12 × 3 with the band; 3 × 10 at night.
    assert (done["status"], done["planned_s"], done["done_s"]) == ("finished", 366, 366)
    assert [(item["exercise"], item["reps"]) for item in done["work"] if item["reps"]] == [
        ("calf-raise", 36),
        ("band-plantarflexion", 12),
        ("night-calf-stretch", 3),
    ]


def test_without_a_keyboard_open_ended_steps_pass_by_themselves_and_that_is_told(
    soleus, tmp_path, no_terminal
):
    file = shutil.copyfile(EXAMPLE, tmp_path / "evening-calves.toml")
    answer = soleus("play", file, "--terminal", "--speed", "1000")
    assert answer.code == 0
    assert answer.lines[1] == "There is no keyboard here, so open-ended steps pass after their usual time."
    assert sessions(soleus)[0]["status"] == "finished"


def test_an_exercise_from_a_folder_beside_the_file_can_be_followed(soleus, tmp_path, no_terminal):
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "shin-stretch.toml").write_text(SHIN)
    (tmp_path / "shins.toml").write_text(WITH_SHIN)
    answer = soleus("play", tmp_path / "shins.toml", *FAST)
    assert "Shin stretch" in answer.out
    assert [item["exercise"] for item in sessions(soleus)[0]["work"]] == ["shin-stretch"]


def test_the_users_own_times_to_prepare_hold_for_every_routine(soleus, home, own, no_terminal):
    own("short", OWN)
    (home / "settings.json").write_text('{"prepare_s": 30}')
    assert soleus("play", "short", *FAST).lines[0] == "Kurz für später: 1 min 35 s"  # 73 s − 8 + 30


def test_with_the_voice_off_the_words_are_printed_all_the_same(soleus, home, own, no_terminal):
    own("short", OWN)
    (home / "settings.json").write_text('{"voice": false, "sounds": false}')
    assert any("Get ready. Wall calf stretch" in line for line in soleus("play", "short", *FAST).lines)


def test_a_session_that_was_cut_off_is_kept_before_the_next_begins(soleus, history, own, no_terminal):
    own("short", OWN)
    history.put(session(1, status="running", passed=(Passed(8_000), Passed(30_000)), plan="old"))
    history.close()
    answer = soleus("play", "short", *FAST)
    assert "Calf reset was cut off earlier; what was done is kept as a partial session." in answer.lines
    newest, kept = sessions(soleus)
    assert (newest["routine"], newest["status"]) == ("short", "finished")
    assert (kept["id"], kept["status"], kept["done_s"]) == (session(1).id, "partial", 90)


def test_a_heel_rise_test_that_was_cut_off_is_kept_as_one_that_was_stopped(soleus, history, own, no_terminal):
    own("short", OWN)
    history.put(session(1, routine=HEEL_RISE_TEST, status="running", planned_ms=400_000))
    history.close()
    answer = soleus("play", "short", *FAST)
    assert "Calf reset was cut off earlier; what was done is kept in your history." in answer.lines
    _, kept = sessions(soleus)
    assert (kept["status"], kept["planned_s"], kept["done_s"]) == ("finished", 90, 90)


def test_a_session_that_cannot_be_written_is_followed_to_its_end_and_then_told(
    soleus, own, no_terminal, monkeypatch
):
    own("short", OWN)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.storage.journal.Journal.append", refuse)
    answer = soleus("play", "short", *FAST)
    (line,) = answer.err.splitlines()
    assert answer.code == 1
    assert line.startswith("This session could not be recorded: ")
    assert "free some disk space" in line
    assert "Done. That is all for now." in answer.out
    assert not any(line.startswith("Finished:") for line in answer.lines)


def test_what_was_cut_off_and_cannot_be_kept_now_is_told_and_stops_nothing(
    soleus, history, own, no_terminal, monkeypatch
):
    own("short", OWN)
    history.put(session(1, status="running"))
    history.close()
    from app.storage.journal import Journal

    append, calls = Journal.append, []

    def fail_once(journal: Journal, entries: object) -> None:
        calls.append(entries)
        if len(calls) == 1:
            raise OSError(28, "No space left on device")
        append(journal, entries)

    monkeypatch.setattr(Journal, "append", fail_once)
    answer = soleus("play", "short", *FAST)
    assert answer.code == 0
    assert any("could not be written" in line for line in answer.lines)
    assert sessions(soleus)[0]["status"] == "finished"


def test_a_second_session_at_the_same_time_is_one_line_and_leaves_the_first_alone(start, soleus, history):
    history.put(CALVES)
    answer = soleus("play", "calf-reset", *FAST)
    (line,) = answer.err.splitlines()
    assert (answer.code, answer.out) == (1, "")
    assert line.startswith("Soleus is already open")
    assert len(sessions(soleus)) == 1
