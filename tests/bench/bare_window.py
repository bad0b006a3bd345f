"""The least that Kivy can show, set up as Soleus sets it up: what the window's benchmarks compare with.

`python -m tests.bench.bare_window first-frame` prints the seconds from the start of the process to the first
frame and ends; `label` stands still; `ring` redraws a ring and its number sixty times a second.
"""

import sys
import tempfile
from pathlib import Path

from app.adapters.clock import seconds_since_process_start
from app.environment import prepare_environment


def run(what: str) -> None:
    prepare_environment(Path(tempfile.gettempdir()) / "soleus-bench")
    from app.ui.config import configure

    configure()
    from kivy.app import App
    from kivy.clock import Clock
    from kivy.core.window import Window
    from kivy.graphics import Color, Line
    from kivy.uix.label import Label

    class BareApp(App):
        def build(self) -> Label:
            label = Label(text="Hello", color="#000000")
            Window.clearcolor = (1, 1, 1, 1)
            if what == "ring":
                with label.canvas:
                    Color(0, 0.4, 0.4)
                    self._line = Line(width=8)
                Clock.schedule_interval(self._turn, 0)
            return label

        def on_start(self) -> None:
            Window.bind(on_flip=self._flipped)

        def _turn(self, _: float) -> None:
            share = Clock.get_boottime() / 30 % 1
            x, y = self.root.center
            self._line.circle = (x, y, 160, 0, 360 * share)
            self.root.text = str(round(30 * share))

        def _flipped(self, *_: object) -> None:
            if what == "first-frame":
                print(f"{seconds_since_process_start() or 0:.3f}", flush=True)
                self.stop()

    BareApp().run()


if __name__ == "__main__":
    run(sys.argv[1])
