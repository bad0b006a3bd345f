"""A zip that somebody hands us, as files by name. Knows the bytes of a zip, and no folder.

It may be damaged, or made to do harm. So what it declares about itself is not believed, nothing of it is
unpacked anywhere, and a name that could lead out of a folder makes the whole of it refused.
"""

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from app.core.mistakes import printable, quoted
from app.storage.errors import StoreError

MOST_FILES = 10_000
MOST_BYTES = 256 << 20
"""Of the zip, and of all that is in it: a session a day for 20 years, written at every segment, is a tenth."""
LONGEST_NAME = 255

_STRANGE = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)
_ENCRYPTED = 1


class ArchiveRefused(StoreError):
    """The zip is not taken. The message is one line: the file, why, and what to do."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(f"{printable(shown)}: {why}.")


def looks_like_zip(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_archive(data: bytes, shown: str) -> dict[str, bytes]:
    """Every file in a zip, by its name with "/" between the parts. Raises `ArchiveRefused`, and nothing else."""
    if len(data) > MOST_BYTES:
        raise _too_large(shown)
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
            _refuse_what_is_strange(infos, shown)
            return _read(archive, infos, shown)
    except _STRANGE as error:
        why = printable(str(error)) or type(error).__name__
        raise ArchiveRefused(shown, f"this is no zip, or it is damaged ({why}); export it anew") from error


def _refuse_what_is_strange(infos: Sequence[ZipInfo], shown: str) -> None:
    if len(infos) > MOST_FILES:
        raise ArchiveRefused(
            shown, f"there are {len(infos)} files in it, which is no history; it is not taken"
        )
    names: set[str] = set()
    for info in infos:
        name = info.filename
        if not is_safe(name):
            raise ArchiveRefused(shown, f"{quoted(name)} would lead out of its folder; it is not taken")
        if name.casefold() in names:  # on many machines these two would be one file
            raise ArchiveRefused(shown, f"{quoted(name)} is in it twice; it is not taken")
        if info.flag_bits & _ENCRYPTED:
            raise ArchiveRefused(shown, "it is locked with a password; make one without")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ArchiveRefused(
                shown, "it is packed in a way that Soleus cannot read; pack it as a plain zip"
            )
        names.add(name.casefold())


def is_safe(name: str) -> bool:
    """Whether a name stays where it is put: "log/2026-1f2e3d4c.jsonl" does, "../x", "/x" and "c:x" do not."""
    parts = name.split("/")
    plain = name.isprintable() and not any(letter in name for letter in '\\:*?"<>|')
    return plain and all(part.strip(". ") and len(part) <= LONGEST_NAME for part in parts)


def _read(archive: ZipFile, infos: Sequence[ZipInfo], shown: str) -> dict[str, bytes]:
    """Stops as soon as more has come out than there may be, whatever size was declared."""
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for info in infos:
        with archive.open(info) as file:
            data = file.read(left + 1)
        left -= len(data)
        if left < 0:
            raise _too_large(shown)
        found[info.filename] = data
    return found


def _too_large(shown: str) -> ArchiveRefused:
    most = MOST_BYTES >> 20
    return ArchiveRefused(shown, f"there are more than {most} MB in it, which is no history; it is not taken")
