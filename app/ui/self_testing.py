"""Self-tests: their page, taking them, and what follows. Knows no chart and no running session."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.core.care.extra_set import Extra, extra_for
from app.core.care.self_test import SelfTest, SelfTestKind
from app.core.care.testing import KINDS, RETEST_AFTER, extra_set, of_kind
from app.core.care.warning_signs import exercises_blocked
from app.core.ports import RecordError
from app.ui.screens.self_tests import SelfTestsScreen
from app.ui.self_test_form import SelfTestForm
from app.ui.stage import Stage
from app.views import self_test as words
from app.views.self_test_words import NAMES
from app.views.self_tests import FIGURES, SelfTestsView, self_tests_view

if TYPE_CHECKING:
    from app.ui.knee_testing import KneeTesting


class SelfTesting:
    """Shows the page in the shell, and comes back to it from every test."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books
        self._trouble = ""
        self._all_rows = False
        self._refused: set[str] = set()
        self._form: SelfTestForm | None = None
        self._knee: KneeTesting | None = None

    def open(self) -> None:
        self._trouble, self._all_rows = "", False
        self._show()

    def answer(self, asked: str, answer: str) -> None:
        """What was said to the card on Today: to see the tests, or not now."""
        if answer == "later":
            self._books.put_off(asked)
            self._shell.go("today")
        else:
            self.open()

    def take(self, kind: SelfTestKind) -> None:
        """Begins a test, unless a warning sign stands against it: then says so."""
        found, exercises = self._books.verdict, self._books.library.exercises
        blocked = exercises_blocked((FIGURES[kind],), exercises, found)
        if found.stops_everything or blocked:
            self._shell.caring.signs.explain(NAMES[kind], blocked, None)
        elif kind == "knee-to-wall":
            from app.ui.knee_testing import KneeTesting

            knee = self._knee = KneeTesting(self._shell, self._look_at, self._show)
            knee.screen.fbind("parent", lambda *_: self._left_tries(knee))
            knee.open()
        else:
            from app.ui.heel_testing import HeelTesting

            HeelTesting(self._shell, self._look_at, self._show).open()

    def open_test(self, test_id: str) -> None:
        """The page of a test that was taken; nothing if there is none."""
        test = next((each for each in self._books.diary.self_tests if each.id == test_id), None)
        if test is not None:
            form = SelfTestForm(self._shell, test, is_new=False)
            form.screen.bind(
                on_leave=lambda _: self._leave_corrected(form),
                on_delete=lambda _: self._delete(form, test),
            )
            self._open(form)

    def put_by(self) -> None:
        """Writes what was measured and not saved yet: the window is about to close."""
        if self._knee is not None:
            self._keep_tries(self._knee)
        if self._form is not None:
            self._keep(self._form)

    def _open(self, form: SelfTestForm) -> None:
        self._form = form
        form.screen.fbind("parent", lambda *_: self._left(form))
        form.open()

    def _left(self, form: SelfTestForm) -> None:
        """A page that is left in whatever way takes nothing with it that was measured."""
        if form.screen.parent is None and self._shell.screen is not form.screen:
            self._keep(form)

    def _left_tries(self, knee: "KneeTesting") -> None:
        if knee.screen.parent is None and self._shell.screen is not knee.screen:
            self._keep_tries(knee)

    def _keep(self, form: SelfTestForm) -> None:
        if form.is_settled or not form.is_worth_keeping:
            return
        form.is_settled = True
        test, was = form.test, form.was
        if was is None:
            self._write_on_the_way(test, words.saved(test), lambda: self._forget(test))
        else:
            self._write_on_the_way(test, words.put_right(test), lambda: self._put_back(was))

    def _keep_tries(self, knee: "KneeTesting") -> None:
        """Those of a test that was neither finished nor given up."""
        if (test := knee.unfinished()) is not None:
            self._write_on_the_way(test, words.saved(test), lambda: self._forget(test))

    def _write_on_the_way(self, test: SelfTest, text: str, undo: Callable[[], None]) -> None:
        """While something else is shown already: what cannot be written is said there, and tried again later."""
        if self._books.write_test(test):
            self._shell.offer_undo(text, undo)
        else:
            self._shell.tell(self._books.trouble)

    def _show(self) -> None:
        screen = SelfTestsScreen(view=self._view())
        screen.bind(
            on_take=lambda _, kind: self.take(kind),
            on_open=lambda _, test: self.open_test(test),
            on_answer=lambda _, asked, answer: self._answer_extra(asked, answer),
            on_all=lambda _: self._show_all(),
            on_leave=lambda _: self._shell.go(self._shell.place),
        )
        self._shell.show(screen)

    def _view(self) -> SelfTestsView:
        return self_tests_view(
            self._books.diary,
            self._books.library,
            extras=self._extras(),
            all_rows=self._all_rows,
            may_test=self._books.verdict.urgency is None,
            trouble=self._trouble or self._books.trouble,
        )

    def _look_again(self) -> None:
        if isinstance(self._shell.screen, SelfTestsScreen):
            self._shell.screen.view = self._view()

    def _show_all(self) -> None:
        self._all_rows = True
        self._look_again()

    def _look_at(self, test: SelfTest, trouble: str = "") -> None:
        """What a test came to, before it is saved."""
        lags = extra_set(test)
        diary, library = self._books.diary, self._books.library
        offers = lags is not None and extra_for(test.kind, lags, diary, library) is not None
        form = SelfTestForm(self._shell, test, is_new=True, offers=offers, trouble=trouble)
        form.screen.bind(
            on_leave=lambda _: form.ask_whether_to_keep(
                lambda: self._save(form), lambda: self._throw_away(form)
            ),
            on_save=lambda _: self._save(form),
        )
        self._open(form)

    def _save(self, form: SelfTestForm) -> None:
        test = form.test
        if self._write(form, lambda: self._shell.house.history.put_all(care=[test])):
            self._trouble = ""
            self._show()
            self._shell.offer_undo(words.saved(test), lambda: self._forget(test))

    def _throw_away(self, form: SelfTestForm) -> None:
        form.is_settled = True
        self._show()

    def _leave_corrected(self, form: SelfTestForm) -> None:
        test, was = form.test, form.was
        if was is None or not form.is_worth_keeping:
            self._show()
        elif self._write(form, lambda: self._shell.house.history.put_all(care=[test])):
            self._show()
            self._shell.offer_undo(words.put_right(test), lambda: self._put_back(was))

    def _delete(self, form: SelfTestForm, test: SelfTest) -> None:
        if self._write(form, lambda: self._shell.house.history.delete_all(care=[test])):
            self._show()
            self._shell.offer_undo(words.deleted(test), lambda: self._put_back(test))

    def _write(self, form: SelfTestForm, deed: Callable[[], None]) -> bool:
        """Whether it could be; the page says why if not."""
        try:
            deed()
        except RecordError as error:
            form.say(str(error))
            return False
        form.is_settled = True
        return True

    def _put_back(self, test: SelfTest) -> None:
        self._try(lambda: self._shell.house.history.put_all(care=[test]))

    def _forget(self, test: SelfTest) -> None:
        self._try(lambda: self._shell.house.history.delete_all(care=[test]))

    def _try(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except RecordError as error:
            self._trouble = str(error)
        self._look_again()

    def _extras(self) -> tuple[tuple[SelfTest, Extra], ...]:
        """The extra sets to offer: of the last test of each kind, for two weeks, unless it was refused."""
        if self._books.verdict.blocked:
            return ()
        diary, library = self._books.diary, self._books.library
        found = []
        for kind in KINDS:
            tests = of_kind(diary.self_tests, kind)
            if not tests or tests[-1].id in self._refused or diary.today - tests[-1].day >= RETEST_AFTER:
                continue
            lags = extra_set(tests[-1])
            extra = extra_for(kind, lags, diary, library) if lags is not None else None
            if extra is not None:
                found.append((tests[-1], extra))
        return tuple(found)

    def _answer_extra(self, asked: str, answer: str) -> None:
        test_id = asked.partition(":")[2]
        found = next((extra for test, extra in self._extras() if test.id == test_id), None)
        if answer == "later" or found is None:
            self._refused.add(test_id)
            self._look_again()
            return
        from app.ui.extra_setting import add_extra

        self._trouble = add_extra(self._shell, found, self._look_again)
        self._look_again()
