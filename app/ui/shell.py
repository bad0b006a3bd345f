"""The window's inside: which screen is shown, and what each wish of the person leads to. Knows no machine."""

from collections.abc import Callable
from typing import Any

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from app.core.guide import Guide
from app.core.ports import RecordError
from app.core.record import SessionRecord
from app.core.recording import begun, kept_as_partial
from app.core.session import Session
from app.core.timeline import Timeline
from app.ui.books import Books
from app.ui.focus import focus_first, focused, is_writing
from app.ui.following import Following
from app.ui.house import House
from app.ui.screens.after import AfterScreen
from app.ui.screens.progress import ProgressScreen
from app.ui.screens.routine import RoutineScreen
from app.ui.screens.routines import RoutinesScreen
from app.ui.screens.settings import SettingsScreen
from app.ui.screens.today import TodayScreen
from app.ui.theme import theme
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.scrolling import scroll
from app.views import notes, routines
from app.views.places import PLACES
from app.views.settings import changed, settings_view
from app.views.spoken import sentence


class Shell(BoxLayout):
    """Holds one screen at a time, above the navigation or, for the player and After, alone.

    `in_front` says whether the person can see the window; `set_allow_screensaver` lets the screen go dark.
    """

    def __init__(
        self,
        house: House,
        *,
        in_front: Callable[[], bool],
        set_allow_screensaver: Callable[[bool], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(orientation="vertical", **kwargs)
        self.house = house
        self.books = Books(house)
        self.following: Following | None = None
        self.screen: Widget = Widget()
        self._in_front = in_front
        self._keep_awake = house.make_keep_awake(set_allow_screensaver)
        self._health: tuple[Any, ...] = ()
        self._record: SessionRecord | None = None
        self._came_from = "today"
        self._navigation = Navigation(places=PLACES, on_go=lambda _, name: self.go(name))
        self._desktop_dark = False
        self._dress()
        if self.books.settings.theme == "system":
            house.ask_prefers_dark(lambda dark: Clock.schedule_once(lambda _: self._hear_desktop(dark), 0))

    def go(self, place: str) -> None:
        """Shows one of the four places."""
        show = {
            "today": self._show_today,
            "routines": self._show_routines,
            "progress": self._show_progress,
            "settings": self._show_settings,
        }[place]
        self._came_from = place
        self._navigation.here = place
        show()

    def open_routine(self, routine: str) -> None:
        """Shows one routine's page; nothing if there is none."""
        entry = self.books.entry(routine)
        if entry is None:
            return
        screen = RoutineScreen(view=routines.routine_view(entry, self.books.library))
        screen.bind(on_start=lambda _, id_: self.follow(id_), on_leave=lambda *_: self.go(self._came_from))
        self._show(screen)

    def follow(self, routine: str) -> None:
        """Starts a routine from its beginning."""
        entry = self.books.entry(routine)
        timeline = self.books.timeline(entry) if entry else None
        if timeline is not None:
            house, chosen = self.house, self.books.settings
            record = begun(timeline, house.new_id(), house.clock.now(), chosen.day_start_h)
            self._lead(timeline, record)

    def press(self, key: str) -> bool:
        """Answers a key that no focused widget wants; True if it meant something here."""
        if is_writing() and key != "escape":
            return False
        if self.following is not None:
            return self.following.press(key)
        if key == "escape":
            return self._leave()
        if key == "tab" and focused() is None:
            return focus_first(self)
        if scroll(self.screen, key):
            return True
        if key in ("1", "2", "3", "4") and self._navigation.parent:
            self.go(PLACES[int(key) - 1][0])
            return True
        if key == "enter" and isinstance(self.screen, TodayScreen | RoutineScreen | AfterScreen):
            return self._do_the_one_thing()
        return False

    def stop_following(self) -> None:
        """Ends a running session, keeping what was done: the window is about to close."""
        if self.following is not None:
            self.following.screen.dispatch("on_stop")
        self._save_after()

    def _do_the_one_thing(self) -> bool:
        screen = self.screen
        if isinstance(screen, TodayScreen) and screen.view.invitation:
            self.follow(screen.view.invitation.id)
        elif isinstance(screen, RoutineScreen) and screen.view.playable:
            self.follow(screen.view.id)
        elif isinstance(screen, AfterScreen):
            self._leave_after()
        return True

    def _leave(self) -> bool:
        if isinstance(self.screen, RoutineScreen):
            self.go(self._came_from)
        elif isinstance(self.screen, AfterScreen):
            self._leave_after()
        elif self._navigation.here != "today":
            self.go("today")
        else:
            return False
        return True

    def _show(self, screen: Widget, *, alone: bool = False) -> None:
        if (old := focused()) is not None:
            old.focus = False
        self.clear_widgets()
        self.add_widget(screen)
        if not alone:
            self.add_widget(self._navigation)
        same = type(screen) is type(self.screen)
        self.screen = screen
        if not theme.still and not same:
            screen.opacity = 0.0
            Animation(opacity=1.0, duration=theme.motion_s, t="out_quad").start(screen)

    def _show_today(self) -> None:
        screen = TodayScreen(view=self.books.today_view())
        screen.bind(
            on_start=lambda _, id_: self.follow(id_),
            on_open=lambda _, id_: self.open_routine(id_),
            on_minutes=self._choose_minutes,
            on_go_on=lambda *_: self._go_on(),
            on_keep=lambda *_: self._settle(keep=True),
            on_discard=lambda *_: self._settle(keep=False),
        )
        self._show(screen)

    def _choose_minutes(self, screen: TodayScreen, index: int) -> None:
        self.books.choose_minutes(index)
        screen.view = self.books.today_view()

    def _show_routines(self) -> None:
        self.books.library = self.house.read_library()
        screen = RoutinesScreen(view=routines.routines_view(self.books.library))
        screen.bind(on_open=lambda _, id_: self.open_routine(id_), on_goal=self._choose_goal)
        self._show(screen)

    def _choose_goal(self, screen: RoutinesScreen, index: int) -> None:
        library = self.books.library
        screen.view = routines.routines_view(library, routines.goal_at(library, index))

    def _show_progress(self) -> None:
        self._show(ProgressScreen(view=self.books.progress_view()))

    def _show_settings(self) -> None:
        screen = SettingsScreen(view=self._settings_view())
        screen.bind(on_set=self._set, on_test=lambda _, part: self._test(part))
        self._show(screen)
        Clock.schedule_once(lambda _: self._look_at_machine(screen), 0)

    def _settings_view(self) -> Any:
        return settings_view(
            self.books.settings,
            str(self.house.folder),
            self._health,
            self.house.version,
            trouble=self.books.trouble,
        )

    def _look_at_machine(self, screen: SettingsScreen) -> None:
        self._health = tuple(self.house.health())
        screen.view = self._settings_view()

    def _set(self, screen: SettingsScreen, key: str, value: int) -> None:
        self.books.set(changed(self.books.settings, key, value))
        self._dress()
        screen.view = self._settings_view()

    def _dress(self) -> None:
        chosen = self.books.settings
        theme.icon_font = str(self.house.icon_font)
        theme.scheme = ("dark" if self._desktop_dark else "light") if chosen.theme == "system" else chosen.theme
        theme.text_scale = chosen.text_scale
        theme.still = chosen.reduced_motion

    def _hear_desktop(self, dark: bool) -> None:
        self._desktop_dark = dark
        self._dress()

    def _test(self, part: str) -> None:
        chosen = self.house.hearing(self.books.settings)
        if part == "sound":
            self.house.chime.play("start", chosen.chime_volume)
        elif part == "voice":
            self.house.speaker.say(notes.TEST_SENTENCE, chosen.voice_volume)
        elif part == "notifications":
            self.house.notifier.notify(notes.TEST_TITLE, notes.TEST_BODY, lambda _: None)
        Clock.schedule_once(self._look_again, 1.5)

    def _look_again(self, *_: object) -> None:
        if isinstance(self.screen, SettingsScreen):
            self._look_at_machine(self.screen)

    def _lead(self, timeline: Timeline, record: SessionRecord) -> None:
        house = self.house
        exercises = self.books.library.exercises
        guide = Guide(
            Session(timeline, house.clock, record.passed),
            record,
            exercises,
            recorder=house.history,
            chime=house.chime,
            speaker=house.speaker,
            wording=lambda cues: sentence(cues, exercises),
            hearing=house.hearing(self.books.settings),
        )
        self._keep_awake.hold()
        self.following = Following(guide, on_over=lambda: self._over(guide), on_clock_pause=self._say_paused)
        self._show(self.following.screen, alone=True)
        self.following.start()

    def _over(self, guide: Guide) -> None:
        self.following = None
        self._keep_awake.release()
        record, trouble = guide.record, guide.trouble
        if not record.done_ms:
            trouble = self._drop(record) or trouble
        elif not self._in_front():
            title, body = notes.finished(record)
            self._notify(title, body)
        self._record = record
        screen = AfterScreen(view=self.books.after_view(record, trouble))
        screen.bind(
            on_feeling=self._feel, on_note=lambda _, note: self._note(note), on_leave=lambda *_: self._leave_after()
        )
        self._show(screen, alone=True)

    def _drop(self, record: SessionRecord) -> str:
        """A session in which nothing was done leaves no trace; why that failed, or ""."""
        try:
            self.house.history.delete(record.id)
        except RecordError as error:
            return str(error)
        return ""

    def _say_paused(self) -> None:
        if not self._in_front():
            self._notify(*notes.CLOCK_PAUSED)

    def _notify(self, title: str, body: str) -> None:
        """Outside the window, or where the machine cannot, in a banner inside it."""
        self.house.notifier.notify(
            title, body, lambda _: Clock.schedule_once(lambda _: self._show_trouble(f"{title}. {body}"), 0)
        )

    def _show_trouble(self, trouble: str) -> None:
        self.books.trouble = self.books.trouble or trouble

    def _feel(self, screen: AfterScreen, which: str, value: int) -> None:
        from msgspec import structs

        if self._record is not None:
            self._record = structs.replace(self._record, **{which: value})
            screen.view = self.books.after_view(self._record, screen.view.trouble)

    def _note(self, note: str) -> None:
        from msgspec import structs

        if self._record is not None:
            self._record = structs.replace(self._record, note=note.strip())

    def _save_after(self) -> None:
        """Writes what was said on After, if anything was."""
        record, self._record = self._record, None
        if record is None or not record.done_ms or (record.before, record.after, record.note) == (None, None, ""):
            return
        try:
            self.house.history.put(record)
        except RecordError as error:
            self.books.trouble = str(error)

    def _leave_after(self) -> None:
        self._save_after()
        self.go("today")

    def _go_on(self) -> None:
        record = self.books.cut_off()
        timeline = self.books.timeline_to_go_on(record) if record else None
        if record is not None and timeline is not None:
            self._lead(timeline, record)

    def _settle(self, *, keep: bool) -> None:
        """Keeps a session that was cut off with what was done, or discards it."""
        record = self.books.cut_off()
        if record is None:
            return
        try:
            if keep:
                self.house.history.put(kept_as_partial(record))
            else:
                self.house.history.delete(record.id)
        except RecordError as error:
            self.books.trouble = str(error)
        self.go("today")
