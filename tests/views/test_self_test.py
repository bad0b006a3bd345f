"""The page of one self-test: what it came to, and putting a try right."""

import pytest
from msgspec import structs

from app.views.self_test import NONE, corrected, self_test_view
from tests.core.care.tests_taken import heel_rises, taken
from tests.views.shelf import diary


def seen(test, *others, is_new: bool = True, **more):
    return self_test_view(test, structs.replace(diary(), self_tests=others), is_new=is_new, **more)


def test_a_test_is_compared_with_the_first_of_its_kind_and_not_with_itself():
    first = taken(left=(7.0,), right=(9.0,), days_back=28)
    test = taken(left=(9.5,), right=(9.0,))
    view = seen(test, first, heel_rises(17, 20, 28), test, is_new=False)
    assert view.verdicts[0].startswith("Left: 2.5 cm more than on 25 October")


def test_a_test_is_not_compared_with_a_later_one():
    view = seen(taken(days_back=28), taken(left=(1.0,)), is_new=False)
    assert view.verdicts[0].startswith("Your first test.")


def test_each_try_has_a_line_and_one_that_was_skipped_can_be_added():
    view = seen(taken(left=(7.0, 7.5)))
    assert [(line.label, line.text) for line in view.tries[:3]] == [
        ("Left, try 1", "7.0 cm"),
        ("Left, try 2", "7.5 cm"),
        ("Left, try 3", NONE),
    ]
    assert len(view.tries) == 6


def test_a_leg_without_tries_has_one_line_to_begin_with():
    view = seen(taken(left=()))
    assert [line.text for line in view.tries] == [NONE, "9.0 cm", "9.5 cm", "10.0 cm"]
    assert (view.left, view.right) == ("not tested", "9.5 cm")


def test_of_heel_rises_there_is_one_number_a_leg():
    view = seen(heel_rises(17, 24))
    assert [(line.label, line.text) for line in view.tries] == [("Left", "17 rises"), ("Right", "24 rises")]
    assert view.tries_title == "What was counted"


def test_a_test_from_elsewhere_with_more_tries_shows_them_all():
    view = seen(taken("heel-rise", (17, 14), (24,)))
    assert [(line.label, line.text) for line in view.tries] == [
        ("Left, try 1", "17 rises"),
        ("Left, try 2", "14 rises"),
        ("Right, try 1", "24 rises"),
    ]


@pytest.mark.parametrize(
    ("tries", "number", "by", "after"),
    [
        ((7.0, 7.5), 1, 1, (7.0, 8.0)),
        ((7.0, 7.5), 0, -1, (6.5, 7.5)),
        ((7.0, 7.5), 2, 1, (7.0, 7.5, 0.0)),
        ((7.0, 0.0), 1, -1, (7.0,)),
        ((0.0,), 0, -1, ()),
        ((30.0,), 0, 1, (30.0,)),
    ],
)
def test_putting_a_try_right(tries, number, by, after):
    assert corrected(taken(left=tries), "left", number, by).left == after


def test_what_holds_no_try_cannot_be_saved():
    view = seen(taken(left=(), right=()))
    assert not view.can_save
    assert view.verdicts == ()


def test_the_extra_set_is_announced_only_for_a_new_test_that_lags_and_where_there_is_one_to_offer():
    lagging = heel_rises(17, 24)
    assert seen(lagging, offers=True).offer == "Once it is saved, Soleus offers one more set for the left."
    assert seen(lagging, offers=False).offer == ""
    assert seen(lagging, is_new=False, offers=True).offer == ""
    assert seen(heel_rises(22, 24), offers=True).offer == ""
