"""Something that is made when it is first asked for anything. Knows not what."""

from collections.abc import Callable
from typing import Any


class Deferred:
    """Stands for what `make` will give: the first frame waits for nothing that only some screens need."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._made: object | None = None

    def __getattr__(self, name: str) -> Any:
        if self._made is None:
            self._made = self._make()
        return getattr(self._made, name)
