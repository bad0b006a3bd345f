"""Files of exercises of the user's own: saved whole, never over another, and brought back when deleted."""

import pytest
from msgspec import structs

from app.core.exercise import Exercise
from app.storage.errors import StoreError
from app.storage.own_exercises import (
    bring_back,
    delete_exercise,
    new_file,
    open_exercise,
    own_ids,
    picture_path,
    read_picture,
    save_exercise,
)

PNG = b"\x89PNG\r\n\x1a\n and the rest"
MINE = Exercise(1, "mine", "Mine", ("Stand.", "Lean."), ("soleus",), "stretch", "standing", "both")


def test_an_exercise_that_is_saved_is_opened_again(tmp_path):
    saved = save_exercise(new_file(tmp_path, "mine"), MINE)
    assert open_exercise(tmp_path, "mine") == saved
    assert own_ids(tmp_path) == {"mine"}


def test_a_comment_survives_an_edit_and_other_lines_stay(tmp_path):
    path = save_exercise(new_file(tmp_path, "mine"), MINE).path
    path.write_text(path.read_text() + "\n# after my operation\n")
    before = path.read_text()
    save_exercise(open_exercise(tmp_path, "mine"), structs.replace(MINE, name="Mine again"))
    assert path.read_text() == before.replace('"Mine"', '"Mine again"')


def test_a_file_that_is_there_already_is_left_alone(tmp_path):
    path = save_exercise(new_file(tmp_path, "mine"), MINE).path
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"mine\.toml: another file has that name"):
        save_exercise(new_file(tmp_path, "mine"), structs.replace(MINE, name="Another"))
    assert path.read_bytes() == before


def test_a_file_that_was_changed_elsewhere_is_left_alone(tmp_path):
    opened = save_exercise(new_file(tmp_path, "mine"), MINE)
    opened.path.write_text("# changed\n")
    with pytest.raises(StoreError, match="changed elsewhere"):
        save_exercise(opened, structs.replace(MINE, name="Another"))
    assert opened.path.read_text() == "# changed\n"


def test_a_picture_is_copied_beside_and_goes_and_comes_with_its_exercise(tmp_path):
    chosen = tmp_path / "IMG.PNG"
    chosen.write_bytes(PNG)
    folder = tmp_path / "routines"
    save_exercise(new_file(folder, "mine"), structs.replace(MINE, picture="mine.png"), chosen)
    copy = picture_path(folder, "mine.png")
    assert copy.read_bytes() == PNG
    deleted = delete_exercise(folder, "mine")
    assert not copy.exists()
    assert own_ids(folder) == frozenset()
    bring_back(deleted)
    assert copy.read_bytes() == PNG
    assert open_exercise(folder, "mine").exercise.picture == "mine.png"


def test_a_deletion_is_not_undone_over_another_file(tmp_path):
    save_exercise(new_file(tmp_path, "mine"), MINE)
    deleted = delete_exercise(tmp_path, "mine")
    save_exercise(new_file(tmp_path, "mine"), structs.replace(MINE, name="Another"))
    with pytest.raises(StoreError, match="another file"):
        bring_back(deleted)
    assert open_exercise(tmp_path, "mine").exercise.name == "Another"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.gif", b"GIF89a", "no PNG or JPEG"),
        ("a.png", b"GIF89a", "no PNG or JPEG"),
        ("a.png", PNG + b"0" * (2 << 20), "at most 2 MB"),
    ],
)
def test_what_is_no_small_picture_is_refused_in_one_line(tmp_path, name, data, why):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(StoreError, match=why) as refused:
        read_picture(path)
    assert str(refused.value).startswith(str(path))
    assert "\n" not in str(refused.value)


def test_a_picture_that_is_refused_leaves_no_exercise(tmp_path):
    chosen = tmp_path / "a.png"
    chosen.write_bytes(b"GIF89a")
    with pytest.raises(StoreError):
        save_exercise(new_file(tmp_path, "mine"), structs.replace(MINE, picture="mine.png"), chosen)
    assert own_ids(tmp_path) == frozenset()


def test_an_exercise_whose_file_has_gone_says_so(tmp_path):
    with pytest.raises(StoreError, match="has gone"):
        open_exercise(tmp_path, "mine")
