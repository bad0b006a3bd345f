"""The window's inside: which screen is shown, and who answers each wish of the person. Knows no machine."""

from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from app.core.record import SessionRecord
from app.core.routine import Routine
from app.core.timeline import Timeline
from app.ui.books import Books
from app.ui.focus import focus_first, focused, is_writing
from app.ui.house import House
from app.ui.screens.today import TodayScreen
from app.ui.sweeping import Sweeping
from app.ui.theme import theme
from app.ui.widgets.modal import Modal, topmost
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.photograph import Photographs
from app.ui.widgets.scrolling import scroll
from app.ui.widgets.snackbar import Snackbar, SnackbarPlace
from app.views.keys import ALOUD_KEYS, HELP_KEYS, KEYS
from app.views.places import PLACES

if TYPE_CHECKING:
    from app.ui.adjusting import Adjusting
    from app.ui.browsing import Browsing
    from app.ui.caring import Caring
    from app.ui.following import Following
    from app.ui.leading import Leading
    from app.ui.looking_back import LookingBack

LATER = ("leading", "browsing", "looking_back", "caring", "adjusting", "session_keeping")
"""What the first frame does without, in the order in which it is likely to be wanted."""
NUMBERS = tuple(str(number) for number, _ in enumerate(PLACES, 1))
"""The keys that go to the places."""
LATER_S = 0.5
BETWEEN_S = 0.1
LAYOUT_ROUNDS = 40
"""Within one frame. Each height goes up a column at a time, and Kivy's own 10 are too few where a page of many
cards turns from one column into two: that took 16 rounds."""


class Shell(BoxLayout):
    """Holds one screen at a time, above the navigation or, for the player and After, alone.

    `in_front` says whether the person can see the window; `set_allow_screensaver` lets the screen go dark.
    What Today does not need is imported when it is first wanted, for the first frame waits for nothing.
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
        Clock.max_iteration = LAYOUT_ROUNDS
        self.house = house
        self.books = Books(house)
        Photographs.desk = house.own_exercises
        self.screen: Widget = Widget()
        self.place = "today"
        self.visible = True
        self._in_front = in_front
        self._set_allow_screensaver = set_allow_screensaver
        self._navigation = Navigation(places=PLACES, on_go=lambda _, name: self.go(name))
        self._snackbars = SnackbarPlace()
        self._sweeping = Sweeping()
        self._alone = False
        self._beside: Widget | None = None
        self._desktop_dark = False
        self.fbind("width", self._arrange)
        self.dress()
        if self.books.settings.theme == "system":
            house.ask_prefers_dark(lambda dark: Clock.schedule_once(lambda _: self._hear_desktop(dark), 0))

    @cached_property
    def browsing(self) -> "Browsing":
        from app.ui.browsing import Browsing

        return Browsing(self)

    @cached_property
    def leading(self) -> "Leading":
        from app.ui.leading import Leading

        return Leading(self, self._in_front, self._set_allow_screensaver)

    @cached_property
    def looking_back(self) -> "LookingBack":
        from app.ui.looking_back import LookingBack

        return LookingBack(self)

    @cached_property
    def caring(self) -> "Caring":
        from app.ui.caring import Caring

        return Caring(self)

    @cached_property
    def _adjusting(self) -> "Adjusting":
        from app.ui.adjusting import Adjusting

        return Adjusting(self)

    @property
    def following(self) -> "Following | None":
        """The session that runs in the window, if there is one."""
        return self.leading.following if "leading" in self.__dict__ else None

    def open(self) -> None:
        """Shows Today or, to someone who was never here before, the welcome."""
        if self.books.settings.welcomed or self.house.history.sessions():
            self.go("today")
        else:
            from app.ui.welcoming import Welcoming

            Welcoming(self).begin()

    def go(self, place: str) -> None:
        """Shows one of the five places."""
        self.place = place
        self._navigation.here = place
        self.books.write_again()
        match place:
            case "today":
                self._show_today()
            case "routines":
                self.browsing.show_routines()
            case "progress":
                self.looking_back.show_progress()
            case "care":
                self.caring.show_care()
            case "settings":
                self._adjusting.show_settings()

    def get_ready(self) -> None:
        """Imports the rest part by part while the person reads the first screen, so that it opens at once."""
        for number, name in enumerate(LATER):
            moment_s = LATER_S + number * BETWEEN_S
            Clock.schedule_once(lambda _, name=name: import_module(f"app.ui.{name}"), moment_s)

    def see(self, visible: bool) -> None:
        """Takes in that the window was hidden, or shown again: what nobody sees does not move."""
        self.visible = visible
        if self.following is not None:
            self.following.see(visible)

    def open_exercise(self, exercise: str) -> None:
        """Shows one exercise's page; nothing if there is none."""
        self.browsing.open_exercise(exercise)

    def open_routine(self, routine: str) -> None:
        """Shows one routine's page; nothing if there is none."""
        self.browsing.open_routine(routine)

    def follow(self, routine: str, steps: tuple[int, ...] = ()) -> None:
        """Starts a routine from its beginning, or only these of its steps."""
        self.leading.follow(routine, steps)

    def follow_move(self, move: Routine) -> None:
        """Starts a routine that is in no library."""
        self.leading.follow_move(move)

    def try_out(self, timeline: Timeline, on_over: Callable[[], None]) -> None:
        """Leads through a timeline of which nothing is remembered."""
        self.leading.try_out(timeline, on_over)

    def follow_test(self, timeline: Timeline, on_over: Callable[[SessionRecord], None]) -> None:
        """Leads through a self-test to a beat that can be heard."""
        self.leading.follow_test(timeline, on_over)

    def show(self, screen: Widget, *, alone: bool = False, beside: Widget | None = None) -> None:
        """Puts a screen in the place of the one before, with the navigation unless it stands `alone`.

        In a wide window the list `beside` stays in sight, at the left.
        """
        if (old := focused()) is not None:
            old.focus = False
        first = not self.children
        same = type(screen) is type(self.screen)
        self.screen, self._alone, self._beside = screen, alone, beside
        self._arrange()
        self._sweeping.rest() if alone else self._sweeping.put_off()
        screen.fbind("ground", self._lay_ground)
        self._lay_ground()
        if not (theme.still or same or first):
            screen.opacity = 0.0
            Animation(opacity=1.0, duration=theme.motion_s, t="out_quad").start(screen)

    def way_back(self) -> Callable[[], None]:
        """What shows again what is shown now, as it stands."""
        return partial(self.show, self.screen, alone=self._alone, beside=self._beside)

    def _lay_ground(self, *_: object) -> None:
        Window.clearcolor = self.screen.ground
        Window.canvas.ask_update()

    @property
    def wide(self) -> bool:
        return bool(self.width >= theme.wide)

    def _arrange(self, *_: object) -> None:
        """Lays out what is shown for the width of the window: only if that is another than before."""
        rail = self.wide and not self._alone
        wanted = [self.screen]
        if rail and self._beside is not None:
            wanted.insert(0, self._beside)
        if not self._alone:
            wanted.append(self._snackbars)
            wanted.insert(0 if rail else len(wanted), self._navigation)
        if wanted == list(reversed(self.children)) and self._navigation.rail == rail:
            return
        self.clear_widgets()
        self.orientation = "horizontal" if rail else "vertical"
        self._navigation.rail = rail
        for widget in wanted:
            if widget not in (self._navigation, self._snackbars):
                widget.size_hint_x = None if widget is self._beside else 1
                widget.width = theme.list_width
            self.add_widget(widget)

    def press(self, key: str) -> bool:
        """Answers a key that no focused widget wants; True if it meant something here."""
        if key in ALOUD_KEYS:
            self.read_aloud()
            return True
        if is_writing() and key != "escape":
            return False
        if (modal := topmost()) is not None:
            return modal.press(key)
        if key in HELP_KEYS:
            self.show_keys()
            return True
        if key == "tab" and focused() is None:
            return focus_first(self)
        if self.following is not None:
            return self.following.press(key)
        if key == "escape":
            return self._leave()
        if (press_key := getattr(self.screen, "press_key", None)) is not None and press_key(key):
            return True
        if scroll(self.screen, key):
            return True
        if key in NUMBERS and self._navigation.parent:
            self.go(PLACES[int(key) - 1][0])
            return True
        return key == "enter" and self._do_the_one_thing()

    def press_chord(self, chord: str) -> bool:
        """Answers a key pressed with others, such as "ctrl+shift+z"; True if it meant something here."""
        answer = getattr(topmost() or self.screen, "press_chord", None)
        if answer is not None and answer(chord):
            return True
        return chord == "ctrl+z" and topmost() is None and not is_writing() and self._snackbars.take_back()

    def look_around(self) -> None:
        """Sees what others have done while the person was at another window."""
        if "browsing" in self.__dict__:
            self.browsing.look_around()

    def take_file(self, path: str) -> None:
        """A file was dropped on the window: shows what it would bring, unless what stands alone takes it or none."""
        if (take := getattr(self.screen, "take_file", None)) is not None:
            take(path)
        elif not self._alone:
            while (modal := topmost()) is not None:
                modal.cancel()
            self._adjusting.look_into(path)

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Says what was done, above the navigation, with a way to take it back for some seconds."""
        self._snackbars.show(Snackbar(text=text, on_act=lambda _: undo()))

    def tell(
        self,
        text: str,
        action: str = "",
        icon: str = "",
        act: Callable[[], None] = lambda: None,
        *,
        lasting: bool = False,
    ) -> Callable[[], None]:
        """Says what was done, in the same place, with something to do about it if there is an `action`.

        What is `lasting` stays until it is answered. The answer takes it away, if it still stands.
        """
        bar = Snackbar(text=text, action=action, icon=icon, lasting=lasting, on_act=lambda _: act())
        self._snackbars.show(bar)
        return lambda: bar.leave("on_gone")

    def read_aloud(self) -> None:
        """Says what has the keyboard or, where nothing has, what the screen shows: Kivy tells no screen reader."""
        from app.ui.reading import read_aloud
        from app.views import aloud

        hearing = self.house.hearing(self.books.settings)
        if self.following is not None and topmost() is None and focused() is None:
            said = aloud.moment(self.following.screen.view)
        else:
            said = read_aloud(topmost() or self.screen)
        self.house.speaker.adopt(hearing.manner)
        self.house.speaker.say(said, hearing.voice_volume)

    def show_keys(self) -> None:
        """A table of all keys, over whatever is shown."""
        from app.ui.widgets.keys import KeysCard

        table = KeysCard(groups=KEYS)
        modal = Modal(table)
        table.bind(on_done=lambda _: modal.close())
        modal.open()

    def stop_following(self) -> None:
        """Ends a running session, and a sheet, keeping what was done and said: the window is about to close."""
        while (modal := topmost()) is not None:
            modal.cancel()
        if "leading" in self.__dict__:
            self.leading.stop()
        if "browsing" in self.__dict__:
            self.browsing.put_by()
        if "caring" in self.__dict__:
            self.caring.put_by()
        self.books.write_again()

    def dress(self) -> None:
        """Gives the theme what the settings say."""
        chosen = self.books.settings
        theme.icon_font = str(self.house.icon_font)
        theme.scheme = (
            ("dark" if self._desktop_dark else "light") if chosen.theme == "system" else chosen.theme
        )
        theme.text_scale = chosen.text_scale
        theme.still = chosen.reduced_motion

    def _hear_desktop(self, dark: bool) -> None:
        self._desktop_dark = dark
        self.dress()

    def _do_the_one_thing(self) -> bool:
        """Enter does what the screen's one large button does; False where there is none."""
        deed = getattr(self.screen, "do_the_one_thing", None)
        if deed is not None:
            deed()
        return deed is not None

    def _leave(self) -> bool:
        if hasattr(self.screen, "on_leave"):
            self.screen.dispatch("on_leave")
        elif self.place != "today":
            self.go("today")
        else:
            return False
        return True

    def _show_today(self) -> None:
        screen = TodayScreen(view=self.books.today_view())
        screen.bind(
            on_start=lambda _, id_, steps: self.follow(id_, steps),
            on_open=lambda _, id_: self.open_routine(id_),
            on_minutes=self._choose_minutes,
            on_go_on=lambda *_: self.leading.go_on(),
            on_keep=lambda *_: self.leading.settle(keep=True),
            on_discard=lambda *_: self.leading.settle(keep=False),
            on_answer=lambda _, ask, answer: self.caring.answer(ask, answer),
        )
        self.show(screen)

    def _choose_minutes(self, screen: TodayScreen, index: int) -> None:
        self.books.choose_minutes(index)
        screen.view = self.books.today_view()
