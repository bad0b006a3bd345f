"""Adds one more set to a routine once somebody has said yes, and offers to take it back. Knows no test."""

from collections.abc import Callable

from app.core.care.extra_set import Extra, with_extra
from app.core.ports import RecordError
from app.ui.routine_changing import change_routine
from app.ui.stage import Stage
from app.views.self_tests import extra_added


def add_extra(shell: Stage, extra: Extra, look_again: Callable[[], None]) -> str:
    """Why it could not be added, or "". `look_again` is called after it was taken back."""
    books = shell.books
    entry = books.entry(extra.routine)
    if entry is None:
        return ""
    try:
        undo = change_routine(shell.house.editing, books, entry, lambda draft: with_extra(draft, extra))
    except RecordError as error:
        return str(error)

    def take_back() -> None:
        try:
            undo()
        except RecordError as error:
            books.trouble = str(error)
        look_again()

    shell.offer_undo(extra_added(extra, entry.name), take_back)
    return ""
