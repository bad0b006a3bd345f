"""Kivy's window without a display, opened once for all tests here, and a fresh house in it for each."""

import gc
from collections.abc import Callable, Iterator

import pytest

from app.ui.config import configure

configure((400, 800))

from tests.ui.visit import Visit  # noqa: E402  # opens the window, which must be configured before


@pytest.fixture(scope="session")
def _imported() -> None:
    """What is there before the first visit stays, and no sweep need look through it."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def swept(_imported: None) -> None:
    """Nothing is left of earlier visits, which the theme would go on painting until Python sweeps them away."""
    gc.collect()


@pytest.fixture
def visit() -> Iterator[Callable[..., Visit]]:
    """Opens houses: `visit("today", size=(320, 568), voice=False)`; they are closed when the test is over."""
    visits: list[Visit] = []

    def open_visit(*args: object, **kwargs: object) -> Visit:
        visits.append(Visit(*args, **kwargs))  # type: ignore[arg-type]
        return visits[-1]

    yield open_visit
    for each in visits:
        each.leave()
