"""Settings: each change takes effect and is saved at once. Knows no session."""

from kivy.clock import Clock

from app.core.manner import VoiceName
from app.core.ports import Health
from app.ui.data_keeping import DataKeeping
from app.ui.screens.settings import SettingsScreen
from app.ui.stage import Stage
from app.views import notes
from app.views.settings import SettingsView, changed, settings_view

ANSWER_S = 1.5
"""What a tested part of the machine needs to say whether it worked."""


class Adjusting:
    """Shows the settings in the shell."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._house = shell.house
        self._books = shell.books
        self._health: tuple[Health, ...] = ()
        self._voices: tuple[VoiceName, ...] = ()
        self._data = DataKeeping(shell)

    def show_settings(self) -> None:
        screen = SettingsScreen(view=self._view())
        screen.bind(
            on_set=self._set,
            on_test=lambda _, part: self._test(part),
            on_page=lambda _, name: self.open_page(name),
            on_data=lambda _, wish: self._data.do(wish),
        )
        self._shell.show(screen)
        Clock.schedule_once(lambda _: self._look_at_machine(screen), 0)
        if not self._voices:
            self._house.speaker.list_voices(
                lambda voices: Clock.schedule_once(lambda _: self._take(voices), 0)
            )

    def open_page(self, name: str) -> None:
        """That of "reminders" or of "breaks"."""
        from app.ui.break_keeping import BreakKeeping
        from app.ui.reminder_keeping import ReminderKeeping

        (ReminderKeeping if name == "reminders" else BreakKeeping)(self._shell).open()

    def _take(self, voices: tuple[VoiceName, ...]) -> None:
        self._voices = voices
        if isinstance(self._shell.screen, SettingsScreen):
            self._shell.screen.view = self._view()

    def look_into(self, path: str) -> None:
        """Shows what the file at `path` would bring."""
        self._data.look_into(path)

    def _view(self) -> SettingsView:
        house, books = self._house, self._books
        return settings_view(
            books.settings,
            str(house.folder),
            self._health,
            house.version,
            can_open=house.open_outside is not None,
            trouble=books.trouble,
            voices=self._voices,
        )

    def _set(self, screen: SettingsScreen, key: str, value: int) -> None:
        self._books.set(changed(self._books.settings, key, value, self._books.this_week, self._voices))
        self._shell.dress()
        screen.view = self._view()

    def _look_at_machine(self, screen: SettingsScreen) -> None:
        self._health = tuple(self._house.health())
        screen.view = self._view()

    def _test(self, part: str) -> None:
        hearing = self._house.hearing(self._books.settings)
        if part == "sound":
            self._house.chime.play("start", hearing.chime_volume)
        elif part == "voice":
            self._house.speaker.adopt(hearing.manner)
            self._house.speaker.say(notes.TEST_SENTENCE, hearing.voice_volume)
        elif part == "notifications":
            self._house.notifier.notify(notes.TEST_TITLE, notes.TEST_BODY, lambda _: None)
        Clock.schedule_once(self._look_again, ANSWER_S)

    def _look_again(self, *_: object) -> None:
        if isinstance(self._shell.screen, SettingsScreen):
            self._look_at_machine(self._shell.screen)
