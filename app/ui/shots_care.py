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


CARE_SCREENS: dict[str, Callable[[Shell, Advance], None]] = {
    "care": _care,
    "report": _part("report"),
}
