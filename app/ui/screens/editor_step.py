"""The sheet on one step of a routine: what kind it is, and each of its fields. Knows its view, and no draft."""

from kivy.properties import ObjectProperty

from app.ui.kv import load_kv
from app.ui.widgets import button, controls, figure, text  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Row
from app.ui.widgets.field import NoteField  # noqa: F401  # named in the rules
from app.ui.widgets.sheet import SheetContent, content_of

load_kv(__file__)


class NumberLine(Row):
    """One number between a minus and a plus: `item` is a `FieldRow`."""

    item = ObjectProperty(None, rebind=True)

    def step(self, by: int) -> None:
        content_of(self).dispatch("on_number", self.item.field, by)


class StepContent(SheetContent):
    """`view` is a `StepView`.

    Dispatches `on_kind(index)`, `on_number(field, by)`, `on_sides(index)`, `on_cue(text)`, `on_wait(text)`,
    `on_other` for another exercise, and `on_deed(name)` with try, duplicate, copy, paste, remove, up or down.
    """

    __events__ = ("on_kind", "on_number", "on_sides", "on_cue", "on_wait", "on_other", "on_deed")

    def on_kind(self, index: int) -> None:
        pass

    def on_number(self, field: str, by: int) -> None:
        pass

    def on_sides(self, index: int) -> None:
        pass

    def on_cue(self, cue: str) -> None:
        pass

    def on_wait(self, wait: str) -> None:
        pass

    def on_other(self) -> None:
        pass

    def on_deed(self, name: str) -> None:
        pass
