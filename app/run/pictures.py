"""Draws screens into pictures, without a display and on invented data. Touches nothing of the user's."""

from pathlib import Path

from app.core.settings import Settings, Theme
from app.run.home import RunError, folder


def draw_screen(
    screen: str, file: str, *, theme: Theme, size: tuple[int, int], text_scale: float, still: bool = False
) -> None:
    """Draws one screen on demo data into a PNG, without a display. Raises `RunError`."""
    from app.demo import DemoClock, demo_house
    from app.environment import prepare_drawing

    prepare_drawing(folder())
    from app.ui.config import configure

    configure(size)
    from app.ui import shots

    if screen not in shots.SCREENS:
        from app.views.commands import no_such_screen

        raise RunError(no_such_screen(screen, shots.SCREENS))
    clock = DemoClock()
    chosen = Settings(theme=theme, text_scale=text_scale, reduced_motion=still)
    house = demo_house(screen, clock=clock, settings=chosen)
    shots.show(screen, shots.open_shell(house), clock.advance)
    beside = Path(file).with_name(f".{Path(file).stem}.new.png")
    try:
        shots.save_picture(beside)
        beside.replace(file)  # Kivy says that it has written where it has not
    except OSError as error:
        remedy = "see that its folder is there and can be written to"
        raise RunError(f"{file}: the picture could not be written; {remedy}.") from error
