"""What the making of exercises asks of whoever keeps their files. Knows no file."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.core.exercise import Exercise
from app.core.exercise_editing.draft import Draft
from app.core.library import Library


class ExerciseFile(Protocol):
    """The file of one exercise while it is edited; `begun` is what the edit begins with."""

    @property
    def begun(self) -> Draft: ...

    def save(self, draft: Draft, library: Library) -> Draft:
        """Writes the draft, which must lack nothing, and gives it back as saved. Raises `RecordError`."""


class ExerciseDesk(Protocol):
    """Takes exercises out to be edited. What cannot be done raises `RecordError`, in one line with its remedy."""

    @property
    def pictures(self) -> Path:
        """The folder of the user's own pictures."""

    def own(self) -> frozenset[str]:
        """The ids of the user's own exercises: only they can be edited and deleted."""

    def open(self, exercise: str) -> ExerciseFile: ...

    def new(self) -> ExerciseFile: ...

    def copy(self, exercise: Exercise, name: str) -> ExerciseFile:
        """A new exercise that begins as one that is there."""

    def look_at(self, picture: str) -> None:
        """Whether the file at that path is a picture that can be taken."""

    def delete(self, exercise: str) -> Callable[[], None]:
        """Deletes one of the user's own. Returns what undoes it, which may raise `RecordError` as well."""
