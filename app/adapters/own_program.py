"""Owns how Soleus is started anew, by us or by the system. Knows no command."""

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
