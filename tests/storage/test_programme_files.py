"""Programmes are read from two folders, and from the command line; no routine is opened for them."""

from pathlib import Path

import pytest

from app.core.programme.programme import Programmes
from app.storage.library import check_files, read_library, read_routine
from app.storage.programme_files import read_programmes
from tests.storage.test_library import write_exercise, write_routine

PROGRAMME = """\
format = 1
id = "{id}"
name = "{name}"
[[week]]
name = "Ease"
needs = 1
[[week.on]]
routine = "{routine}"
days = [0, 2]
"""


def write_programme(folder: Path, name: str, routine: str = "calves", title: str = "A programme") -> Path:
    path = folder / "programmes" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PROGRAMME.format(id=name, name=title, routine=routine))
    return path


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    folder = tmp_path / "bundled"
    write_exercise(folder, "wall")
    write_routine(folder, "calves", exercise="wall")
    write_programme(folder, "month")
    return folder


def shown(found: Programmes) -> list[tuple[str, str, str, bool]]:
    return [(entry.id, entry.name, entry.source, entry.programme is not None) for entry in found.entries]


def test_bundled_and_own_programmes_stand_side_by_side(bundled: Path, own: Path) -> None:
    write_routine(own, "evening", exercise="wall")
    write_programme(own, "mine", routine="evening", title="Mine")
    found = read_programmes(bundled, own)
    assert shown(found) == [("month", "A programme", "bundled", True), ("mine", "Mine", "own", True)]
    assert found.usable("mine") is not None
    assert found.usable("nowhere") is None


def test_no_folder_is_no_programme(tmp_path: Path) -> None:
    assert read_programmes(tmp_path / "nowhere", None) == Programmes()


def test_a_users_file_takes_the_place_of_the_bundled_one(bundled: Path, own: Path) -> None:
    write_programme(own, "month", title="My month")
    assert shown(read_programmes(bundled, own)) == [("month", "My month", "edited", True)]


def test_one_with_mistakes_is_told_and_cannot_be_followed(bundled: Path, own: Path) -> None:
    write_programme(own, "month", routine="calfs", title="My month")
    found = read_programmes(bundled, own)
    assert shown(found) == [("month", "My month", "edited", False)]
    assert found.usable("month") is None
    assert [str(problem) for problem in found.entries[0].problems] == [
        'programmes/month.toml:1: this stands in for the bundled "month"; mend it, or delete it to get that back',
        'programmes/month.toml:8: week 1: unknown routine "calfs"; did you mean "calves"?',
    ]


def test_a_routine_with_mistakes_is_the_librarys_to_tell(bundled: Path, own: Path) -> None:
    write_routine(own, "evening", exercise="nowhere")
    write_programme(own, "mine", routine="evening")
    assert read_programmes(bundled, own).usable("mine") is not None


def test_a_programme_is_checked_with_the_routines_around_it(bundled: Path, own: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    write_routine(elsewhere, "morning", exercise="wall")
    good = write_programme(elsewhere, "good", routine="morning")
    bad = write_programme(elsewhere, "bad", routine="mourning")
    assert check_files([str(good)], bundled, own) == ()
    assert [str(problem) for problem in check_files([str(bad)], bundled, own)] == [
        f'{bad}:8: week 1: unknown routine "mourning"; did you mean "morning"?'
    ]


def test_a_programme_and_its_routine_are_checked_together(bundled: Path, own: Path, tmp_path: Path) -> None:
    routine = write_routine(tmp_path / "a", "morning", exercise="nowhere")
    programme = write_programme(tmp_path / "b", "mine", routine="morning")
    told = [str(problem) for problem in check_files([str(routine), str(programme)], bundled, own)]
    assert told[1:] == [
        f'{programme}:8: week 1: routine "morning" cannot be used before its own file is mended'
    ]


def test_two_programmes_of_one_id_are_told(bundled: Path, own: Path, tmp_path: Path) -> None:
    first, second = (write_programme(tmp_path / name, "mine") for name in "ab")
    assert [str(problem) for problem in check_files([str(first), str(second)], bundled, own)] == [
        f'{second}:2: the id "mine" is also that of {first}; give one of the two another'
    ]


def test_a_programme_cannot_be_played(bundled: Path) -> None:
    path = bundled / "programmes" / "month.toml"
    (only,) = read_routine(str(path), read_library(bundled, None))
    assert str(only) == f"{path}:1: this is a programme, not a routine; name the file of a routine"
