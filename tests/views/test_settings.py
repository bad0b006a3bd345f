"""Settings, row by row."""

from datetime import date

import pytest
from msgspec import convert, to_builtins

from app.core.manner import VoiceName
from app.core.ports import Health
from app.core.settings import EarlierTarget, Settings
from app.views.settings import CHOICES, LADDERS, SettingRow, changed, settings_view

THIS_WEEK = date(2026, 11, 16)
ELSEWHERE = {
    "cue_lead_ms",  # measured, not chosen
    "earlier_targets",  # remembered, not chosen
    "welcomed",
    "reminders",  # a list with a page of its own
    "quiet_hours",  # they belong to that page
    "breaks",  # several choices in one, with a page of their own
}


def rows(settings: Settings = Settings()) -> dict[str, SettingRow]:  # noqa: B008  # frozen
    view = settings_view(settings, "/home/me/soleus", (), "0.1.0")
    return {row.key: row for section in view.sections for row in section.rows}


def test_every_row_is_a_setting():
    assert rows().keys() <= set(Settings.__struct_fields__)


def test_every_setting_that_people_choose_has_a_row():
    assert set(Settings.__struct_fields__) - rows().keys() <= ELSEWHERE


def test_a_choice_shows_what_is_chosen():
    row = rows(Settings(theme="dark"))["theme"]
    assert (row.kind, row.choices[row.value]) == ("choice", "Dark")


def test_a_value_that_the_choice_does_not_have_is_left_as_it_is():
    settings = Settings(text_scale=1.15, first_weekday=3)
    assert rows(settings)["text_scale"].value == -1
    assert rows(settings)["first_weekday"].value == -1


def test_a_volume_cannot_be_moved_while_its_sound_is_off():
    shown = rows(Settings(voice=False, volume=35))
    assert (shown["voice_volume"].enabled, shown["volume"].enabled) == (False, True)
    assert (shown["volume"].value, shown["volume"].text) == (35, "35 %")


@pytest.mark.parametrize(
    ("settings", "key", "text"),
    [
        (Settings(), "prepare_s", "As the routine says"),
        (Settings(prepare_s=5), "prepare_s", "5 s"),
        (Settings(rest_s=0), "rest_s", "0 s"),
        (Settings(weekly_target=1), "weekly_target", "1 day"),
        (Settings(weekly_target=4), "weekly_target", "4 days"),
        (Settings(day_start_h=0), "day_start_h", "0:00"),
    ],
)
def test_a_stepper_says_where_it_stands(settings, key, text):
    assert rows(settings)[key].text == text


def test_a_stepper_ends_at_its_ends():
    shown = rows(Settings(prepare_s=None, weekly_target=7, day_start_h=6))
    assert (shown["prepare_s"].can_lower, shown["prepare_s"].can_raise) == (False, True)
    assert (shown["weekly_target"].can_lower, shown["weekly_target"].can_raise) == (True, False)
    assert not shown["day_start_h"].can_raise


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("theme", 2, Settings(theme="dark")),
        ("text_scale", 1, Settings(text_scale=1.3)),
        ("first_weekday", 1, Settings(first_weekday=6)),
        ("voice", 0, Settings(voice=False)),
        ("verbosity", 1, Settings(verbosity="short")),
        ("flash", 1, Settings(flash=True)),
        ("show_sentences", 1, Settings(show_sentences=True)),
        ("reduced_motion", 1, Settings(reduced_motion=True)),
        ("volume", 35, Settings(volume=35)),
        ("prepare_s", 1, Settings(prepare_s=0)),
        ("weekly_target", -1, Settings(weekly_target=3, earlier_targets=(EarlierTarget(THIS_WEEK, 4),))),
        ("day_start_h", 1, Settings(day_start_h=5)),
    ],
)
def test_moving_a_row_changes_that_setting_alone(key, value, expected):
    assert changed(Settings(), key, value, THIS_WEEK) == expected


VOICES = (VoiceName("en-us", "English (America)"), VoiceName("en-gb", "English (Great Britain)"))


def voice_row(settings: Settings, voices=VOICES):
    view = settings_view(settings, "", (), "", voices=voices)
    return next(row for section in view.sections for row in section.rows if row.key == "voice_name")


@pytest.mark.parametrize(
    ("chosen", "by", "then"),
    [
        ("", 1, "en-us"),
        ("en-us", 1, "en-gb"),
        ("en-gb", 1, "en-gb"),
        ("en-us", -1, ""),
        ("gone", 1, ""),
    ],
)
def test_the_voices_of_the_machine_are_gone_through_one_by_one(chosen, by, then):
    moved = changed(Settings(voice_name=chosen), "voice_name", by, THIS_WEEK, VOICES)
    assert moved == Settings(voice_name=then)


def test_a_voice_is_shown_by_its_name_and_chosen_where_there_are_several():
    assert voice_row(Settings(voice_name="en-gb")).text == "English (Great Britain)"
    assert voice_row(Settings()).text == "The machine's own"
    assert not voice_row(Settings(), voices=()).can_raise
    assert not voice_row(Settings(voice=False)).can_raise


def test_a_voice_speaks_from_slow_to_fast():
    slow, fast = (
        rows(Settings(voice_speed=0.7))["voice_speed"],
        rows(Settings(voice_speed=1.5))["voice_speed"],
    )
    assert (slow.text, slow.can_lower, slow.can_raise) == ("70 %", False, True)
    assert (fast.text, fast.can_lower, fast.can_raise) == ("150 %", True, False)
    assert changed(Settings(), "voice_speed", 1, THIS_WEEK).voice_speed == 1.1


@pytest.mark.parametrize(
    ("settings", "verbosity"),
    [(Settings(), "full"), (Settings(verbosity="short"), "short"), (Settings(voice=False), "chimes")],
)
def test_without_the_voice_chimes_alone_are_left(settings, verbosity):
    assert settings.manner.verbosity == verbosity


def test_a_switch_stays_a_switch():
    assert changed(Settings(), "voice", 0, THIS_WEEK).voice is False


@pytest.mark.parametrize("key", LADDERS)
def test_every_rung_of_a_stepper_is_a_setting_that_is_allowed(key):
    for value in LADDERS[key].values:
        convert(to_builtins(Settings()) | {key: value}, Settings)


@pytest.mark.parametrize("key", CHOICES)
def test_every_choice_is_a_setting_that_is_allowed(key):
    for value in CHOICES[key]:
        convert(to_builtins(Settings()) | {key: value}, Settings)


def test_the_data_folder_the_machine_and_the_version_are_told():
    view = settings_view(
        Settings(), "/home/me/soleus", [Health("voice", works=True, by="espeak-ng")], "0.1.0", trouble="No."
    )
    assert (view.folder, view.version, view.trouble) == ("/home/me/soleus", "Soleus 0.1.0", "No.")
    assert [part.name for part in view.parts] == ["Voice"]
