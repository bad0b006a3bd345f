"""The window's desk for routines that come and go, on a real data folder."""

from pathlib import Path

import pytest

from app.core.ports import RecordError
from app.core.routine import Routine, Step
from app.core.target import EveryDay, Target
from app.run.home import library
from app.run.sharing_desk import WindowSharing
from app.storage.parcel import Parcel, pack
from tests.ui.fakes import StubbornHistory
from tests.views.shelf import TODAY

ROUTINE = Routine(1, "from-jo", "From Jo", (Step(exercise="wall-calf-stretch", hold=30),))
TARGETS = (Target("from-jo", EveryDay(), TODAY, 2),)
TEXT = """format = 1
id = "from-jo"
name = "Jo's"

[[step]]
exercise = "wall-calf-stretch"
hold = 20
"""


@pytest.fixture
def history(home: Path) -> StubbornHistory:
    return StubbornHistory()


@pytest.fixture
def desk(history: StubbornHistory) -> WindowSharing:
    return WindowSharing(history)


@pytest.fixture
def parcel(tmp_path: Path) -> str:
    file = tmp_path / "jo.soleus"
    file.write_bytes(pack(Parcel(TEXT)))
    return str(file)


def test_a_new_routine_is_saved_with_when_it_is_due_and_both_are_taken_back(desk, history, home):
    undo = desk.add(ROUTINE, TARGETS)
    entry = library().find("from-jo")
    assert entry is not None
    assert entry.routine == ROUTINE
    assert history.targets() == TARGETS
    undo()
    assert library().find("from-jo") is None
    assert history.targets() == ()


def test_a_routine_whose_days_cannot_be_written_is_not_there_either(desk, history, home):
    history.trouble = "The disk is full."
    with pytest.raises(RecordError, match="The disk is full"):
        desk.add(ROUTINE, TARGETS)
    assert not (home / "routines" / "from-jo.toml").exists()


def test_no_file_is_overwritten_by_a_new_routine(desk, home):
    file = home / "routines" / "from-jo.toml"
    file.parent.mkdir(parents=True)
    file.write_text("mine")
    with pytest.raises(RecordError, match='There is a routine "from-jo" already'):
        desk.add(ROUTINE, ())
    assert file.read_text() == "mine"


def test_what_is_replaced_is_backed_up_and_comes_back(desk, home, parcel):
    desk.add(ROUTINE, ())
    file = home / "routines" / "from-jo.toml"
    before = file.read_text()
    undo = desk.take_in(desk.look_into(parcel, library()), "from-jo")
    assert file.read_text() == TEXT
    assert len(list((home / "backups").glob("*.zip"))) == 1
    undo()
    assert file.read_text() == before


def test_a_look_writes_nothing_and_what_cannot_be_read_is_one_line(desk, home, parcel, tmp_path):
    assert desk.look_into(parcel, library()).routine.name == "Jo's"
    assert not home.exists()
    for name in ("nowhere.soleus", "."):
        with pytest.raises(RecordError, match="there is no such file") as told:
            desk.look_into(str(tmp_path / name), library())
        assert "\n" not in str(told.value)
