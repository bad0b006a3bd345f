"""Draws the app's icon, assets/icon.png: someone stretching a calf. `python -m tools.make_icon`."""

import sys
from pathlib import Path

SIZE = 512
TARGET = Path(__file__).parents[1] / "assets/icon.png"
COLOURS = {
    "figure_legs": "#ffffff",
    "figure_legs_far": "#9fd3cf",
    "figure_top": "#ffffff",
    "figure_skin": "#ffffff",
    "figure_skin_far": "#9fd3cf",
    "figure_shoe": "#ffffff",
    "figure_shoe_far": "#9fd3cf",
    "figure_hot": "#ff8a6b",
    "figure_prop": "#3f9a95",
    "figure_shade": "#003f3c",
}


def main() -> int:
    from app.environment import prepare_drawing

    prepare_drawing(Path("build"))
    from app.storage.bundle import routines_folder
    from app.storage.library import read_library
    from app.ui.config import configure

    configure((SIZE, SIZE))
    from kivy.core.window import Window
    from kivy.graphics import Color, SmoothRoundedRectangle
    from kivy.uix.floatlayout import FloatLayout
    from kivy.utils import get_color_from_hex
    from msgspec import structs

    from app.ui.settling import settle
    from app.ui.shots import save_picture
    from app.ui.theme import theme
    from app.ui.widgets.figure import FigureView
    from app.views.picture import still

    Window.clearcolor = (0, 0, 0, 0)
    for role, colour in COLOURS.items():
        setattr(theme, role, get_color_from_hex(colour))
    exercise = read_library(routines_folder(), None).exercises["wall-calf-stretch"]
    picture = structs.replace(still(exercise), hot=("gastrocnemius", "soleus"))
    view = FigureView(picture=picture, size_hint=(0.8, 0.8), pos_hint={"center_x": 0.5, "center_y": 0.5})
    ground = FloatLayout()
    ground.add_widget(view)
    with ground.canvas.before:
        Color(*get_color_from_hex("#00534f"))
        SmoothRoundedRectangle(pos=(8, 8), size=(SIZE - 16, SIZE - 16), radius=[112])
    Window.add_widget(ground)
    settle()
    save_picture(TARGET)
    return 0


if __name__ == "__main__":
    sys.exit(main())
