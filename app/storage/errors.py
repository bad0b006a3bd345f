"""What can go wrong with the data folder, in one line each. Knows no log and no window."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.ports import RecordError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class StoreError(Exception):
    """The data folder cannot be used. The message is one line: the folder, the reason and the remedy."""


class StoreBusy(StoreError):
    """Another Soleus has the data folder open for writing."""


@contextmanager
def told() -> Iterator[None]:
    """What the window understands."""
    try:
        yield
    except StoreError as error:
        raise RecordError(str(error)) from error


def unusable_folder(folder: Path, error: OSError) -> StoreError:
    why = _reason(error)
    remedy = "set SOLEUS_HOME to another folder, or mend its permissions"
    return StoreError(f"{folder}: the data folder cannot be used ({why}); {remedy}.")


def unwritable(path: Path, error: OSError) -> str:
    """One line for a write that failed: the file, the machine's reason, and what to do about it."""
    if error.errno in _FULL:
        remedy = "free some disk space, then try again"
    elif error.errno in _FORBIDDEN:
        remedy = "mend the permissions of its folder, or set SOLEUS_HOME to another one"
    else:
        remedy = "see that its folder is there and can be written, then try again"
    return f"{path}: could not be written ({_reason(error)}); {remedy}."


def unreadable(path: Path, error: OSError) -> str:
    return f"{path}: could not be read ({_reason(error)}); mend its permissions."


def _reason(error: OSError) -> str:
    return error.strerror or str(error) or type(error).__name__
