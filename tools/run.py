"""Opens Soleus as `make run` does: the window, or the terminal where there is no display."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUTINE = "calf-reset"


def arguments(environ: Mapping[str, str], platform: str, has_keyboard: bool) -> list[str]:
    """What to hand to main.py: nothing for the window, else the commands that follow a routine here."""
    if platform in {"darwin", "win32"} or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return []
    return ["play", ROUTINE, "--terminal", *([] if has_keyboard else ["--auto"])]


def main() -> None:
    """Becomes main.py; returns only where that cannot be started."""
    chosen = arguments(os.environ, sys.platform, sys.stdin is not None and sys.stdin.isatty())
    if chosen:
        print(f"No display here, so Soleus leads you through {ROUTINE} in the terminal.", flush=True)
    os.execv(sys.executable, [sys.executable, str(ROOT / "main.py"), *chosen])  # noqa: S606 - no shell wanted


if __name__ == "__main__":
    main()
