"""When a routine is due: set on its page, listed by Today."""

from datetime import timedelta

from msgspec import structs

from app.core.target import EveryDay, EveryNthDay, InProgramme, OnWeekdays, Target
from app.demo import MOMENT
from app.ui.screens.player import PlayerScreen
from app.ui.screens.routine import RoutineScreen
from app.ui.screens.target import WeekdayButton
from app.ui.widgets.due import DueLine
from app.ui.widgets.modal import topmost
from app.ui.widgets.owed import OwedCard
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.snackbar import Snackbar
from tests.ui.still_time import settle

TODAY = MOMENT.date()
BEGAN = TODAY - timedelta(days=30)


def planned(visit, *targets: Target, **more):
    """A routine's page with the sheet in which it is set when it is due."""
    here = visit("routine", **more)
    here.history.put_all(targets=targets)
    here.screen.dispatch("on_plan", "calf-reset")
    settle()
    return here


def day(here, name: str) -> WeekdayButton:
    return next(item for item in here.widgets(WeekdayButton) if item.item.name == name)


def lasting(here) -> list[tuple[object, int]]:
    return [(target.rhythm, target.times) for target in here.history.targets() if target.end is None]


def test_a_routine_that_is_not_due_says_so_on_its_page(visit):
    here = visit("routine")
    assert here.says("Not set")
    here.touch_at(here.button("When it is due"))
    assert topmost() is not None


def test_every_day_is_set_by_one_press(visit):
    here = planned(visit)
    here.touch("Every day")
    assert here.history.targets() == (Target("calf-reset", EveryDay(), TODAY),)
    for _ in range(2):
        here.touch("More")
    assert lasting(here) == [(EveryDay(), 3)]
    here.touch("Close")
    assert here.screen.view.due == "Every day, 3 times"
    assert here.says("Calf reset is due: every day, 3 times.")


def test_weekdays_are_taken_in_and_out(visit):
    here = planned(visit)
    here.touch("On weekdays")
    here.touch_at(day(here, "Sunday"))
    here.touch_at(day(here, "Monday"))
    assert lasting(here) == [(OnWeekdays((2, 4, 6)), 1)]
    assert here.says("Wednesday, Friday and Sunday")


def test_the_kind_that_is_chosen_already_stays_as_it_is(visit):
    here = planned(visit, Target("calf-reset", OnWeekdays((1,)), BEGAN))
    here.touch("On weekdays")
    assert lasting(here) == [(OnWeekdays((1,)), 1)]


def test_a_gap_is_as_wide_as_its_stepper_says(visit):
    here = planned(visit)
    here.touch("Every few days")
    gap, _times = [item for item in here.widgets(Pressable) if getattr(item, "label", "") == "More"]
    here.touch_at(gap)
    assert lasting(here) == [(EveryNthDay(3), 1)]
    assert here.says("Every third day")


def test_the_past_stays_as_it_was_and_undo_brings_all_back(visit):
    old = Target("calf-reset", EveryDay(), BEGAN, 3)
    here = planned(visit, old)
    here.touch("Every few days")
    ended, now = here.history.targets()
    assert (ended.end, now.start, now.times) == (TODAY - timedelta(days=1), TODAY, 3)
    here.touch("Close")
    here.touch("Undo")
    assert here.history.targets() == (old,)
    assert here.screen.view.due == "Every day, 3 times"


def test_a_programme_can_be_ended(visit):
    here = planned(visit, Target("calf-reset", InProgramme("four-weeks", (0, 2)), BEGAN))
    assert here.says("In a programme")
    here.touch("Not set")
    assert lasting(here) == []
    here.touch("Close")
    assert here.says("Calf reset is no longer due.")


def test_a_look_alone_offers_no_undo(visit):
    here = planned(visit)
    here.press("escape")
    assert list(here.widgets(Snackbar)) == []


def test_what_cannot_be_written_says_so_and_changes_nothing(visit):
    here = planned(visit)
    here.history.trouble = "The disk is full."
    here.touch("Every day")
    assert here.says("The disk is full.")
    assert here.history.targets() == ()


def test_today_lists_what_is_due_and_a_press_starts_it(visit):
    here = visit("today-due")
    lines = list(here.widgets(DueLine))
    assert [line.title for line in lines] == ["Back ease", "Calf reset", "Calf strength"]
    here.bring_into_sight(lines[1])
    here.touch_at(lines[1])
    assert isinstance(here.screen, PlayerScreen)


def test_what_is_done_comes_last_and_a_press_opens_it(visit):
    here = visit("today-due")
    done = next(session for session in here.history.sessions())
    line = next(here.widgets(DueLine))
    assert line.item.routine == "back-ease"
    here.history.put(_done_today(done, "back-ease"))
    here.shell.go("today")
    settle()
    line = list(here.widgets(DueLine))[-1]
    assert (line.item.routine, line.item.done) == ("back-ease", True)
    here.bring_into_sight(line)
    here.touch_at(line)
    assert isinstance(here.screen, RoutineScreen)


def _done_today(session, routine: str):
    return structs.replace(
        session,
        id="now",
        routine=routine,
        day=TODAY,
        started_at=MOMENT,
        status="finished",
        planned_ms=1,
        done_ms=1,
    )


def test_without_targets_and_history_today_is_its_invitation_alone(visit):
    here = visit("today-new")
    assert list(here.widgets(DueLine)) == []
    assert not here.says("Still owed this week")


def test_what_is_owed_leads_to_the_routine_that_pays_most_of_it(visit):
    here = visit("today")
    card = here.only(OwedCard)
    row = here.button(card.owed.routine_name)
    here.bring_into_sight(row)
    here.touch_at(row)
    assert here.screen.view.id == card.owed.routine
