"""Prints what is wrong with the figures of the bundled exercises: `python -m tools.check_figures [ID …]`."""

import sys

from app.core.figure_check import complaints
from app.storage.bundle import routines_folder
from app.storage.library import read_library


def main(wanted: list[str]) -> int:
    library = read_library(routines_folder(), None)
    lines = [str(problem) for problem in library.problems]
    for exercise in library.exercises.values():
        if not wanted or exercise.id in wanted:
            found = complaints(exercise.figure) if exercise.figure else ["no figure"]
            lines += [f"{exercise.id}: {line}" for line in found]
    print("\n".join(lines) or "no complaints")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
