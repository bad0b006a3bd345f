"""Owns opening a folder or a file in the program that the desktop has for it. Knows nothing of what is in it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread


def can_open() -> bool:
    return sys.platform == "win32" or shutil.which(_opener()) is not None


def open_outside(path: Path) -> None:
    """Shows it in the file manager, or opens it in the program for its kind. Returns at once; never raises."""
    Thread(target=_open, args=(path,), name="opening", daemon=True).start()


def _open(path: Path) -> None:
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606 - the person's own folder
        else:
            # The program that it starts lives on, so its output must not come back to us.
            subprocess.run(
                (_opener(), str(path)),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                check=False,
            )
    except OSError:
        return


def _opener() -> str:
    return "open" if sys.platform == "darwin" else "xdg-open"
