import os
import signal
import sys
import threading
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from app.adapters.latest import LatestWins, Outcome, Turn
from tests.adapters.machine import children, is_running, wait_until, write_program


def test_orders_that_were_superseded_in_the_mailbox_are_never_served():
    served: list[str] = []
    begun, go_on = Event(), Event()

    def serve(order: str, turn: Turn) -> None:
        served.append(order)
        begun.set()
        go_on.wait(5)

    worker = LatestWins("test", serve)
    worker.put("first")
    assert begun.wait(5)
    for order in ("second", "third", "fourth"):
        worker.put(order)
    go_on.set()
    assert wait_until(lambda: len(served) == 2)
    worker.close()
    assert served == ["first", "fourth"]


def test_a_newer_order_ends_the_turn_of_the_older():
    turns: list[Turn] = []

    def serve(order: str, turn: Turn) -> None:
        turns.append(turn)
        wait_until(lambda: turn.over)

    worker = LatestWins("test", serve)
    worker.put("first")
    assert wait_until(lambda: turns)
    worker.put("second")
    assert wait_until(lambda: len(turns) == 2)
    assert [turn.over for turn in turns] == [True, False]
    worker.close()
    assert turns[1].over


def test_an_order_that_raises_does_not_stop_the_next(caplog: pytest.LogCaptureFixture):
    served: list[str] = []

    def serve(order: str, turn: Turn) -> None:
        served.append(order)
        if order == "bad":
            raise ValueError(order)

    worker = LatestWins("test", serve)
    worker.put("bad")
    assert wait_until(lambda: served == ["bad"])
    worker.put("good")
    assert wait_until(lambda: served == ["bad", "good"])
    worker.close()
    assert "test failed" in caplog.text


def test_close_lets_the_last_order_end_within_its_grace():
    served: list[str] = []

    def serve(order: str, turn: Turn) -> None:
        served.append(f"{order} {turn.run(('sleep', '0.1'), limit=5).ok}")

    worker = LatestWins("test", serve)
    worker.put("last")
    worker.close(grace=5)
    assert served == ["last True"]


def test_close_ends_the_thread_and_its_child():
    outcomes: list[Outcome] = []
    worker: LatestWins[str] = LatestWins(
        "test-closing", lambda order, turn: outcomes.append(turn.run(("sleep", "60"), limit=60))
    )
    before = children()
    worker.put("sleep")
    assert wait_until(lambda: children() - before)
    worker.close()
    assert children() <= before
    assert [outcome.cut for outcome in outcomes] == [True]
    assert "test-closing" not in {thread.name for thread in threading.enumerate()}
    worker.put("ignored after closing")
    worker.close()
    assert len(outcomes) == 1


def test_a_child_gets_its_text_on_stdin(tmp_path: Path):
    heard = tmp_path / "heard"
    program = write_program(tmp_path / "ear", f'cat > "{heard}"')
    outcome = Turn().run((str(program),), '-v "x"\n$(ls) 🦵', limit=5)
    assert outcome.ok
    assert heard.read_text() == '-v "x"\n$(ls) 🦵'


def test_a_child_that_hangs_is_killed_at_its_limit_with_all_that_it_started(tmp_path: Path):
    pid_file = tmp_path / "pid"
    program = write_program(tmp_path / "hangs", f'sleep 60 & echo $! > "{pid_file}"; wait')
    began = monotonic()
    outcome = Turn().run((str(program),), limit=0.3)
    assert monotonic() - began < 2
    assert outcome.hung
    assert outcome.why == "no end after 0.3 s"
    assert wait_until(lambda: not is_running(int(pid_file.read_text())))


def test_a_daemon_left_behind_by_a_child_does_not_hold_us_up(tmp_path: Path):
    pid_file = tmp_path / "pid"
    program = write_program(tmp_path / "forks", f'setsid sleep 60 & echo $! > "{pid_file}"')
    outcome = Turn().run((str(program),), limit=5)
    assert (outcome.ok, outcome.hung) == (True, False)
    os.kill(int(pid_file.read_text()), signal.SIGTERM)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (("/nonexistent/voice",), "No such file"),
        ((sys.executable, "-c", "import sys; print('no device', file=sys.stderr); sys.exit(3)"), "no device"),
        (("false",), "it ended with code 1"),
        (("echo", "a\0b"), "null byte"),
    ],
)
def test_a_child_that_fails_says_why(command: tuple[str, ...], why: str):
    outcome = Turn().run(command, limit=5)
    assert not outcome.ok
    assert why in outcome.why


def test_a_turn_that_is_over_runs_nothing(tmp_path: Path):
    turn = Turn()
    turn.end()
    assert turn.run(("touch", str(tmp_path / "trace")), limit=5).cut
    assert not (tmp_path / "trace").exists()
