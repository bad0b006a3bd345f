"""A `.soleus` file: one routine with the exercises it needs, to pass on. Knows its bytes, and no folder.

It is a zip of TOML and pictures:

    routine.toml
    exercises/wall-calf-stretch.toml
    pictures/my-stretch.png

A file from somebody else is looked at as bytes only: nothing of it is unpacked, no name in it leads
anywhere, and it is refused as soon as it is larger than anything that Soleus itself would write.
"""

import re
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from msgspec import Struct

from app.core.toml_text import MOST_BYTES

SUFFIX = ".soleus"
ROUTINE = "routine.toml"
MOST_FILES = 201
"""A routine of 100 steps, each with an exercise and a picture of its own."""
MOST_PICTURE_BYTES = 2 << 20
MOST_PARCEL_BYTES = 20 << 20
"""Of the file, and of all that is in it."""
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of everything in it, so that the same routine gives the same file."""

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_EXERCISE = re.compile(rf"exercises/({_ID})\.toml")
_PICTURE = re.compile(rf"pictures/({_ID}\.(?:png|jpg))")
_STARTS = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff"}


class Parcel(Struct, frozen=True):
    """The text of a routine, of exercises by id, and pictures by file name."""

    routine: str
    exercises: Mapping[str, str] = {}
    pictures: Mapping[str, bytes] = {}


class ParcelRefused(Exception):
    """The file cannot be taken. The message is one line: why, and what to do."""


def pack(parcel: Parcel) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in _contents(parcel):
            archive.writestr(ZipInfo(name, OLDEST), data, ZIP_DEFLATED)
    return buffer.getvalue()


def unpack(data: bytes, shown: str) -> Parcel:
    """What is in the file that mistakes call `shown`. Raises `ParcelRefused`."""
    if len(data) > MOST_PARCEL_BYTES:
        raise _too_large(shown)
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _parcel(_read(archive, shown), shown)
    except (
        BadZipFile,
        EOFError,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ) as error:
        raise ParcelRefused(
            f"{shown}: this is no routine to import, or it is damaged ({error}); ask for it to be sent again."
        ) from error


def picture_problem(name: str, data: bytes) -> str:
    """Why a picture cannot be taken; "" if it can be. Its bytes must be what its name says."""
    if len(data) > MOST_PICTURE_BYTES:
        return f"a picture may have at most {MOST_PICTURE_BYTES >> 20} MB; make it smaller"
    if not data.startswith(_STARTS.get(name.rpartition(".")[2], b"\0")):
        return "this is no PNG or JPEG picture; save it as one of these"
    return ""


def _contents(parcel: Parcel) -> list[tuple[str, bytes]]:
    return [
        (ROUTINE, parcel.routine.encode()),
        *((f"exercises/{id_}.toml", text.encode()) for id_, text in sorted(parcel.exercises.items())),
        *((f"pictures/{name}", data) for name, data in sorted(parcel.pictures.items())),
    ]


def _read(archive: ZipFile, shown: str) -> dict[str, bytes]:
    """Every file by name. What a zip declares about itself is not believed: each is read to its limit."""
    infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
    if len(infos) > MOST_FILES:
        raise ParcelRefused(
            f"{shown}: {len(infos)} files are in it, and a routine has at most {MOST_FILES}; it is not taken."
        )
    found: dict[str, bytes] = {}
    left = MOST_PARCEL_BYTES
    for info in infos:
        if info.filename in found:
            raise ParcelRefused(f'{shown}: "{_printable(info.filename)}" is in it twice; it is not taken.')
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ParcelRefused(f"{shown}: it is packed in a way that Soleus does not use; it is not taken.")
        limit = min(left, _limit(info.filename, shown))
        with archive.open(info) as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise _too_large(shown)
        found[info.filename] = data
        left -= len(data)
    return found


def _limit(name: str, shown: str) -> int:
    """How many bytes a file of that name may have. Raises `ParcelRefused` for a name that has no place."""
    if name == ROUTINE or _EXERCISE.fullmatch(name):
        return MOST_BYTES
    if _PICTURE.fullmatch(name):
        return MOST_PICTURE_BYTES
    raise ParcelRefused(f'{shown}: "{_printable(name)}" does not belong in it; it is not taken.')


def _parcel(files: Mapping[str, bytes], shown: str) -> Parcel:
    if ROUTINE not in files:
        raise ParcelRefused(f"{shown}: there is no routine in it; ask for it to be sent again.")
    pictures = {match[1]: data for name, data in files.items() if (match := _PICTURE.fullmatch(name))}
    for name, data in pictures.items():
        if why := picture_problem(name, data):
            raise ParcelRefused(f"{shown}: pictures/{name}: {why}.")
    try:
        return Parcel(
            files[ROUTINE].decode(),
            {match[1]: data.decode() for name, data in files.items() if (match := _EXERCISE.fullmatch(name))},
            pictures,
        )
    except UnicodeDecodeError as error:
        raise ParcelRefused(f"{shown}: a text in it is not UTF-8; ask for it to be sent again.") from error


def _too_large(shown: str) -> ParcelRefused:
    return ParcelRefused(f"{shown}: this is larger than a routine can be; it is not taken.")


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name[:80])
