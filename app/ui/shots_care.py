"""How the shell comes to the screens of Care, for pictures of them. Knows no data."""

from collections.abc import Callable

from app.ui.shell import Shell

Advance = Callable[[float], None]


def _care(shell: Shell, advance: Advance) -> None:
    shell.go("care")


def _part(name: str) -> Callable[[Shell, Advance], None]:
    def show_part(shell: Shell, advance: Advance) -> None:
        shell.go("care")
        shell.caring.open(name)

    return show_part


def _warmth_both(shell: Shell, advance: Advance) -> None:
    _part("warmth")(shell, advance)
    shell.screen.dispatch("on_kind", 2)


CARE_SCREENS: dict[str, Callable[[Shell, Advance], None]] = {
    "care": _care,
    "care-connection": _part("connection"),
    "care-symptoms": _part("symptoms"),
    "care-helps": _part("helps"),
    "care-helps-end": _part("helps/choosing"),
    "care-recovery": _part("recovery"),
    "care-doctor": _part("doctor"),
    "care-warmth": _part("warmth"),
    "care-warmth-both": _warmth_both,
    "report": _part("report"),
}
