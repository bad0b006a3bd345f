"""The next morning: its answer, and the change that only a yes makes. Knows no running session."""

from collections.abc import Callable

from msgspec import structs

from app.core.care.adjusting import adjusted
from app.core.care.check_in import CheckIn, Morning, Verdict
from app.core.care.mornings import answer_for
from app.core.care.suggesting import Counsel, counsel_on
from app.core.editing.draft import edited
from app.core.library import Entry
from app.core.ports import RecordError
from app.core.record import SessionRecord
from app.core.routine import Routine
from app.ui.routine_changing import change_routine
from app.ui.screens.today import TodayScreen
from app.ui.stage import Stage
from app.ui.widgets.dialog import Dialog
from app.views import morning as words


class CheckInKeeping:
    """Takes the answers that Today is given in the morning."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books
        self._history = shell.house.history

    def answer(self, asked: str, answer: str) -> None:
        """What was answered to one of `morning_asks`; nothing if its session is not there any more."""
        id_ = words.session_of(asked)
        session = next((each for each in self._books.diary.sessions if each.id == id_), None)
        if session is None:
            self._look_again()
        elif words.is_suggestion(asked):
            self._settle(session, change=answer == words.CHANGE)
        elif answer == words.NOT_NOW:
            self._books.put_off(asked)
            self._look_again()
        else:
            self._take(session, "worse" if answer == words.WORSE else "as-usual")

    def _take(self, session: SessionRecord, morning: Morning) -> None:
        said = CheckIn(session.id, "morning", session.day, morning=morning)
        if self._put(said):
            self._shell.offer_undo(words.noted(self._counsel_on(session)), lambda: self._take_back(said))
        self._look_again()

    def _take_back(self, said: CheckIn) -> None:
        self._try(lambda: self._history.delete_all(care=[said]))
        self._look_again()

    def _settle(self, session: SessionRecord, *, change: bool) -> None:
        """Makes the suggested change or leaves the routine; either way it is suggested no more."""
        counsel = self._counsel_on(session)
        said = answer_for(self._books.diary.check_ins, session.day)
        entry = self._books.entry(session.routine)
        if said is not None and entry is not None and entry.routine is not None:
            if not change:
                self._conclude(said, "left", words.settled(entry.name, "hold"), lambda: None)
            elif (undo := self._change(entry, adjusted(entry.routine, counsel.suggestion))) is not None:
                self._conclude(said, "changed", words.settled(entry.name, counsel.advice.move), undo)
        self._look_again()

    def _change(self, entry: Entry, wanted: Routine) -> Callable[[], None] | None:
        """What takes the change back; None if it could not be made."""
        try:
            desk = self._shell.house.editing
            return change_routine(desk, self._books, entry, lambda draft: edited(draft, wanted))
        except RecordError as error:
            _tell(words.NOT_CHANGED, str(error))
            return None

    def _conclude(self, said: CheckIn, verdict: Verdict, text: str, undo: Callable[[], None]) -> None:
        def take_back() -> None:
            try:
                undo()
            except RecordError as error:
                _tell(words.NOT_BACK, str(error))
            else:
                self._put(said)
            self._look_again()

        self._put(structs.replace(said, verdict=verdict))
        self._shell.offer_undo(text, take_back)

    def _counsel_on(self, session: SessionRecord) -> Counsel:
        return counsel_on(session, self._books.diary, self._books.library, self._books.is_guarded)

    def _put(self, said: CheckIn) -> bool:
        return self._try(lambda: self._history.put_all(care=[said]))

    def _try(self, deed: Callable[[], None]) -> bool:
        """Whether it could be written; if not, Today says why."""
        try:
            deed()
        except RecordError as error:
            self._books.trouble = str(error)
            return False
        return True

    def _look_again(self) -> None:
        """Makes the view of Today anew, if that is what is shown."""
        if isinstance(self._shell.screen, TodayScreen):
            self._shell.screen.view = self._books.today_view()


def _tell(title: str, text: str) -> None:
    Dialog(title=title, text=text, answer=words.CLOSE, refusal="").open()
