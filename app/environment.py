"""What Kivy and SDL read from the environment when they are imported. Imports neither."""

import os
from pathlib import Path


def prepare_environment(home: Path) -> None:
    """Must run before the first `import kivy`; what the user has set already stays.

    Kivy keeps its own files in `home`/kivy.
    """
    for name, value in _wanted(home).items():
        os.environ.setdefault(name, value)


def prepare_drawing(home: Path) -> None:
    """As `prepare_environment`, for pictures: no display, no sound, and every pixel the same everywhere."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        os.environ.pop(name, None)
    os.environ |= {
        "SDL_VIDEODRIVER": "offscreen",
        "SDL_AUDIODRIVER": "dummy",
        "KIVY_METRICS_DENSITY": "1",
        "KIVY_METRICS_FONTSCALE": "1",
    }
    prepare_environment(home)


def _wanted(home: Path) -> dict[str, str]:
    return {
        "KIVY_HOME": str(home / "kivy"),
        "KIVY_NO_ARGS": "1",  # else Kivy eats the command line and exits 2 on an option of ours
        "KIVY_NO_CONFIG": "1",
        "KIVY_NO_FILELOG": "1",
        "KIVY_LOG_MODE": "PYTHON",  # else it replaces sys.stderr and the root logger
        "SDL_APP_NAME": "Soleus",
        "SDL_SCREENSAVER_INHIBIT_ACTIVITY_NAME": "Following a routine",
        "SDL_VIDEO_ALLOW_SCREENSAVER": "1",  # else the screen never sleeps while the app is open
        "SDL_VIDEO_X11_WMCLASS": "soleus",  # else the window's class is the interpreter's name
    }
