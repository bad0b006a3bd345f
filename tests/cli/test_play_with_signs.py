"""Following a routine in the terminal while a warning sign stands."""

import json
from datetime import date

from app.core.care.warning_signs import answered, with_seen
from app.storage.signs_file import save_answers

FAST = ("--terminal", "--auto", "--speed", "1000")
DAY = date(2026, 11, 22)


def test_an_urgent_sign_stops_it_with_one_line_that_says_why(soleus, home, no_terminal):
    save_answers(home, answered(["calf-swollen"], DAY))
    answer = soleus("play", "evening-calves", *FAST)
    (line,) = answer.err.splitlines()
    assert (answer.code, answer.out) == (1, "")
    assert line.startswith("Evening calves is not started. You answered: one calf swollen, warm, red or")
    assert "Have it seen today." in line
    assert json.loads(soleus("history", "--json").out) == []


def test_what_has_to_wait_is_left_out_and_named(soleus, home, no_terminal):
    save_answers(home, answered(["lasting-pain"], DAY))
    answer = soleus("play", "calf-reset", *FAST)
    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[1].startswith("Left out: Standing calf raise. You answered: back pain for more than")
    (done,) = json.loads(soleus("history", "--json").out)
    assert (done["status"], {item["exercise"] for item in done["work"]}) == (
        "finished",
        {"wall-calf-stretch", "bent-knee-wall-stretch"},
    )


def test_a_routine_of_which_nothing_is_left_is_not_started(soleus, home, no_terminal):
    save_answers(home, answered(["tingling"], DAY))
    answer = soleus("play", "calf-strength", *FAST)
    (line,) = answer.err.splitlines()
    assert answer.code == 1
    assert line.startswith("Calf strength is not started: rolling, strengthening, heat and cold must wait.")


def test_once_it_was_seen_all_of_it_is_followed(soleus, home, no_terminal):
    save_answers(home, with_seen(answered(["tingling"], DAY), "tingling", DAY))
    answer = soleus("play", "calf-reset", *FAST)
    assert answer.code == 0
    assert not any(line.startswith("Left out") for line in answer.lines)
