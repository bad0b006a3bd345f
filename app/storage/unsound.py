"""What is left of a routine's or a programme's file that has mistakes. Knows no meaning of a file."""

from app.core.library import Source
from app.core.loader import read_text
from app.core.mistakes import Problem, quoted
from app.storage.toml_files import TomlFile


def left_of(file: TomlFile, source: Source, mistakes: tuple[Problem, ...]) -> tuple[str, tuple[Problem, ...]]:
    """What is left of a file with mistakes: its name, as far as it can be read, and what is wrong with it.

    A file that stands in for a bundled one has the way back to that before its mistakes.
    """
    name = read_text(file.text, "name") if isinstance(file.text, str) else None
    if source == "edited":
        remedy = f"this stands in for the bundled {quoted(file.stem)}; mend it, or delete it to get that back"
        mistakes = (Problem(file.shown, 1, remedy), *mistakes)
    return name or file.stem, mistakes
