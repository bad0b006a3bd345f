"""Where one more set for the leg that lags goes."""

from msgspec import structs

from app.core.care.extra_set import Extra, extra_for, extra_step, with_extra
from app.core.editing.draft import draft_of
from app.core.library import Entry, Library
from app.core.routine import Step
from tests.core.routines import EXERCISES, calf_stretch, exercise
from tests.views.shelf import diary, routine, session

RAISES = Step(exercise="single-leg-calf-raise", reps=10, tempo=(2, 1, 2, 0), sets=2)
STRETCHES = routine("calf-reset", Step(wait="Stand up."), calf_stretch(30, 2))
STRENGTH = routine("heel-strength", RAISES)
BOTH_AT_ONCE = routine("calf-strength", Step(exercise="calf-raise", reps=12))
LIBRARY = Library(
    {
        **EXERCISES,
        "calf-raise": structs.replace(EXERCISES["calf-raise"], kind="strength"),
        "single-leg-calf-raise": structs.replace(exercise("single-leg-calf-raise"), kind="strength"),
    },
    tuple(
        Entry(each.id, each.name, "bundled", f"{each.id}.toml", each)
        for each in (STRETCHES, STRENGTH, BOTH_AT_ONCE)
    ),
)


def done(*routines: str) -> tuple:
    return tuple(session(number + 1, id_) for number, id_ in enumerate(routines))


def test_a_stretch_is_repeated_for_the_ankle_that_bends_less():
    found = extra_for("knee-to-wall", "left", diary(done("calf-reset")), LIBRARY)
    assert found == Extra("calf-reset", 1, "left")


def test_strength_is_repeated_for_the_calf_that_tires_sooner():
    found = extra_for("heel-rise", "right", diary(done("calf-reset", "heel-strength")), LIBRARY)
    assert found == Extra("heel-strength", 0, "right")


def test_what_both_legs_do_at_once_cannot_be_repeated_for_one():
    assert extra_for("heel-rise", "right", diary(done("calf-strength")), LIBRARY) is None


def test_someone_who_has_done_nothing_yet_is_offered_the_routine_that_today_invites_to():
    assert extra_for("knee-to-wall", "left", diary(), LIBRARY) == Extra("calf-reset", 1, "left")


def test_the_routine_gets_one_set_on_that_side_behind_the_others():
    draft = with_extra(draft_of(STRETCHES), Extra("calf-reset", 1, "left"))
    assert draft.steps == (*STRETCHES.step, calf_stretch(30, 1, sides="left"))


def test_what_it_has_already_is_not_offered_again():
    extra = extra_step(STRETCHES.step[1], "left")
    entry = Entry(
        "calf-reset", "Calf reset", "own", "", structs.replace(STRETCHES, step=(*STRETCHES.step, extra))
    )
    library = structs.replace(LIBRARY, routines=(entry,))
    assert extra_for("knee-to-wall", "left", diary(done("calf-reset")), library) is None
    assert extra_for("knee-to-wall", "right", diary(done("calf-reset")), library) is not None


def test_a_routine_that_has_changed_meanwhile_stays_as_it_is():
    draft = draft_of(STRENGTH)
    assert with_extra(draft, Extra("heel-strength", 4, "left")) == draft
    once = with_extra(draft, Extra("heel-strength", 0, "left"))
    assert with_extra(once, Extra("heel-strength", 0, "left")) == once
