"""Reading on Care: a topic from its row, the ways on from a card, and the way back to where one came from."""

import pytest
from msgspec import structs

from app.ui.focus import focused
from app.ui.screens.after import AfterScreen
from app.ui.screens.care import CareScreen
from app.ui.screens.care_topic import CareLinkLine, CareTopicScreen, TopicCardBox
from app.ui.screens.exercise import ExerciseScreen
from app.ui.screens.exercises import ExercisesScreen
from app.ui.screens.routine import RoutineScreen
from tests.ui.still_time import settle

NARROW, WIDE = (400, 800), (1200, 800)


def titles(here) -> list[str]:
    return [box.item.title for box in here.widgets(TopicCardBox)]


def follow(here, title: str) -> None:
    """Presses the way on with that title, the first one on the page."""
    line = next(line for line in here.widgets(CareLinkLine) if line.title == title)
    here.bring_into_sight(line)
    here.touch_at(line)
    settle()


def box(here, id_: str) -> TopicCardBox:
    return next(box for box in here.widgets(TopicCardBox) if box.item.id == id_)


def test_a_row_of_care_opens_its_topic_and_escape_leads_back(visit):
    here = visit("care")
    here.bring_into_sight(here.button("Recovery"))
    here.touch("Recovery")
    assert here.only(CareTopicScreen).view.title == "Recovery"
    assert "Two to four weeks" in titles(here)
    here.press("escape")
    assert isinstance(here.screen, CareScreen)


def test_the_arrow_leads_back_as_well(visit):
    here = visit("care-helps")
    here.touch("Back")
    assert isinstance(here.screen, CareScreen)


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_from_a_card_to_its_exercise_and_back_to_the_same_page(visit, size):
    here = visit("care-helps", size=size)
    topic = here.screen
    follow(here, "Wall calf stretch")
    assert here.only(ExerciseScreen).view.id == "wall-calf-stretch"
    assert list(here.widgets(ExercisesScreen)) == []
    here.press("escape")
    assert here.screen is topic
    here.press("escape")
    assert isinstance(here.screen, CareScreen)


def test_from_a_card_to_its_routine_and_back(visit):
    here = visit("care-helps")
    topic = here.screen
    follow(here, "Calf reset")
    assert here.only(RoutineScreen).view.id == "calf-reset"
    here.press("escape")
    assert here.screen is topic


def test_a_card_leads_to_another_topic_and_to_the_very_card(visit):
    here = visit("care-recovery")
    recovery = here.screen
    follow(here, "Foam rolling")
    assert here.screen.view.title == "What helps"
    rolling, page = box(here, "rolling"), here.screen
    bar = page.children[-1]
    assert rolling.to_window(0, rolling.top)[1] == pytest.approx(page.top - bar.height, abs=20)
    here.press("escape")
    assert here.screen is recovery


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_an_exercise_says_why_it_helps_and_its_list_is_still_there_afterwards(visit, size):
    here = visit("exercise", size=size)
    exercise = here.screen
    why = here.button("Why this helps")
    here.bring_into_sight(why)
    here.touch_at(why)
    settle()
    assert here.only(CareTopicScreen).view.title == "What helps"
    follow(here, "Standing calf raise")
    assert here.only(ExerciseScreen).view.id == "calf-raise"
    here.press("escape", "escape")
    assert here.screen is exercise
    assert bool(list(here.widgets(ExercisesScreen))) == (size == WIDE)
    if size == NARROW:
        here.press("escape")
        assert isinstance(here.screen, ExercisesScreen)


def test_it_leads_back_to_a_page_that_stood_alone(visit):
    here = visit("after")
    here.shell.caring.open("recovery")
    settle()
    here.press("escape")
    assert isinstance(here.screen, AfterScreen)


def test_a_card_of_the_same_topic_only_turns_the_page(visit):
    here = visit("care-recovery")
    page = here.screen
    here.shell.caring.open("recovery/rest")
    settle()
    assert here.screen is page
    assert 0 < box(here, "rest").to_window(0, box(here, "rest").y)[1] < page.top
    here.press("escape")
    assert isinstance(here.screen, CareScreen)


def test_a_topic_that_is_not_there_opens_nothing(visit):
    here = visit("care")
    here.shell.caring.reading.open("nowhere")
    assert isinstance(here.screen, CareScreen)


def test_a_wide_window_has_two_columns_and_a_narrow_one_reads_downwards(visit):
    here = visit("care-doctor", size=WIDE)
    assert box(here, "emergency").right < box(here, "same-day").x
    here = visit("care-doctor", size=NARROW)
    assert box(here, "emergency").x == box(here, "same-day").x
    assert box(here, "emergency").y > box(here, "same-day").top


def test_the_keyboard_reaches_every_way_on_in_the_order_of_reading(visit):
    here = visit("care-doctor", size=WIDE)
    columns = (column for section in here.screen.view.sections for column in (section.left, section.right))
    ways = [link.title for column in columns for card in column for link in card.links]
    reached = []
    for _ in range(len(ways) + 10):
        here.press("tab")
        if isinstance(focused(), CareLinkLine):
            reached.append(focused().title)
    assert reached[: len(ways)] == ways


def test_enter_follows_the_way_on_that_has_the_keyboard(visit):
    here = visit("care-recovery")
    while not isinstance(focused(), CareLinkLine):
        here.press("tab")
    line = focused()
    line.item = structs.replace(line.item, id="doctor")
    here.press("enter")
    assert here.screen.view.title == "When to see someone"
