"""One exercise on the contact sheet: its figure at the start and at the end. Knows no file."""

from typing import Any

from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from app.ui.widgets.figure import FigureView
from app.ui.widgets.text import Small
from app.views.picture import still


class SheetCell(BoxLayout):
    """`exercise` must have a figure."""

    exercise = ObjectProperty(None)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(orientation="vertical", padding=8, **kwargs)
        pictures = BoxLayout(spacing=8)
        for position in (0.0, 1.0):
            pictures.add_widget(FigureView(picture=still(self.exercise, position)))
        self.add_widget(pictures)
        self.add_widget(Small(text=self.exercise.name, halign="center"))
