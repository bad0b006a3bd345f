"""Opens the TOML files of a folder, or says in a line why it cannot. Knows nothing of what is in them."""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from app.core.mistakes import Problem, quoted
from app.core.toml_text import MOST_BYTES, decode

SUFFIX = ".toml"

# A named pipe must not keep us waiting, should one take a file's place between the look and the opening.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NOT_A_FILE = "this is not a file but a pipe or a device; move it elsewhere"
_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "this may not be read; give yourself permission to read it",
    errno.EPERM: "this may not be read; give yourself permission to read it",
    errno.ELOOP: "this is a link that leads back to itself; delete it",
}


class TomlFile(Struct, frozen=True):
    """A file with its content, or with the problem that kept it from being read.

    `shown` is what mistakes call it, `stem` its name without `.toml`.
    """

    path: Path
    shown: str
    text: str | Problem

    @property
    def stem(self) -> str:
        return stem_of(self.path)


def stem_of(path: Path) -> str:
    """The name without `.toml`, in whatever case that is written; other endings are part of the name."""
    return path.stem if path.suffix.lower() == SUFFIX else path.name


def read_folder(folder: Path, prefix: str = "") -> tuple[list[TomlFile], Problem | None]:
    """The TOML files of a folder by name; hidden files and an editor's copies are left out.

    A folder that is not there is empty; one that cannot be read is a problem. `prefix` goes before the
    names that mistakes show.
    """
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - a third of the time of iterdir
    except (FileNotFoundError, ValueError):  # ValueError: a NUL in the name
        return [], None
    except NotADirectoryError:
        file = next(path for path in (folder, *folder.parents) if path.exists())
        return [], Problem(str(file), 1, "this must be a folder; move the file elsewhere")
    except OSError as error:
        return [], Problem(str(folder), 1, _reason(error))
    files = [read_file(folder / name, prefix + name) for name in names if _is_wanted(name)]
    return _without_doubles(files), None


def names_in_all(folders: Iterable[Path]) -> frozenset[str]:
    """The names, without `.toml`, of the files that `read_folder` would read in any of them."""
    names: set[str] = set()
    for folder in folders:
        with suppress(OSError, ValueError):  # read_folder tells why it cannot be read
            names.update(stem_of(folder / name) for name in os.listdir(folder) if _is_wanted(name))  # noqa: PTH208
    return frozenset(names)


def _is_wanted(name: str) -> bool:
    return name.lower().endswith(SUFFIX) and not name.startswith(".")


def _without_doubles(files: list[TomlFile]) -> list[TomlFile]:
    """`calves.TOML` and `calves.toml` may lie side by side; the second cannot be the same routine."""
    first: dict[str, TomlFile] = {}
    for number, file in enumerate(files):
        other = first.setdefault(file.stem, file)
        if other is not file:
            taken = f"the id {quoted(file.stem)} is also that of {other.shown}; rename one of the two"
            files[number] = TomlFile(file.path, file.shown, Problem(file.shown, 1, taken))
    return files


def read_file(path: Path, shown: str) -> TomlFile:
    """One file, at most 256 KiB of it. Opens nothing but regular files, so it never waits."""
    return TomlFile(path, shown, _read(path, shown))


def _read(path: Path, shown: str) -> str | Problem:
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            folder = "this is a folder, not a file; move it elsewhere"
            return Problem(shown, 1, folder if stat.S_ISDIR(kind) else _NOT_A_FILE)
        return decode(_read_bytes(path), shown)
    except OSError as error:
        dangling = isinstance(error, FileNotFoundError) and path.is_symlink()
        reason = "this is a link to a file that is not there; delete it" if dangling else _reason(error)
        return Problem(shown, 1, reason)
    except ValueError:  # a NUL in the name
        return Problem(shown, 1, _REASONS[errno.ENOENT])


def _read_bytes(path: Path) -> bytes:
    descriptor = os.open(path, _FLAGS)
    with open(descriptor, "rb", buffering=0) as file:  # it is open already
        chunks = []
        left = MOST_BYTES + 1
        while left and (chunk := file.read(left)):
            chunks.append(chunk)
            left -= len(chunk)
        return b"".join(chunks)


def _reason(error: OSError) -> str:
    known = _REASONS.get(error.errno or 0)
    return known or f"this cannot be read ({error.strerror or error}); check the disk and try again"
