"""Reads the folders of programmes, bundled and the user's own. Knows no meaning of a week.

A routine that a week names must have a file; whether that file is sound is the library's to say, so that no
routine needs to be read for a programme.
"""

from collections.abc import Collection
from pathlib import Path

from app.core.library import Source
from app.core.mistakes import Problem
from app.core.programme.loading import load_programme
from app.core.programme.programme import Entry, Programme, Programmes
from app.storage.toml_files import TomlFile, names_in_all, read_folder
from app.storage.unsound import left_of

PROGRAMMES = "programmes"


def read_programmes(bundled: Path, own: Path | None) -> Programmes:
    """All programmes, and an entry with its mistakes for each that cannot be used.

    `bundled` and `own` are folders of routines, with the programmes in a folder of theirs. A user's file with
    the id of a bundled one replaces it. Never raises; a folder that is not there is empty.
    """
    folders = [folder for folder in (bundled, own) if folder]
    routines = names_in_all(folders)
    entries: dict[str, Entry] = {}
    problems = []
    for folder in folders:
        files, problem = read_folder(folder / PROGRAMMES, f"{PROGRAMMES}/")
        for file in files:
            entry = _entry(file, _source(folder is bundled, file.stem in entries), routines)
            entries[entry.id] = entry
        problems += [problem] if problem else []
    return Programmes(tuple(entries.values()), tuple(problems))


def load_programme_file(
    file: TomlFile, routines: Collection[str], broken: Collection[str] = ()
) -> Programme | tuple[Problem, ...]:
    if isinstance(file.text, Problem):
        return (file.text,)
    return load_programme(file.text, file=file.shown, stem=file.stem, routines=routines, broken=broken)


def _source(is_bundled: bool, is_known: bool) -> Source:
    return "bundled" if is_bundled else "edited" if is_known else "own"


def _entry(file: TomlFile, source: Source, routines: Collection[str]) -> Entry:
    loaded = load_programme_file(file, routines)
    if isinstance(loaded, Programme):
        return Entry(loaded.id, loaded.name, source, str(file.path), loaded)
    name, problems = left_of(file, source, loaded)
    return Entry(file.stem, name, source, str(file.path), None, problems)
