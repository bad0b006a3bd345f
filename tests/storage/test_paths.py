"""Where the data lies."""

from pathlib import Path

from app.storage.paths import data_folder, device_of, log_path, year_of


def test_soleus_home_is_the_data_folder(tmp_path):
    assert data_folder({"SOLEUS_HOME": str(tmp_path / "mine")}) == tmp_path / "mine"


def test_soleus_home_may_begin_with_a_tilde():
    assert data_folder({"SOLEUS_HOME": "~/mine"}) == Path.home() / "mine"


def test_a_relative_soleus_home_counts_from_here():
    assert data_folder({"SOLEUS_HOME": "mine"}) == Path.cwd() / "mine"


def test_the_platform_says_where_if_nobody_else_does():
    assert data_folder({}) == data_folder({"SOLEUS_HOME": ""})
    assert data_folder({}).name == "soleus"


def test_a_log_tells_its_year_and_its_device_by_name(tmp_path):
    path = log_path(tmp_path, 2026, "1f2e3d4c")
    assert path == tmp_path / "log" / "2026-1f2e3d4c.jsonl"
    assert (year_of(path), device_of(path)) == (2026, "1f2e3d4c")
    conflict = path.with_name("2026-1f2e3d4c.sync-conflict-20260301-120000-ABCDEFG.jsonl")
    assert device_of(conflict) == "1f2e3d4c"
    assert year_of(Path("notes.jsonl")) == 0
