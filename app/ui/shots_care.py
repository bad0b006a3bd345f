"""How the shell comes to the screens of Care, for pictures of them. Knows no data."""

from collections.abc import Callable

from app.ui.shell import Shell

Advance = Callable[[float], None]


def _care(shell: Shell, advance: Advance) -> None:
    shell.go("care")


CARE_SCREENS: dict[str, Callable[[Shell, Advance], None]] = {
    "care": _care,
}
