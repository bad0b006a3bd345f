"""What the page of heat and cold says and offers."""

import pytest

from app.core.care.warming import USUAL, WarmthPlan
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.views.warming import HEED, of_kind, stepped, warmth_view

EXERCISES = read_library(routines_folder(), None).exercises


def rows(plan: WarmthPlan) -> list[tuple[str, str, bool, bool]]:
    return [(row.label, row.text, row.can_lower, row.can_raise) for row in warmth_view(plan, EXERCISES).rows]


def test_only_what_there_is_a_choice_of_can_be_set():
    assert rows(of_kind(0)) == [("Heat", "15 min", True, True)]
    assert rows(of_kind(1)) == [("Cold", "10 min", True, False)]
    assert rows(of_kind(2)) == [
        ("Heat", "4 min", True, True),
        ("Cold", "1 min", False, True),
        ("Rounds", "3", True, True),
    ]


@pytest.mark.parametrize(
    ("kind", "key", "most"),
    [
        ("heat", "heat_min", 20),
        ("cold", "cold_min", 10),
        ("alternate", "heat_min", 5),
        ("alternate", "rounds", 4),
    ],
)
def test_a_stepper_ends_at_its_limit(kind, key, most):
    plan = USUAL[kind]
    for _ in range(9):
        plan = stepped(plan, key, 1)
    assert getattr(plan, key) == most
    assert not next(row for row in warmth_view(plan, EXERCISES).rows if row.key == key).can_raise


def test_the_total_counts_lying_down_and_names_the_checks():
    # 15 min in three holds, and 20 s to lie down before each: 16 min. Two looks between, one at the end.
    assert warmth_view(of_kind(0), EXERCISES).total == "About 16 min, with 3 skin checks"
    # 3 × (4 + 1) min and 6 × 20 s; five changes and the end.
    assert warmth_view(of_kind(2), EXERCISES).total == "About 17 min, with 6 skin checks"


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_help_is_two_honest_sentences_with_a_source(kind):
    view = warmth_view(of_kind(kind), EXERCISES)
    assert view.helps.count(". ") == 1
    assert view.source == "French, 2006; NHS Sherwood Forest Hospitals, heat and ice."
    assert "our own" in view.limits


def test_what_must_be_heeded_is_always_there():
    told = " ".join(HEED)
    for word in ("cloth", "numb skin", "open wound", "diabetes", "circulation", "doctor first", "same day"):
        assert word in told
    assert "Red patches, blisters, white or numb: stop, and leave it off." in HEED
