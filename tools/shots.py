"""Draws every screen into build/shots/: `make shots`, or `python -m tools.shots SCREEN …` for some."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build/shots"
SCREENS = (
    "welcome", "welcome-signs", "welcome-pick", "today", "today-new", "today-cut-off", "routines",
    "routine", "attention", "exercises", "exercise", "exercise-end", "progress", "progress-new",
    "settings", "settings-end", "player-ready", "player", "player-right", "player-tempo", "player-rest",
    "player-paused", "after", "gallery",
)  # fmt: skip
VARIANTS = {
    "light": ("--theme", "light"),
    "dark": ("--theme", "dark"),
    "contrast": ("--theme", "contrast"),
    "large": ("--text-scale", "1.6"),
    "wide": ("--size", "1200x800"),
    "narrow": ("--size", "320x568"),
}


GALLERY = ("--size", "1200x3700")
"""The size at which all of the gallery is in sight; it needs no other than the three themes."""


def variants(screen: str) -> list[str]:
    return [name for name in VARIANTS if screen != "gallery" or name in ("light", "dark", "contrast")]


def draw(screen: str, variant: str) -> str:
    """The complaint of the program, or "" if the picture was written."""
    picture = FOLDER / f"{screen}-{variant}.png"
    options = [*VARIANTS[variant], *(GALLERY if screen == "gallery" else ())]
    command = [sys.executable, str(ROOT / "main.py"), "screenshot", screen, str(picture), *options]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    return "" if done.returncode == 0 else f"{picture.name}: {done.stderr.strip().splitlines()[-1:]}"


def main(wanted: list[str]) -> int:
    pairs = [(screen, variant) for screen in (wanted or SCREENS) for variant in variants(screen)]
    with ThreadPoolExecutor(2) as pool:
        complaints = [said for said in pool.map(lambda pair: draw(*pair), pairs) if said]
    print("\n".join([*complaints, f"{len(pairs) - len(complaints)} pictures in {FOLDER}"]))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
