"""However a session ends in the terminal, what was done is kept."""

import json
import signal
import time

import pytest

from app.views.words import duration

HOLDS = """format = 1
id = "holds"
name = "Holds"

[[step]]
exercise = "night-calf-stretch"
hold = 30
sets = 20
rest = 6
prepare = 0
"""
"""Holds of 30 s, at 120 times the speed a quarter of a second each, with a twentieth of rest between them."""
HOLD_S, REST_S = 30, 6
PLAY = ("play", "holds", "--terminal", "--auto", "--speed", "120")


@pytest.fixture(autouse=True)
def holds(own) -> None:
    own("holds", HOLDS)


def sessions(soleus) -> list[dict]:
    return json.loads(soleus("history", "--json").out)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_in_the_middle_keeps_exactly_what_was_done(start, soleus, number):
    began = time.monotonic()
    program = start(*PLAY)
    program.wait_for("Rest", times=2)
    program.wait_for("Hold")  # the third hold has begun
    program.signal(number)
    assert program.end() == (0, "")
    at_most = 120 * (time.monotonic() - began) - 2 * REST_S
    (kept,) = sessions(soleus)
    assert kept["status"] == "partial"
    assert kept["planned_s"] == 20 * HOLD_S
    assert 2 * HOLD_S <= kept["done_s"] <= at_most
    assert kept["done_s"] == sum(item["seconds"] for item in kept["work"])
    done = duration(round(kept["done_s"] * 1000))
    assert program.printed[-1] == f"Stopped: {done} of 10 min done and kept in your history."


def test_a_signal_before_anything_was_done_is_kept_as_begun(start, soleus):
    program = start("play", "calf-reset", "--terminal", "--auto")
    program.wait_for("Get ready")
    program.signal(signal.SIGINT)
    assert program.end() == (0, "")
    assert program.printed[-1] == "Stopped before anything was done. Your history shows that you began."
    (kept,) = sessions(soleus)
    assert (kept["status"], kept["done_s"], kept["work"]) == ("partial", 0, [])


def test_after_kill_9_the_next_session_keeps_what_was_acknowledged(start, soleus):
    program = start(*PLAY)
    program.wait_for("Rest", times=2)  # said after the second hold was written
    program.signal(signal.SIGKILL)
    assert program.end()[0] == -signal.SIGKILL
    (cut_off,) = sessions(soleus)
    assert (cut_off["status"], cut_off["done_s"]) == ("partial", 2 * HOLD_S)

    following = start(*PLAY)
    following.wait_for("Holds was cut off earlier")
    following.wait_for("Hold.")
    following.signal(signal.SIGINT)
    assert following.end()[0] == 0
    newest, kept = sessions(soleus)
    assert kept == cut_off
    assert newest["id"] != kept["id"]


def test_two_sessions_at_once_are_refused_and_the_first_goes_on(start, soleus):
    first = start(*PLAY)
    first.wait_for("Hold.")
    second = start(*PLAY)
    code, errors = second.end()
    (line,) = errors.splitlines()
    assert (code, second.printed) == (1, [])
    assert line.startswith("Soleus is already open")
    first.wait_for("Rest")
    first.signal(signal.SIGINT)
    assert first.end() == (0, "")
    assert len(sessions(soleus)) == 1


def test_history_can_be_read_while_a_session_runs(start, soleus):
    program = start(*PLAY)
    program.wait_for("Rest")
    (running,) = sessions(soleus)
    assert (running["status"], running["done_s"]) == ("partial", HOLD_S)
