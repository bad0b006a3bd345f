"""The library is read from two folders; what cannot be read is told, and everything else is there."""

import errno
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.library import Library
from app.core.routine import Routine
from app.storage.library import check_files, read_library, read_routine

EXERCISE = """\
format = 1
id = "{id}"
name = "{id}"
steps = ["Stand.", "Lean."]
muscles = ["soleus"]
kind = "stretch"
position = "standing"
sides = "both"
"""
ROUTINE = """\
format = 1
id = "{id}"
name = "{name}"
[[step]]
exercise = "{exercise}"
hold = 30
"""


posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes, devices and links")


def write_exercise(folder: Path, name: str, more: str = "") -> Path:
    path = folder / "exercises" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(EXERCISE.format(id=name) + more)
    return path


def write_routine(folder: Path, name: str, exercise: str = "wall", title: str = "A routine") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(ROUTINE.format(id=name, name=title, exercise=exercise))
    return path


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    folder = tmp_path / "bundled"
    write_exercise(folder, "wall")
    write_exercise(folder, "towel")
    write_routine(folder, "calves")
    write_routine(folder, "desk", exercise="towel")
    return folder


def shown(library: Library) -> list[tuple[str, str, bool]]:
    return [(entry.id, entry.source, entry.routine is not None) for entry in library.routines]


def told(library: Library, routine: str) -> list[str]:
    entry = library.find(routine)
    assert entry is not None
    assert entry.routine is None
    return [str(problem) for problem in entry.problems]


BUNDLED = [("calves", "bundled", True), ("desk", "bundled", True)]


def test_bundled_and_own_routines_stand_in_one_library(bundled: Path, own: Path) -> None:
    write_exercise(own, "mine")
    write_routine(own, "evening", exercise="mine", title="My evening")
    library = read_library(bundled, own)
    assert shown(library) == [*BUNDLED, ("evening", "own", True)]
    assert set(library.exercises) == {"wall", "towel", "mine"}
    assert library.problems == ()
    evening = library.find("evening")
    assert evening is not None
    assert (evening.name, evening.file) == ("My evening", str(own / "evening.toml"))


def test_no_folders_are_an_empty_library(tmp_path: Path) -> None:
    assert read_library(tmp_path / "nowhere", tmp_path / "nowhere either") == Library()
    assert read_library(tmp_path / "nowhere", None) == Library()


def test_an_id_that_is_not_there_brings_the_likely_one(bundled: Path) -> None:
    library = read_library(bundled, None)
    assert library.find("calfes") is None
    assert library.nearest("calfes") == "calves"
    assert library.nearest("zzz") is None


def test_a_users_file_takes_the_place_of_the_bundled_one(bundled: Path, own: Path) -> None:
    write_routine(own, "calves", exercise="towel", title="Mine")
    library = read_library(bundled, own)
    assert shown(library) == [("calves", "edited", True), ("desk", "bundled", True)]
    calves = library.find("calves")
    assert calves is not None
    assert calves.name == "Mine"


def test_a_bad_file_in_the_place_of_a_bundled_one_needs_attention_and_says_how_to_get_that_back(
    bundled: Path, own: Path
) -> None:
    write_routine(own, "calves", exercise="wal", title="Mine")
    library = read_library(bundled, own)
    assert shown(library) == [("calves", "edited", False), ("desk", "bundled", True)]
    assert library.routines[0].name == "Mine"
    assert told(library, "calves") == [
        'calves.toml:1: this stands in for the bundled "calves"; mend it, or delete it to get that back',
        'calves.toml:5: step 1 (wal): unknown exercise "wal"; did you mean "wall"?',
    ]


def test_a_bad_exercise_leaves_the_bundled_one_in_use(bundled: Path, own: Path) -> None:
    write_exercise(own, "wall", more="foo = 1\n")
    library = read_library(bundled, own)
    assert shown(library) == BUNDLED
    assert library.broken == frozenset()
    assert [str(problem) for problem in library.problems] == [
        'exercises/wall.toml:1: until this file is mended, the bundled "wall" is used',
        'exercises/wall.toml:9: unknown key "foo"',
    ]


def test_a_routine_that_needs_a_bad_exercise_says_so(bundled: Path, own: Path) -> None:
    write_exercise(own, "mine", more="foo = 1\n")
    write_routine(own, "evening", exercise="mine")
    library = read_library(bundled, own)
    assert shown(library) == [*BUNDLED, ("evening", "own", False)]
    assert library.broken == {"mine"}
    assert told(library, "evening") == [
        'evening.toml:5: step 1 (mine): exercise "mine" cannot be used before its own file is mended'
    ]


def test_an_easier_exercise_that_is_not_there_is_told_and_cut(bundled: Path, own: Path) -> None:
    write_exercise(own, "mine", more='easier = "towl"\nharder = "wall"\n')
    library = read_library(bundled, own)
    assert [str(problem) for problem in library.problems] == [
        'exercises/mine.toml:9: "easier": unknown exercise "towl"; did you mean "towel"?'
    ]
    assert library.exercises["mine"].easier is None
    assert library.exercises["mine"].harder == "wall"


def test_exercises_may_name_each_other_across_the_folders(bundled: Path, own: Path) -> None:
    write_exercise(bundled, "step", more='easier = "mine"\n')
    write_exercise(own, "mine", more='harder = "step"\n')
    library = read_library(bundled, own)
    assert library.problems == ()
    assert library.exercises["step"].easier == "mine"


def test_hidden_files_and_an_editors_copies_are_left_out(bundled: Path, own: Path) -> None:
    for name in (
        ".x.toml",
        ".#x.toml",
        "x.toml~",
        "x.toml.swp",
        ".x.toml.swp",
        "#x.toml#",
        "x.toml.bak",
        "x.txt",
    ):
        (own / name).write_text("junk")
    assert shown(read_library(bundled, own)) == BUNDLED


def test_the_ending_may_be_in_capitals(bundled: Path, own: Path) -> None:
    write_routine(own, "evening").rename(own / "evening.TOML")
    assert shown(read_library(bundled, own)) == [*BUNDLED, ("evening", "own", True)]


def test_two_files_with_one_id_are_told(bundled: Path, own: Path) -> None:
    write_routine(own, "evening").rename(own / "evening.TOML")
    write_routine(own, "evening", title="Again")
    if len(list(own.iterdir())) < 2:
        pytest.skip("this disk takes the two names for one, so nothing can be there twice")
    library = read_library(bundled, own)
    assert shown(library) == [*BUNDLED, ("evening", "own", True), ("evening", "own", False)]
    assert [str(problem) for problem in library.routines[-1].problems] == [
        'evening.toml:1: the id "evening" is also that of evening.TOML; rename one of the two'
    ]


def test_a_copy_that_kept_the_id_of_its_original_is_told(bundled: Path, own: Path) -> None:
    (own / "my-copy.toml").write_text(write_routine(own, "evening").read_text())
    library = read_library(bundled, own)
    assert shown(library) == [*BUNDLED, ("evening", "own", True), ("my-copy", "own", False)]
    assert told(library, "my-copy") == [
        'my-copy.toml:2: "id" must be "my-copy", as the file is called, not "evening"'
    ]


def test_a_folder_called_like_a_file_is_told(bundled: Path, own: Path) -> None:
    (own / "x.toml").mkdir()
    library = read_library(bundled, own)
    assert shown(library) == [*BUNDLED, ("x", "own", False)]
    assert told(library, "x") == ["x.toml:1: this is a folder, not a file; move it elsewhere"]


@posix
def test_a_link_to_nowhere_is_told(bundled: Path, own: Path) -> None:
    (own / "x.toml").symlink_to(own / "gone.toml")
    library = read_library(bundled, own)
    assert shown(library) == [*BUNDLED, ("x", "own", False)]
    assert told(library, "x") == ["x.toml:1: this is a link to a file that is not there; delete it"]


@posix
def test_a_link_to_itself_is_told(bundled: Path, own: Path) -> None:
    (own / "x.toml").symlink_to(own / "x.toml")
    assert told(read_library(bundled, own), "x") == [
        "x.toml:1: this is a link that leads back to itself; delete it"
    ]


@posix
def test_a_link_to_a_file_is_followed(bundled: Path, own: Path, tmp_path: Path) -> None:
    (own / "evening.toml").symlink_to(write_routine(tmp_path / "elsewhere", "evening"))
    assert shown(read_library(bundled, own)) == [*BUNDLED, ("evening", "own", True)]


PIPE = "x.toml:1: this is not a file but a pipe or a device; move it elsewhere"


@posix
def test_a_named_pipe_is_told_and_never_waited_for(bundled: Path, own: Path) -> None:
    os.mkfifo(own / "x.toml")
    library = read_library(bundled, own)
    assert shown(library) == [*BUNDLED, ("x", "own", False)]
    assert told(library, "x") == [PIPE]


@posix
def test_a_device_is_told_and_not_read(bundled: Path, own: Path) -> None:
    (own / "x.toml").symlink_to("/dev/zero")
    assert told(read_library(bundled, own), "x") == [PIPE]


@pytest.fixture
def short_own(monkeypatch: pytest.MonkeyPatch, own: Path) -> Iterator[Path]:
    """A socket's path may have about 100 characters, so it is bound from within its folder."""
    monkeypatch.chdir(own)
    return own


@posix
def test_a_socket_is_told(bundled: Path, short_own: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("x.toml")
        assert told(read_library(bundled, short_own), "x") == [PIPE]


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (errno.EACCES, "this may not be read; give yourself permission to read it"),
        (errno.EIO, "this cannot be read (Input/output error); check the disk and try again"),
        (errno.ENOENT, "there is no such file"),
    ],
)
def test_a_file_that_the_system_refuses_is_told(
    bundled: Path, own: Path, monkeypatch: pytest.MonkeyPatch, error: int, message: str
) -> None:
    # Permissions do not stop root, so the refusal is the system's own answer, given in its place.
    write_routine(own, "x")
    really_open = os.open

    def refuse(path: Path, flags: int) -> int:
        if Path(path).name == "x.toml":
            raise OSError(error, os.strerror(error), str(path))
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    library = read_library(bundled, own)
    assert shown(library) == [*BUNDLED, ("x", "own", False)]
    assert told(library, "x") == [f"x.toml:1: {message}"]


def test_a_folder_that_the_system_refuses_is_told(
    bundled: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_list = os.listdir

    def refuse(path: Path) -> list[str]:
        if Path(path) == own:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really_list(path)

    monkeypatch.setattr(os, "listdir", refuse)
    library = read_library(bundled, own)
    assert shown(library) == BUNDLED
    assert [str(problem) for problem in library.problems] == [
        f"{own}:1: this may not be read; give yourself permission to read it"
    ]


def test_a_file_in_the_place_of_the_folder_is_told(bundled: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    library = read_library(bundled, tmp_path / "file")
    assert shown(library) == BUNDLED
    assert {problem.message for problem in library.problems} == {
        "this must be a folder; move the file elsewhere"
    }


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20,
            ("1: this is not UTF-8 text (byte 0xff); save the file as UTF-8"),
        ),
        (b"#" * 300_000, "1: the file is larger than 256 KiB; split it into smaller ones"),
        (b"a = 1\nb = " + b"[" * 100_000, "2: this is nested too deeply"),
        (b"a = 1\nb = " + b"9" * 9_000, "2: the number has too many digits"),
        (b"[[step]\n", '1: the heading is not closed; write "]" after [ and "]]" after [['),
    ],
    ids=["binary", "huge", "nested", "digits", "broken"],
)
def test_an_impossible_file_is_told_and_all_others_load(
    bundled: Path, own: Path, data: bytes, message: str
) -> None:
    (own / "x.toml").write_bytes(data)
    (own / "exercises").mkdir()
    (own / "exercises" / "y.toml").write_bytes(data)
    library = read_library(bundled, own)
    assert shown(library) == [*BUNDLED, ("x", "own", False)]
    assert f"x.toml:{message}" in told(library, "x")
    assert f"exercises/y.toml:{message}" in [str(problem) for problem in library.problems]


def test_a_byte_order_mark_and_windows_line_ends_load(bundled: Path, own: Path) -> None:
    path = write_routine(own, "evening")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert shown(read_library(bundled, own)) == [*BUNDLED, ("evening", "own", True)]


def test_a_name_that_is_no_text_is_told_in_one_printable_line(bundled: Path, own: Path) -> None:
    try:
        (own / os.fsdecode(b"x\n\xff.toml")).write_text("")
    except OSError:
        pytest.skip("this disk refuses names that are not UTF-8")
    library = read_library(bundled, own)
    (line, *_) = told(library, library.routines[-1].id)
    assert line.startswith(r"x\n\udcff.toml:1: ")
    assert line.isprintable()


def test_sixty_files_are_read_in_a_blink(bundled: Path, own: Path) -> None:
    # Measured: about 9 ms for 60 files of the bundled size; the bound leaves room for a busy machine.
    for number in range(30):
        write_exercise(own, f"exercise-{number}", more='dose = { hold = 30, sets = 2 }\nstop_if = ["pain"]\n')
        write_routine(own, f"routine-{number}", exercise=f"exercise-{number}")
    took = []
    for _ in range(5):
        started = time.process_time()
        assert read_library(bundled, own).problems == ()
        took.append(time.process_time() - started)
    assert min(took) < 0.05


def test_a_routine_is_read_by_its_path(bundled: Path, tmp_path: Path) -> None:
    library = read_library(bundled, None)
    assert isinstance(read_routine(str(write_routine(tmp_path, "evening")), library), Routine)


def test_a_path_that_leads_to_no_routine_is_told(bundled: Path, tmp_path: Path) -> None:
    library = read_library(bundled, None)
    cases = {
        str(tmp_path / "gone.toml"): "there is no such file",
        str(
            bundled / "exercises" / "wall.toml"
        ): "this is an exercise, not a routine; name the file of a routine",
        str(tmp_path): "this is a folder, not a file; move it elsewhere",
        "a\0b": "there is no such file",
    }
    for path, message in cases.items():
        loaded = read_routine(path, library)
        assert isinstance(loaded, tuple)
        assert [(problem.file, problem.line, problem.message) for problem in loaded] == [(path, 1, message)]


def check(*paths: Path | str, bundled: Path, own: Path | None = None) -> list[str]:
    return [str(problem) for problem in check_files([str(path) for path in paths], bundled, own)]


def test_checked_files_without_mistakes_say_nothing(bundled: Path, own: Path) -> None:
    mine = write_exercise(own, "mine", more='easier = "wall"\n')
    assert check(write_routine(own, "evening", exercise="mine"), mine, bundled=bundled, own=own) == []


def test_a_checked_file_is_called_as_it_was_named(
    bundled: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_routine(own, "evening", exercise="wal")
    monkeypatch.chdir(own.parent)
    assert check("./own/evening.toml", bundled=bundled) == [
        './own/evening.toml:5: step 1 (wal): unknown exercise "wal"; did you mean "wall"?'
    ]


def test_a_checked_routine_may_use_exercises_beside_it_or_checked_with_it(
    bundled: Path, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    write_exercise(shared, "beside")
    with_it = write_exercise(tmp_path / "elsewhere", "with-it")
    first = write_routine(shared, "first", exercise="beside")
    second = write_routine(tmp_path / "third place", "second", exercise="with-it")
    assert check(first, second, with_it, bundled=bundled) == []
    assert len(check(second, bundled=bundled)) == 1


def test_a_checked_exercise_may_name_its_neighbours_only_if_they_are_there(
    bundled: Path, tmp_path: Path
) -> None:
    write_exercise(tmp_path, "near")
    path = write_exercise(tmp_path, "mine", more='easier = "near"\nharder = "far"\n')
    assert check(path, bundled=bundled) == [f'{path}:10: "harder": unknown exercise "far"']


def test_one_id_in_two_checked_files_of_a_kind_is_told(bundled: Path, tmp_path: Path) -> None:
    first = write_routine(tmp_path / "a", "evening")
    second = write_routine(tmp_path / "b", "evening")
    other_kind = write_exercise(tmp_path / "c", "evening")
    assert check(first, other_kind, second, bundled=bundled) == [
        f'{second}:2: the id "evening" is also that of {first}; give one of the two another'
    ]


def test_a_file_named_twice_is_checked_once(bundled: Path, tmp_path: Path) -> None:
    path = write_routine(tmp_path, "evening", exercise="wal")
    assert len(check(path, path.parent / "." / path.name, path, bundled=bundled)) == 1


@posix
def test_what_is_checked_and_is_no_file_is_told(bundled: Path, tmp_path: Path) -> None:
    (tmp_path / "circle.toml").symlink_to(tmp_path / "circle.toml")
    os.mkfifo(tmp_path / "pipe.toml")
    gone, circle, pipe = (tmp_path / name for name in ("gone.toml", "circle.toml", "pipe.toml"))
    assert check(gone, circle, pipe, tmp_path, bundled=bundled) == [
        f"{gone}:1: there is no such file",
        f"{circle}:1: this is a link that leads back to itself; delete it",
        f"{pipe}:1: this is not a file but a pipe or a device; move it elsewhere",
        f"{tmp_path}:1: this is a folder, not a file; move it elsewhere",
    ]


def test_every_planted_mistake_of_several_files_is_told_in_the_order_of_the_files(
    bundled: Path, tmp_path: Path
) -> None:
    routine = tmp_path / "evening.toml"
    routine.write_text(ROUTINE.format(id="evening", name="x", exercise="wal") + "hodl = 3\nrest = nan\n")
    exercise = write_exercise(tmp_path, "mine", more="dose = { hold = inf }\n")
    assert check(exercise, routine, bundled=bundled) == [
        f'{exercise}:9: dose: "hold" must be a number of seconds from 0 to 3600, not inf',
        f'{routine}:5: step 1 (wal): unknown exercise "wal"; did you mean "wall"?',
        f'{routine}:7: step 1 (wal): unknown key "hodl"',
        f'{routine}:8: step 1 (wal): "rest" must be a number of seconds from 0 to 3600, not nan',
    ]
