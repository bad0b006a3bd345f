"""What is asked of each place around a session, and what was said."""

import pytest

from app.core.care.check_in import CheckIn, Felt
from app.core.ledger import Balance
from app.views.check_in import DECIDES, SORE, TOMORROW, SaidRow, check_in_view, said_rows
from tests.views.shelf import TODAY


def values(view) -> dict[str, tuple[int, ...]]:
    return {place.name: tuple(scale.value for scale in place.scales) for place in view.places}


def test_each_place_is_asked_of_tightness_and_pain_and_nothing_is_said_yet():
    view = check_in_view({})
    assert values(view) == {"Left calf": (-1, -1), "Right calf": (-1, -1), "Back": (-1, -1)}
    assert [scale.name for scale in view.places[0].scales] == ["Tightness", "Pain"]
    assert view.places[2].scales[1].aloud == "Back: pain"
    assert (view.places[0].scales[0].said, view.sore, view.tomorrow) == ("–", "", "")


def test_one_moment_is_shown_at_a_time():
    felt = {"after": (Felt("left-calf", 4, 0),), "before": (Felt("back", None, 3),)}
    now, before = check_in_view(felt, 0), check_in_view(felt, 1)
    assert values(now) == {"Left calf": (4, 0), "Right calf": (-1, -1), "Back": (-1, -1)}
    assert values(before) == {"Left calf": (-1, -1), "Right calf": (-1, -1), "Back": (-1, 3)}
    assert "since" in now.about
    assert "before you began" in before.about
    assert now.places[0].scales[1].said == "0"


def test_a_number_says_aloud_what_taking_it_back_does_and_none_has_nothing_to_take_back():
    scales = check_in_view({"after": (Felt("back", None, 3),)}).places[2].scales
    assert [scale.take_back for scale in scales] == ["", "Take back: Back, pain 3"]
    assert "Press a number to take it back." in check_in_view({}).about


def test_where_the_back_was_worked_it_comes_first():
    assert next(iter(values(check_in_view({}, worked=(Balance("glutes"),))))) == "Back"


@pytest.mark.parametrize(
    ("felt", "sore"),
    [
        ({"after": (Felt("back", None, 5),)}, ""),
        ({"after": (Felt("back", None, 6),)}, SORE),
        ({"after": (Felt("back", 10, 0),)}, ""),  # tight is not sore
        ({"before": (Felt("back", None, 9),)}, ""),  # the rule is about what came of the session
    ],
)
def test_pain_over_five_says_so_at_once(felt, sore):
    assert check_in_view(felt, 0).sore == check_in_view(felt, 1).sore == sore


def test_whoever_said_something_is_told_what_the_morning_will_ask():
    assert check_in_view({"before": (Felt("back", 1),)}).tomorrow == f"{TOMORROW} {DECIDES}"


@pytest.mark.parametrize(
    ("pain", "tomorrow"),
    [(5, f"{TOMORROW} {DECIDES}"), (6, TOMORROW)],  # over 5 the rule eases whatever the morning says
)
def test_the_morning_decides_about_the_next_time_only_up_to_a_pain_of_five(pain, tomorrow):
    felt = {"after": (Felt("back", None, pain),)}
    assert check_in_view(felt, 0).tomorrow == check_in_view(felt, 1).tomorrow == tomorrow


def test_what_was_said_is_a_line_for_each_place_in_the_order_of_time():
    said = (
        CheckIn("a", "after", TODAY, (Felt("left-calf", 2, 0), Felt("back", pain=6))),
        CheckIn("a", "before", TODAY, (Felt("left-calf", 5), Felt("right-calf"))),
        CheckIn("a", "morning", TODAY, morning="worse"),
    )
    assert said_rows(said) == (
        SaidRow("Before", ("Left calf: tightness 5",)),
        SaidRow("Afterwards", ("Left calf: tightness 2, pain 0", "Back: pain 6")),
        SaidRow("The next morning", ("Worse",)),
    )


def test_a_moment_of_which_nothing_was_said_is_left_out():
    assert said_rows((CheckIn("a", "before", TODAY, (Felt("back"),)),)) == ()
