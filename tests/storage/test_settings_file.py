"""The settings as a file that people may also write by hand."""

import json
from datetime import datetime, time

import pytest
from msgspec import to_builtins
from msgspec.json import encode

from app.core.breaks.rules import BreakRules
from app.core.hours import Hours
from app.core.reminders.reminder import Reminder
from app.core.settings import Settings
from app.storage.errors import StoreError
from app.storage.settings_file import load_settings, save_settings

CHOSEN = Settings(theme="contrast", text_scale=1.3, voice=False, volume=0, prepare_s=12, first_weekday=6)


def _write(folder, text):
    (folder / "settings.json").write_text(text, encoding="utf-8")


def test_there_are_defaults_where_nothing_was_set(tmp_path):
    assert load_settings(tmp_path / "new") == (Settings(), ())
    assert not (tmp_path / "new").exists()


def test_settings_come_back_as_they_were(tmp_path):
    save_settings(tmp_path / "new", CHOSEN)
    assert load_settings(tmp_path / "new") == (CHOSEN, ())


def test_the_file_is_one_that_people_can_edit(tmp_path):
    save_settings(tmp_path, CHOSEN)
    text = (tmp_path / "settings.json").read_text()
    assert json.loads(text) == json.loads(encode(CHOSEN))
    assert '\n  "volume": 0,\n' in text


def test_reminders_quiet_hours_and_breaks_come_back_as_they_were(tmp_path):
    often = Reminder(
        "a1", (time(7, 30), time(18)), (0, 2, 4), "calf-reset", False, since=datetime(2026, 11, 22, 9, 5)
    )
    chosen = Settings(
        reminders=(often, Reminder("b2", (time(20),), about="posture")),
        quiet_hours=Hours(time(22), time(7)),
        breaks=BreakRules(True, 50, (0, 6), time(22), time(6)),
    )
    save_settings(tmp_path, chosen)
    assert load_settings(tmp_path) == (chosen, ())
    assert '"times": [\n        "07:30:00"' in (tmp_path / "settings.json").read_text()


@pytest.mark.parametrize(
    ("key", "bad", "reason"),
    [
        ("theme", '"pink"', "Invalid enum value 'pink'"),
        ("text_scale", "2.1", "<= 2"),
        ("text_scale", "0.7", ">= 0.8"),
        ("reduced_motion", "1", "Expected `bool`"),
        ("volume", "101", "<= 100"),
        ("volume", "80.5", "Expected `int`"),
        ("prepare_s", "61", "<= 60"),
        ("rest_s", '"long"', "Expected `int | null`"),
        ("weekly_target", "0", ">= 1"),
        ("day_start_h", "7", "<= 6"),
        ("first_weekday", "null", "Expected `int`"),
        ("reminders", '[{"id":"a","times":[]}]', "length >= 1"),
        ("reminders", '[{"id":"a","times":["25:00"]}]', "time"),
        ("reminders", '[{"id":"a","times":["08:00:00Z"]}]', "timezone"),
        ("reminders", '[{"id":"a","times":["08:00:00"],"weekdays":[7]}]', "<= 6"),
        ("quiet_hours", '{"start":"22:00:00"}', "end"),
        ("breaks", '{"every_min":19}', ">= 20"),
        ("breaks", '{"every_min":91}', "<= 90"),
    ],
)
def test_a_bad_value_is_named_and_its_default_stands_in(tmp_path, key, bad, reason):
    _write(tmp_path, f'{{"voice": false, "{key}": {bad}}}')
    loaded, problems = load_settings(tmp_path)
    assert loaded == Settings(voice=False)
    (problem,) = problems
    default = encode(to_builtins(Settings())[key]).decode()
    assert problem.startswith(f'{tmp_path / "settings.json"}: "{key}" cannot be {bad} (')
    assert reason in problem
    assert problem.endswith(f"; {default} is used.")


def test_every_bad_value_is_named(tmp_path):
    _write(tmp_path, '{"volume": -1, "theme": 3, "weekly_target": 5}')
    loaded, problems = load_settings(tmp_path)
    assert loaded == Settings(weekly_target=5)
    assert len(problems) == 2


@pytest.mark.parametrize("text", ["no json", "[]", "", '{"volume": 10', "[" * 100_000])
def test_a_file_that_cannot_be_understood_is_kept_when_new_settings_are_saved(tmp_path, text):
    _write(tmp_path, text)
    loaded, (problem,) = load_settings(tmp_path)
    assert loaded == Settings()
    assert f"{tmp_path / 'settings.json'}: cannot be understood" in problem
    save_settings(tmp_path, CHOSEN)
    assert load_settings(tmp_path) == (CHOSEN, ())
    assert (tmp_path / "settings.json.bad").read_text() == text


def test_what_a_newer_soleus_set_stays(tmp_path):
    _write(tmp_path, '{"aurora": {"hue": 3}, "volume": 10}')
    save_settings(tmp_path, CHOSEN)
    assert json.loads((tmp_path / "settings.json").read_text())["aurora"] == {"hue": 3}


def test_a_file_that_cannot_be_read_is_one_line_and_stays(tmp_path):
    (tmp_path / "settings.json").mkdir()
    loaded, (problem,) = load_settings(tmp_path)
    assert loaded == Settings()
    assert "settings.json: could not be read" in problem
    with pytest.raises(StoreError, match=r"settings\.json: could not be written"):
        save_settings(tmp_path, CHOSEN)
