"""Leads through knee-to-wall, a try at a time, in large type and by voice. Knows no storage."""

from collections.abc import Callable

from msgspec import structs

from app.core.care.knee_to_wall import Taking, begun, gone_back, kept, skipped, stepped
from app.core.care.self_test import SelfTest
from app.core.care.testing import of_kind
from app.core.days import day_of
from app.ui.screens.knee_to_wall import KneeToWallScreen
from app.ui.stage import Stage
from app.ui.widgets.sheet import BottomSheet
from app.views import self_test as words
from app.views.knee_to_wall import KneeToWallView, knee_to_wall_view
from app.views.picture import shown_position


class KneeTesting:
    """`on_done` is told the test that was taken; `on_left` that there is none."""

    def __init__(
        self, shell: Stage, on_done: Callable[[SelfTest], None], on_left: Callable[[], None]
    ) -> None:
        self._shell = shell
        self._books = shell.books
        self._on_done = on_done
        self._on_left = on_left
        self._is_over = False
        last = of_kind(self._books.diary.self_tests, "knee-to-wall")
        self.taking = begun(last[-1] if last else None)
        self._began_s = shell.house.clock.monotonic()
        self.screen = KneeToWallScreen(view=self._view())
        self.screen.bind(
            on_step=lambda _, by: self._change(stepped(self.taking, by)),
            on_keep=lambda _: self._go_on(kept(self.taking)),
            on_skip=lambda _: self._go_on(skipped(self.taking)),
            on_back=lambda _: self._go_on(gone_back(self.taking)),
            on_frame=lambda _: self._move(),
            on_leave=lambda _: self._leave(),
        )

    def open(self) -> None:
        self._shell.show(self.screen, alone=True)
        self._say()

    def _view(self) -> KneeToWallView:
        return knee_to_wall_view(self.taking, self._books.library.exercises)

    def _change(self, taking: Taking) -> None:
        self.taking = taking
        self.screen.view = self._view()

    def _go_on(self, taking: Taking) -> None:
        if taking.is_over:
            self.taking = taking
            self._finish()
        elif taking != self.taking:
            self._change(taking)
            self._move()
            self._say()

    def _move(self) -> None:
        picture = self.screen.view.picture
        if picture.figure is not None:
            elapsed_s = self._shell.house.clock.monotonic() - self._began_s
            picture = structs.replace(picture, position=shown_position(elapsed_s))
        self.screen.picture = picture

    def _say(self) -> None:
        house = self._shell.house
        hearing = house.hearing(self._books.settings)
        if hearing.voice and hearing.manner.verbosity != "chimes":
            house.speaker.adopt(hearing.manner)
            house.speaker.say(self.screen.view.said, hearing.voice_volume)

    def _leave(self) -> None:
        """Asks what is to become of tries that were kept."""
        if not self._has_tries:
            self._give_up()
            return
        choices = [words.SEE_IT, words.THROW_AWAY, words.GO_ON]
        sheet = BottomSheet(title=words.LEAVE_TITLE, choices=choices)
        sheet.bind(on_choose=lambda _, index: (self._finish, self._give_up, lambda: None)[index]())
        sheet.open()

    def unfinished(self) -> SelfTest | None:
        """The test as far as it came, once: None if there is nothing in it, or if it was finished or given up."""
        if self._is_over or not self._has_tries:
            return None
        self._is_over = True
        self._shell.house.speaker.hush()
        return self._test()

    @property
    def _has_tries(self) -> bool:
        return any(cm is not None for cm in self.taking.kept)

    def _give_up(self) -> None:
        self._is_over = True
        self._shell.house.speaker.hush()
        self._on_left()

    def _finish(self) -> None:
        self._is_over = True
        self._shell.house.speaker.hush()
        self._on_done(self._test())

    def _test(self) -> SelfTest:
        now = self._shell.house.clock.now()
        return SelfTest(
            id=self._shell.house.new_id(),
            kind="knee-to-wall",
            taken_at=now,
            day=day_of(now, self._books.settings.day_start_h),
            left=self.taking.tries("left"),
            right=self.taking.tries("right"),
        )
