"""What every command has in common: usage, exit codes, doctor, screenshot, and what is imported."""

import os
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import MAIN

DATA = ("export", "import", "backup", "restore", "demo")
PARTS = (
    "Display",
    "OpenGL",
    "Sound",
    "Notifications",
    "Voice",
    "Keeping the screen awake",
    "Scheduler",
    "Data folder",
    "Lock",
    "History",
)


@pytest.mark.parametrize(
    "arguments",
    [
        "nonsense",
        "list --yaml",
        "show",
        "check",
        "play",
        "play calf-reset --terminal --speed 0",
        "play calf-reset --terminal --speed fast",
        "play calf-reset --terminal --speed nan",
        "play calf-reset --auto",
        "play calf-reset --speed 60",
        "history --since yesterday",
        "history --since 2026-02-30",
        "export",
        "export history.txt",
        "import",
        "import diary.csv --habit",
        "demo",
        "demo folder --years 0",
        "demo folder --years many",
        "screenshot today",
        "screenshot today picture.jpg",
        "screenshot today picture.png --size 400",
        "screenshot today picture.png --size 400x8000",
        "screenshot today picture.png --theme pink",
        "screenshot today picture.png --text-scale 9",
    ],
)
def test_wrong_usage_is_two_with_a_reason_and_prints_nothing(soleus, arguments):
    answer = soleus(*arguments.split())
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines()[-1].startswith("soleus")


@pytest.mark.parametrize(
    "command",
    [
        "",
        "play",
        "list",
        "show",
        "check",
        "history",
        "streak",
        "doctor",
        "remind",
        "screenshot",
        "sheet",
        *DATA,
    ],
)
def test_help_is_done(soleus, command):
    answer = soleus(*command.split(), "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"usage: soleus {command}".rstrip())


def test_the_version_is_told(soleus):
    assert re.fullmatch(r"soleus \d+\.\d+\.\d+\n", soleus("--version").out)


def test_the_window_needs_a_display_and_says_what_to_do_without(soleus, monkeypatch):
    monkeypatch.delenv("SDL_VIDEODRIVER")
    for arguments in ((), ("play", "calf-reset")):
        answer = soleus(*arguments)
        assert (answer.code, answer.out) == (1, "")
        (line,) = answer.err.splitlines()
        assert line.startswith("No display was found, so the window cannot open.")
        assert line.endswith("soleus play calf-reset --terminal")


def test_doctor_has_a_line_for_every_part_of_the_machine(soleus):
    answer = soleus("doctor")
    assert (answer.code, answer.err) == (0, "")
    assert [line[9:].partition(":")[0] for line in answer.lines] == list(PARTS)
    assert all(re.match(r"(ok      |missing ) ", line) for line in answer.lines)


def test_doctor_makes_nothing(soleus, home):
    soleus("doctor")
    assert not home.exists()


def test_doctor_names_a_lock_that_is_held(soleus, history):
    (line,) = [line for line in soleus("doctor").lines if " Lock:" in line]
    assert line.startswith("missing")
    assert "held by another Soleus" in line


def test_doctor_names_a_data_folder_that_is_a_file(soleus, home):
    home.write_text("not a folder")
    (line,) = [line for line in soleus("doctor").lines if " Data folder:" in line]
    assert line.startswith(f"missing  Data folder: {home} cannot be written to")
    assert "SOLEUS_HOME" in line


COMMANDS = (
    "list",
    "list --json",
    "show calf-reset",
    "check routines/calf-reset.toml",
    "history --json",
    "streak",
    "doctor",
    "play calf-reset --terminal --auto --speed 1000",
    "report {tmp}/report.pdf",
    "report {tmp}/report.csv",
    "export {tmp}/all.zip",
    "import {tmp}/all.zip --dry-run",
    "import {tmp}/all.zip",
    "backup",
    "restore",
    "demo {tmp}/demo --years 0.1",
)
REPORT = """
import sys
from app.cli import main
for command in sys.argv[1:]:
    code = main(command.split())
    heavy = [name for name in sys.modules if name.partition(".")[0] in ("kivy", "plyer")]
    print(command, code, heavy, file=sys.stderr)
"""


def test_no_command_but_the_window_imports_kivy(home, tmp_path):
    commands = [command.format(tmp=tmp_path) for command in COMMANDS]
    command = [sys.executable, "-c", REPORT, *commands]
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=MAIN.parent,
        stdin=subprocess.DEVNULL,
    )
    assert done.stderr.splitlines() == [f"{command} 0 []" for command in commands]


def test_list_is_there_at_once(home):
    """By the processor's time, which other work changes least: 0.1 s with 80 files; Kivy alone takes 0.4."""
    spent = []
    for _ in range(3):
        pid = os.posix_spawn(
            sys.executable,
            [sys.executable, str(MAIN), "list"],
            os.environ,
            file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
        )
        _, status, used = os.wait4(pid, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        spent.append(used.ru_utime + used.ru_stime)
    assert min(spent) < 0.2


def draw(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(MAIN), "screenshot", *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


def test_a_screenshot_has_the_size_that_was_asked_for(home, tmp_path):
    picture = tmp_path / "shots" / "player.png"
    done = draw("player", picture, "--size", "362x641", "--theme", "dark")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", head[16:]) == (362, 641)
    assert list(picture.parent.iterdir()) == [picture]


def test_a_screenshot_that_cannot_be_written_is_one_line(home, tmp_path):
    (tmp_path / "file").write_text("no folder")
    done = draw("today", tmp_path / "file" / "today.png")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert "could not be written" in done.stderr


def test_a_screen_that_is_not_there_is_one_line_that_names_them_all(home, tmp_path):
    done = draw("tody", tmp_path / "today.png")
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith('There is no screen "tody". There are: ')
    assert {"today", "player", "settings"} <= set(line.partition("are: ")[2].split(", "))
