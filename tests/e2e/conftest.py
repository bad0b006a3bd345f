"""One desktop for all tests of the real program, with a new home and a new voice for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, open_desktop


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with open_desktop(tmp_path) as opened:
        yield opened
