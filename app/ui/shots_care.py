"""How the shell comes to the screens of Care, for pictures of them. Knows no data."""

from collections.abc import Callable

from app.ui.shell import Shell

Advance = Callable[[float], None]


def _care(shell: Shell, advance: Advance) -> None:
    shell.go("care")


def _signs(*chosen: str) -> Callable[[Shell, Advance], None]:
    def show_signs(shell: Shell, advance: Advance) -> None:
        shell.go("care")
        shell.caring.open("signs")
        for sign in chosen:
            shell.screen.dispatch("on_toggle", sign)
            _bring_into_sight(shell, sign)

    return show_signs


def _bring_into_sight(shell: Shell, sign: str) -> None:
    from app.ui.screens.signs import SignLine
    from app.ui.shots import settle
    from app.ui.widgets.scrolling import bring_into_sight

    settle()
    lines = (widget for widget in shell.screen.walk() if isinstance(widget, SignLine))
    bring_into_sight(next(line for line in lines if line.item.id == sign))


def _stopped(shell: Shell, advance: Advance) -> None:
    shell.go("routines")
    shell.open_routine("calves-and-back")
    shell.follow("calves-and-back")


def _felt(shell: Shell, advance: Advance) -> None:
    shell.follow("calf-reset")
    shell.press("w")


def _today(shell: Shell, advance: Advance) -> None:
    shell.go("today")


CARE_SCREENS: dict[str, Callable[[Shell, Advance], None]] = {
    "care": _care,
    "care-signs": _signs(),
    "care-signs-chosen": _signs("tingling"),
    "care-advice": _signs(),
    "care-advice-urgent": _signs(),
    "care-stopped": _stopped,
    "care-felt": _felt,
    "today-care-signs": _today,
    "today-care-urgent": _today,
}
