"""Kivy's own settings, set before its window is imported. Knows nothing of Soleus."""

import logging

SIZE = (400, 800)
SMALLEST = (320, 480)
NOT_NEEDED = ("MTDev", "Cutbuffer")
"""Parts of Kivy that are missing on most machines and that Soleus does without, but that log a traceback."""


def configure(size: tuple[int, int] = SIZE) -> None:
    """Must run before `kivy.core.window` is imported, which opens the window."""
    from kivy.config import Config

    width, height = size
    Config.set("graphics", "width", width)
    Config.set("graphics", "height", height)
    Config.set("graphics", "minimum_width", SMALLEST[0])
    Config.set("graphics", "minimum_height", SMALLEST[1])
    Config.set("graphics", "multisamples", 0)  # 2 takes 164 % of a core for a ring on software GL, 0 takes 30
    Config.set("graphics", "maxfps", 60)
    Config.set("kivy", "exit_on_escape", 0)
    Config.set("kivy", "pause_on_minimize", 0)  # 1 stops every timer and burns a core while minimised
    Config.set("input", "mouse", "mouse,disable_multitouch")
    # SDL brings touches already. Kivy's own search for touch devices takes time.
    Config.remove_option("input", "%(name)s")
    kivy_log = logging.getLogger("kivy")
    kivy_log.setLevel(logging.ERROR)
    kivy_log.addFilter(lambda record: not any(name in record.getMessage() for name in NOT_NEEDED))
