"""Programmes: choosing one, following it, turning it by hand. Knows no running session."""

from msgspec import structs

from app.core.ports import RecordError
from app.core.programme.course import followed
from app.core.programme.enrolment import Enrolment
from app.core.programme.following import Changes, begun, ended, turned, undone
from app.core.programme.programme import Entry
from app.ui.screens.care import CareScreen
from app.ui.screens.course import CourseScreen
from app.ui.screens.programme import ProgrammeScreen, ProgrammesScreen
from app.ui.screens.today import TodayScreen
from app.ui.stage import Stage
from app.ui.widgets.dialog import Dialog
from app.views.programme_page import (
    CLINICIAN_ABOUT,
    CLINICIAN_KNOWS,
    CLINICIAN_QUESTION,
    ENDED,
    NOT_YET,
    STARTED,
    TURNED,
    CourseView,
    ProgrammesView,
    ProgrammeView,
    course_view,
    programme_view,
    programmes_view,
    unreadable_view,
)


class ProgrammeKeeping:
    """Shows the pages in the shell. Each change is written at once, and can be taken back."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books
        self._trouble = ""

    def open(self) -> None:
        """The programme that is followed or, if none is, those to choose from. Files are read anew."""
        self._books.read_programmes()
        self._trouble = ""
        self._show_course() if self._followed is not None else self.choose()

    def answer(self, answer: str) -> None:
        """What was answered to what Today said of the programme."""
        course = self._books.diary.course
        if answer == "open" or course is None:
            self.open()
        elif answer == "end":
            self._end()
        else:
            self._turn_to(course.standing.before)

    def choose(self) -> None:
        """All programmes."""
        screen = ProgrammesScreen(view=self._list_view())
        screen.bind(
            on_open=lambda _, programme: self.look_at(programme),
            on_leave=lambda _: self._leave_list(),
        )
        self._shell.show(screen)

    def look_at(self, programme: str) -> None:
        """One programme with its weeks; nothing if there is none."""
        entry = self._books.programmes.find(programme)
        if entry is None:
            return
        screen = ProgrammeScreen(view=self._view(entry))
        screen.bind(on_start=lambda _: self._ask_and_start(entry), on_leave=lambda _: self.choose())
        self._shell.show(screen)

    @property
    def _enrolments(self) -> tuple[Enrolment, ...]:
        return self._shell.house.history.enrolments()

    @property
    def _followed(self) -> Enrolment | None:
        return followed(self._enrolments, self._books.today)

    def _list_view(self) -> ProgrammesView:
        now = self._followed
        return programmes_view(
            self._books.programmes, self._books.library, now.programme if now else "", trouble=self._trouble
        )

    def _view(self, entry: Entry) -> ProgrammeView:
        now = self._followed
        other = self._books.programmes.find(now.programme) if now else None
        return programme_view(entry, self._books.library, other, trouble=self._trouble)

    def _course_view(self) -> CourseView:
        course, now = self._books.diary.course, self._followed
        if course is not None:
            return course_view(course, self._books.diary, self._books.library, trouble=self._trouble)
        programme = now.programme if now else ""
        return unreadable_view(programme, self._books.programmes.find(programme), trouble=self._trouble)

    def _name(self, programme: str) -> str:
        entry = self._books.programmes.find(programme)
        return entry.name if entry else programme

    def _leave_list(self) -> None:
        self._show_course() if self._followed is not None else self._shell.go(self._shell.place)

    def _show_course(self) -> None:
        screen = CourseScreen(view=self._course_view())
        screen.bind(
            on_start=lambda _, routine: self._shell.follow(routine),
            on_open=lambda _, routine: self._shell.open_routine(routine),
            on_turn=lambda _, weeks: self._turn_by(weeks),
            on_others=lambda _: self.choose(),
            on_end=lambda _: self._end(),
            on_leave=lambda _: self._shell.go(self._shell.place),
        )
        self._shell.show(screen)

    def _ask_and_start(self, entry: Entry) -> None:
        """A programme that asks for the clinician begins only after a yes."""
        if entry.programme is None:
            return
        if not entry.programme.ask_clinician:
            self._start(entry)
            return
        dialog = Dialog(
            title=CLINICIAN_QUESTION, text=CLINICIAN_ABOUT, answer=CLINICIAN_KNOWS, refusal=NOT_YET
        )
        dialog.bind(on_confirm=lambda _: self._start(entry))
        dialog.open()

    def _start(self, entry: Entry) -> None:
        changes = begun(self._enrolments, entry.id, self._books.today)
        self._change(changes, STARTED.format(entry.name))

    def _end(self) -> None:
        now = self._followed
        if now is not None:
            text = ENDED.format(self._name(now.programme))
            self._change(ended(self._enrolments, self._books.today), text)

    def _turn_by(self, weeks: int) -> None:
        course = self._books.diary.course
        if course is not None:
            self._turn_to(course.standing.week + weeks)

    def _turn_to(self, week: int) -> None:
        self._change(turned(self._enrolments, week, self._books.today), TURNED.format(week + 1))

    def _change(self, changes: Changes, text: str) -> None:
        """Writes the changes, shows how it stands now, and offers to take them back."""
        before = self._enrolments
        if self._write(changes):
            self._shell.offer_undo(text, lambda: self._take_back(undone(changes, before)))
        self._look_again()

    def _look_again(self) -> None:
        """Shows how it stands now, wherever the person is by now."""
        here = self._shell.screen
        match here:
            case CourseScreen() if self._followed is not None:
                here.view = self._course_view()
            case ProgrammeScreen() if self._trouble:
                here.view = structs.replace(here.view, trouble=self._trouble)
            case CourseScreen() | ProgrammeScreen() | ProgrammesScreen():
                self._show_course() if self._followed is not None else self.choose()
            case TodayScreen() | CareScreen():
                self._books.trouble = self._trouble or self._books.trouble
                self._shell.go(self._shell.place)

    def _take_back(self, changes: Changes) -> None:
        self._write(changes)
        self._look_again()

    def _write(self, changes: Changes) -> bool:
        history = self._shell.house.history
        self._trouble = ""
        try:
            history.put_all(care=changes.put)
            if changes.delete:
                history.delete_all(care=changes.delete)
        except RecordError as error:
            self._trouble = str(error)
        return not self._trouble
