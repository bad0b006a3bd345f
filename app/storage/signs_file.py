"""What was answered to the warning signs, as a small file of its own. Knows no sign and no clock.

It is no part of the history: it stays on this machine, goes into no backup, no export and no report, and erased it
is gone. docs/decisions/0019 says why.
"""

from pathlib import Path

from msgspec import MsgspecError, json

from app.core.care.warning_signs import Answers
from app.storage.errors import StoreError, told, unreadable, unwritable
from app.storage.files import REAL, Files, replace_file
from app.storage.paths import SIGNS

BAD = ".bad"
_BESIDE = ("", ".new", BAD)


def load_answers(folder: Path, files: Files = REAL) -> Answers | None:
    """What was answered last, or None. Writes nothing. Raises `StoreError` if that cannot be read or understood."""
    path = folder / SIGNS
    try:
        return json.decode(files.read(path), type=Answers)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(unreadable(path, error)) from error
    except (MsgspecError, UnicodeDecodeError, RecursionError) as error:
        kept = path.with_name(path.name + BAD)
        raise StoreError(
            f"{path}: cannot be understood ({error}); answer the warning signs anew on Care, and it is kept as {kept}."
        ) from error


def save_answers(folder: Path, answers: Answers, files: Files = REAL) -> None:
    """Replaces the file as a whole; one that cannot be understood is kept beside. Raises `StoreError`."""
    path = folder / SIGNS
    try:
        files.make_folder(folder)
        _set_aside(path, files)
        replace_file(files, path, json.format(json.encode(answers), indent=2) + b"\n")
    except OSError as error:
        raise StoreError(unwritable(path, error)) from error


def erase_answers(folder: Path, files: Files = REAL) -> None:
    """Removes the file, what was set aside of it and what is left of a cut-off replacement. Raises `StoreError`."""
    path = folder / SIGNS
    try:
        there = [beside for end in _BESIDE if (beside := path.with_name(path.name + end)).exists()]
        for beside in there:
            files.remove(beside)
        if there:
            files.fsync_folder(folder)
    except OSError as error:
        raise StoreError(unwritable(path, error)) from error


def _set_aside(path: Path, files: Files) -> None:
    try:
        written = files.read(path)
        json.decode(written, type=Answers)
    except FileNotFoundError:
        return
    except (MsgspecError, UnicodeDecodeError, RecursionError):
        replace_file(files, path.with_name(path.name + BAD), written)


class FolderSigns:
    """A `SignDesk` on the data folder `folder`."""

    def __init__(self, folder: Path, files: Files = REAL) -> None:
        self._folder = folder
        self._files = files

    def load(self) -> Answers | None:
        with told():
            return load_answers(self._folder, self._files)

    def save(self, answers: Answers) -> None:
        with told():
            save_answers(self._folder, answers, self._files)

    def erase(self) -> None:
        with told():
            erase_answers(self._folder, self._files)
