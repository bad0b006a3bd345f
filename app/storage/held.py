"""Documents as they are held in memory: as JSON, or as a record that makes it again. Pure; knows no TinyDB."""

from collections.abc import Iterator, Mapping

from msgspec import Raw, Struct
from msgspec.json import encode

from app.storage.lines import DELETED


class Held(Struct, frozen=True, gc=False):
    """The newest revision of one document."""

    rev: int
    kept: Raw | Struct

    @property
    def doc(self) -> Raw:
        return self.kept if isinstance(self.kept, Raw) else Raw(encode(self.kept))

    @property
    def deleted(self) -> bool:
        return isinstance(self.kept, Raw) and self.kept == DELETED


NEVER_WRITTEN = Held(0, DELETED)


class Documents(Mapping[str, Raw]):
    """The documents of a table by id, as JSON; deleted ones are not there."""

    def __init__(self, held: Mapping[str, Held]) -> None:
        self._held = held

    def __getitem__(self, id_: str) -> Raw:
        held = self._held[id_]
        if held.deleted:
            raise KeyError(id_)
        return held.doc

    def __contains__(self, id_: object) -> bool:
        return id_ in self._held and not self._held[id_].deleted  # type: ignore[index]

    def __iter__(self) -> Iterator[str]:
        return (id_ for id_, held in self._held.items() if not held.deleted)

    def __len__(self) -> int:
        return sum(1 for _ in self)
