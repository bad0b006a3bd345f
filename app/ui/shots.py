"""Draws one screen into a picture, without a display. Knows no data: a house comes in."""

from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from kivy.base import EventLoop
from kivy.core.image import Image
from kivy.core.window import Window
from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glReadPixels
from kivy.graphics.texture import Texture
from msgspec import structs

from app.core.breaks.rules import BreakRules
from app.core.hours import Hours
from app.core.reminders.reminder import Reminder
from app.ui.house import House
from app.ui.settling import let_pass, scroll_to_end, settle
from app.ui.shell import Shell
from app.ui.shots_care import CARE_SCREENS
from app.ui.theme import theme
from app.ui.widgets.modal import topmost
from app.ui.widgets.scrolling import bring_into_sight
from app.ui.widgets.sheet import SheetContent
from app.views.picture import still

SHEET = """Calf programme
Calf wall stretch 3x30s each side, 2x/day, 6 weeks
Heel raises 3 sets of 12, slow, wobble board later
Foam roll calves 2 min
Wall sits 3 x 45 s
Keep walking as before."""
"""What a therapist might write."""

REMINDERS = (
    Reminder("work", (time(12, 30), time(17)), (0, 1, 2, 3, 4)),
    Reminder("evening", (time(20, 30),), routine="evening-calves"),
    Reminder("weekend", (time(10),), (5, 6), "back-ease", enabled=False),
)

Advance = Callable[[float], None]


def open_shell(house: House) -> Shell:
    """The shell in the window, as the app would open it."""
    shell = Shell(house, in_front=lambda: True, set_allow_screensaver=lambda allow: None)
    theme.motion_s = 0
    Window.add_widget(shell)
    return shell


def show(screen: str, shell: Shell, advance: Advance) -> None:
    """Brings the shell to the screen of that name. `advance` moves the house's clock by seconds."""
    SCREENS[screen](shell, advance)
    settle()


def pixels() -> tuple[int, int, bytes]:
    """Width, height and RGBA bytes, bottom row first, of what is in the window now.

    Drawn afresh first: Window.screenshot() reads a stale buffer and shears odd widths (kivy#3847).
    """
    EventLoop.window.dispatch("on_draw")
    width, height = Window.system_size
    return width, height, glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE)


def save_picture(path: Path) -> None:
    """Writes what is in the window as a PNG. Raises OSError."""
    width, height, data = pixels()
    texture = Texture.create(size=(width, height), colorfmt="rgba")
    texture.blit_buffer(data, colorfmt="rgba", bufferfmt="ubyte")
    path.parent.mkdir(parents=True, exist_ok=True)
    if not Image(texture).save(str(path), flipped=True):
        raise OSError(f"{path}: the picture could not be written")


def _place(name: str) -> Callable[[Shell, Advance], None]:
    return lambda shell, advance: shell.go(name)


def _routine(shell: Shell, advance: Advance) -> None:
    shell.go("routines")
    shell.open_routine("calf-reset")


def _player_at(seconds: float, then: str = "") -> Callable[[Shell, Advance], None]:
    def show_player(shell: Shell, advance: Advance) -> None:
        shell.follow("calf-reset")
        let_pass(seconds, shell, advance)
        if then:
            shell.press(then)

    return show_player


def _player_seen(seconds: float, **settings: bool) -> Callable[[Shell, Advance], None]:
    """The player as those see it who cannot hear."""

    def show_player(shell: Shell, advance: Advance) -> None:
        shell.books.set(structs.replace(shell.books.settings, **settings))
        _player_at(seconds)(shell, advance)
        if shell.books.settings.flash:
            shell.screen.cover.stay()

    return show_player


def _welcome(card: int) -> Callable[[Shell, Advance], None]:
    def show_card(shell: Shell, advance: Advance) -> None:
        from app.ui.welcoming import Welcoming

        Welcoming(shell).begin()
        for _ in range(card):
            shell.screen.dispatch("on_next")

    return show_card


def _routines_filter(shell: Shell, advance: Advance) -> None:
    shell.go("routines")
    shell.browsing.sifting.ask()
    settle()
    content = next(child for child in topmost().walk() if isinstance(child, SheetContent))
    for facet, index in (("lengths", 0), ("at_hand", 0), ("at_hand", 1)):
        content.dispatch("on_choose", facet, index)


def _exercises(shell: Shell, advance: Advance) -> None:
    shell.go("routines")
    shell.browsing.show_exercises()


def _exercise(shell: Shell, advance: Advance) -> None:
    shell.browsing.show_exercises()
    shell.browsing.open_exercise("wall-calf-stretch")
    advance(1.5)
    shell.screen.dispatch("on_frame")


def _exercise_end(shell: Shell, advance: Advance) -> None:
    _exercise(shell, advance)
    settle()
    scroll_to_end(shell.screen)


def _after(shell: Shell, advance: Advance) -> None:
    shell.follow("calf-reset")
    let_pass(10_000, shell, advance)


def _settings_end(shell: Shell, advance: Advance) -> None:
    shell.go("settings")
    settle()
    scroll_to_end(shell.screen)


def _day(days: int) -> Callable[[Shell, Advance], None]:
    def show_day(shell: Shell, advance: Advance) -> None:
        shell.go("progress")
        shell.looking_back.open_day(shell.books.today + timedelta(days=days))

    return show_day


def _due(shell: Shell, advance: Advance) -> None:
    _routine(shell, advance)
    shell.screen.dispatch("on_plan", "calf-reset")


def _reminding(
    page: str, reminders: tuple[Reminder, ...] = (), **settings: object
) -> Callable[[Shell, Advance], None]:
    def show_page(shell: Shell, advance: Advance) -> None:
        shell.books.set(structs.replace(shell.books.settings, reminders=reminders, **settings))
        shell.go("settings")
        shell.screen.dispatch("on_page", page)

    return show_page


def _reminder(shell: Shell, advance: Advance) -> None:
    _reminding("reminders", REMINDERS)(shell, advance)
    settle()
    shell.screen.dispatch("on_reminder", "work")


def _settings_data(shell: Shell, advance: Advance) -> None:
    from app.ui.screens.data import DataCard

    shell.go("settings")
    settle()
    card: Any = next(child for child in shell.screen.walk() if isinstance(child, DataCard))
    bring_into_sight(card)


def _data(wish: str) -> Callable[[Shell, Advance], None]:
    def show_data(shell: Shell, advance: Advance) -> None:
        shell.go("settings")
        shell.screen.dispatch("on_data", wish)

    return show_data


def _import_preview(shell: Shell, advance: Advance) -> None:
    shell.go("settings")
    shell.take_file("diary.csv")


def _sheet(text: str) -> Callable[[Shell, Advance], None]:
    def show_sheet(shell: Shell, advance: Advance) -> None:
        shell.go("routines")
        shell.browsing.sheet.open()
        shell.screen.write(text)
        shell.screen.read()

    return show_sheet


def _sheet_end(shell: Shell, advance: Advance) -> None:
    _sheet(SHEET)(shell, advance)
    settle()
    scroll_to_end(shell.screen)


def _sheet_line(shell: Shell, advance: Advance) -> None:
    _sheet(SHEET)(shell, advance)
    settle()
    shell.browsing.sheet.correct(2)


def _parcel(name: str) -> Callable[[Shell, Advance], None]:
    def show_parcel(shell: Shell, advance: Advance) -> None:
        shell.go("routines")
        shell.take_file(f"{name}.soleus")
        settle()

    return show_parcel


def _parcel_here(shell: Shell, advance: Advance) -> None:
    _parcel("back-ease")(shell, advance)
    scroll_to_end(topmost() or shell)


def _print(shell: Shell, advance: Advance) -> None:
    _routine(shell, advance)
    shell.browsing.editing.do("print", shell.books.entry("calf-reset"))


def _sessions(shell: Shell, advance: Advance) -> None:
    shell.go("progress")
    shell.looking_back.show_sessions()


def _sessions_filtered(shell: Shell, advance: Advance) -> None:
    _sessions(shell, advance)
    shell.looking_back.sessions.sift("evening-calves")


def _session(shell: Shell, advance: Advance) -> None:
    _sessions(shell, advance)
    shell.looking_back.open_session(shell.books.diary.sessions[0].id)


def _session_steps(shell: Shell, advance: Advance) -> None:
    _session(shell, advance)
    shell.screen.dispatch("on_correct")


def _session_add(shell: Shell, advance: Advance) -> None:
    _sessions(shell, advance)
    shell.looking_back.add_session()
    shell.looking_back.sessions.form.choose("calf-reset")


def _session_asks(event: str) -> Callable[[Shell, Advance], None]:
    def show_sheet(shell: Shell, advance: Advance) -> None:
        _session(shell, advance)
        settle()
        shell.screen.dispatch(event)

    return show_sheet


def _sessions_ask(event: str) -> Callable[[Shell, Advance], None]:
    def show_sheet(shell: Shell, advance: Advance) -> None:
        _sessions(shell, advance)
        settle()
        shell.screen.dispatch(event)

    return show_sheet


def _progress_at(kind: str) -> Callable[[Shell, Advance], None]:
    """Progress, scrolled until the widget of that class is at the top."""

    def show_progress(shell: Shell, advance: Advance) -> None:
        shell.go("progress")
        settle()
        found: Any = next(widget for widget in shell.screen.walk() if type(widget).__name__ == kind)
        page: Any = next(widget for widget in shell.screen.walk() if hasattr(widget, "scroll_y"))
        above = page.to_window(0, page.top)[1] - found.to_window(0, found.top)[1]
        hidden = page.children[0].height - page.height
        page.scroll_y = max(0.0, 1 - above / hidden)

    return show_progress


def _progress_end(shell: Shell, advance: Advance) -> None:
    shell.go("progress")
    settle()
    scroll_to_end(shell.screen)


def _gallery(shell: Shell, advance: Advance) -> None:
    from app.ui.gallery import GalleryScreen

    exercise = shell.books.library.exercises["wall-calf-stretch"]
    shell.show(GalleryScreen(view=still(exercise)), alone=True)


def _needs_attention(shell: Shell, advance: Advance) -> None:
    shell.open_routine("after-the-run")


def _editor(shell: Shell, advance: Advance) -> None:
    _routine(shell, advance)
    shell.screen.dispatch("on_edit")


def _editor_end(shell: Shell, advance: Advance) -> None:
    _editor(shell, advance)
    settle()
    scroll_to_end(shell.screen)


def _editor_new(shell: Shell, advance: Advance) -> None:
    shell.go("routines")
    shell.browsing.editing.new()


def _editor_step(step: int) -> Callable[[Shell, Advance], None]:
    def show_step(shell: Shell, advance: Advance) -> None:
        _editor(shell, advance)
        settle()
        shell.screen.dispatch("on_step", shell.screen.view.steps[step].key)

    return show_step


def _editor_step_end(shell: Shell, advance: Advance) -> None:
    _editor_step(1)(shell, advance)
    settle()
    if (sheet := topmost()) is not None:
        scroll_to_end(sheet)


def _editor_advice(shell: Shell, advance: Advance) -> None:
    from app.core.editing.steps import set_number, set_sides

    _editor(shell, advance)
    edit = shell.browsing.editing.edit
    if edit is not None:
        edit.change(set_sides(set_number(edit.draft, 1, "hold", 150), 2, "left"))
    settle()
    page: Any = next(child for child in shell.screen.walk() if hasattr(child, "scroll_to"))
    page.scroll_y = 0.45


def _routine_begin(shell: Shell, advance: Advance) -> None:
    shell.go("routines")
    shell.screen.dispatch("on_new")


def _editor_picker(shell: Shell, advance: Advance) -> None:
    _editor(shell, advance)
    shell.screen.dispatch("on_add")


def _own_exercise(shell: Shell, advance: Advance) -> None:
    shell.go("routines")
    own = shell.browsing.own_exercises
    own.do("duplicate", shell.books.library.exercises["wall-calf-stretch"])


def _own_exercise_at(part: str) -> Callable[[Shell, Advance], None]:
    def show_part(shell: Shell, advance: Advance) -> None:
        _own_exercise(shell, advance)
        settle()
        bring_into_sight(shell.screen.ids[part])

    return show_part


def _own_exercise_figure(shell: Shell, advance: Advance) -> None:
    _own_exercise(shell, advance)
    shell.browsing.own_exercises.edit.pose()
    settle()
    shell.screen.dispatch("on_point", "near-hand")


def _stock_poses(shell: Shell, advance: Advance) -> None:
    _own_exercise_figure(shell, advance)
    shell.screen.dispatch("on_stock")


def _editor_leave(shell: Shell, advance: Advance) -> None:
    _editor(shell, advance)
    shell.screen.dispatch("on_goal", 1)
    settle()
    shell.screen.dispatch("on_leave")


def _routine_more(shell: Shell, advance: Advance) -> None:
    _routine(shell, advance)
    shell.screen.dispatch("on_more")


SCREENS: dict[str, Callable[[Shell, Advance], None]] = {
    "welcome": _welcome(0),
    "welcome-signs": _welcome(1),
    "welcome-pick": _welcome(2),
    "today": _place("today"),
    "today-new": _place("today"),
    "today-cut-off": _place("today"),
    "routines": _place("routines"),
    "routines-filter": _routines_filter,
    "routine": _routine,
    "routine-more": _routine_more,
    "routine-begin": _routine_begin,
    "editor": _editor,
    "editor-end": _editor_end,
    "editor-advice": _editor_advice,
    "editor-new": _editor_new,
    "editor-step": _editor_step(0),
    "editor-step-end": _editor_step_end,
    "editor-picker": _editor_picker,
    "editor-leave": _editor_leave,
    "own-exercise": _own_exercise,
    "own-exercise-muscles": _own_exercise_at("muscles"),
    "own-exercise-figure": _own_exercise_figure,
    "stock-poses": _stock_poses,
    "exercises": _exercises,
    "exercise": _exercise,
    "exercise-end": _exercise_end,
    "today-due": _place("today"),
    "due": _due,
    "progress": _place("progress"),
    "day": _day(-1),
    "day-marked": _day(2),
    "progress-days": _progress_at("HeatmapCard"),
    "progress-sides": _progress_at("LedgerCard"),
    "progress-end": _progress_end,
    "progress-new": _place("progress"),
    "sessions": _sessions,
    "sessions-filtered": _sessions_filtered,
    "sessions-new": _sessions,
    "sessions-routine": _sessions_ask("on_routine"),
    "sessions-month": _sessions_ask("on_month"),
    "session": _session,
    "session-steps": _session_steps,
    "session-day": _session_asks("on_day"),
    "session-time": _session_asks("on_time"),
    "session-add": _session_add,
    "settings": _place("settings"),
    "settings-end": _settings_end,
    "settings-data": _settings_data,
    "reminders": _reminding("reminders", REMINDERS, quiet_hours=Hours(time(22), time(7))),
    "reminders-new": _reminding("reminders"),
    "reminder": _reminder,
    "breaks": _reminding("breaks", breaks=BreakRules(enabled=True)),
    "export": _data("export"),
    "import-preview": _import_preview,
    "backups": _data("backups"),
    "sheet": _sheet(""),
    "sheet-filled": _sheet(SHEET),
    "sheet-end": _sheet_end,
    "sheet-line": _sheet_line,
    "parcel-preview": _parcel("annas-back"),
    "parcel-here": _parcel_here,
    "print": _print,
    "player": _player_at(67),
    "player-ready": _player_at(51),
    "player-tempo": _player_at(21.2),
    "player-right": _player_at(110),
    "player-rest": _player_at(128),
    "player-paused": _player_at(67, "spacebar"),
    "player-flash": _player_seen(67, flash=True),
    "player-said": _player_seen(67, show_sentences=True),
    "after": _after,
    **CARE_SCREENS,
    "attention": _needs_attention,
    "gallery": _gallery,
}
"""Every screen that can be drawn, by name, and how the shell comes to it."""

ALIKE = frozenset(
    "exercise-end editor-end editor-step-end progress-days progress-sides progress-end settings-end settings-data "
    "sheet-end parcel-here programme-end care-signs-chosen care-advice care-symptoms care-helps care-helps-end "
    "care-recovery care-doctor care-warmth after-care self-tests-extra self-test-knee-result today-care-morning "
    "today-care-urgent".split()
)
"""Another look at a page that another screen shows with the same widgets: worth a picture of its own, and no more."""
