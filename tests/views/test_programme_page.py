"""The pages of programmes: plain words for where one stands and why, and no reproach."""

from datetime import timedelta

import pytest
from msgspec import structs

from app.core.care.check_in import CheckIn
from app.core.day_mark import DayMark
from app.core.diary import Diary, diary_of
from app.core.exercise import Evidence
from app.core.mistakes import Problem
from app.core.programme.course import enrolled
from app.core.programme.enrolment import Enrolment, Turn
from app.core.programme.programme import Entry, On, Programme, Programmes, Week
from app.core.settings import Settings
from app.views.asks import today_asks
from app.views.care_page import care_view
from app.views.course import programme_ask, programme_row, why_text
from app.views.programme_page import course_view, programme_view, programmes_view, unreadable_view
from tests.views.shelf import LIBRARY, TODAY, session

EASE, STRONG = "calf-reset", "calf-strength"
PROGRAMME = Programme(
    1,
    "calves",
    "Calves",
    (
        Week("Ease", 2, (On(EASE, (0, 2, 4)),), about="Only stretches."),
        Week("Strength", 2, (On(STRONG, (0, 3)), On(EASE, (5,))), repeat=2),
        Week("Keep", 1, (On(STRONG, (0, 3)),)),
    ),
    about="First ease.",
)
ASKING = Programme(1, "heel", "Heel", PROGRAMME.week[:1], ask_clinician=True)
PROBLEM = Problem("programmes/own.toml", 4, 'week 1: unknown routine "calfs"')
BROKEN = Entry("own", "My own", "own", "own.toml", problems=(PROBLEM,))
PROGRAMMES = Programmes(
    (
        Entry("heel", "Heel", "bundled", "heel.toml", ASKING),
        Entry("calves", "Calves", "bundled", "calves.toml", PROGRAMME),
        BROKEN,
    )
)


def diary(began: int, *done: tuple[int, str], turns=(), worse=(), marks=(), programme="calves") -> Diary:
    """Of somebody who began so many days ago; `done` are days of the programme with a routine."""
    start = TODAY - timedelta(days=began)
    sessions = [session(began - day, routine) for day, routine in done]
    return enrolled(
        diary_of(
            sorted(sessions, key=lambda each: each.started_at, reverse=True),
            TODAY,
            Settings(),
            [DayMark(start + timedelta(days=day), mark) for day, mark in marks],
            check_ins=[
                CheckIn(f"{day}", "morning", start + timedelta(days=day), morning="worse") for day in worse
            ],
            enrolments=(
                Enrolment(
                    programme, start, tuple(Turn(start + timedelta(days=day), week) for day, week in turns)
                ),
            ),
        ),
        PROGRAMMES.usable,
    )


def view(here: Diary):
    assert here.course is not None
    return course_view(here.course, here, LIBRARY)


MET = ((0, EASE), (2, EASE))
ON = (*MET, (7, STRONG), (10, STRONG), (14, STRONG), (17, STRONG), (21, STRONG))


@pytest.mark.parametrize(
    ("here", "text"),
    [
        # TODAY is Sunday 22 November.
        (diary(0), "You begin today."),
        (diary(3), "You began on Thursday 19 November."),
        (diary(7, *MET), "You did enough of the week before, so you are one further."),
        (diary(7, (0, EASE)), "It was not quite enough last time, so this week comes once more."),
        (diary(7), "You were away for a week, so it starts again from week 1."),
        (diary(14, *MET), "You were away for a week, so it starts again from week 1."),
        (diary(21, *ON[:4]), "You were away for a week, so it goes on with week 2, one step easier."),
        (
            diary(14, *MET, marks=[(day, "unwell") for day in range(7, 14)]),
            "You were unwell for a week, so it starts again from week 1.",
        ),
        (
            diary(7, (0, EASE), marks=[(day, "paused") for day in (4, 5, 6)]),
            "Some days were set apart, so this week comes once more.",
        ),
        (diary(9, *MET, (7, STRONG), worse=(7,)), "It hurt on Friday, so it starts again from week 1."),
        (diary(3, turns=[(2, 1)]), "You chose this week on Saturday 21 November."),
        (diary(3, turns=[(3, 1)]), "You chose this week today."),
        (diary(28, *ON), "All 4 weeks are through. The last comes again."),
    ],
)
def test_why_one_is_in_this_week_is_said_in_a_plain_sentence(here: Diary, text: str) -> None:
    assert here.course is not None
    assert why_text(here.course, TODAY) == text


def test_the_page_shows_the_week_its_days_and_what_is_due() -> None:
    # Day 9 of the whole, day 2 of the second week: done on day 0; day 3 and 5 are still to come.
    shown = view(diary(9, *MET, (7, STRONG)))
    assert (shown.name, shown.week) == ("Calves  ·  week 2 of 4", "Strength")
    assert [(dot.letter, dot.state) for dot in shown.dots] == [
        ("F", "done"), ("S", "rest"), ("S", "rest"), ("M", "open"), ("T", "rest"), ("W", "open"), ("T", "rest"),
    ]  # fmt: skip
    assert shown.progress == "1 of 2 days done. Then comes week 3."
    assert (shown.rest, shown.start) == ("Today is a day of rest. It goes on tomorrow.", "")
    assert shown.today.rows == ()
    assert [(line.title, line.icon) for line in shown.weeks] == [
        ("Week 1: Ease", "done"), ("Weeks 2 and 3: Strength", "here"), ("Week 4: Keep", "to-come"),
    ]  # fmt: skip
    assert (shown.can_go_back, shown.can_stay, shown.can_go_on) == (True, True, True)


def test_what_is_due_today_can_be_started_and_is_ticked_when_done() -> None:
    shown = view(diary(2, (0, EASE)))
    assert (shown.start, shown.rest) == (EASE, "")
    assert [(row.routine, row.done) for row in shown.today.rows] == [(EASE, False)]
    done = view(diary(2, (0, EASE), (2, EASE)))
    assert (done.start, done.today.title) == ("", "All that was due today is done")
    assert (
        done.progress == "Enough for this week. Week 2 begins on Friday."
    )  # the 27th, 7 days after the 20th


def test_nothing_is_said_of_days_that_were_missed() -> None:
    shown = view(diary(3))
    assert [dot.state for dot in shown.dots] == ["none", "rest", "none", "rest", "open", "rest", "rest"]
    assert shown.progress == "0 of 2 days done. Then comes week 2."


def test_days_set_apart_look_as_they_do_everywhere() -> None:
    assert [dot.state for dot in view(diary(3, marks=[(1, "unwell"), (2, "paused")])).dots][1:3] == [
        "unwell",
        "paused",
    ]


def test_the_day_after_a_flare_up_is_a_day_of_rest() -> None:
    shown = view(diary(8, *MET, (7, STRONG), worse=(7,)))
    assert shown.rest == "Today is a day of rest. Week 1 begins tomorrow."
    assert shown.start == ""


def test_the_first_week_has_none_before_it_and_the_last_none_after() -> None:
    first = view(diary(0))
    assert (first.can_go_back, first.can_stay, first.can_go_on) == (False, False, True)
    last = view(diary(28, *ON))
    assert (last.can_go_back, last.can_go_on) == (True, False)
    assert last.progress == "0 of 1 day done."


def test_the_choice_has_those_for_everybody_first_and_says_what_is_followed_or_asks() -> None:
    shown = programmes_view(PROGRAMMES, LIBRARY, "calves")
    # 148 s of stretches on three days; 248 s twice and 148 s once; 248 s twice: in the mean 3 min 20 s.
    assert [(row.id, row.facts, row.badge, row.alarming) for row in shown.rows] == [
        ("calves", "4 weeks  ·  2 or 3 days a week  ·  3 min", "You follow this", False),
        ("own", "Needs attention", "", True),
        ("heel", "1 week  ·  3 days a week  ·  2 min", "Ask your clinician first", False),
    ]


def test_one_programme_is_shown_week_by_week() -> None:
    calves = PROGRAMMES.entries[1]
    shown = programme_view(calves, LIBRARY)
    assert (shown.name, shown.about, shown.ask, shown.instead) == ("Calves", "First ease.", "", "")
    assert [(line.title, line.facts) for line in shown.weeks] == [
        ("Week 1: Ease", "3 days  ·  about 2 min a day"),
        ("Weeks 2 and 3: Strength", "3 days  ·  about 4 min a day"),
        ("Week 4: Keep", "2 days  ·  about 4 min a day"),
    ]
    assert programme_view(PROGRAMMES.entries[0], LIBRARY, calves).instead == (
        "You follow “Calves”. Starting this one ends it."
    )
    assert programme_view(calves, LIBRARY, calves).instead.startswith("You follow this one.")
    assert "clinician" in programme_view(PROGRAMMES.entries[0], LIBRARY).ask


@pytest.mark.parametrize(
    ("strength", "said"),
    [
        ("protocol", "A commonly used protocol. A trial of 2015."),
        ("guideline and trials", "Guideline and trials. A trial of 2015."),
    ],
)
def test_what_one_rests_on_is_said_as_of_an_exercise(strength: str, said: str) -> None:
    resting = structs.replace(PROGRAMME, evidence=Evidence("It helps.", "A trial of 2015", strength))
    view = programme_view(Entry("calves", "Calves", "bundled", "calves.toml", resting), LIBRARY)
    assert (view.evidence, view.source) == ("It helps.", said)


def test_one_with_mistakes_shows_them_and_cannot_be_started() -> None:
    shown = programme_view(BROKEN, LIBRARY)
    assert shown.mistakes == (str(PROBLEM),)
    assert not shown.can_start


def test_one_that_is_followed_though_its_file_is_gone_or_broken_says_so() -> None:
    assert "has gone" in unreadable_view("calves", None).why
    assert unreadable_view("own", BROKEN).mistakes == (str(PROBLEM),)
    row = programme_row(diary(3, programme="own"))
    assert (row.subtitle, row.alarming) == ("Its file needs attention", True)


def test_care_has_a_row_with_where_one_stands() -> None:
    assert programme_row(diary(9, *MET)).subtitle == "Week 2 of 4: Strength"
    nobody = diary_of((), TODAY, Settings())
    assert programme_row(nobody).subtitle == "Four weeks for calf and back, and others"
    assert [row.id for group in care_view(nobody).groups for row in group.rows if row.id == "programme"]


def asked(here: Diary) -> tuple[str, list[str]] | None:
    ask = programme_ask(here)
    return (ask.title, [answer.words for answer in ask.answers]) if ask else None


def test_today_tells_of_a_step_back_for_two_days() -> None:
    back = ("Week 1 again", ["See the week", "Stay in week 2"])
    assert asked(diary(14, *MET)) == asked(diary(15, *MET)) == back
    assert asked(diary(16, *MET)) is None
    ask = programme_ask(diary(8, *MET, (7, STRONG), worse=(7,)))
    assert ask is not None
    assert ask.text == "It hurt on Saturday, so it starts again from week 1. Today is a day of rest."
    assert ask in today_asks(diary(8, *MET, (7, STRONG), worse=(7,)), LIBRARY)


def test_today_is_silent_where_nothing_went_back_or_it_was_turned_by_hand() -> None:
    assert asked(diary(0)) is None
    assert asked(diary(7)) is None  # the first week once more is no step back
    assert asked(diary(7, *MET)) is None
    assert asked(diary(14, *MET, turns=[(14, 1)])) is None
    assert today_asks(diary_of((), TODAY, Settings()), LIBRARY) == ()


def test_today_says_once_that_all_weeks_are_through() -> None:
    assert asked(diary(28, *ON)) == ("Calves: done", ["See the week", "End it"])
    assert asked(diary(35, *ON, (28, STRONG))) is None  # and not each week anew
