"""Searching and filtering the list of routines. Knows no file and no routine's page."""

from collections.abc import Callable

from msgspec import structs

from app.core.library import Library
from app.ui.screens.routines import RoutinesScreen
from app.ui.widgets.modal import Modal
from app.views import routine_filters
from app.views.routine_filters import Facet, Sieve
from app.views.routines import goal_at


class Sifting:
    """Keeps what the list is held down to, and says so by `look_again` when it is another."""

    def __init__(self, library: Callable[[], Library], look_again: Callable[[], None]) -> None:
        self._library = library
        self._look_again = look_again
        self.sieve = Sieve()

    def attend(self, screen: RoutinesScreen) -> None:
        """Answers what a list, which shows everything at first, asks of it."""
        screen.bind(
            on_goal=lambda _, index: self._set(goal=goal_at(self._library(), index)),
            on_search=lambda _, text: self._set(search=text),
            on_filter=lambda _: self.ask(),
            on_all=lambda _: self._sift(Sieve()),
        )

    def ask(self) -> None:
        """Opens the sheet of filters; the list follows each of them at once."""
        from app.ui.screens.routine_filters import RoutineFiltersContent

        content = RoutineFiltersContent(view=self._view())
        sheet = Modal(content, at_bottom=True)

        def sift(sieve: Sieve) -> None:
            self._sift(sieve)
            content.view = self._view()

        content.bind(
            on_choose=lambda _, facet, index: sift(self._toggled(facet, index)),
            on_all=lambda _: sift(routine_filters.without_filters(self.sieve)),
            on_leave=lambda _: sheet.cancel(),
        )
        sheet.open()

    def _toggled(self, facet: Facet, index: int) -> Sieve:
        return routine_filters.toggled(self._library(), self.sieve, facet, index)

    def _view(self) -> routine_filters.FiltersView:
        return routine_filters.filters_view(self._library(), self.sieve)

    def _set(self, **changes: str) -> None:
        self._sift(structs.replace(self.sieve, **changes))

    def _sift(self, sieve: Sieve) -> None:
        self.sieve = sieve
        self._look_again()
