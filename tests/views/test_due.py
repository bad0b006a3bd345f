"""What is due today, routine by routine."""

from app.core.due import Due
from app.views.due import ALL_DONE, NOTHING_DUE, TITLE, due_view
from tests.views.shelf import LIBRARY


def seen(*dues):
    return due_view(dues, LIBRARY)


def test_nothing_is_shown_where_nothing_is_due():
    assert seen() == NOTHING_DUE
    assert seen(Due("a-file-that-went", 1, 0)) == NOTHING_DUE


def test_what_is_due_several_times_says_how_far_it_is():
    (row,) = seen(Due("calf-reset", 3, 1)).rows
    assert (row.routine, row.name, row.count, row.done) == ("calf-reset", "Calf reset", "1 of 3", False)


def test_once_needs_no_number():
    assert seen(Due("calf-reset", 1, 0)).rows[0].count == ""


def test_what_is_left_comes_before_what_is_done():
    view = seen(Due("calf-reset", 2, 2), Due("calf-strength", 1, 0), Due("own-pace", 1, 0))
    assert view.title == TITLE
    assert [(row.routine, row.done) for row in view.rows] == [
        ("calf-strength", False),
        ("own-pace", False),
        ("calf-reset", True),
    ]


def test_all_done_says_so():
    view = seen(Due("calf-reset", 2, 2))
    assert (view.title, view.rows[0].count) == (ALL_DONE, "2 of 2")
