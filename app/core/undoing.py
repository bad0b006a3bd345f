"""Undo and redo over the whole of an edit, whatever is edited. Knows neither routine nor exercise."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from msgspec import Struct, structs

V = TypeVar("V")


class Edit(Struct, Generic[V], frozen=True):
    """The version now, the one that the file holds, and what undo and redo lead to, nearest last.

    `burst` names what is being typed, stepped or dragged at the moment: edits of one burst are one for undo.
    """

    now: V
    saved: V
    past: tuple[V, ...] = ()
    future: tuple[V, ...] = ()
    burst: str = ""

    @property
    def is_changed(self) -> bool:
        return self.now != self.saved


E = TypeVar("E", bound=Edit[Any])


def gone_on(edit: E, now: object, burst: str = "") -> E:
    """The edit with another version.

    One that changes nothing leaves no trace. One that continues a burst joins it, and if the burst ends where
    it began, there is nothing left of it to undo.
    """
    if now == edit.now:
        return edit
    past = edit.past if burst and burst == edit.burst else (*edit.past, edit.now)
    if burst and past and past[-1] == now:
        past, burst = past[:-1], ""
    return structs.replace(edit, now=now, past=past, future=(), burst=burst)


def settled(edit: E) -> E:
    """The edit after a pause, or after leaving a field: what follows is one of its own for undo."""
    return structs.replace(edit, burst="") if edit.burst else edit


def undo(edit: E) -> E:
    if not edit.past:
        return edit
    *past, before = edit.past
    return structs.replace(edit, now=before, past=tuple(past), future=(*edit.future, edit.now), burst="")


def redo(edit: E) -> E:
    if not edit.future:
        return edit
    *future, after = edit.future
    return structs.replace(edit, now=after, past=(*edit.past, edit.now), future=tuple(future), burst="")


def kept(edit: E, now: object, named: Callable[[Any], object]) -> E:
    """The edit after its file was written with the version `now`; all that was done can still be undone.

    `named` gives an earlier version the name that the file has got.
    """
    return structs.replace(
        edit,
        now=now,
        saved=now,
        past=tuple(map(named, edit.past)),
        future=tuple(map(named, edit.future)),
        burst="",
    )
