"""Heat and cold by hand: chosen, led through, remembered."""

import pytest

from app.ui.screens.care import CareScreen
from app.ui.screens.warmth import WarmthScreen
from app.ui.widgets.controls import Stepper


@pytest.fixture
def warmth(visit):
    return visit("care-warmth")


def test_heat_comes_first_and_goes_up_to_its_limit(warmth):
    assert warmth.says("About 16 min")
    warmth.only(Stepper).dispatch("on_step", 1)
    assert warmth.says("20 min")
    assert not warmth.only(Stepper).can_raise


def test_in_turn_there_are_rounds(warmth):
    warmth.touch("In turn")
    assert [stepper.text for stepper in warmth.widgets(Stepper)] == ["4 min", "1 min", "3"]


def test_start_leads_through_it_and_waits_for_the_pack_to_be_fetched(warmth):
    warmth.touch("Cold")
    warmth.touch("Start")
    assert warmth.says("Fetch a cold pack and wrap it in a damp towel.")
    warmth.pass_time(120)
    assert warmth.says("Fetch a cold pack")


def test_the_timer_stops_at_the_skin_and_what_was_done_is_remembered(warmth):
    warmth.touch("Start")
    warmth.press("spacebar")
    # 20 s to lie down and the first 5 of 15 minutes.
    warmth.pass_time(20 + 300 + 1)
    assert warmth.says("Look at your skin. Red patches, blisters or numb: stop, and leave it off.")
    warmth.pass_time(120)
    assert warmth.says("Look at your skin.")
    warmth.shell.press("escape")
    session = warmth.history.sessions()[0]
    assert (session.routine, session.name, session.status) == ("heat-timer", "Heat", "partial")
    assert session.done_ms == 300_000


def test_back_leads_to_care_and_what_was_chosen_is_still_chosen(warmth):
    warmth.touch("Cold")
    warmth.press("escape")
    assert isinstance(warmth.screen, CareScreen)
    warmth.shell.caring.open("warmth")
    assert isinstance(warmth.screen, WarmthScreen)
    assert warmth.screen.view.kind == 1
