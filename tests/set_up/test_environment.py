"""What Kivy and SDL find in the environment."""

import os
from pathlib import Path

from app.environment import prepare_environment


def test_kivy_keeps_to_our_folder_and_away_from_our_command_line(monkeypatch):
    monkeypatch.setattr(os, "environ", {})
    prepare_environment(Path("home"))
    assert os.environ["KIVY_HOME"] == str(Path("home") / "kivy")
    assert os.environ["KIVY_NO_ARGS"] == os.environ["KIVY_NO_CONFIG"] == os.environ["KIVY_NO_FILELOG"] == "1"
    assert os.environ["KIVY_LOG_MODE"] == "PYTHON"


def test_what_the_user_has_set_stays(monkeypatch):
    monkeypatch.setattr(os, "environ", {"KIVY_LOG_MODE": "KIVY"})
    prepare_environment(Path("home"))
    assert os.environ["KIVY_LOG_MODE"] == "KIVY"
