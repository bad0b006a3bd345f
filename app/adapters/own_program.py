"""Owns how Soleus is started anew, by us or by the system. Knows no command."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

_CHECKOUT = Path(__file__).parents[2]
_ANYWHERE = "from app.cli import main; raise SystemExit(main())"


def soleus_command(interpreter: str = sys.executable, checkout: Path = _CHECKOUT) -> tuple[str, ...]:
    """The program and its first arguments, with absolute paths: what `soleus` is in a terminal.

    In a checkout that is its main.py, else the script beside the interpreter, else the interpreter itself.
    """
    main = checkout / "main.py"
    if (checkout / "app" / "cli").is_dir() and main.is_file():
        return interpreter, str(main)
    script = Path(interpreter).with_name("soleus.exe" if sys.platform == "win32" else "soleus")
    return (str(script),) if script.is_file() else (interpreter, "-c", _ANYWHERE)


def start_soleus(arguments: Sequence[str]) -> str:
    """Starts Soleus and lets it live on; why it could not be started, "" if it was."""
    try:
        child = subprocess.Popen(
            [*soleus_command(), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return str(error)
    Thread(target=child.wait, name="soleus-child", daemon=True).start()  # or it would stay as a zombie
    return ""


def stay_behind() -> bool:
    """Lets the command end while a copy of its process goes on: True in the copy, False in the original.

    The copy has the open connections, and neither the terminal nor anybody who waits for the command's output.
    Where processes cannot be copied the command itself stays: True. To be called while no other thread runs.
    """
    if not hasattr(os, "fork"):
        return True
    sys.stdout.flush()
    sys.stderr.flush()
    if os.fork():
        return False
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return True
