"""A data folder of its own for each test."""

from pathlib import Path

import pytest


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "soleus"
    monkeypatch.setenv("SOLEUS_HOME", str(folder))
    return folder
