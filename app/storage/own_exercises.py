"""Opens, saves and deletes the files of the user's own exercises, and their pictures. Knows no window.

What is written here is what the editor was given: a file that someone else has changed meanwhile is never
overwritten unasked.
"""

from pathlib import Path

from msgspec import Struct

from app.core.exercise import Exercise
from app.core.loader import load_exercise
from app.core.mistakes import Problem
from app.core.toml_text import MOST_BYTES, decode
from app.storage.deliveries import PICTURES
from app.storage.errors import StoreError, unreadable, unwritable
from app.storage.exercise_files import EXERCISES
from app.storage.files import REAL, Files
from app.storage.parcel import MOST_PICTURE_BYTES, picture_problem
from app.storage.schemas import put_schemas
from app.storage.toml_files import SUFFIX, read_folder, stem_of
from app.storage.whole_files import read_whole, write_whole

ENDINGS = {".png": "png", ".jpg": "jpg", ".jpeg": "jpg"}


class Opened(Struct, frozen=True):
    """An exercise's file as an edit found it: `data` is None, and so are `text` and `exercise`, for a new one."""

    path: Path
    data: bytes | None = None
    text: str | None = None
    exercise: Exercise | None = None


class Deleted(Struct, frozen=True):
    """What is needed to bring an exercise back: each file with its bytes, the exercise's own last."""

    files: tuple[tuple[Path, bytes], ...]


def own_ids(folder: Path) -> frozenset[str]:
    """The ids of the user's own exercises in `folder`, that of the user's routines, whatever is in their files."""
    return frozenset(stem_of(file.path) for file in read_folder(folder / EXERCISES)[0])


def picture_path(folder: Path, name: str) -> Path:
    """Where a picture of that name lies."""
    return folder / EXERCISES / PICTURES / name


def read_picture(path: Path, files: Files = REAL) -> bytes:
    """The picture in a file that the user chose. Raises `StoreError`, in one line, if it cannot be taken."""
    ending = ENDINGS.get(path.suffix.lower())
    if ending is None:
        raise StoreError(f"{path}: this is no PNG or JPEG picture; choose one that is.")
    try:
        if files.length(path) > MOST_PICTURE_BYTES:
            raise StoreError(f"{path}: a picture may have at most 2 MB; make it smaller.")
        data = files.read(path)
    except OSError as error:
        raise StoreError(unreadable(path, error)) from error
    if why := picture_problem(f"picture.{ending}", data):
        raise StoreError(f"{path}: {why}.")
    return data


def open_exercise(folder: Path, id_: str, files: Files = REAL) -> Opened:
    """The file of one of the user's own exercises. Raises `StoreError` if it cannot be edited here."""
    path = folder / EXERCISES / f"{id_}{SUFFIX}"
    data = read_whole(path, files)
    if data is None:
        raise StoreError(f"{path}: the file has gone; look at the list again to see what is there.")
    text = decode(data, path.name)
    if isinstance(text, Problem):
        raise StoreError(str(text))
    exercise = load_exercise(text, file=path.name, stem=id_)
    if isinstance(exercise, tuple):
        raise StoreError(str(exercise[0]))
    return Opened(path, data, text, exercise)


def new_file(folder: Path, id_: str) -> Opened:
    """The place of an exercise that is new."""
    return Opened(folder / EXERCISES / f"{id_}{SUFFIX}")


def save_exercise(
    opened: Opened, exercise: Exercise, picture: Path | None = None, *, files: Files = REAL
) -> Opened:
    """Writes the exercise into the file that was opened, its picture first, and gives the file as it is now.

    A file that is not the one that was opened is left alone. A crash leaves the old file or the new one, whole.
    Raises `StoreError`, and then the exercise is as it was.
    """
    if exercise.id != stem_of(opened.path):
        raise ValueError(f"{exercise.id} cannot be saved in {opened.path}")
    data = _text(opened, exercise).encode()
    if len(data) > MOST_BYTES:
        raise StoreError(f"{opened.path}: the exercise takes more than 256 KiB; shorten its texts.")
    lying = read_whole(opened.path, files)
    if lying not in (opened.data, data):
        raise StoreError(_elsewhere(opened.path, is_new=opened.data is None))
    if picture is not None and exercise.picture is not None:
        place = opened.path.parent / PICTURES / exercise.picture
        write_whole(place, read_picture(picture, files), files)
    if lying != data:
        write_whole(opened.path, data, files)
        put_schemas(opened.path.parent.parent, files)
    return Opened(opened.path, data, data.decode(), exercise)


def delete_exercise(folder: Path, id_: str, files: Files = REAL) -> Deleted:
    """Deletes the file of one of the user's own exercises, and its picture. Raises `StoreError`."""
    opened = open_exercise(folder, id_, files)
    assert opened.data is not None  # noqa: S101
    name = opened.exercise.picture if opened.exercise else None
    held = [(picture_path(folder, name), read_whole(picture_path(folder, name), files))] if name else []
    found = [*((path, data) for path, data in held if data is not None), (opened.path, opened.data)]
    for path, _ in reversed(found):  # the exercise first: a picture without one harms nobody
        try:
            files.remove(path)
            files.fsync_folder(path.parent)
        except OSError as error:
            raise StoreError(unwritable(path, error)) from error
    return Deleted(tuple(found))


def bring_back(deleted: Deleted, files: Files = REAL) -> None:
    """Undoes a deletion, unless another file has taken the place. Raises `StoreError`."""
    for path, data in deleted.files:
        lying = read_whole(path, files)
        if lying not in (None, data):
            raise StoreError(_elsewhere(path, is_new=True))
        write_whole(path, data, files)


def _elsewhere(path: Path, *, is_new: bool) -> str:
    if is_new:
        return f"{path}: another file has that name by now; give the exercise another name."
    return f"{path}: this file was changed elsewhere meanwhile; copy what you wrote, and open it again."


def _text(opened: Opened, exercise: Exercise) -> str:
    from app.storage.exercise_text import edited_text, new_text  # tomlkit: only when saving

    if opened.text is None or opened.exercise is None:
        return new_text(exercise)
    return edited_text(opened.text, opened.exercise, exercise)
