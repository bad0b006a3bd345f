"""Owns which of several programs for one job is asked, and what is known of them. Starts nothing itself."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from app.adapters.latest import Outcome, Turn
from app.core.ports import Health, Part

_STRIKES = 3  # failures in a row after which a program is not asked again


class Program(Protocol):
    """A program that may be on this machine."""

    @property
    def name(self) -> str: ...

    def is_installed(self) -> bool: ...


P = TypeVar("P", bound=Program)


class Fallback(Generic[P]):
    """Programs for one job, the best first. One that fails passes the job to the next."""

    def __init__(self, part: Part, programs: Sequence[P]) -> None:
        self._part = part
        self._programs = tuple(programs)
        self._strikes = [0] * len(self._programs)
        self._why = ""
        self.has_worked = False

    def ask(self, attempt: Callable[[P], Outcome], turn: Turn) -> None:
        """Lets `attempt` try one program after the other until one works or the turn is over.

        A program that hangs ends the job as well: by then it is too late for it.
        """
        for index in self._alive():
            if turn.over:
                return
            outcome = attempt(self._programs[index])
            self._note(index, outcome)
            if outcome.ok or outcome.cut or outcome.hung:
                return

    def health(self) -> Health:
        """Of the program to be asked next; it does not count as working if it failed the last time."""
        alive = self._alive()
        if not alive:
            names = ", ".join(program.name for program in self._programs)
            return Health(self._part, works=False, why=self._why or f"none of these is installed: {names}")
        best = min(alive, key=lambda index: self._strikes[index])
        failed = self._strikes[best] > 0
        name = self._programs[best].name
        return Health(self._part, works=not failed, by=name, why=self._why if failed else "")

    def _alive(self) -> list[int]:
        return [
            index
            for index, program in enumerate(self._programs)
            if self._strikes[index] < _STRIKES and program.is_installed()
        ]

    def _note(self, index: int, outcome: Outcome) -> None:
        if outcome.ok:
            self._strikes[index] = 0
            self.has_worked = True
        elif outcome.hung or not outcome.cut:
            self._strikes[index] += 1
            self._why = f"{self._programs[index].name}: {outcome.why}"
