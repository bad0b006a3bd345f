"""`soleus remind --due`, as the operating system's scheduler calls it."""

import os
import subprocess
import sys
from datetime import datetime, time
from pathlib import Path

from app.core.reminders.reminder import Reminder
from app.core.settings import Settings
from app.storage.settings_file import save_settings
from tests.cli.program import MAIN

HEAVY = """
import sys
from app.cli import main
main(["remind", "--due"])
print(sorted({name.partition(".")[0] for name in sys.modules} & {"kivy", "plyer", "PIL", "reportlab", "tomlkit"}))
"""


def ask_for_now(home: Path, routine: str | None = "calf-reset") -> None:
    """A reminder whose time has come, whatever the hour: midnight of a day that begins at midnight."""
    reminder = Reminder("now", (time(0),), routine=routine)
    save_settings(home, Settings(reminders=(reminder,), day_start_h=0))


def test_with_nothing_to_say_it_says_nothing_and_makes_nothing(soleus, home):
    assert soleus("remind", "--due") == soleus("remind", "--due")
    assert (soleus("remind", "--due").code, soleus("remind", "--due").out) == (0, "")
    assert not home.exists()


def test_without_due_it_is_wrong_usage(soleus):
    answer = soleus("remind")
    assert answer.code == 2
    assert "--due" in answer.err


def test_without_a_desktop_one_line_says_so_and_it_is_due_again(soleus, home):
    ask_for_now(home)
    for _ in range(2):
        answer = soleus("remind", "--due")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("The reminder could not be shown: there is no session bus")
        assert len(answer.err.splitlines()) == 1


def test_settings_that_cannot_be_understood_stop_nothing(soleus, home):
    home.mkdir()
    (home / "settings.json").write_text('{"reminders": [{"id": 7}]}')
    assert soleus("remind", "--due").code == 0


def test_it_imports_nothing_of_the_window(home):
    ask_for_now(home)
    done = subprocess.run(
        [sys.executable, "-c", HEAVY],
        check=False,
        cwd=MAIN.parent,
        env=dict(os.environ),
        capture_output=True,
        text=True,
    )
    assert "could not be shown" in done.stderr  # so it went all the way to the desktop
    assert done.stdout.strip() == "[]"


def test_one_that_was_set_a_moment_ago_is_not_heard(soleus, home):
    reminder = Reminder("now", (time(0),), since=datetime(2999, 1, 1))
    save_settings(home, Settings(reminders=(reminder,), day_start_h=0))
    assert soleus("remind", "--due").code == 0
