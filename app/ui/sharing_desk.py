"""What the window asks of whoever hands routines and reports on and takes routines in. Knows no file's format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from app.core.exercise import Exercise
from app.core.library import Entry, Library
from app.core.routine import Routine
from app.core.target import Target

if TYPE_CHECKING:  # the first frame waits for the window's ports, and not for what they hand over
    from app.core.care.report import Report
    from app.views.handout import Handout

Paper = Literal["A4", "Letter"]
PAPERS: tuple[Paper, ...] = ("A4", "Letter")


@dataclass(frozen=True)
class Arrival:
    """A routine that would come in, with all exercises that it needs.

    `new` are the ids of exercises that are not here, `kept` those of which another version is here, which
    stays. `plan` is the desk's own, to be handed back to it.
    """

    routine: Routine
    exercises: Mapping[str, Exercise]
    new: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    plan: object = None


class SharingDesk(Protocol):
    """What cannot be done raises RecordError, in one line with its remedy.

    `print_sheet`, `report`, `share` and `look_into` may be called by another thread than the window's.
    """

    def usual_paper(self) -> Paper:
        """What people print on where this machine says that it is."""

    def print_sheet(self, said: Handout, path: str, paper: Paper) -> int:
        """Writes a PDF; how many pages it has."""

    def report(self, report: Report, exercises: Mapping[str, Exercise], path: str, paper: Paper) -> None:
        """Writes it as a page to print (`.pdf`) or as a table (`.csv`)."""

    def share(self, entry: Entry, path: str) -> None:
        """Writes the routine and its exercises as one `.soleus` file."""

    def look_into(self, path: str, library: Library) -> Arrival:
        """What a `.soleus` file would bring. Changes nothing."""

    def take_in(self, arrival: Arrival, as_id: str) -> Callable[[], None]:
        """Brings it in by that id, after a backup if it replaces one. Returns what takes it back."""

    def add(self, routine: Routine, targets: Sequence[Target]) -> Callable[[], None]:
        """Saves a routine that is new, and when it is due: both or nothing. Returns what takes it back."""
