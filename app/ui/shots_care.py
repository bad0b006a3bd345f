"""How the shell comes to the screens of Care, for pictures of them. Knows no data."""

from collections.abc import Callable
from typing import Any

from app.ui.shell import Shell

Advance = Callable[[float], None]


def _care(shell: Shell, advance: Advance) -> None:
    shell.go("care")


def _programme(shell: Shell, advance: Advance) -> None:
    shell.go("care")
    shell.caring.open("programme")


def _programme_end(shell: Shell, advance: Advance) -> None:
    from app.ui.shots import settle

    _programme(shell, advance)
    settle()
    page: Any = next(child for child in shell.screen.walk() if hasattr(child, "scroll_y"))
    page.scroll_y = 0


def _programmes(shell: Shell, advance: Advance) -> None:
    _programme(shell, advance)
    shell.caring.programmes.choose()


def _programme_one(programme: str) -> Callable[[Shell, Advance], None]:
    def show_one(shell: Shell, advance: Advance) -> None:
        _programmes(shell, advance)
        shell.caring.programmes.look_at(programme)

    return show_one


def _programme_ask(shell: Shell, advance: Advance) -> None:
    _programme_one("beyer-heavy-slow")(shell, advance)
    shell.screen.dispatch("on_start")


def _today_care(shell: Shell, advance: Advance) -> None:
    shell.go("today")


CARE_SCREENS: dict[str, Callable[[Shell, Advance], None]] = {
    "care": _care,
    "programmes": _programmes,
    "programme": _programme,
    "programme-end": _programme_end,
    "programme-look": _programme_one("four-weeks"),
    "programme-ask": _programme_ask,
    "today-care": _today_care,
}
