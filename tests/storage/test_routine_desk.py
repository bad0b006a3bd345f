"""Taking routines out of a folder and putting them back, with others at the same files and power that goes."""

from pathlib import Path

import pytest

from app.core.editing.draft import Draft
from app.core.editing.fields import wait_of
from app.core.editing.steps import add, move, rename
from app.core.library import Entry, Library
from app.core.ports import RecordError
from app.storage.library import read_library
from app.storage.routine_desk import FolderDesk
from tests.storage.test_library import write_exercise, write_routine


class Place:
    """A bundle, a data folder, a desk, and seconds that pass when told to."""

    def __init__(self, folder: Path) -> None:
        self.bundled, self.data = folder / "bundled", folder / "data"
        write_exercise(self.bundled, "wall")
        write_routine(self.bundled, "calves")
        write_routine(self.own, "evening")
        self.now_s = 0.0
        self.desk = self.opened_again()

    @property
    def own(self) -> Path:
        return self.data / "routines"

    @property
    def library(self) -> Library:
        return read_library(self.bundled, self.own)

    def entry(self, id_: str) -> Entry:
        found = self.library.find(id_)
        assert found is not None
        return found

    def opened_again(self) -> FolderDesk:
        return FolderDesk(self.data, lambda: self.now_s)

    def finished(self, draft: Draft, name: str = "Mine") -> Draft:
        """With a name and a step."""
        return rename(add(draft, wait_of("Fetch it.")), name)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_new_routine_gets_an_id_of_its_name_that_nothing_else_has(place):
    for id_ in ("evening-calves", "evening-calves-2"):
        file = place.desk.new()
        assert file.name == ""
        done = file.save(place.finished(file.begun, "Evening calves"), place.library)
        assert done is not None
        assert done.routine.id == id_
        assert not done.is_changed
        assert file.name == f"{id_}.toml"
        assert place.entry(id_).routine == done.routine


def test_a_file_that_came_since_the_library_was_read_is_not_taken_for_free(place):
    before = place.library
    write_routine(place.own, "mine")
    file = place.desk.new()
    done = file.save(place.finished(file.begun), before)
    assert done is not None
    assert done.routine.id == "mine-2"


def test_a_saved_edit_goes_on_and_is_saved_again(place):
    file = place.desk.open(place.entry("evening"), place.library)
    once = file.save(rename(file.begun, "Once"), place.library)
    assert once is not None
    twice = file.save(rename(once, "Twice"), place.library)
    assert twice is not None
    assert place.entry("evening").name == "Twice"


def test_a_copy_begins_as_the_other_and_is_still_to_be_saved(place):
    file = place.desk.copy(place.entry("calves"), place.library, "Calves, copy")
    assert file.begun.is_changed
    assert not file.begun.past
    done = file.save(file.begun, place.library)
    assert done is not None
    assert done.routine.id == "calves-copy"
    assert place.entry("calves-copy").routine.step == place.entry("calves").routine.step


def test_a_file_that_others_changed_is_not_written_over_until_mine_is_to_count(place):
    file = place.desk.open(place.entry("evening"), place.library)
    assert not file.is_stale()
    path = place.own / "evening.toml"
    path.write_text(path.read_text() + "# theirs\n")
    assert file.is_stale()
    mine = rename(file.begun, "Mine")
    assert file.save(mine, place.library) is None
    assert path.read_text().endswith("# theirs\n")
    file.hold_mine()
    assert not file.is_stale()
    assert file.save(mine, place.library) is not None
    assert place.entry("evening").name == "Mine"


def test_theirs_is_taken_and_the_edit_begins_anew(place):
    file = place.desk.open(place.entry("evening"), place.library)
    path = place.own / "evening.toml"
    path.write_text(path.read_text().replace('name = "', 'name = "Their '))
    theirs = file.take_theirs(place.library)
    assert theirs is not None
    assert theirs.routine.name.startswith("Their ")
    assert not file.is_stale()


def test_theirs_cannot_be_taken_where_it_has_gone_or_is_broken(place):
    file = place.desk.open(place.entry("evening"), place.library)
    path = place.own / "evening.toml"
    path.write_text("hodl = 3\n")
    assert file.take_theirs(place.library) is None
    path.unlink()
    assert file.is_stale()
    assert file.take_theirs(place.library) is None


def test_a_broken_file_cannot_be_taken_out_and_says_why(place):
    entry = place.entry("evening")
    (place.own / "evening.toml").write_text("hodl = 3\n")
    with pytest.raises(RecordError, match=r"evening\.toml:1"):
        place.desk.open(entry, place.library)


def test_what_was_kept_when_the_power_went_is_there_again(place):
    file = place.desk.open(place.entry("evening"), place.library)
    mine = add(rename(file.begun, "Half done"), wait_of("Fetch it."), 0)
    file.keep(mine)
    (left,) = place.opened_again().unfinished()
    assert (left.routine, left.name) == ("evening", "Half done")
    again, draft = place.desk.go_on(left, place.library)
    assert draft.now == mine.now
    assert not again.is_stale()
    assert again.save(draft, place.library) is not None
    assert place.desk.unfinished() == ()


def test_a_draft_is_kept_at_most_once_a_second_unless_it_must_be(place):
    file = place.desk.open(place.entry("evening"), place.library)
    names = []
    for second, name, at_once in ((0, "One", False), (0.5, "Two", False), (0.6, "Three", True)):
        place.now_s = second
        file.keep(rename(file.begun, name), at_once=at_once)
        names.append(place.desk.unfinished()[0].name)
    assert names == ["One", "One", "Three"]


def test_what_was_kept_of_a_file_that_others_changed_asks_whose_is_to_count(place):
    file = place.desk.open(place.entry("evening"), place.library)
    file.keep(add(rename(file.begun, "Half done"), wait_of("Fetch it."), 0))
    path = place.own / "evening.toml"
    path.write_text(path.read_text().replace('name = "', 'name = "Their '))
    again, draft = place.desk.go_on(place.desk.unfinished()[0], place.library)
    assert again.is_stale()
    assert draft.routine.name == "Half done"
    assert again.save(draft, place.library) is None
    again.hold_mine()
    assert again.save(draft, place.library) is not None
    assert place.entry("evening").name == "Half done"


def test_what_was_kept_of_a_file_that_has_gone_can_still_be_saved(place):
    file = place.desk.open(place.entry("evening"), place.library)
    file.keep(rename(file.begun, "Half done"))
    (place.own / "evening.toml").unlink()
    again, draft = place.desk.go_on(place.desk.unfinished()[0], place.library)
    assert draft.is_changed
    done = again.save(draft, place.library)
    assert done is not None
    assert place.entry("evening").name == "Half done"


def test_two_new_routines_are_kept_apart(place):
    one = place.desk.new()
    one.keep(place.finished(one.begun, "One"))
    other = place.desk.new()
    other.keep(place.finished(other.begun, "Other"))
    assert [left.name for left in place.desk.unfinished()] == ["One", "Other"]
    place.desk.forget(place.desk.unfinished()[0])
    assert [left.name for left in place.desk.unfinished()] == ["Other"]
    again, draft = place.desk.go_on(place.desk.unfinished()[0], place.library)
    done = again.save(draft, place.library)
    assert done is not None
    assert done.routine.id == "other"
    assert place.desk.unfinished() == ()


def test_what_was_forgotten_meanwhile_cannot_be_gone_on_with(place):
    file = place.desk.new()
    file.keep(place.finished(file.begun, "One"))
    (left,) = place.desk.unfinished()
    place.desk.forget(left)
    with pytest.raises(RecordError, match="One"):
        place.desk.go_on(left, place.library)


def test_steps_that_were_moved_before_the_crash_keep_their_comments(place):
    path = place.own / "evening.toml"
    path.write_text(path.read_text() + '\n[[step]]\n# the long one\nexercise = "wall"\nhold = 60\n')
    file = place.desk.open(place.entry("evening"), place.library)
    file.keep(move(file.begun, len(file.begun.steps) - 1, 0))
    again, draft = place.desk.go_on(place.desk.unfinished()[0], place.library)
    again.save(draft, place.library)
    assert "# the long one" in path.read_text()
    assert place.entry("evening").routine.step[0].hold == 60


def test_a_deleted_routine_comes_back_unless_another_file_lies_there(place):
    path = place.own / "evening.toml"
    text = path.read_text()
    place.desk.delete(place.entry("evening"))()
    assert path.read_text() == text
    undo = place.desk.delete(place.entry("evening"))
    path.write_text("# another\n")
    with pytest.raises(RecordError, match="another file"):
        undo()
    assert path.read_text() == "# another\n"


def test_what_came_with_soleus_cannot_be_deleted(place):
    with pytest.raises(RecordError, match="came with Soleus"):
        place.desk.delete(place.entry("calves"))


def test_the_desk_tells_once_that_something_has_changed(place):
    assert not place.desk.changed()
    write_routine(place.own, "other")
    assert place.desk.changed()
    assert not place.desk.changed()
