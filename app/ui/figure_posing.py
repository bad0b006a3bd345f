"""Posing the figure of an exercise, from the first drag until it is done. Knows no file and no other field."""

from collections.abc import Callable

from app.core.exercise_editing import edits
from app.core.exercise_editing.draft import Draft
from app.core.figure import Figure
from app.core.posing import keyframes
from app.core.posing.handles import HANDLES, dragged
from app.core.posing.names import LIMBS
from app.core.posing.stock import StockName
from app.core.undoing import redo, settled, undo
from app.ui.screens.posing import PosingScreen
from app.ui.screens.stock import StockContent
from app.ui.stage import Stage
from app.ui.widgets.modal import Modal
from app.views.picture import shown_position
from app.views.posing import (
    THING,
    THINGS,
    PosingView,
    posing_view,
    stock_choices,
    stock_view,
)

TIME_STEP = 0.05


class FigurePosing:
    """Shows the figure of a draft with its handles; `change` takes in each new draft, `on_done` goes back."""

    def __init__(
        self, shell: Stage, draft: Draft, change: Callable[[Draft], None], on_done: Callable[[], None]
    ) -> None:
        self.draft = draft
        self.frame = len(self.figure.pose) - 1
        self._shell = shell
        self._change_draft = change
        self._on_done = on_done
        self._chosen = ""
        self._mirrored = False
        self._began_s: float | None = None
        self._grips = 0
        self._grip: tuple[str, int, Figure] | None = None
        self.screen = PosingScreen(view=self._view())
        self.screen.bind(
            on_point=lambda _, name: self._choose(name),
            on_drag=lambda _, name, x, y: self._drag(name, x, y),
            on_keyframe=lambda _, index: self._show_frame(index),
            on_add=lambda _: self._add(),
            on_take_away=lambda _: self._take_away(),
            on_time=lambda _, by: self._time(by),
            on_stock=lambda _: self.ask_stock(),
            on_hold=lambda _: self._hold(),
            on_thing=lambda _, index: self._thing(index),
            on_play=lambda _: self._play(),
            on_mirror=lambda _: self._mirror(),
            on_undo=lambda _: self._take_in(undo(self.draft)),
            on_redo=lambda _: self._take_in(redo(self.draft)),
            on_tick=lambda _: self._see(),
            on_leave=lambda _: self._leave(),
        )

    @property
    def figure(self) -> Figure:
        figure = self.draft.exercise.figure
        assert figure is not None  # noqa: S101 - there is one to pose, or the posing is over
        return figure

    def open(self) -> None:
        self._shell.show(self.screen, alone=True)

    def ask_stock(self) -> None:
        """Asks what the keyframe is to be like: a stock pose, or another keyframe."""
        self._stop()
        content = StockContent(view=stock_view(self.figure, self.frame))
        sheet = Modal(content, at_bottom=True)

        def choose(_: object, index: int) -> None:
            sheet.close()
            self._begin_from(stock_choices(self.figure, self.frame)[index][0])

        content.bind(on_choose=choose, on_leave=lambda _: sheet.cancel())
        sheet.open()

    def _begin_from(self, key: int | StockName) -> None:
        if isinstance(key, int):
            self._change(keyframes.copied(self.figure, key, self.frame))
        else:
            self._change(keyframes.with_stock(self.figure, self.frame, key))

    def _choose(self, name: str) -> None:
        """Each grip is one for undo; arrow keys on one point join."""
        self._grips += 1
        self._grip = None
        self._chosen = name
        self._see()

    def _drag(self, name: str, x: float, y: float) -> None:
        """From how the figure was when the point was taken, so that dragging to and fro leaves nothing behind."""
        self._chosen = name
        if self._grip is None or self._grip[:2] != (name, self.frame):
            self._grip = (name, self.frame, self.figure)
        grip = self._grip
        if name in HANDLES:
            self._change(dragged(grip[2], self.frame, name, (x, y)), f"drag {name} {self._grips}")
            self._grip = grip
        else:
            kind = next(kind for kind in THINGS if name == THING + kind)
            mark = next(mark for mark in self.screen.view.handles if mark.name == name)
            moved = keyframes.moved_prop(self.figure, kind, x - mark.x)
            self._change(moved, f"drag {name} {self._grips}")

    def _show_frame(self, index: int) -> None:
        self._began_s = None
        self.screen.play(on=False)
        self.frame = index
        self._see()

    def _add(self) -> None:
        self.frame = 1
        self._change(keyframes.added(self.figure))

    def _take_away(self) -> None:
        frame, self.frame = self.frame, self.frame - 1
        self._change(keyframes.removed(self.figure, frame))

    def _time(self, by: int) -> None:
        at = self.figure.pose[self.frame].at + by * TIME_STEP
        self._change(keyframes.timed(self.figure, self.frame, at), "at")

    def _hold(self) -> None:
        limb = next((limb for limb in LIMBS if limb == self._chosen), None)
        if limb is not None:
            self._change(keyframes.held(self.figure, limb, hold=not keyframes.holds(self.figure, limb)))

    def _thing(self, index: int) -> None:
        kind = THINGS[index]
        there = not keyframes.has_prop(self.figure, kind)
        self._change(keyframes.with_prop(self.figure, kind, there=there))

    def _play(self) -> None:
        """Plays the movement again and again, or stops it."""
        playing = self._began_s is None
        self._began_s = self._shell.house.clock.monotonic() if playing else None
        self.screen.play(on=playing)
        self._see()

    def _stop(self) -> None:
        if self._began_s is not None:
            self._play()

    def _mirror(self) -> None:
        self._mirrored = not self._mirrored
        self._see()

    def _change(self, figure: Figure, burst: str = "") -> None:
        self._take_in(edits.set_figure(self.draft, figure, burst))

    def _take_in(self, draft: Draft) -> None:
        self._stop()
        self._grip = None
        self.draft = draft
        self._change_draft(draft)
        if draft.exercise.figure is None or not draft.exercise.figure.is_drawn:
            self._leave()  # undone to before there was a figure
            return
        self.frame = min(self.frame, len(self.figure.pose) - 1)
        self._see()

    def _leave(self) -> None:
        self.screen.play(on=False)
        self._change_draft(settled(self.draft))
        self._on_done()

    def _see(self) -> None:
        self.screen.view = self._view()

    def _view(self) -> PosingView:
        position = None
        if self._began_s is not None:
            position = shown_position(self._shell.house.clock.monotonic() - self._began_s)
        exercise = self.draft.exercise
        return posing_view(
            self.figure,
            self.frame,
            self._chosen,
            hot=exercise.muscles,
            both=exercise.sides == "none",
            mirrored=self._mirrored,
            position=position,
            can_undo=bool(self.draft.past),
            can_redo=bool(self.draft.future),
        )
