"""A crash loses at most the last second of an edit."""

from pathlib import Path

import pytest

from app.core.editing.draft import Draft, blank, draft_of
from app.core.editing.fields import wait_of
from app.core.editing.steps import add, move, remove, rename
from app.core.routine import Routine, Step
from app.core.undoing import undo
from app.storage.drafts import DRAFTS, NEW, DraftKeeper, drop_draft, keep_draft, kept_drafts
from app.storage.errors import StoreError
from tests.storage.faults import FailingFiles

DRAFT = draft_of(
    Routine(
        1,
        "mine",
        "Mine",
        (Step(exercise="wall", hold=30), Step(exercise="raise", reps=8, tempo=(2, 1, 2, 0))),
    )
)


def kept_routine(folder: Path) -> Routine | None:
    found = kept_drafts(folder)
    return found[0].draft.routine if found else None


@pytest.mark.parametrize(
    "draft",
    [
        rename(DRAFT, "Ours"),
        move(remove(add(DRAFT, wait_of("")), 1), 0, 1),
        blank(),
        add(blank(), wait_of("Sit.")),
    ],
    ids=["renamed", "unfinished", "nothing yet", "no name yet"],
)
def test_a_kept_draft_comes_back_as_it_was(tmp_path, draft):
    keep_draft(tmp_path, "mine", draft)
    (kept,) = kept_drafts(tmp_path)
    assert kept.name == "mine"
    assert (kept.draft.now, kept.draft.saved) == (draft.now, draft.saved)
    assert kept.draft.origins == draft.origins


def test_a_draft_that_came_back_gives_new_steps_keys_of_their_own(tmp_path):
    keep_draft(tmp_path, "mine", remove(DRAFT, 1))
    (kept,) = kept_drafts(tmp_path)
    assert add(kept.draft, wait_of("Sit.")).origins == (0, None)


def test_there_are_no_drafts_where_there_is_no_folder(tmp_path):
    assert kept_drafts(tmp_path) == ()


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[]", b'{"soleus_draft": 2}', b"1" * 5000])
def test_what_is_no_draft_is_left_where_it_is(tmp_path, data):
    keep_draft(tmp_path, "mine", DRAFT)
    (tmp_path / DRAFTS / "a.json").write_bytes(data)
    assert [kept.name for kept in kept_drafts(tmp_path)] == ["mine"]
    assert (tmp_path / DRAFTS / "a.json").exists()


def test_a_draft_with_two_steps_of_one_key_is_none(tmp_path):
    keep_draft(tmp_path, "mine", DRAFT)
    path = tmp_path / DRAFTS / "mine.json"
    path.write_text(path.read_text().replace("[0,1]", "[1,1]"))
    assert kept_drafts(tmp_path) == ()


def test_a_draft_that_cannot_be_kept_is_told(tmp_path):
    with pytest.raises(StoreError, match="free some disk space"):
        keep_draft(tmp_path, "mine", DRAFT, FailingFiles(range(1, 99)))


def typed(draft: Draft, letters: int) -> Draft:
    return rename(draft, "Mine" + "x" * letters)


def test_a_draft_is_written_at_most_once_a_second(tmp_path):
    keeper = DraftKeeper(tmp_path, NEW)
    keeper.keep(typed(DRAFT, 1), now_s=10)
    keeper.keep(typed(DRAFT, 2), now_s=10.9)
    assert kept_routine(tmp_path).name == "Minex"
    keeper.keep(typed(DRAFT, 2), now_s=11)
    assert kept_routine(tmp_path).name == "Minexx"


def test_a_draft_that_was_not_changed_is_not_written(tmp_path):
    files = FailingFiles()
    keeper = DraftKeeper(tmp_path, "mine", files)
    keeper.keep(DRAFT, now_s=10)
    assert files.count == 0
    keeper.keep(typed(DRAFT, 1), now_s=11)
    written = files.count
    keeper.keep(typed(DRAFT, 1), now_s=20)
    assert files.count == written > 0


def test_a_draft_of_which_all_was_undone_is_dropped(tmp_path):
    keeper = DraftKeeper(tmp_path, "mine")
    keeper.keep(typed(DRAFT, 1), now_s=10)
    keeper.keep(undo(typed(DRAFT, 1)), now_s=12)
    assert kept_routine(tmp_path) is None


def test_a_keeper_that_fails_says_so_until_it_succeeds(tmp_path):
    keeper = DraftKeeper(tmp_path, "mine", FailingFiles(range(1, 2)))
    keeper.keep(typed(DRAFT, 1), now_s=10)
    assert "could not be written" in keeper.trouble
    keeper.keep(typed(DRAFT, 1), now_s=12)
    assert keeper.trouble == ""
    assert kept_routine(tmp_path) is not None


def test_a_draft_that_is_dropped_has_gone_and_may_be_dropped_again(tmp_path):
    keep_draft(tmp_path, "mine", DRAFT)
    drop_draft(tmp_path, "mine")
    drop_draft(tmp_path, "mine")
    assert kept_drafts(tmp_path) == ()
