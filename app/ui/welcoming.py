"""Welcomes someone who opens Soleus for the first time. Knows no session."""

from msgspec import structs

from app.core.care.warning_signs import answered
from app.ui.screens.welcome import WelcomeScreen
from app.ui.stage import Stage
from app.views.welcome import ROUTINES, SIGNS, welcome_view


class Welcoming:
    """Shows the first-run cards in the shell, once; one of them asks for warning signs."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books

    def begin(self) -> None:
        self._show(0)

    def _show(self, index: int) -> None:
        screen = WelcomeScreen(view=welcome_view(self._books.library, index))
        screen.bind(
            on_next=self._next,
            on_other=lambda _: self._ask_for_signs(),
            on_skip=lambda _: self._end(),
            on_leave=self._go_back,
            on_open=lambda _, id_: self._end(id_),
        )
        self._shell.show(screen, alone=True)

    def _next(self, screen: WelcomeScreen) -> None:
        if screen.view.index == SIGNS:
            trouble = self._books.answer_signs(answered((), self._books.today))
            self._books.trouble = trouble or self._books.trouble
        screen.view = welcome_view(self._books.library, screen.view.index + 1)

    def _go_back(self, screen: WelcomeScreen) -> None:
        """An answer that was given stays; its card asks again."""
        if screen.view.index:
            screen.view = welcome_view(self._books.library, screen.view.index - 1)
        else:
            self._end()

    def _ask_for_signs(self) -> None:
        self._shell.caring.signs.ask_first(
            on_none=lambda: self._show(ROUTINES),
            on_some=self._be_known,
            on_leave=lambda: self._show(SIGNS),
        )

    def _be_known(self) -> None:
        self._books.set(structs.replace(self._books.settings, welcomed=True))

    def _end(self, routine: str = "") -> None:
        self._be_known()
        self._shell.go("today")
        if routine:
            self._shell.open_routine(routine)
