"""Reads folders of exercises into one shelf, the later over the earlier. Knows no meaning of a file."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from app.core.exercise import Exercise
from app.core.file_rules import Known
from app.core.loader import find_dangling, load_exercise
from app.core.mistakes import Problem, quoted
from app.storage.toml_files import TomlFile, read_folder

EXERCISES = "exercises"


class Shelved(Struct, frozen=True):
    """An exercise that can be used, and the file it came from."""

    exercise: Exercise
    file: TomlFile


class Shelf(Struct, frozen=True):
    """The exercises that can be used by id, the ids of those that cannot, and why."""

    shelved: Mapping[str, Shelved] = {}
    broken: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def known(self) -> Known:
        return Known(self.shelved, self.broken)

    def add(self, files: Iterable[TomlFile]) -> "Shelf":
        """With the exercises of `files` too; where one has mistakes, what the shelf had of its id stays."""
        shelved = dict(self.shelved)
        broken = set(self.broken)
        problems = list(self.problems)
        for file in files:
            loaded = load_exercise_file(file)
            if isinstance(loaded, Exercise):
                shelved[file.stem] = Shelved(loaded, file)
                continue
            broken.add(file.stem)
            if file.stem in self.shelved:
                stand_in = f"until this file is mended, the bundled {quoted(file.stem)} is used"
                problems.append(Problem(file.shown, 1, stand_in))
            problems += loaded
        return Shelf(shelved, frozenset(broken - set(shelved)), tuple(problems))

    def cut_dangling(self) -> "Shelf":
        """Without the links to exercises that cannot be used; each is a problem of its file."""
        shelved = dict(self.shelved)
        problems = list(self.problems)
        for name, item in self.shelved.items():
            dangling = find_dangling_in(item.file, item.exercise, self.known)
            if dangling:
                problems += dangling
                shelved[name] = Shelved(_cut(item.exercise, self.shelved), item.file)
        return Shelf(shelved, self.broken, tuple(problems))


def read_exercises(folders: Iterable[Path]) -> Shelf:
    """The exercises of all folders. Never raises; a folder that is not there is empty."""
    shelf = Shelf()
    for folder in folders:
        files, problem = read_folder(folder, f"{EXERCISES}/")
        shelf = shelf.add(files)
        if problem:
            shelf = replace(shelf, problems=(*shelf.problems, problem))
    return shelf.cut_dangling()


def load_exercise_file(file: TomlFile) -> Exercise | tuple[Problem, ...]:
    """The exercise in a file, whatever `easier` and `harder` lead to, or every mistake in it."""
    if isinstance(file.text, Problem):
        return (file.text,)
    return load_exercise(file.text, file=file.shown, stem=file.stem)


def find_dangling_in(file: TomlFile, exercise: Exercise, known: Known) -> tuple[Problem, ...]:
    """The mistakes in what `easier` and `harder` lead to."""
    return () if isinstance(file.text, Problem) else find_dangling(file.text, exercise, file.shown, known)


def _cut(exercise: Exercise, usable: Mapping[str, Shelved]) -> Exercise:
    return replace(
        exercise,
        easier=exercise.easier if exercise.easier in usable else None,
        harder=exercise.harder if exercise.harder in usable else None,
    )
