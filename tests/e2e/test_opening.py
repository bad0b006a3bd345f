"""What happens before the window stands, in the real program without a display."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.storage.lines import encode_header
from tests.e2e.desktop import PATIENCE, ROOT, SOLEUS, open_display

WITH_A_LOOK_AT_THE_ORDER = """
import sys
from kivy.core.audio import SoundLoader

load = SoundLoader.load

def load_and_tell(path):
    print("sound", "after" if "kivy.core.window" in sys.modules else "before", "the window")
    return load(path)

SoundLoader.load = load_and_tell
from app.run.window import open_window

open_window(first_frame=True)
print("window" if "kivy.core.window" in sys.modules else "no window")
"""


ONE_KEY = b"\xff\xff" + b"\0\0" * 2 + b"\0\x12MIT-MAGIC-COOKIE-1" + b"\0\x10" + b"sixteen letters."
"""An Xauthority file: a key for any host and display."""


def run(*command: str, env: Mapping[str, str] = os.environ) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, env=env, check=False, timeout=PATIENCE, capture_output=True, text=True
    )


def test_the_first_frame_is_timed():
    done = run(*SOLEUS, "--first-frame")
    assert (done.returncode, done.stderr) == (0, "")
    assert 0.05 < float(done.stdout) < PATIENCE


def test_the_chimes_are_loaded_before_the_window_is_imported():
    """Later, the first sound freezes the app for ever where there is a sound server (kivy#9023)."""
    done = run(sys.executable, "-c", WITH_A_LOOK_AT_THE_ORDER)
    assert done.returncode == 0, done.stderr
    told = [line for line in done.stdout.splitlines() if not line[0].isdigit()]
    assert told == [*["sound before the window"] * 5, "window"]


def test_no_sound_device_is_no_reason_to_complain():
    env = os.environ | {"SDL_AUDIODRIVER": "alsa", "ALSA_CONFIG_PATH": "/nonexistent"}
    done = run(*SOLEUS, "--first-frame", env=env)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.needs("Xvfb")
def test_a_display_that_lets_nobody_in_is_no_display(tmp_path: Path):
    """SDL would draw into memory then, and run unseen for ever."""
    (tmp_path / "keys").write_bytes(ONE_KEY)
    env = {name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"}
    with open_display("-auth", str(tmp_path / "keys")) as display:
        refused = run(*SOLEUS, "--first-frame", env=env | {"DISPLAY": display})
        let_in = run(
            *SOLEUS, "--first-frame", env=env | {"DISPLAY": display, "XAUTHORITY": str(tmp_path / "keys")}
        )
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.splitlines()[-1].startswith("No display was found")
    assert let_in.returncode == 0


def test_a_history_of_a_newer_soleus_is_shown_and_not_touched(tmp_path: Path):
    (tmp_path / "log").mkdir()
    log = tmp_path / "log/2026-0badcafe.jsonl"
    log.write_bytes(encode_header("0badcafe", 2026, schema=99))
    before = log.read_bytes()
    done = run(*SOLEUS, "--first-frame", env=os.environ | {"SOLEUS_HOME": str(tmp_path)})
    assert (done.returncode, done.stderr) == (0, "")
    assert float(done.stdout) > 0
    assert log.read_bytes() == before
    assert [file.name for file in (tmp_path / "log").iterdir()] == [log.name]
