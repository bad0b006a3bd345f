"""Does what takes a while in a thread of its own, so that the window goes on. Knows no deed."""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from kivy.clock import Clock

from app.core.ports import RecordError

Answer = TypeVar("Answer")

NAME = "aside"
LOOK_S = 1 / 30
"""How often the window looks whether it is done: the clock's calls from other threads would not wake it."""


def do_aside(
    work: Callable[[], Answer], done: Callable[[Answer], None], failed: Callable[[str], None]
) -> None:
    """Calls `work` in a thread and then, in the window's own, `done` with its answer.

    If it raised RecordError, `failed` is called with its line instead.
    """
    answers: list[Answer] = []
    troubles: list[str] = []

    def run() -> None:
        try:
            answers.append(work())
        except RecordError as error:
            troubles.append(str(error))

    thread = Thread(target=run, name=NAME, daemon=True)
    thread.start()

    def look(_: float) -> bool:
        if thread.is_alive():
            return True
        for answer in answers:
            done(answer)
        for trouble in troubles:
            failed(trouble)
        return False

    Clock.schedule_interval(look, LOOK_S)
