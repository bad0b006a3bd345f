"""Routines that leave the data folder in a `.soleus` file, and those that arrive. Knows no window.

What arrives is judged as a whole before a byte of it is written, and takes nothing away: an exercise that is
there already stays as it is, and a routine that is there is replaced only if the person says so.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, structs

from app.core.exercise import Exercise
from app.core.library import Library
from app.core.loader import load_exercise, load_routine, read_text
from app.core.mistakes import Problem
from app.core.routine import Routine
from app.storage.errors import StoreError, unreadable, unwritable
from app.storage.exercise_files import EXERCISES
from app.storage.files import REAL, Files, replace_file
from app.storage.parcel import Parcel, ParcelRefused, pack, unpack
from app.storage.schemas import put_schemas
from app.storage.toml_files import SUFFIX as TOML

T = TypeVar("T", Exercise, Routine)

PICTURES = "pictures"


class Delivery(Struct, frozen=True):
    """What a `.soleus` file would bring. `exercises` are all that its routine needs, as they would be then.

    `new` are ids of exercises that are not here yet; `kept` those of which another version is here, which
    stays; `taken` is whether a routine of that id is here.
    """

    parcel: Parcel
    routine: Routine
    exercises: Mapping[str, Exercise]
    new: tuple[str, ...]
    kept: tuple[str, ...]
    taken: bool


class Written(Struct, frozen=True):
    """A file that was written, and what it held before: None if it was not there."""

    path: Path
    before: bytes | None


def share(file: Path, routine: Routine, folders: Sequence[Path], target: Path, files: Files = REAL) -> None:
    """Writes the routine in `file` with its exercises and their pictures to `target`. Raises `StoreError`.

    Its exercises are looked for in the `folders` in turn, as the library does.
    """
    parcel = _parcel_of(file, routine, folders, files)
    try:
        replace_file(files, target, pack(parcel))
    except OSError as error:
        raise StoreError(unwritable(target, error)) from error


def look_into(path: Path, library: Library, files: Files = REAL) -> Delivery:
    """What the file at `path` would bring. Writes nothing. Raises `ParcelRefused`, `StoreError`."""
    try:
        data = files.read(path)
    except OSError as error:
        raise StoreError(unreadable(path, error)) from error
    return judged(unpack(data, path.name), path.name, library)


def judged(parcel: Parcel, shown: str, library: Library) -> Delivery:
    """The parcel beside the library. Raises `ParcelRefused` with the first mistake in any of its files."""
    brought = {id_: _exercise(id_, text, shown) for id_, text in parcel.exercises.items()}
    here = library.exercises
    new = tuple(id_ for id_ in brought if id_ not in here)
    exercises = {**brought, **here}
    routine = _sound(
        load_routine(
            parcel.routine,
            file=f"{shown}: routine.toml",
            stem=read_text(parcel.routine, "id") or "",
            exercises=exercises,
        )
    )
    return Delivery(
        parcel=parcel,
        routine=routine,
        exercises={step.exercise: exercises[step.exercise] for step in routine.step if step.exercise},
        new=new,
        kept=tuple(id_ for id_ in brought if id_ in here and not _same(brought[id_], here[id_])),
        taken=library.find(routine.id) is not None,
    )


def accept(delivery: Delivery, own: Path, as_id: str, files: Files = REAL) -> tuple[Written, ...]:
    """Writes what is new into the user's folder `own`, the routine under `as_id`, and last of all.

    So a routine is never there without its exercises. Raises `StoreError`, and then everything is as it was.
    """
    written: list[Written] = []
    try:
        for path, data in _to_write(delivery, own, as_id):
            before = files.read(path) if path.exists() else None
            files.make_folder(path.parent)
            replace_file(files, path, data)
            written.append(Written(path, before))
    except OSError as error:
        take_back(written, files)
        raise StoreError(unwritable(own, error)) from error
    put_schemas(own, files)
    return tuple(written)


def take_back(written: Sequence[Written], files: Files = REAL) -> None:
    """Undoes `accept`, the routine first. Raises `StoreError`."""
    try:
        for file in reversed(written):
            if file.before is None:
                files.remove(file.path)
            else:
                replace_file(files, file.path, file.before)
    except OSError as error:
        raise StoreError(unwritable(file.path, error)) from error


def _to_write(delivery: Delivery, own: Path, as_id: str) -> list[tuple[Path, bytes]]:
    parcel = delivery.parcel
    brought = {id_: _exercise(id_, parcel.exercises[id_], id_) for id_ in delivery.new}
    known = {*delivery.exercises, *brought}
    pictures = [exercise.picture for exercise in brought.values() if exercise.picture in parcel.pictures]
    return [
        *((own / EXERCISES / PICTURES / name, parcel.pictures[name]) for name in pictures if name),
        *(
            (own / EXERCISES / f"{id_}{TOML}", _linked(parcel.exercises[id_], exercise, known).encode())
            for id_, exercise in brought.items()
        ),
        (own / f"{as_id}{TOML}", _named(parcel.routine, delivery.routine.id, as_id).encode()),
    ]


def _linked(text: str, exercise: Exercise, known: set[str]) -> str:
    """Without links to an easier or harder exercise that nobody here has."""
    dangling = [key for key in ("easier", "harder") if (link := getattr(exercise, key)) and link not in known]
    if not dangling:
        return text
    from tomlkit import dumps, parse

    document = parse(text)
    for key in dangling:
        document.remove(key)
    return dumps(document)


def _named(text: str, id_: str, as_id: str) -> str:
    if id_ == as_id:
        return text
    from tomlkit import dumps, parse

    document = parse(text)
    document["id"] = as_id
    return dumps(document)


def _parcel_of(file: Path, routine: Routine, folders: Sequence[Path], files: Files) -> Parcel:
    ids = dict.fromkeys(step.exercise for step in routine.step if step.exercise)
    exercises: dict[str, str] = {}
    pictures: dict[str, bytes] = {}
    for id_ in ids:
        path, exercises[id_], exercise = _exercise_file(id_, folders, files)
        if exercise.picture:
            pictures[exercise.picture] = _bytes(path.parent / PICTURES / exercise.picture, files)
    return Parcel(_text(file, files), exercises, pictures)


def _exercise_file(id_: str, folders: Sequence[Path], files: Files) -> tuple[Path, str, Exercise]:
    """The first of the files of that exercise that is sound, as the library takes them."""
    for path in (folder / EXERCISES / f"{id_}{TOML}" for folder in folders):
        if path.exists():
            text = _text(path, files)
            loaded = load_exercise(text, file=path.name, stem=id_)
            if isinstance(loaded, Exercise):
                return path, text, loaded
    raise StoreError(f"{folders[0] / EXERCISES / id_}{TOML}: the file of this exercise is gone; put it back.")


def _text(path: Path, files: Files) -> str:
    return _bytes(path, files).decode()


def _bytes(path: Path, files: Files) -> bytes:
    try:
        return files.read(path)
    except OSError as error:
        raise StoreError(unreadable(path, error)) from error


def _exercise(id_: str, text: str, shown: str) -> Exercise:
    return _sound(load_exercise(text, file=f"{shown}: exercises/{id_}{TOML}", stem=id_))


def _sound(loaded: T | tuple[Problem, ...]) -> T:
    if isinstance(loaded, tuple):
        more = f" ({len(loaded) - 1} more mistakes)" if len(loaded) > 1 else ""
        raise ParcelRefused(f"{loaded[0]}{more}")
    return loaded


def _same(one: Exercise, other: Exercise) -> bool:
    """Whether they are the same, wherever their links lead."""
    return _unlinked(one) == _unlinked(other)


def _unlinked(exercise: Exercise) -> Exercise:
    return structs.replace(exercise, easier=None, harder=None)
