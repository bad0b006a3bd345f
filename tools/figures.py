"""Draws exercises' figures at their start and end: `python -m tools.figures FILE.png [ID …]`."""

import sys
from pathlib import Path

COLUMNS = 4
CELL = (300, 190)


def main(arguments: list[str]) -> int:
    """Writes a sheet of the named exercises, or of all that have a figure; `--dark` and the like choose a theme."""
    themes = [word[2:] for word in arguments if word.startswith("--")]
    target, *wanted = [word for word in arguments if not word.startswith("--")]
    from app.environment import prepare_drawing

    prepare_drawing(Path("build"))
    from app.storage.bundle import icon_font, routines_folder
    from app.storage.library import read_library

    library = read_library(routines_folder(), None)
    for problem in library.problems:
        print(problem)
    exercises = [
        item for item in library.exercises.values() if item.figure and (not wanted or item.id in wanted)
    ]
    rows = -(-len(exercises) // COLUMNS)
    from app.ui.config import configure

    configure((COLUMNS * CELL[0], max(1, rows) * CELL[1]))
    from kivy.core.window import Window
    from kivy.uix.gridlayout import GridLayout

    from app.ui.settling import settle
    from app.ui.shots import save_picture
    from app.ui.theme import theme
    from app.ui.widgets.figure_sheet import SheetCell

    theme.icon_font = str(icon_font())
    theme.scheme = themes[0] if themes else "light"
    Window.clearcolor = theme.paper
    grid = GridLayout(cols=COLUMNS)
    for exercise in exercises:
        grid.add_widget(SheetCell(exercise=exercise))
    Window.add_widget(grid)
    settle()
    save_picture(Path(target))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
