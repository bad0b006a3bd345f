"""Welcomes someone who opens Soleus for the first time. Knows no session."""

from msgspec import structs

from app.ui.screens.welcome import WelcomeScreen
from app.ui.stage import Stage
from app.views.welcome import welcome_view


class Welcoming:
    """Shows the first-run cards in the shell, once."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books

    def begin(self) -> None:
        screen = WelcomeScreen(view=welcome_view(self._books.library, 0))
        screen.bind(
            on_next=self._next,
            on_leave=lambda *_: self._end(),
            on_open=lambda _, id_: self._end(id_),
        )
        self._shell.show(screen, alone=True)

    def _next(self, screen: WelcomeScreen) -> None:
        screen.view = welcome_view(self._books.library, screen.view.index + 1)

    def _end(self, routine: str = "") -> None:
        self._books.set(structs.replace(self._books.settings, welcomed=True))
        self._shell.go("today")
        if routine:
            self._shell.open_routine(routine)
