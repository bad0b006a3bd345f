"""Looking through routines and exercises: the lists and the pages behind them. Knows no session."""

from collections.abc import Callable
from functools import partial

from app.core.library import Entry
from app.ui.screens.exercise import ExerciseScreen
from app.ui.screens.exercises import ExercisesScreen
from app.ui.screens.routine import RoutineScreen
from app.ui.screens.routines import RoutinesScreen
from app.ui.stage import Stage
from app.views import exercises, routines
from app.views.picture import shown


class Browsing:
    """Shows lists and pages in the shell, and finds the way back from each page to what was shown before."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books
        self._way_back: list[Callable[[], None]] = []
        self._list: RoutinesScreen | ExercisesScreen | None = None
        self._kind = ""

    def show_routines(self) -> None:
        """The list of routines, read anew: a file may have been mended meanwhile."""
        self._books.library = self._shell.house.read_library()
        screen = RoutinesScreen(view=routines.routines_view(self._books.library))
        screen.bind(
            on_open=lambda _, id_: self.open_routine(id_),
            on_goal=self._choose_goal,
            on_shelf=lambda _, index: self.show_exercises() if index else None,
        )
        self._show_list(screen)
        if self._shell.wide and screen.view.rows:
            self.open_routine(screen.view.rows[0].id)

    def show_exercises(self) -> None:
        self._kind = ""
        screen = ExercisesScreen(view=exercises.exercises_view(self._books.library))
        screen.bind(
            on_open=lambda _, id_: self.open_exercise(id_),
            on_kind=self._choose_kind,
            on_search=self._search,
            on_all=self._show_all,
            on_shelf=lambda _, index: None if index else self.show_routines(),
        )
        self._show_list(screen)
        if self._shell.wide and screen.view.rows:
            self.open_exercise(screen.view.rows[0].id)

    def open_routine(self, routine: str) -> None:
        """One routine's page; nothing if there is none."""
        entry = self._books.entry(routine)
        if entry is None:
            return
        self._remember_where_we_are()
        screen = RoutineScreen(view=self._books.routine_view(entry))
        screen.bind(
            on_start=lambda _, id_: self._shell.follow(id_),
            on_open=lambda _, id_: self.open_exercise(id_),
            on_plan=lambda *_: self._plan(screen, entry),
            on_leave=lambda *_: self.leave(),
        )
        self._shell.show(screen, beside=self._list)

    def _plan(self, screen: RoutineScreen, entry: Entry) -> None:
        from app.ui.planning import Planning

        def look_again() -> None:
            screen.view = self._books.routine_view(entry)

        Planning(self._shell, entry, look_again).open()

    def open_exercise(self, exercise: str) -> None:
        """One exercise's page; nothing if there is none."""
        found = self._books.library.exercises.get(exercise)
        if found is None:
            return
        self._remember_where_we_are()
        screen = ExerciseScreen(view=exercises.exercise_view(found, self._books.library))
        began = self._shell.house.clock.monotonic()

        def show_frame(*_: object) -> None:
            if self._shell.visible:
                screen.picture = shown(found, self._shell.house.clock.monotonic() - began)

        screen.bind(
            on_open=lambda _, id_: self.open_exercise(id_),
            on_leave=lambda *_: self.leave(),
            on_frame=show_frame,
        )
        self._shell.show(screen, beside=self._list)

    def leave(self) -> None:
        """Back to what was shown before this page; beside its list, where there is nothing before it, to Today."""
        if self._way_back:
            self._way_back.pop()()
        else:
            self._shell.go("today")

    def _show_list(self, screen: RoutinesScreen | ExercisesScreen) -> None:
        self._way_back.clear()
        self._list = screen
        self._shell.show(screen)

    def _remember_where_we_are(self) -> None:
        here = self._shell.screen
        if here is self._list:
            if not self._shell.wide:
                self._way_back.append(partial(self._shell.show, here))
        elif isinstance(here, RoutineScreen | ExerciseScreen):
            self._way_back.append(partial(self._shell.show, here, beside=self._list))
        else:
            self._list = None
            self._way_back[:] = [lambda: self._shell.go(self._shell.place)]

    def _choose_goal(self, screen: RoutinesScreen, index: int) -> None:
        library = self._books.library
        screen.view = routines.routines_view(library, routines.goal_at(library, index))

    def _choose_kind(self, screen: ExercisesScreen, index: int) -> None:
        self._kind = exercises.kind_at(self._books.library, index)
        screen.view = exercises.exercises_view(self._books.library, self._kind, screen.view.search)

    def _show_all(self, screen: ExercisesScreen) -> None:
        self._kind = ""
        screen.view = exercises.exercises_view(self._books.library)

    def _search(self, screen: ExercisesScreen, text: str) -> None:
        screen.view = exercises.exercises_view(self._books.library, self._kind, text)
