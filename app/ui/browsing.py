"""Looking through routines and exercises: the lists and the pages behind them. Knows no session."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec import structs

from app.core.library import Entry
from app.ui.screens.care_topic import CareTopicScreen
from app.ui.screens.exercise import ExerciseScreen
from app.ui.screens.exercises import ExercisesScreen
from app.ui.screens.routine import RoutineScreen
from app.ui.screens.routines import RoutinesScreen
from app.ui.sifting import Sifting
from app.ui.stage import Stage
from app.ui.watching import Watching
from app.ui.widgets.sheet import BottomSheet
from app.views import exercises, routine_actions, routines
from app.views.editing import unfinished_title
from app.views.picture import shown
from app.views.routine_filters import Sieve

if TYPE_CHECKING:
    from app.ui.editing import Editing
    from app.ui.own_exercises import OwnExercises
    from app.ui.sheet_keeping import SheetKeeping


class Browsing:
    """Shows lists and pages in the shell, and finds the way back from each page to what was shown before."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books
        self._way_back: list[Callable[[], None]] = []
        self._list: RoutinesScreen | ExercisesScreen | None = None
        self._kind = ""
        self.sifting = Sifting(lambda: self._books.library, self._see_list_again)
        self._desk = shell.house.editing
        self._watching = Watching(self._shows_routines, self.look_around)

    @cached_property
    def editing(self) -> "Editing":
        from app.ui.editing import Editing

        return Editing(self._shell, self._come_back, self.see_again)

    @cached_property
    def sheet(self) -> "SheetKeeping":
        from app.ui.sheet_keeping import SheetKeeping

        return SheetKeeping(self._shell, self.show_routines)

    @cached_property
    def own_exercises(self) -> "OwnExercises":
        from app.ui.own_exercises import OwnExercises

        return OwnExercises(self._shell, self._come_back_to_exercises)

    def show_routines(self) -> None:
        """The list of routines, read anew: a file may have been mended meanwhile."""
        self._books.read_routines()
        self.sifting.sieve = Sieve()
        screen = RoutinesScreen(view=self._list_view())
        screen.bind(
            on_open=lambda _, id_: self.open_routine(id_),
            on_new=lambda _: self._ask_how_to_begin(),
            on_go_on=lambda _: self._go_on(),
            on_shelf=lambda _, index: self.show_exercises() if index else None,
        )
        self.sifting.attend(screen)
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
            on_new=lambda _: self.own_exercises.new(),
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
        screen = RoutineScreen(view=self._routine_view(entry))
        screen.bind(
            on_start=lambda _, id_: self._shell.follow(id_),
            on_open=lambda _, id_: self.open_exercise(id_),
            on_plan=lambda *_: self._plan(screen),
            on_edit=lambda _: self._with_entry(screen, self.editing.open),
            on_more=lambda _: self._with_entry(screen, self.editing.ask_what),
            on_mend=lambda _: self._with_entry(screen, self.editing.mend),
            on_leave=lambda *_: self.leave(),
        )
        self._shell.show(screen, beside=self._list)
        self._watching.begin()

    def _with_entry(self, screen: RoutineScreen, deed: Callable[[Entry], None]) -> None:
        """Does it to the routine as the library has it now; nothing if it has gone."""
        if (entry := self._books.entry(screen.view.id)) is not None:
            deed(entry)

    def _routine_view(self, entry: Entry) -> routines.RoutineView:
        return structs.replace(
            self._books.routine_view(entry), opens_outside=self._shell.house.open_outside is not None
        )

    def _plan(self, screen: RoutineScreen) -> None:
        from app.ui.planning import Planning

        def look_again() -> None:
            self._with_entry(screen, lambda entry: setattr(screen, "view", self._routine_view(entry)))

        self._with_entry(screen, lambda entry: Planning(self._shell, entry, look_again).open())

    def see_again(self) -> None:
        """Reads the routines anew, and shows what is in sight of them as it is now."""
        self._books.read_routines()
        self._see_list_again()
        here = self._shell.screen
        if isinstance(here, RoutineScreen):
            if (entry := self._books.entry(here.view.id)) is not None:
                here.view = self._routine_view(entry)
            else:
                self._shell.go("routines")

    def look_around(self) -> None:
        """Sees what others have done to the files meanwhile."""
        if not self._shell.visible or not self._shows_routines():
            return
        if self._is_editing:
            self.editing.look_at_disk()
        elif self._desk.changed():
            self.see_again()

    def _shows_routines(self) -> bool:
        here = self._shell.screen
        return here.parent is not None and (
            self._is_editing or isinstance(here, RoutinesScreen | RoutineScreen)
        )

    def put_by(self) -> None:
        """Keeps what is being edited: the window is about to close."""
        if self._is_editing:
            self.editing.put_by()

    @property
    def _is_editing(self) -> bool:
        return "editing" in self.__dict__ and self.editing.edit is not None

    def _ask_how_to_begin(self) -> None:
        """With nothing, or with what somebody has written."""
        sheet = BottomSheet(
            title=routine_actions.NEW_TITLE,
            choices=[(way.icon, way.words, way.about) for way in routine_actions.WAYS],
        )
        ways: dict[str, Callable[[], None]] = {"blank": self.editing.new, "sheet": self.sheet.open}
        sheet.bind(on_choose=lambda _, index: ways[routine_actions.WAYS[index].name]())
        sheet.open()

    def _go_on(self) -> None:
        if left := self.editing.unfinished():
            self.editing.go_on(left[0])

    def _come_back(self, routine: str) -> None:
        """From the editor: to the page that it was opened on, to the one of a new routine, or to the list."""
        page = self.editing.origin
        if isinstance(page, RoutineScreen) and routine in ("", page.view.id):
            entry = self._books.entry(page.view.id)
            if entry is not None:
                page.view = self._routine_view(entry)
                self._see_list_again()
                self._shell.show(page, beside=self._list)
                return
        if page is self._list and isinstance(page, RoutinesScreen):
            self._see_list_again()
            self._shell.show(page)
        else:
            self._shell.go("routines")
        if routine:
            self.open_routine(routine)

    def _see_list_again(self) -> None:
        if isinstance(self._list, RoutinesScreen):
            self._list.view = self._list_view()

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
            on_more=lambda _: self.own_exercises.ask_what(found),
            on_signs=lambda _: self._open_signs(),
            on_why=lambda *_: self._shell.caring.open(screen.view.why),
            on_leave=lambda *_: self.leave(),
            on_frame=show_frame,
        )
        self._shell.show(screen, beside=self._list)

    def _open_signs(self) -> None:
        self._remember_where_we_are()
        self._shell.caring.signs.open(self.leave)

    def _come_back_to_exercises(self, exercise: str) -> None:
        """From the editor of exercises, or from a deletion: to the list as it is now, and to what was saved."""
        origin = self.own_exercises.origin
        if not exercise and isinstance(origin, ExercisesScreen | ExerciseScreen):
            self._shell.show(origin, beside=None if origin is self._list else self._list)
            return
        self.show_exercises()
        if exercise:
            self.open_exercise(exercise)

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
        self._watching.begin()

    def _remember_where_we_are(self) -> None:
        here = self._shell.screen
        if here is self._list:
            if not self._shell.wide:
                self._way_back.append(partial(self._shell.show, here))
        elif isinstance(here, RoutineScreen | ExerciseScreen):
            self._way_back.append(partial(self._shell.show, here, beside=self._list))
        else:
            self._way_back = [self._way_elsewhere()]
            self._list = None

    def _way_elsewhere(self) -> Callable[[], None]:
        """To a place as it is then, or to a topic of Care, and from there on as before."""
        if not isinstance(self._shell.screen, CareTopicScreen):
            return lambda: self._shell.go(self._shell.place)
        listed, way_on, show = self._list, self._way_back, self._shell.way_back()

        def go_back() -> None:
            self._list, self._way_back = listed, way_on
            show()

        return go_back

    def _list_view(self) -> routines.RoutinesView:
        left = self._desk.unfinished()
        return routines.routines_view(
            self._books.library,
            self.sifting.sieve,
            unfinished=unfinished_title(left[0].name) if left else "",
        )

    def _choose_kind(self, screen: ExercisesScreen, index: int) -> None:
        self._kind = exercises.kind_at(self._books.library, index)
        screen.view = exercises.exercises_view(self._books.library, self._kind, screen.view.search)

    def _show_all(self, screen: ExercisesScreen) -> None:
        self._kind = ""
        screen.view = exercises.exercises_view(self._books.library)

    def _search(self, screen: ExercisesScreen, text: str) -> None:
        screen.view = exercises.exercises_view(self._books.library, self._kind, text)
