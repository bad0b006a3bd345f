"""What changed in a folder between two looks at it. Knows no folder: the looks come in."""

from collections.abc import Mapping

from msgspec import Struct


class Stamp(Struct, frozen=True):
    """By what one state of a file is told from another, without reading it: bytes and nanoseconds."""

    size: int
    mtime_ns: int


Look = Mapping[str, Stamp]
"""The files of a folder by name, as they were at one moment."""


class Changes(Struct, frozen=True):
    """The names of files that came, that went, and that are another version now; false if there are none."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def changes(before: Look, after: Look) -> Changes:
    """What happened between two looks, by name. A renamed file went under one name and came under another."""
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(sorted(name for name in before.keys() & after.keys() if before[name] != after[name])),
    )
