"""The person's data: the card in Settings, what a file would bring, the backups. Knows its views, and no file."""

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.widgets import button, each, field, notice, text  # noqa: F401  # the rules name their classes
from app.ui.widgets.card import Card
from app.ui.widgets.row import ListRow
from app.ui.widgets.sheet import SheetContent, content_of
from app.ui.widgets.text import Words

load_kv(__file__)


class DataRow(ListRow):
    """One thing that can be done with the data."""


class DataCard(Card):
    """Where the data lies. Dispatches `on_open`, `on_export`, `on_import` and `on_backups`."""

    folder = StringProperty("")
    can_open = BooleanProperty(False)

    __events__ = ("on_open", "on_export", "on_import", "on_backups")

    def on_open(self) -> None:
        pass

    def on_export(self) -> None:
        pass

    def on_import(self) -> None:
        pass

    def on_backups(self) -> None:
        pass


class ImportLine(Words):
    """One thing that an import does: `item` is its line."""

    item = StringProperty("")


class LeftOutLine(Words):
    """One thing that was not understood: `item` is its line."""

    item = StringProperty("")


class HabitLine(ListRow):
    """One habit of a file, wanted or not: `item` is a `HabitRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        content_of(self).dispatch("on_habit", self.item.name)


class ImportContent(SheetContent):
    """`view` is an `ImportView`. Dispatches `on_path(path)`, `on_habit(name)` and `on_take_in`."""

    __events__ = ("on_path", "on_habit", "on_take_in")

    def on_path(self, path: str) -> None:
        pass

    def on_habit(self, name: str) -> None:
        pass

    def on_take_in(self) -> None:
        pass


class BackupLine(ListRow):
    """One backup: `item` is a `BackupRow`."""

    item = ObjectProperty(None, rebind=True)

    def on_release(self) -> None:
        content_of(self).dispatch("on_restore", self.item.name)


class BackupsContent(SheetContent):
    """`view` is a `BackupsView`. Dispatches `on_back_up` and `on_restore(name)`."""

    __events__ = ("on_back_up", "on_restore")

    def on_back_up(self) -> None:
        pass

    def on_restore(self, name: str) -> None:
        pass
