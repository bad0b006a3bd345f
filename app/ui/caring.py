"""Care: its page, what opens from it, and the answers to what Today asks. Knows no running session."""

from functools import cached_property
from typing import TYPE_CHECKING

from app.ui.screens.care import CareScreen
from app.ui.stage import Stage
from app.views.care_page import CareView, care_view

if TYPE_CHECKING:
    from app.ui.care_reading import CareReading
    from app.ui.check_in_keeping import CheckInKeeping
    from app.ui.programme_keeping import ProgrammeKeeping
    from app.ui.reporting import Reporting
    from app.ui.self_testing import SelfTesting
    from app.ui.sign_keeping import SignKeeping
    from app.ui.warming import Warming


class Caring:
    """Shows Care in the shell. Each of its parts is made when it is first wanted."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books

    def show_care(self) -> None:
        screen = CareScreen(view=self._view())
        screen.bind(on_open=lambda _, part: self.open(part))
        self._shell.show(screen)

    def open(self, part: str) -> None:
        """One part of Care by its name, or a topic to read by its id."""
        match part:
            case "signs":
                self.signs.open()
            case "programme":
                self.programmes.open()
            case "self-tests":
                self.self_tests.open()
            case "warmth":
                self.warming.open()
            case "report":
                self.reporting.open()
            case _:
                self.reading.open(part)

    def put_by(self) -> None:
        """Writes what was not saved yet: the window is about to close."""
        if "self_tests" in self.__dict__:
            self.self_tests.put_by()

    def answer(self, asked: str, answer: str) -> None:
        """What was answered to an `Ask` on Today; the part before ":" says whose question it was."""
        match asked.partition(":")[0]:
            case "signs":
                self.signs.open()
            case "programme":
                self.programmes.answer(answer)
            case "self-tests":
                self.self_tests.answer(asked, answer)
            case _:
                self.check_ins.answer(asked, answer)

    @cached_property
    def signs(self) -> "SignKeeping":
        from app.ui.sign_keeping import SignKeeping

        return SignKeeping(self._shell)

    @cached_property
    def programmes(self) -> "ProgrammeKeeping":
        from app.ui.programme_keeping import ProgrammeKeeping

        return ProgrammeKeeping(self._shell)

    @cached_property
    def self_tests(self) -> "SelfTesting":
        from app.ui.self_testing import SelfTesting

        return SelfTesting(self._shell)

    @cached_property
    def warming(self) -> "Warming":
        from app.ui.warming import Warming

        return Warming(self._shell)

    @cached_property
    def reporting(self) -> "Reporting":
        from app.ui.reporting import Reporting

        return Reporting(self._shell)

    @cached_property
    def reading(self) -> "CareReading":
        from app.ui.care_reading import CareReading

        return CareReading(self._shell)

    @cached_property
    def check_ins(self) -> "CheckInKeeping":
        from app.ui.check_in_keeping import CheckInKeeping

        return CheckInKeeping(self._shell)

    def _view(self) -> CareView:
        return care_view(self._books.diary, answers=self._books.answers)
