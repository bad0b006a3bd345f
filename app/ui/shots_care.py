"""How the shell comes to the screens of Care, for pictures of them. Knows no data."""

from collections.abc import Callable
from typing import Any

from kivy.base import EventLoop

from app.core.care.check_in import CheckIn, Felt
from app.ui.shell import Shell
from app.ui.widgets.field import NoteField
from app.ui.widgets.scrolling import bring_into_sight

SETTLING = 12
"""Frames in which the layout comes to rest, so that one can be led to a part of it."""

MOMENTS = 3
"""Before, afterwards and the next morning."""

Advance = Callable[[float], None]


def _care(shell: Shell, advance: Advance) -> None:
    shell.go("care")


def _after_care(pain: int) -> Callable[[Shell, Advance], None]:
    """After, with something said of each moment, and scrolled to the check-in."""

    def show_after(shell: Shell, advance: Advance) -> None:
        shell.follow("calf-reset")
        advance(10_000)
        if shell.following is not None:
            shell.following.look()
        screen: Any = shell.screen
        screen.dispatch("on_felt", "left-calf", "tightness", 4)
        screen.dispatch("on_felt", "left-calf", "pain", pain)
        screen.dispatch("on_felt", "right-calf", "tightness", 2)
        for _ in range(SETTLING):
            EventLoop.idle()
        bring_into_sight(screen.ids.check_in)

    return show_after


def _session_care(shell: Shell, advance: Advance) -> None:
    """The page of a session around which everything was said, at its end."""
    shell.go("progress")
    whole = next(each for each in shell.books.diary.sessions if len(shell.books.said_of(each.id)) == MOMENTS)
    shell.looking_back.open_session(whole.id)
    for _ in range(SETTLING):
        EventLoop.idle()
    bring_into_sight(next(child for child in shell.screen.walk() if isinstance(child, NoteField)))


def _today_care(*answers: str) -> Callable[[Shell, Advance], None]:
    """Today on the morning after a session, with the question of the morning or, answered, what follows."""

    def show_today(shell: Shell, advance: Advance) -> None:
        session, history = shell.books.diary.sessions[0], shell.house.history
        history.delete_all(care=shell.books.said_of(session.id))
        history.put_all(care=[CheckIn(session.id, "after", session.day, (Felt("left-calf", 5, 4),))])
        shell.go("today")
        for answer in answers:
            shell.caring.answer(f"morning:{session.id}", answer)

    return show_today


CARE_SCREENS: dict[str, Callable[[Shell, Advance], None]] = {
    "care": _care,
    "after-care": _after_care(2),
    "after-care-pain": _after_care(7),
    "after-care-session": _session_care,
    "today-care-morning": _today_care(),
    "today-care-suggest": _today_care("worse"),
}
