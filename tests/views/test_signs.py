"""What is said of the warning signs: every word that a person reads when something is wrong."""

from datetime import date, timedelta
from itertools import chain

import pytest

from app.core.care.warning_signs import SIGNS, answered, exercises_blocked, verdict, with_seen
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.views.asks import today_asks
from app.views.care_page import care_view
from app.views.signs import HOW_SOON, SIGN_WORDS, waiting
from app.views.signs_ask import because, left_out, refused, stopped
from app.views.signs_page import advice_view, signs_view
from app.views.signs_sheets import felt_view, stopped_view
from app.views.welcome import SIGNS as SIGNS_CARD
from app.views.welcome import welcome_view
from app.views.words import on_day
from tests.views.shelf import LIBRARY, TODAY, diary

LIBRARY_OF_ALL = read_library(routines_folder(), None)
EXERCISES = LIBRARY_OF_ALL.exercises
ALL = tuple(sign.id for sign in SIGNS)


def found(*signs, seen=()):
    answers = answered(signs, TODAY)
    for sign in seen:
        answers = with_seen(answers, sign, TODAY)
    return answers


def test_every_sign_has_its_words_is_asked_once_and_may_be_felt_in_a_session():
    assert set(SIGN_WORDS) == set(ALL)
    asked = [row.id for group in signs_view(()).groups for row in group.rows]
    felt = [row.id for group in felt_view().groups for row in group.rows]
    assert sorted(asked) == sorted(felt) == sorted(ALL)


def test_in_a_session_what_needs_help_today_comes_first():
    urgent, soon = felt_view().groups
    assert {row.id for row in urgent.rows} == {sign.id for sign in SIGNS if sign.urgency != "clinician"}
    assert {row.id for row in soon.rows} == {sign.id for sign in SIGNS if sign.urgency == "clinician"}


def test_the_large_button_says_what_follows_from_what_was_chosen():
    assert signs_view(()).done == "None of these apply"
    view = signs_view({"accident"})
    assert view.done == "See what to do"
    assert [row.id for group in view.groups for row in group.rows if row.chosen] == ["accident"]


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.id)
def test_the_advice_on_each_sign_says_how_soon_what_waits_and_until_when(sign):
    view = advice_view(found(sign.id), TODAY)
    assert view.title == HOW_SOON[sign.urgency]
    assert view.urgent == (sign.urgency != "clinician")
    assert "until you say that you were seen" in view.stopped.lower()
    (card,) = view.signs
    assert (card.seen, card.soon, card.urgent) == ("", "", view.urgent)
    assert card.text == SIGN_WORDS[sign.id].do


def test_beside_an_emergency_each_other_sign_says_how_soon_it_is_to_be_seen():
    view = advice_view(found("accident", "heel-snap", "tingling"), TODAY)
    assert [(card.soon, card.urgent) for card in view.signs] == [
        ("", True),
        ("Have it seen today", True),
        ("Ask a clinician first", False),
    ]


def test_what_was_seen_says_when_and_what_still_waits():
    view = advice_view(found("fracture", seen=["fracture"]), TODAY + timedelta(days=1))
    assert (view.title, view.urgent) == ("You were seen", False)
    assert view.signs[0].seen == "Seen yesterday"
    assert view.stopped == "Rolling still waits, until you answer again and nothing of it applies."
    assert advice_view(found("tingling", seen=["tingling"]), TODAY).stopped == ""


def test_without_a_sign_nothing_waits_and_it_is_told_where_the_answer_is_kept():
    view = advice_view(found(), TODAY)
    assert (view.signs, view.stopped, view.why) == ((), "", "")
    assert view.kept.startswith("You answered today. It stays on this machine")


@pytest.mark.parametrize(
    ("signs", "seen", "words"),
    [
        (("lasting-pain",), (), "Rolling and strengthening wait until you say that you were seen. "),
        (("tingling",), (), "Rolling, strengthening, heat and cold wait until you say that you were seen. "),
        (("bladder",), ("bladder",), "Rolling, strengthening, heat and cold still wait, "),
        (("bladder",), (), "Until you say that you were seen, Soleus starts no routine, "),
        (("tingling",), ("tingling",), ""),
    ],
)
def test_what_is_stopped_is_named_as_people_call_it(signs, seen, words):
    said = stopped(verdict(found(*signs, seen=seen)))
    assert said.startswith(words)
    assert bool(said) == bool(words)


def test_the_reason_names_what_presses_most():
    assert because(verdict(found("tingling", "heel-snap"))) == "You answered: a snap at the heel."
    assert (
        because(verdict(found("tingling", "fracture", seen=["tingling"]))) == "You answered: a broken bone."
    )
    seen = verdict(found("tingling", "open-wound", seen=["tingling", "open-wound"]))
    assert because(seen) == "You answered: an open wound."


def test_today_asks_as_long_as_a_sign_was_not_seen():
    def asks(answers):
        return today_asks(diary(), LIBRARY, verdict=verdict(answers))

    assert asks(None) == asks(found()) == asks(found("tingling", seen=["tingling"])) == ()
    for sign, title in (("tingling", "Ask a clinician first"), ("accident", "Call for emergency help now")):
        (ask,) = asks(found(sign))
        assert (ask.id, ask.title, ask.alarming) == ("signs:now", title, True)
        assert [answer.words for answer in ask.answers] == ["What to do"]
        assert SIGN_WORDS[sign].short in ask.text


@pytest.mark.parametrize(
    ("answers", "subtitle", "alarming"),
    [
        (None, "When to see a doctor. Not answered yet.", False),
        (found(), "When to see a doctor. You answered today: none.", False),
        (found("heel-snap"), "Have it seen today", True),
        (found("tingling", seen=["tingling"]), "All of them were seen.", False),
    ],
)
def test_the_row_on_care_says_how_things_stand(answers, subtitle, alarming):
    group = care_view(diary(), answers=answers).groups[0]
    (row,) = group.rows
    assert (group.title, row.id) == ("If something is wrong", "signs")
    assert (row.subtitle, row.alarming) == (subtitle, alarming)


def test_before_a_routine_it_is_said_what_waits_and_why():
    result = verdict(found("lasting-pain"))
    blocked = exercises_blocked(["wall-calf-stretch", "calf-raise"], EXERCISES, result)
    view = stopped_view("Calves", blocked, EXERCISES, result, can_start=True)
    assert (view.title, view.waiting) == ("Some of it has to wait", ("Standing calf raise",))
    assert view.text.endswith("This waits until you say that you were seen:")
    assert stopped_view("Calves", blocked, EXERCISES, result, can_start=False).title == "Calves has to wait"


def test_before_a_routine_an_urgent_sign_says_how_soon_and_offers_no_start():
    view = stopped_view("Calves", ("calf-raise",), EXERCISES, verdict(found("accident")), can_start=True)
    assert (view.title, view.can_start, view.urgent) == ("Call for emergency help now", False, True)


def test_the_terminal_is_told_in_one_line():
    urgent = refused("Calf reset", verdict(found("calf-swollen")))
    assert urgent == (
        "Calf reset is not started. You answered: one calf swollen, warm, red or throbbing. Have it seen today. "
        'Once you were seen, say so in the window, on Care under "Warning signs".'
    )
    assert "rolling and strengthening must wait" in refused("Rolls", verdict(found("lasting-pain")))
    assert left_out(["Bridge", "Bird-dog"], verdict(found("recent-injury"))) == (
        "Left out: Bridge and Bird-dog. You answered: a recent injury."
    )


def test_the_welcome_speaks_of_every_sign_before_none_of_them_is_an_answer():
    card = welcome_view(LIBRARY_OF_ALL, SIGNS_CARD).card
    text = " ".join(card.warnings).lower()
    for words in (
        "swollen, warm, red or throbbing", "chest pain or breathlessness", "snap at the heel",
        "bladder, bowel or sexual", "numbness between the legs", "spreading weakness", "after an accident",
        "more than a few days", "limits walking, standing or sitting", "numb, weak or tingles", "recent injury",
        "open wound", "broken bone", "inflammation", "diabetes", "vascular",
    ):  # fmt: skip
        assert words in text
    assert (card.next, card.other) == ("None of these, go on", "One of these applies to me")


def test_nothing_is_a_diagnosis_shouted_or_a_treatment_to_stop():
    said = list(
        chain.from_iterable((item.asks, item.short, item.do, item.more) for item in SIGN_WORDS.values())
    )
    assert not [text for text in said if "!" in text or "you have a " in text.lower()]
    assert not [text for text in said if "medic" in text.lower() or "stop taking" in text.lower()]


def test_days_and_kinds_as_they_end_a_sentence():
    assert on_day(date(2026, 11, 19), TODAY) == "on Thursday 19 November"
    assert on_day(TODAY, TODAY) == "today"
    assert waiting(("thermal", "release")) == "rolling, heat and cold"
