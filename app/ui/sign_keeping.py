"""Warning signs: asks, keeps what was answered, shows what to do. Knows no running session and no file."""

from collections.abc import Callable, Sequence
from typing import Literal

from app.core.care.warning_signs import Answers, SignId, answered, with_seen, with_sign
from app.ui.screens.signs import AdviceScreen, SignsScreen
from app.ui.stage import Stage
from app.views import signs_page as page

Deed = Callable[[], None]


class SignKeeping:
    """Shows the pages and sheets in the shell. Each answer is written at once, and can be taken back."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books
        self._leave: Deed = self._go_back
        self._trouble = ""

    def open(self, on_leave: Deed | None = None) -> None:
        """What to do or, where nothing was answered yet, what is asked; `on_leave` goes back from there."""
        self._leave, self._trouble = on_leave or self._go_back, ""
        if self._books.answers is None:
            self._ask(self._leave, self._say_none, self._advise)
        else:
            self._advise()

    def ask_first(self, on_none: Deed, on_some: Deed, on_leave: Deed) -> None:
        """Asks whoever is here for the first time. `on_some` is called before they are shown what to do."""

        def advise() -> None:
            on_some()
            self._advise()

        self._leave, self._trouble = self._go_back, ""
        self._ask(on_leave, on_none, advise, alone=True)

    def ask_what_is_felt(self, end: Deed, stop: Deed, on_leave: Deed) -> None:
        """In a session, which has paused. What was chosen is kept, and only then `stop` is called; pain alone only
        comes to its `end`, where it is asked how it felt.
        """
        from app.ui.screens.sign_sheets import FeltContent
        from app.ui.widgets.modal import Modal
        from app.views.signs_sheets import felt_view

        content = FeltContent(view=felt_view())
        sheet = Modal(content, at_bottom=True)

        def choose(sign: SignId | Literal[""]) -> None:
            sheet.close()
            if not sign:
                end()
                return
            self._answer(with_sign(self._books.answers, sign, self._books.today))
            stop()
            self._leave = on_leave
            self._advise()

        content.bind(on_sign=lambda _, sign: choose(sign), on_leave=lambda _: sheet.cancel())
        sheet.open()

    def explain(
        self, name: str, blocked: Sequence[str], begin: Deed | None, on_leave: Deed | None = None
    ) -> None:
        """Why the routine of that name is not begun; `begin` does so without what has to wait, where it can."""
        from app.ui.screens.sign_sheets import StoppedContent
        from app.ui.widgets.modal import Modal
        from app.views.signs_sheets import stopped_view

        exercises, found = self._books.library.exercises, self._books.verdict
        if on_leave is None and self._shell.place == "routines":
            on_leave = self._shell.way_back()
        content = StoppedContent(
            view=stopped_view(name, blocked, exercises, found, can_start=begin is not None)
        )
        sheet = Modal(content, at_bottom=True)

        def after(deed: Deed) -> None:
            sheet.close()
            deed()

        content.bind(
            on_start=lambda _: after(begin or (lambda: None)),
            on_signs=lambda _: after(lambda: self.open(on_leave)),
            on_leave=lambda _: sheet.cancel(),
        )
        sheet.open()

    def _ask(self, on_leave: Deed, on_none: Deed, on_some: Deed, *, alone: bool = False) -> None:
        """What applied before is chosen already: it shows, and nothing that still applies is left out unseen."""
        before = self._books.answers
        chosen: set[SignId] = set(before.signs if before else ())
        screen = SignsScreen(view=page.signs_view(chosen))

        def toggle(sign: SignId) -> None:
            chosen.symmetric_difference_update((sign,))
            screen.view = page.signs_view(chosen)

        def decide() -> None:
            self._answer(answered(chosen, self._books.today))
            (on_some if chosen else on_none)()

        screen.bind(
            on_toggle=lambda _, sign: toggle(sign),
            on_done=lambda _: decide(),
            on_leave=lambda _: on_leave(),
        )
        self._shell.show(screen, alone=alone)

    def _advise(self) -> None:
        answers = self._books.answers
        if answers is None:
            self._leave()
            return
        screen = AdviceScreen(view=page.advice_view(answers, self._books.today, self._trouble))
        screen.bind(
            on_seen=lambda _, sign: self._take_as_seen(answers, sign),
            on_again=lambda _: self._ask(self._advise, self._say_none, self._advise),
            on_erase=lambda _: self._erase(answers),
            on_leave=lambda _: self._leave(),
        )
        self._shell.show(screen)

    def _take_as_seen(self, before: Answers, sign: SignId) -> None:
        self._answer(with_seen(before, sign, self._books.today))
        self._advise()
        self._shell.offer_undo(page.seen_text(sign), lambda: self._put_back(before))

    def _say_none(self) -> None:
        self._leave()
        self._shell.tell(page.NONE_KEPT)

    def _erase(self, before: Answers) -> None:
        self._answer(None)
        if self._trouble:
            self._advise()
            return
        self._leave()
        self._shell.offer_undo(page.ERASED, lambda: self._put_back(before))

    def _put_back(self, before: Answers) -> None:
        """Shows it where it shows: on the page itself, on Care and on Today."""
        self._answer(before)
        if isinstance(self._shell.screen, AdviceScreen | SignsScreen):
            self._advise()
        elif self._shell.place in ("today", "care"):
            self._shell.go(self._shell.place)

    def _answer(self, answers: Answers | None) -> None:
        self._trouble = self._books.answer_signs(answers)
        self._books.trouble = self._trouble or self._books.trouble

    def _go_back(self) -> None:
        self._shell.go(self._shell.place)
