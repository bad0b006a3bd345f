"""Today: the next routine as one clear invitation. Knows its view, and no routine."""

from typing import Any

from kivy.factory import Factory
from kivy.properties import ObjectProperty, StringProperty

from app.ui.kv import load_kv
from app.ui.screens.place import Place
from app.ui.widgets import due, figure, owed, week  # noqa: F401  # the rules name its classes
from app.ui.widgets.card import Card, Row

load_kv(__file__)
Factory.register("AskCard", module="app.ui.widgets.ask")  # imported on the days on which something is asked


class ExerciseName(Row):
    """One exercise of the invitation: `item` is its name."""

    item = StringProperty("")


class InvitationCard(Card):
    """The routine that Today invites to. Dispatches `on_start` and `on_open`."""

    invitation = ObjectProperty(None, rebind=True)
    __events__ = ("on_start", "on_open")

    def on_start(self) -> None:
        pass

    def on_open(self) -> None:
        pass


class CutOffCard(Card):
    """A session that was cut off. Dispatches `on_go_on`, `on_keep` and `on_discard`."""

    cut_off = ObjectProperty(None, rebind=True)
    __events__ = ("on_go_on", "on_keep", "on_discard")

    def on_go_on(self) -> None:
        pass

    def on_keep(self) -> None:
        pass

    def on_discard(self) -> None:
        pass


class TodayScreen(Place):
    """Dispatches what the person wants; `on_minutes` with the number of the chip.

    `on_start` has the routine's id and those of its steps to do, or () for all; `on_answer` the ids of an `Ask`
    and of its answer.
    """

    __events__ = ("on_start", "on_open", "on_minutes", "on_go_on", "on_keep", "on_discard", "on_answer")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._cut_off = CutOffCard(
            on_go_on=lambda *_: self.dispatch("on_go_on", self.view.cut_off.id),
            on_keep=lambda *_: self.dispatch("on_keep", self.view.cut_off.id),
            on_discard=lambda *_: self.dispatch("on_discard", self.view.cut_off.id),
        )
        self.on_view()

    def on_view(self, *_: object) -> None:
        """The card of a cut-off session comes and goes with the session."""
        top = self.ids.get("top")
        if top is None or not hasattr(self, "_cut_off"):
            return
        top.clear_widgets()
        if self.view.cut_off is not None:
            self._cut_off.cut_off = self.view.cut_off
            top.add_widget(self._cut_off)

    def do_the_one_thing(self) -> None:
        if self.view.invitation is not None:
            self.dispatch("on_start", self.view.invitation.id, self.view.invitation.steps)

    def on_start(self, routine: str, steps: tuple[int, ...]) -> None:
        pass

    def on_open(self, routine: str) -> None:
        pass

    def on_minutes(self, index: int) -> None:
        pass

    def on_go_on(self, session_id: str) -> None:
        pass

    def on_keep(self, session_id: str) -> None:
        pass

    def on_discard(self, session_id: str) -> None:
        pass

    def on_answer(self, asked: str, answer: str) -> None:
        pass
