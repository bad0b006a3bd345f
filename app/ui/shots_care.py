"""How the shell comes to the screens of Care, for pictures of them. Knows no data."""

from collections.abc import Callable

from app.ui.shell import Shell

Advance = Callable[[float], None]


def _care(shell: Shell, advance: Advance) -> None:
    shell.go("care")


def _reading(place: str) -> Callable[[Shell, Advance], None]:
    def show_topic(shell: Shell, advance: Advance) -> None:
        shell.go("care")
        shell.caring.open(place)

    return show_topic


CARE_SCREENS: dict[str, Callable[[Shell, Advance], None]] = {
    "care": _care,
    "care-connection": _reading("connection"),
    "care-symptoms": _reading("symptoms"),
    "care-helps": _reading("helps"),
    "care-helps-end": _reading("helps/choosing"),
    "care-recovery": _reading("recovery"),
    "care-doctor": _reading("doctor"),
}
