"""Reads the folders of routines and exercises, bundled and the user's own. Knows no meaning of a file."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import structs

from app.core.exercise import Exercise
from app.core.file_rules import Known
from app.core.library import Entry, Library, Source
from app.core.loader import FileKind, find_key, load_routine, read_text, which_kind
from app.core.mistakes import Problem, quoted
from app.core.routine import Routine
from app.storage.exercise_files import EXERCISES, find_dangling_in, load_exercise_file, read_exercises
from app.storage.toml_files import TomlFile, names_in_all, read_file, read_folder
from app.storage.unsound import left_of


def read_library(bundled: Path, own: Path | None) -> Library:
    """All routines and exercises that can be used, and an entry with its mistakes for each that cannot.

    A user's file with the id of a bundled one replaces it. A user's exercise with mistakes does not: the
    bundled one stays in use. Never raises; a folder that is not there is empty.
    """
    shelf = read_exercises(_exercise_folders(bundled, own))
    files, bundled_problem = read_folder(bundled)
    own_files, own_problem = read_folder(own) if own else ([], None)
    originals = [_entry(file, "bundled", shelf.known) for file in files]
    ids = {entry.id for entry in originals}
    own_entries = [_entry(file, "edited" if file.stem in ids else "own", shelf.known) for file in own_files]
    return Library(
        {name: item.exercise for name, item in shelf.shelved.items()},
        _merge(originals, own_entries),
        tuple(dict.fromkeys((*shelf.problems, *filter(None, (bundled_problem, own_problem))))),
        shelf.broken,
    )


def read_routine(path: str, library: Library) -> Routine | tuple[Problem, ...]:
    """The routine in the file at `path`, with the exercises of the library, or every mistake in it."""
    file = read_file(Path(path), path)
    loaded = _load_routine(file, Known(library.exercises, library.broken))
    if isinstance(loaded, tuple) and isinstance(file.text, str) and (kind := _kind_of(file)) != "routine":
        what = "an exercise" if kind == "exercise" else "a programme"
        return (Problem(path, 1, f"this is {what}, not a routine; name the file of a routine"),)
    return loaded


def with_exercises_beside(path: str, library: Library, bundled: Path, own: Path | None) -> Library:
    """The library, with the exercises of a folder `exercises` beside the routine's file at `path` as well."""
    shelf = read_exercises([*_exercise_folders(bundled, own), Path(path).parent / EXERCISES])
    exercises = {name: item.exercise for name, item in shelf.shelved.items()}
    return structs.replace(library, exercises=exercises, broken=shelf.broken)


def check_files(paths: Sequence[str], bundled: Path, own: Path | None) -> tuple[Problem, ...]:
    """Every mistake in the files at `paths`, which may be routines, exercises and programmes, in the order given.

    They may name the exercises of the library, of each other, and of a folder `exercises` beside them; a
    programme the routines of the library, of those files, and of the folder above its own.
    """
    judged = [(file, _kind_of(file)) for file in _distinct(paths)]
    beside = [
        file.path.parent / EXERCISES if kind == "routine" else file.path.parent
        for file, kind in judged
        if kind != "programme"
    ]
    shelf = read_exercises([*_exercise_folders(bundled, own), *dict.fromkeys(beside)])
    known = shelf.add(file for file, kind in judged if kind == "exercise").known
    routines = _routines_to_name(judged, known, [folder for folder in (bundled, own) if folder])
    problems: list[Problem] = []
    first_with: dict[tuple[FileKind, str], TomlFile] = {}
    for file, kind in judged:
        match kind:
            case "routine":
                problems += _check_routine(file, known)
            case "exercise":
                problems += _check_exercise(file, known)
            case "programme":
                problems += _check_programme(file, routines)
        problems += _check_unique(file, kind, first_with)
    return tuple(problems)


def _routines_to_name(
    judged: Sequence[tuple[TomlFile, FileKind]], exercises: Known, folders: Sequence[Path]
) -> Known:
    """The routines that the programmes among the judged files may name; none if there are no programmes."""
    programmes = [file for file, kind in judged if kind == "programme"]
    if not programmes:
        return Known(())
    above = [file.path.absolute().parent.parent for file in programmes]
    routines = {file.stem: file for file, kind in judged if kind == "routine"}
    broken = {stem for stem, file in routines.items() if _check_routine(file, exercises)}
    return Known(frozenset((*names_in_all((*folders, *above)), *routines)) - broken, broken)


def _exercise_folders(bundled: Path, own: Path | None) -> list[Path]:
    return [folder / EXERCISES for folder in (bundled, own) if folder]


def _merge(originals: Sequence[Entry], own: Sequence[Entry]) -> tuple[Entry, ...]:
    """The user's entries in the place of those they replace, the others after them."""
    edited = {entry.id: entry for entry in reversed(own) if entry.source == "edited"}
    placed = [edited.get(entry.id, entry) for entry in originals]
    return (*placed, *(entry for entry in own if edited.get(entry.id) is not entry))


def _entry(file: TomlFile, source: Source, known: Known) -> Entry:
    loaded = _load_routine(file, known)
    if isinstance(loaded, Routine):
        return Entry(loaded.id, loaded.name, source, str(file.path), loaded)
    name, problems = left_of(file, source, loaded)
    return Entry(file.stem, name, source, str(file.path), None, problems)


def _load_routine(file: TomlFile, known: Known) -> Routine | tuple[Problem, ...]:
    if isinstance(file.text, Problem):
        return (file.text,)
    return load_routine(
        file.text, file=file.shown, stem=file.stem, exercises=known.usable, broken=known.broken
    )


def _distinct(paths: Sequence[str]) -> list[TomlFile]:
    """Each file once, as it was named first."""
    files = {_identity(path): path for path in reversed(paths)}
    return [read_file(Path(path), path) for path in reversed(files.values())]


def _identity(path: str) -> str:
    try:
        return str(Path(path).resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, or a NUL in the name
        return path


def _kind_of(file: TomlFile) -> FileKind:
    text = "" if isinstance(file.text, Problem) else file.text
    return which_kind(text, file.path.absolute().parent.name)


def _check_routine(file: TomlFile, known: Known) -> tuple[Problem, ...]:
    loaded = _load_routine(file, known)
    return () if isinstance(loaded, Routine) else loaded


def _check_exercise(file: TomlFile, known: Known) -> tuple[Problem, ...]:
    loaded = load_exercise_file(file)
    return find_dangling_in(file, loaded, known) if isinstance(loaded, Exercise) else loaded


def _check_programme(file: TomlFile, routines: Known) -> tuple[Problem, ...]:
    from app.storage.programme_files import load_programme_file

    loaded = load_programme_file(file, routines.usable, routines.broken)
    return loaded if isinstance(loaded, tuple) else ()


def _check_unique(
    file: TomlFile, kind: FileKind, first_with: dict[tuple[FileKind, str], TomlFile]
) -> tuple[Problem, ...]:
    name = read_text(file.text, "id") if isinstance(file.text, str) else None
    if name is None or isinstance(file.text, Problem):
        return ()
    first = first_with.setdefault((kind, name), file)
    if first is file:
        return ()
    taken = f"the id {quoted(name)} is also that of {first.shown}; give one of the two another"
    return (Problem(file.shown, find_key(file.text, "id"), taken),)
