"""One routine in the editor, from the first change until it is saved or given up. Knows no list of routines."""

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from msgspec import structs

from app.core.editing import steps
from app.core.editing.desk import RoutineFile
from app.core.editing.draft import Draft, finished
from app.core.editing.fields import step_of, wait_of
from app.core.exercise import Exercise
from app.core.ports import RecordError
from app.core.routine import Step
from app.core.undoing import redo, settled, undo
from app.ui.picking import Picking
from app.ui.screens.editor import EditorScreen
from app.ui.stage import Stage
from app.ui.step_edit import StepEdit
from app.ui.widgets.modal import topmost
from app.ui.widgets.sheet import BottomSheet
from app.ui.widgets.snackbar import Snackbar
from app.views import editing as words
from app.views.editor import GOALS, editor_view

KEEPING_S = 1.0
"""A crash loses at most this much of an edit."""


class RoutineEdit:
    """Shows a draft in the editor, changes it as is wished, and keeps it on disk meanwhile.

    `on_left` is called with the id of what was saved, or "" if nothing was, once the editor is to go.
    """

    def __init__(
        self, shell: Stage, file: RoutineFile, draft: Draft, on_left: Callable[["RoutineEdit"], None]
    ) -> None:
        self.draft = draft
        self.saved = ""
        self.copied: Step | None = None
        self._shell = shell
        self._books = shell.books
        self._file = file
        self._on_left = on_left
        self._strict = False
        self._trouble = ""
        self._asking: Any = None
        self._put_off = False
        self._keep_later: Any = Clock.create_trigger(lambda _: self._come_to_rest(), KEEPING_S)
        self.screen = EditorScreen(view=self._view())
        self.screen.bind(
            on_name=lambda _, text: self.change(steps.rename(self.draft, text)),
            on_about=lambda _, text: self.change(steps.set_about(self.draft, text)),
            on_goal=lambda _, index: self.change(steps.set_goal(self.draft, GOALS[index])),
            on_number=lambda _, field, by: self.change(steps.stepped(self.draft, None, field, by)),
            on_step=lambda _, key: self.open_step(self.place(key)),
            on_move=lambda _, key, to: self.move(key, to),
            on_copy=lambda _, key: self.copy(self.place(key)),
            on_paste=lambda _, key: self.paste(len(self.draft.steps) if key is None else self.place(key) + 1),
            on_remove=lambda _, key: self.remove(self.place(key)),
            on_add=lambda _: self.add(),
            on_add_wait=lambda _: self._add_wait(),
            on_undo=lambda _: self.undo(),
            on_redo=lambda _: self.redo(),
            on_keep=lambda _: self.save(),
            on_save=lambda _: self._save_and_leave(),
            on_leave=lambda _: self.leave(),
        )

    @property
    def exercises(self) -> dict[str, Exercise]:
        return dict(self._books.library.exercises)

    def show(self) -> None:
        self._shell.show(self.screen, alone=True)

    def place(self, key: int) -> int:
        """Which step that is now, counted from 0."""
        return self.draft.now.keys.index(key)

    def change(self, draft: Draft) -> None:
        """Takes in what an edit has led to."""
        self.draft = draft
        self._file.keep(draft)
        self._keep_later.cancel()
        self._keep_later()
        self._see()

    def undo(self) -> None:
        self.change(undo(self.draft))

    def redo(self) -> None:
        self.change(redo(self.draft))

    def move(self, key: int, to: int) -> None:
        self.change(steps.move(self.draft, self.place(key), to))

    def copy(self, index: int) -> None:
        self.copied = self.draft.steps[index]

    def paste(self, index: int) -> None:
        """Before the step number `index`."""
        if self.copied is not None:
            self.change(steps.add(self.draft, self.copied, index))

    def remove(self, index: int) -> None:
        """Takes a step away, and offers it back for some seconds."""
        before = self.draft
        by_keyboard = self.screen.step_in_focus == before.now.keys[index]
        self.change(steps.remove(before, index))
        after = self.draft.now
        if by_keyboard and after.keys:
            self.screen.focus_step(after.keys[min(index, len(after.keys) - 1)])

        def bring_back() -> None:
            if self.draft.now == after:
                self.undo()
            else:
                step, place = before.steps[index], min(index, len(self.draft.steps))
                self.change(steps.add(self.draft, step, place))

        name = self._name(before.steps[index])
        self.screen.offer_undo(Snackbar(text=words.removed(name), on_act=lambda _: bring_back()))

    def open_step(self, index: int) -> None:
        StepEdit(self._shell, self, self.draft.now.keys[index]).open()

    def add(self) -> None:
        """Asks for an exercise and puts it at the end, with its own dose."""
        self.pick(words.ADD_TITLE, lambda found: self.change(steps.add(self.draft, step_of(found))))

    def pick(self, title: str, on_pick: Callable[[Exercise], None]) -> None:
        """Asks for an exercise of the library, and comes back to the editor."""
        Picking(self._shell, title, on_pick, self.show).open()

    def try_out(self, index: int) -> None:
        """Plays one step, of which nothing is remembered, and comes back."""
        one = structs.replace(self.draft.routine, step=(self.draft.steps[index],))
        self._shell.try_out(self._books.unfolded(one), self.show)

    def leave(self) -> None:
        """Asks what is to become of changes that are not saved."""
        if not self.draft.is_changed:
            self._end()
            return
        sheet = BottomSheet(title=words.LEAVE_TITLE, choices=[words.SAVE, words.DISCARD, words.STAY])
        sheet.bind(on_choose=lambda _, index: (self._save_and_leave, self._end, lambda: None)[index]())
        sheet.open()

    def put_by(self) -> None:
        """The window closes: what is not saved is offered the next time."""
        self._keep_later.cancel()
        self._file.keep(self.draft, at_once=True)

    def save(self) -> bool:
        """False if something is missing, cannot be written, or is asked first."""
        self._strict = True
        if finished(self.draft, self.exercises) is None:
            self._see()
            self.screen.say_what_is_missing()
            return False
        self._trouble = ""
        try:
            done = self._file.save(self.draft, self._books.library)
        except RecordError as error:
            self._trouble = str(error)
            self._see()
            return False
        if done is None:
            self._put_off = False
            self.look_at_disk()
            return False
        self._keep_later.cancel()
        self.draft, self.saved, self._strict = done, done.routine.id, False
        self._see()
        return True

    def look_at_disk(self) -> None:
        """Takes over what someone else has written or, where both have changed, asks whose is to count.

        Not while an exercise is looked for or a step tried: both come back to a step that would have gone.
        """
        if self._put_off or self._asking is not None or self._shell.screen is not self.screen:
            return
        try:
            stale = self._file.is_stale()
        except RecordError as error:
            self._trouble = str(error)
            self._see()
            return
        if not stale:
            return
        if not self.draft.is_changed:
            self._take_theirs()
            return
        self._asking = BottomSheet(
            title=words.stale_title(self._file.name), choices=[words.KEEP_MINE, words.TAKE_THEIRS]
        )
        self._asking.bind(on_choose=lambda _, index: self._asked(index), on_cancel=lambda _: self._asked(-1))
        self._asking.open()

    def _asked(self, index: int) -> None:
        """Mine by 0, theirs by 1; undecided, it is asked again when it is to be saved."""
        self._asking = None
        self._put_off = index < 0
        if index == 0:
            self._file.hold_mine()
        elif index == 1:
            self._take_theirs()

    def _take_theirs(self) -> None:
        while (above := topmost()) is not None:  # a step's sheet, whose step may not be in the file
            above.close()
        self._books.read_routines()
        try:
            draft = self._file.take_theirs(self._books.library)
        except RecordError:
            draft = None
        if draft is None:
            self._end()
        else:
            self.draft = draft
            self._see()

    def _add_wait(self) -> None:
        self.change(steps.add(self.draft, wait_of("")))
        self.open_step(len(self.draft.steps) - 1)

    def _save_and_leave(self) -> None:
        if self.save():
            self._end()

    def _end(self) -> None:
        self._keep_later.cancel()
        self._file.let_go()
        self._on_left(self)

    def _come_to_rest(self) -> None:
        """A second without an edit: the next is one of its own for undo."""
        self._file.keep(self.draft, at_once=True)
        self.draft = settled(self.draft)
        if self._file.trouble:
            self._see()

    def _see(self) -> None:
        self.screen.view = self._view()

    def _view(self) -> Any:
        trouble = self._trouble or self._file.trouble
        return editor_view(self.draft, self.exercises, strict=self._strict, trouble=trouble)

    def _name(self, step: Step) -> str:
        exercise = self.exercises.get(step.exercise or "")
        return exercise.name if exercise else step.wait or step.exercise or words.A_WAIT
