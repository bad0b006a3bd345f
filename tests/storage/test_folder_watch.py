"""Changes that others make in the folder are noticed."""

import os
import time
from pathlib import Path

import pytest

from app.core.folder import Changes
from app.storage.folder_watch import EVERY_S, WatchedFolder
from tests.storage.test_library import posix, write_exercise, write_routine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_routine(tmp_path, "evening")
    write_exercise(tmp_path, "wall")
    return tmp_path


def test_what_is_there_from_the_beginning_is_no_change(folder):
    assert not WatchedFolder(folder).changed()


def test_a_file_that_comes_changes_and_goes_is_told_once_each(folder):
    watched = WatchedFolder(folder)
    path = write_routine(folder, "morning")
    assert watched.changed() == Changes(added=("morning.toml",))
    path.write_text("# longer than before\n" + path.read_text())
    assert watched.changed() == Changes(changed=("morning.toml",))
    path.unlink()
    assert watched.changed() == Changes(removed=("morning.toml",))
    assert not watched.changed()


def test_an_edit_that_keeps_the_length_is_told_by_its_time(folder):
    watched = WatchedFolder(folder)
    path = folder / "evening.toml"
    stamp = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(stamp, stamp))
    assert watched.changed() == Changes(changed=("evening.toml",))


def test_exercises_are_watched_as_well(folder):
    watched = WatchedFolder(folder)
    write_exercise(folder, "towel")
    assert watched.changed() == Changes(added=("exercises/towel.toml",))


def test_hidden_files_and_other_files_do_not_count(folder):
    watched = WatchedFolder(folder)
    for name in (".evening.toml.swp", ".hidden.toml", "evening.toml.new", "notes.txt"):
        (folder / name).write_text("x")
    assert not watched.changed()


def test_a_folder_that_comes_later_is_noticed(tmp_path):
    watched = WatchedFolder(tmp_path / "routines")
    assert not watched.changed()
    write_routine(tmp_path / "routines", "evening")
    assert watched.changed() == Changes(added=("evening.toml",))


@posix
def test_a_link_to_nothing_does_not_count(folder):
    watched = WatchedFolder(folder)
    (folder / "gone.toml").symlink_to(folder / "nowhere.toml")
    assert not watched.changed()


def test_watching_a_hundred_files_costs_less_than_a_thousandth_of_the_time(tmp_path):
    # Measured: 0.2 ms a look for 100 files, which is 0.01 % of two seconds.
    for number in range(100):
        write_routine(tmp_path, f"routine-{number}")
    watched = WatchedFolder(tmp_path)
    taken = []
    for _ in range(5):
        started = time.process_time()
        watched.changed()
        taken.append(time.process_time() - started)
    assert min(taken) < EVERY_S / 1000
