"""What reminders and breaks from sitting say."""

from datetime import UTC, date, datetime, time

import pytest

from app.core.breaks.sitting import HeldBack, IntervalAsked
from app.core.reminders.reminder import Occurrence
from app.core.reminders.reminding import Notice
from app.core.target import EveryDay, Target
from app.views.breaks import break_note, held_back_line, interval_buttons, interval_note
from app.views.reminders import reminder_buttons, reminder_note, unshown
from tests.views.shelf import CALF_RESET, TODAY, diary, session

NAMES = {"calf-reset": "Calf reset", "calf-strength": "Calf strength"}.__getitem__
AT = (Occurrence(date(2026, 11, 22), time(8), "a"),)
ONCE = Target("calf-reset", EveryDay(), TODAY)
THRICE = Target("calf-strength", EveryDay(), TODAY, times=3)


@pytest.mark.parametrize(
    ("routine", "of", "note"),
    [
        ("calf-reset", diary(), ("Time for Calf reset", "It is on for today.")),
        ("calf-reset", diary(targets=[ONCE]), ("Time for Calf reset", "It is on for today.")),
        ("calf-strength", diary(targets=[THRICE]), ("Time for Calf strength", "It is on 3 times today.")),
        (
            "calf-strength",
            diary([session(0, "calf-strength")], targets=[THRICE]),
            ("Time for Calf strength", "1 of 3 are done today."),
        ),
        (None, diary(), ("Time for a stretch", "Nothing is done yet today.")),
        (
            None,
            diary(targets=[ONCE, THRICE]),
            ("Time for a stretch", "Still on for today: Calf reset and Calf strength."),
        ),
    ],
)
def test_a_reminder_says_what_is_open_and_blames_nobody(routine, of, note):
    assert reminder_note(Notice(routine, AT), of, NAMES) == note


def test_only_a_routine_can_be_started():
    assert [told for told, _ in reminder_buttons(Notice("calf-reset", AT))] == [
        "default",
        "start",
        "snooze",
        "skip",
    ]
    assert [told for told, _ in reminder_buttons(Notice(None, AT))] == ["default", "snooze", "skip"]


@pytest.mark.parametrize(
    ("about", "title"), [("water", "A glass of water"), ("posture", "Change how you sit or stand")]
)
def test_water_and_posture_have_words_of_their_own_and_nothing_to_start(about, title):
    notice = Notice(None, AT, about)
    said = reminder_note(notice, diary(targets=[ONCE]), NAMES)
    assert said[0] == title
    assert "Still on" not in said[1]
    assert [told for told, _ in reminder_buttons(notice)] == ["default", "snooze", "skip"]


def test_one_that_could_not_be_shown_says_why_and_what_happens():
    assert unshown("the bus hung up.") == (
        "The reminder could not be shown: the bus hung up. It is tried again at the next one."
    )


def test_a_break_says_how_long_and_what():
    title, body = break_note(40, CALF_RESET)
    assert (title, body) == ("Time to get up", "You have been sitting for 40 minutes. One move: Calf reset.")


def test_the_question_of_the_interval_offers_a_longer_one_where_there_is():
    assert interval_note(IntervalAsked(40, 50)) == (
        "Do the breaks come too often?",
        "They come every 40 minutes. They could come every 50 minutes.",
    )
    assert [read for _, read in interval_buttons(IntervalAsked(40, 50))] == ["Every 50 minutes", "Leave it"]
    assert interval_note(IntervalAsked(90, 90))[0] == "Do the breaks suit you?"
    assert len(interval_buttons(IntervalAsked(90, 90))) == 1


def test_what_was_held_back_is_a_line():
    entry = HeldBack(datetime(2026, 11, 23, 9, 5, tzinfo=UTC), ("camera", "full-screen"))
    assert held_back_line(entry) == "Monday 9:05: the camera was in use and a window filled the screen"
