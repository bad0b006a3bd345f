"""However the program ends, what was done is kept, and what was cut off can be gone on with."""

import signal
import subprocess

import pytest

from app.core.record import SessionRecord
from tests.adapters.machine import wait_until
from tests.e2e.close import ask_to_close
from tests.e2e.desktop import (
    NEEDED,
    PATIENCE,
    SOLEUS,
    Desktop,
    Program,
    program_environment,
    recorded,
    running,
    write_routine,
)

pytestmark = pytest.mark.needs(*NEEDED)

SHORT_THEN_LONG = """
format  = 1
id      = "short-then-long"
name    = "Short, then long"
about   = "A first hold that is over at once, and a second one to be cut off in."
goal    = "ease"
prepare = 0

[[step]]
exercise = "cat-cow"
hold     = 0.5

[[step]]
exercise = "cat-cow"
hold     = 3
"""
FIRST_MS, ALL_MS = 500, 3500


@pytest.fixture(autouse=True)
def routine(desktop: Desktop) -> None:
    write_routine(desktop, "short-then-long", SHORT_THEN_LONG)


def start_and_reach_the_second_hold(desktop: Desktop, soleus: Program) -> None:
    soleus.press("Return")
    assert wait_until(lambda: [len(record.passed) for record in recorded(desktop)] == [1])


def cut_off(desktop: Desktop) -> None:
    """Leaves a session that the program was killed in the middle of."""
    with running(desktop, "play", "short-then-long") as soleus:
        start_and_reach_the_second_hold(desktop, soleus)
        soleus.process.kill()
    [record] = recorded(desktop)
    assert (record.status, record.done_ms) == ("running", FIRST_MS)


def over(desktop: Desktop) -> SessionRecord | None:
    return next((record for record in recorded(desktop) if record.status != "running"), None)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, "the window's own button"])
def test_ending_the_program_in_the_middle_keeps_what_was_done(desktop: Desktop, how: signal.Signals | str):
    with running(desktop, "play", "short-then-long") as soleus:
        start_and_reach_the_second_hold(desktop, soleus)
        if isinstance(how, signal.Signals):
            soleus.process.send_signal(how)
        else:
            ask_to_close(soleus.desktop.env["DISPLAY"], int(soleus.window))
        assert soleus.process.wait(PATIENCE) == 0
        assert soleus.errors.read_text() == ""
    [record] = recorded(desktop)
    assert record.status == "partial"
    # The first hold, and whatever of the second had passed.
    assert FIRST_MS < record.done_ms < ALL_MS
    assert sum(work.ms for work in record.work) == record.done_ms


def test_a_session_that_was_cut_off_goes_on_to_its_end(desktop: Desktop):
    cut_off(desktop)
    with running(desktop) as soleus:
        soleus.press("Tab", "space")  # "Go on" is what Today offers first
        assert wait_until(lambda: over(desktop), PATIENCE), "the session did not end"
        assert soleus.end(signal.SIGTERM) == 0
        assert soleus.errors.read_text() == ""
    [record] = recorded(desktop)
    assert (record.status, record.done_ms, record.planned_ms) == ("finished", ALL_MS, ALL_MS)
    assert desktop.notes() == []  # the window was in front all the time


def test_a_session_that_was_cut_off_can_be_kept_as_it_is(desktop: Desktop):
    cut_off(desktop)
    with running(desktop) as soleus:
        soleus.press("Tab", "Tab", "space")
        assert wait_until(lambda: over(desktop), PATIENCE)
    [record] = recorded(desktop)
    assert (record.status, record.done_ms) == ("partial", FIRST_MS)


def test_a_session_that_was_cut_off_can_be_discarded(desktop: Desktop):
    cut_off(desktop)
    with running(desktop) as soleus:
        soleus.press("Tab", "Tab", "Tab", "space")
        assert wait_until(lambda: recorded(desktop) == (), PATIENCE)


def test_a_second_instance_ends_with_one_line(desktop: Desktop):
    with running(desktop) as soleus:
        env = program_environment(desktop)
        second = subprocess.run(
            SOLEUS, env=env, check=False, timeout=PATIENCE, capture_output=True, text=True
        )
        assert soleus.process.poll() is None
    assert (second.returncode, second.stdout) == (1, "")
    [line] = second.stderr.splitlines()
    assert line.startswith("Soleus is already open")
