"""The name of one routine, for a note."""

import pytest

from app.storage.bundle import routines_folder
from app.storage.routine_names import routine_name


def test_the_first_folder_that_has_it_names_it(tmp_path):
    assert routine_name("calf-reset", [tmp_path / "missing", routines_folder()]) == "Calf reset"
    (tmp_path / "calf-reset.toml").write_text('name = "Mine"')
    assert routine_name("calf-reset", [tmp_path, routines_folder()]) == "Mine"


@pytest.mark.parametrize("text", [b"", b"name = 7", b"name = ", b"\xff\xfe", b'name = ""', b"[" * 9_000])
def test_one_that_cannot_be_understood_is_called_by_its_id(tmp_path, text):
    (tmp_path / "my-own-one.toml").write_bytes(text)
    assert routine_name("my-own-one", [tmp_path]) == "My own one"
