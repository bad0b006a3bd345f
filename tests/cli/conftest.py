"""A data folder of its own for each test, and two ways to call a command: in this process and as a program."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from app.cli import main
from app.storage.store import Store, open_store
from tests.cli.program import Program
from tests.storage.sessions import NOW


class Answer(Struct, frozen=True):
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Soleus = Callable[..., Answer]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "soleus"
    monkeypatch.setenv("SOLEUS_HOME", str(folder))
    return folder


@pytest.fixture
def soleus(home: Path, capsys: pytest.CaptureFixture[str]) -> Soleus:
    """Runs a command in this process."""

    def run(*arguments: str | Path) -> Answer:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return run


@pytest.fixture
def start(home: Path) -> Iterator[Callable[..., Program]]:
    """Starts a command as a program; whatever still runs at the end is killed."""
    started: list[Program] = []

    def start_program(*arguments: str | Path, **options) -> Program:
        started.append(Program([str(argument) for argument in arguments], **options))
        return started[-1]

    yield start_program
    for program in started:
        program.kill()


@pytest.fixture
def history(home: Path) -> Iterator[Store]:
    """The history, open for writing: close it before a command is to write."""
    with open_store(home, now=NOW, writable=True) as store:
        yield store


@pytest.fixture
def own(home: Path) -> Callable[[str, str], Path]:
    """Writes a routine of the user's, or with a path in its name an exercise."""

    def write(name: str, text: str) -> Path:
        file = home / "routines" / f"{name}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write


@pytest.fixture
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with open(os.devnull, encoding="utf-8") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        yield
