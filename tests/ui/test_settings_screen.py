"""Every row of Settings changes its own setting, is saved at once and takes effect at once."""

import pytest
from msgspec import structs

from app.core.library import Library
from app.core.ports import Health
from app.core.settings import Settings
from app.ui.screens.settings import PartLine, SettingLine, SettingsScreen
from app.ui.theme import theme
from app.ui.widgets.controls import ChoiceItem, LevelSlider, Toggle
from app.ui.widgets.text import Heading
from app.views import notes
from app.views.settings import settings_view
from tests.ui.still_time import frames, seconds
from tests.ui.visit import LIGHT

STEPS = [
    ("prepare_s", None, 0),
    ("rest_s", None, 0),
    ("weekly_target", 4, 5),
    ("day_start_h", 4, 5),
    ("voice_speed", 1.0, 1.1),
    ("voice_name", "", "en-us"),
]
"""A stepper with its value before and after a press on plus."""
CHOICES = [
    ("verbosity", "Short", "short"),
    ("theme", "Dark", "dark"),
    ("text_scale", "Larger", 1.6),
    ("first_weekday", "Sunday", 6),
]
SWITCHES = ["reduced_motion", "voice", "sounds", "flash", "show_sentences"]
SLIDERS = ["voice_volume", "volume"]


def line(here, key: str) -> SettingLine:
    found = next(line for line in here.widgets(SettingLine) if line.item.key == key)
    here.bring_into_sight(found)
    return found


def inside(line: SettingLine, kind: type):
    return [widget for widget in line.walk(restrict=True) if isinstance(widget, kind)]


def test_every_row_is_tested_here():
    view = settings_view(LIGHT, "", (), "")
    rows = {row.key for section in view.sections for row in section.rows}
    assert rows == {*(key for key, *_ in (*STEPS, *CHOICES)), *SWITCHES, *SLIDERS}


@pytest.mark.parametrize(("key", "before", "after"), STEPS)
def test_a_stepper_moves_its_setting(visit, key, before, after):
    here = visit("settings")
    assert getattr(here.settings, key) == before
    here.touch_at(
        next(item for item in line(here, key).walk(restrict=True) if getattr(item, "label", "") == "More")
    )
    earlier = {"earlier_targets": here.settings.earlier_targets}
    assert here.settings == structs.replace(LIGHT, **{key: after}, **earlier)


def test_a_stepper_stops_at_its_ends(visit):
    here = visit("settings", settings=structs.replace(LIGHT, weekly_target=7))
    more = next(
        item
        for item in line(here, "weekly_target").walk(restrict=True)
        if getattr(item, "label", "") == "More"
    )
    assert more.disabled
    here.touch_at(more)
    assert here.settings.weekly_target == 7


@pytest.mark.parametrize(("key", "word", "value"), CHOICES)
def test_a_choice_sets_its_setting(visit, key, word, value):
    here = visit("settings")
    items = inside(line(here, key), ChoiceItem)
    here.touch_at(next(item for item in items if item.item[1] == word))
    assert here.settings == structs.replace(LIGHT, **{key: value})
    assert [item.item[1] for item in inside(line(here, key), ChoiceItem) if item.item[2]] == [word]


@pytest.mark.parametrize("key", SWITCHES)
def test_a_switch_turns_its_setting_over(visit, key):
    here = visit("settings")
    (switch,) = inside(line(here, key), Toggle)
    here.touch_at(switch)
    turned = structs.replace(LIGHT, **{key: not getattr(LIGHT, key)})
    assert here.settings == turned
    assert switch.active == getattr(turned, key)
    here.touch_at(switch)
    assert here.settings == LIGHT


@pytest.mark.parametrize("key", SLIDERS)
def test_a_slider_sets_its_percentage(visit, key):
    here = visit("settings")
    (slider,) = inside(line(here, key), LevelSlider)
    here.touch_at(slider)
    assert here.settings == structs.replace(LIGHT, **{key: 50})


def test_the_volume_of_what_is_off_cannot_be_moved(visit):
    here = visit("settings", settings=structs.replace(LIGHT, voice=False))
    (slider,) = inside(line(here, "voice_volume"), LevelSlider)
    here.touch_at(slider)
    assert slider.disabled
    assert here.settings.voice_volume == LIGHT.voice_volume


def test_the_theme_and_the_text_size_change_what_is_on_the_screen(visit):
    here = visit("settings")
    heading = next(here.widgets(Heading))
    ink, height = heading.color[:], heading.height
    here.screen.dispatch("on_set", "theme", 2)
    here.screen.dispatch("on_set", "text_scale", 2)
    frames()
    assert (theme.scheme, theme.text_scale) == ("dark", 1.6)
    assert heading.color != ink
    assert heading.height > height
    theme.scheme, theme.text_scale = "light", 1.0


def test_the_times_to_prepare_and_to_rest_are_those_of_the_next_session(visit):
    here = visit("today", settings=structs.replace(LIGHT, prepare_s=20))
    here.touch("Start")
    assert here.screen.view.number == "20"


def test_what_cannot_be_saved_holds_and_says_so(visit):
    here = visit("settings")
    here.settings_trouble = "settings.toml: could not be written (Read-only file system); check the folder."
    here.touch_at(inside(line(here, "reduced_motion"), Toggle)[0])
    assert here.says("Read-only file system")
    assert inside(line(here, "reduced_motion"), Toggle)[0].active is not LIGHT.reduced_motion


@pytest.mark.parametrize(("part", "button"), [("sound", "Play a chime"), ("voice", "Say something")])
def test_a_test_button_asks_its_part_of_the_machine(visit, part, button):
    here = visit("settings", settings=structs.replace(LIGHT, volume=30, voice_volume=60))
    press(here, button)
    asked = {"sound": here.chime.played, "voice": here.speaker.said}
    assert asked.pop(part) == [{"sound": ("start", 0.3), "voice": (notes.TEST_SENTENCE, 0.6)}[part]]
    assert list(asked.values()) == [[]]


def test_a_test_note_is_sent_and_the_answer_of_the_machine_is_shown(visit):
    here = visit("settings")
    before = [row.item for row in here.widgets(PartLine)]
    press(here, "Send a note")
    assert here.notifier.notes == [(notes.TEST_TITLE, notes.TEST_BODY)]
    assert "notifications" not in [row.part for row in before if row.works]
    here.health = (Health("notifications", works=True, by="dunst"),)
    seconds(2)
    assert here.says("dunst")


def press(here, words: str) -> None:
    button = here.button(words)
    here.bring_into_sight(button)
    here.touch_at(button)


def test_settings_open_without_a_routine(visit):
    assert isinstance(visit("settings", library=Library()).screen, SettingsScreen)


def test_all_that_is_set_comes_back(visit):
    other = Settings(theme="dark", text_scale=1.3, voice=False, volume=10, weekly_target=2, first_weekday=6)
    here = visit("settings", settings=other)
    house = here.app._house
    assert here.screen.view == settings_view(
        other, str(house.folder), house.health(), house.version, can_open=True
    )
