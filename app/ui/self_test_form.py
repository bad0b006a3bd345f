"""The page of one self-test, and what the test has become there. Knows no list and no storage."""

from collections.abc import Callable
from typing import Any

from msgspec import structs

from app.core.care.self_test import SelfTest
from app.core.record import Side
from app.ui.screens.self_test import SelfTestScreen
from app.ui.stage import Stage
from app.ui.widgets.sheet import BottomSheet
from app.views import self_test as words
from app.views.self_test import SelfTestView, corrected, self_test_view


class SelfTestForm:
    """`test` is the test as it stands on the page, `was` as it stands in the history, if it does.

    `is_settled` once it was decided what becomes of it. `offers` is as in `self_test_view`.
    """

    def __init__(
        self, shell: Stage, test: SelfTest, *, is_new: bool, offers: bool = False, trouble: str = ""
    ) -> None:
        self.test = test
        self.was = None if is_new else test
        self.is_settled = False
        self._shell = shell
        self._is_new = is_new
        self._offers = offers
        self._trouble = trouble
        self.screen: Any = SelfTestScreen(view=self._view())
        self.screen.bind(
            on_step=lambda _, side, number, by: self._step(side, number, by),
            on_note=lambda _, note: self._note(note),
        )

    def open(self) -> None:
        """A test that is not saved yet stands alone, so that nothing leads away from it by accident."""
        self._shell.show(self.screen, alone=self._is_new)

    def say(self, trouble: str) -> None:
        self._trouble = trouble
        self.screen.view = self._view()

    @property
    def is_worth_keeping(self) -> bool:
        """Whether it says something that is not written yet."""
        return bool(self.test.left or self.test.right) and self.test != self.was

    def ask_whether_to_keep(self, save: Callable[[], None], leave: Callable[[], None]) -> None:
        """What is to become of a test that was not saved."""
        if not (self.test.left or self.test.right):
            leave()
            return
        choices = [words.SAVE, words.THROW_AWAY, words.GO_ON]
        sheet = BottomSheet(title=words.LEAVE_TITLE, choices=choices)
        sheet.bind(on_choose=lambda _, index: (save, leave, lambda: None)[index]())
        sheet.open()

    def _view(self) -> SelfTestView:
        return self_test_view(
            self.test,
            self._shell.books.diary,
            is_new=self._is_new,
            offers=self._offers,
            trouble=self._trouble,
        )

    def _step(self, side: Side, number: int, by: int) -> None:
        self.test = corrected(self.test, side, number, by)
        self.screen.view = self._view()

    def _note(self, note: str) -> None:
        """The page has it already: it is left alone, and so is the place in it where one writes."""
        self.test = structs.replace(self.test, note=note.strip())
