"""Output that is cut off, full or spelled in few letters."""

import json
import os

import pytest

from tests.cli.test_library_commands import OWN
from tests.storage.sessions import CALVES


@pytest.mark.parametrize("command", ["list", "history --json", "--help"])
def test_a_reader_that_has_had_enough_is_no_error(start, command):
    reading, writing = os.pipe()
    os.close(reading)
    program = start(*command.split(), stdout=writing)
    os.close(writing)
    assert program.end() == (0, "")


def test_a_session_that_nobody_reads_any_more_ends_and_is_kept(start, soleus):
    program = start(
        "play",
        "calf-reset",
        "--terminal",
        "--auto",
        "--speed",
        "60",
        shell_before="| head -1 >&2",
        stdout=None,
    )
    assert program.end() == (0, "Calf reset: 5 min 4 s\n")
    assert [item["status"] for item in json.loads(soleus("history", "--json").out)] == ["partial"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full, which only Linux has")  # noqa: PTH110
def test_a_full_disk_is_one_line(start):
    with open("/dev/full", "wb") as full:
        code, errors = start("list", stdout=full).end()
    assert (code, len(errors.splitlines())) == (1, 1)
    assert "No space left on device" in errors


ASCII = {"PYTHONIOENCODING": "ascii"}
C_LOCALE = {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@pytest.mark.parametrize(
    ("command", "environment", "code"),
    [
        ("list", ASCII, 0),
        ("history", C_LOCALE, 0),
        ("play short --terminal --auto --speed 1000", ASCII, 0),
        ("show kürzer", C_LOCALE, 1),
    ],
    ids=str,
)
def test_few_letters_are_enough(start, history, own, command, environment, code):
    own("short", OWN)
    history.put(CALVES)
    history.close()
    ended, errors = start(*command.split(), env=environment).end()
    assert (ended, len(errors.splitlines())) == (code, code)


def test_scripts_lose_no_letter_where_there_are_few(start, soleus, own):
    own("short", OWN)
    program = start("list", "--json", env={"PYTHONIOENCODING": "ascii"})
    assert program.end() == (0, "")
    assert json.loads("\n".join(program.printed)) == json.loads(soleus("list", "--json").out)


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_session_needs_neither_input_nor_output(start, soleus, own, closed):
    own("short", OWN)
    program = start("play", "short", "--terminal", "--auto", "--speed", "1000", shell_before=closed)
    assert program.end() == (0, "")
    assert [item["status"] for item in json.loads(soleus("history", "--json").out)] == ["finished"]
