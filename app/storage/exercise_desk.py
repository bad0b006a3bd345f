"""Takes the user's own exercises out of their folder to be edited, and puts them back. Knows no window."""

from collections.abc import Callable
from pathlib import Path

from app.core.editing.ids import new_id
from app.core.exercise import Exercise
from app.core.exercise_editing.draft import Draft, blank, draft_of, duplicate, finished, saved
from app.core.library import Library
from app.storage.deliveries import PICTURES
from app.storage.errors import told
from app.storage.exercise_files import EXERCISES
from app.storage.files import REAL, Files
from app.storage.own_exercises import (
    Opened,
    bring_back,
    delete_exercise,
    new_file,
    open_exercise,
    own_ids,
    read_picture,
    save_exercise,
)
from app.storage.paths import ROUTINES


class EditedExercise:
    """An `ExerciseFile` in a folder; of a new exercise nothing is opened until it is saved."""

    def __init__(self, folder: Path, opened: Opened | None, begun: Draft, files: Files) -> None:
        self.begun = begun
        self._folder = folder
        self._opened = opened
        self._files = files

    def save(self, draft: Draft, library: Library) -> Draft:
        id_ = draft.exercise.id or self._free_id(draft, library)
        exercise = finished(draft, id_)
        assert exercise is not None  # noqa: S101 - the window offers to save what lacks nothing
        chosen = Path(draft.now.picture_file) if draft.now.picture_file else None
        with told():
            place = self._opened or new_file(self._folder, id_)
            self._opened = save_exercise(place, exercise, chosen, files=self._files)
        return saved(draft, exercise)

    def _free_id(self, draft: Draft, library: Library) -> str:
        """One that neither the library has nor any file that came since it was read."""
        taken = {*library.exercises, *library.broken, *own_ids(self._folder)}
        return new_id(draft.exercise.name, taken)


class FolderExercises:
    """An `ExerciseDesk` on the data folder `folder`."""

    def __init__(self, folder: Path, files: Files = REAL) -> None:
        self._own = folder / ROUTINES
        self._files = files

    @property
    def pictures(self) -> Path:
        return self._own / EXERCISES / PICTURES

    def own(self) -> frozenset[str]:
        return own_ids(self._own)

    def open(self, exercise: str) -> EditedExercise:
        with told():
            opened = open_exercise(self._own, exercise, self._files)
        assert opened.exercise is not None  # noqa: S101 - it was read just now
        return EditedExercise(self._own, opened, draft_of(opened.exercise), self._files)

    def new(self) -> EditedExercise:
        return EditedExercise(self._own, None, blank(), self._files)

    def copy(self, exercise: Exercise, name: str) -> EditedExercise:
        return EditedExercise(self._own, None, duplicate(exercise, name), self._files)

    def look_at(self, picture: str) -> None:
        with told():
            read_picture(Path(picture), self._files)

    def delete(self, exercise: str) -> Callable[[], None]:
        with told():
            deleted = delete_exercise(self._own, exercise, self._files)

        def undo() -> None:
            with told():
                bring_back(deleted, self._files)

        return undo
