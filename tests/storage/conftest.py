"""What the tests of the storage share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.storage.store import Store, open_store
from tests.storage.sessions import NOW


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of the user's own files, still empty."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Store]]:
    """Opens the store of a folder, the test's own unless told otherwise, and closes it in the end."""
    stores: list[Store] = []

    def open_one(folder: Path = tmp_path, **options: Any) -> Store:
        chosen = {"now": NOW, "writable": True, "new_device": lambda: "1f2e3d4c", **options}
        stores.append(open_store(folder, **chosen))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()
