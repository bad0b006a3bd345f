import signal

import pytest

from app.core.record import SessionRecord, Work
from tests.adapters.machine import wait_until
from tests.e2e.desktop import NEEDED, PATIENCE, Desktop, recorded, running, write_routine

TWO_SECONDS_EACH = """
format  = 1
id      = "two-seconds-each"
name    = "Two seconds each"
about   = "As short as a routine can be."
goal    = "ease"
prepare = 1
switch  = 1

[[step]]
exercise = "wall-calf-stretch"
hold     = 2
"""


def finished(desktop: Desktop) -> SessionRecord | None:
    return next((record for record in recorded(desktop) if record.status == "finished"), None)


@pytest.mark.needs(*NEEDED)
def test_a_routine_followed_by_key_presses_is_heard_noted_and_kept(desktop: Desktop):
    write_routine(desktop, "two-seconds-each", TWO_SECONDS_EACH)
    with running(desktop, "play", "two-seconds-each") as soleus:
        soleus.press("Return")
        assert wait_until(lambda: recorded(desktop), PATIENCE), "the session did not begin"
        desktop.ask("xdotool", "windowunmap", soleus.window)  # no longer in front
        assert wait_until(lambda: finished(desktop), PATIENCE), "the session did not end"
        assert wait_until(desktop.notes), "no notification arrived"
        assert wait_until(lambda: desktop.heard_s() > 3)  # two chimes and two sentences at the least
        assert soleus.end(signal.SIGTERM) == 0
        assert soleus.errors.read_text() == ""
    [record] = recorded(desktop)
    assert (record.status, record.planned_ms, record.done_ms) == ("finished", 4000, 4000)
    assert record.work == (
        Work("wall-calf-stretch", "left", 2000, 0),
        Work("wall-calf-stretch", "right", 2000, 0),
    )
    assert desktop.notes() == [("Two seconds each is done", "4 s of work. It is in your history.")]
    said = desktop.said()
    assert {"Get ready.", "Right side.", "Done. That is all for now."} <= set(said)
    assert any(
        sentence.startswith("Wall calf stretch, left side. You need a wall. Hold.") for sentence in said
    )
