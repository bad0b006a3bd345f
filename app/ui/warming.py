"""Heat and cold: the page, and what its button starts. Knows no limit and no running session."""

from app.core.care.warming import WarmthPlan
from app.ui.screens.warmth import WarmthScreen
from app.ui.stage import Stage
from app.views.warming import of_kind, routine_of, stepped, warmth_view


class Warming:
    """Shows the page in the shell; what was chosen holds until the window closes."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._plan = of_kind(0)

    def open(self) -> None:
        self._screen = WarmthScreen(view=warmth_view(self._plan, self._shell.books.library.exercises))
        self._screen.bind(
            on_kind=lambda _, index: self._take(of_kind(index)),
            on_set=lambda _, key, by: self._take(stepped(self._plan, key, by)),
            on_start=lambda _: self._shell.follow_move(routine_of(self._plan)),
            on_leave=lambda _: self._shell.go("care"),
        )
        self._shell.show(self._screen)

    def _take(self, plan: WarmthPlan) -> None:
        self._plan = plan
        self._screen.view = warmth_view(plan, self._shell.books.library.exercises)
