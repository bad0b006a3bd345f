"""The moving picture of an exercise, and the small body with its muscles. Knows no exercise: values come in."""

from typing import Any

from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty
from kivy.uix.boxlayout import BoxLayout
from msgspec import structs

from app.core.body_map import body_map
from app.core.scene import bounds, shapes_at
from app.core.shapes import Extent, Shape, extent_of
from app.ui.theme import theme
from app.ui.widgets.drawing import Drawing
from app.views.picture import NO_PICTURE, Picture


class FigureView(Drawing):
    """One figure: `picture` is a `Picture`."""

    picture = ObjectProperty(NO_PICTURE)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._built: tuple[object, ...] = ()
        self.fbind("picture", self._show)
        self._show()

    def shapes(self) -> tuple[Shape, ...]:
        picture: Picture = self.picture
        if picture.figure is None:
            return ()
        return shapes_at(
            picture.figure,
            picture.position,
            breath=picture.breath,
            hot=picture.hot,
            both=picture.both,
            mirror=picture.mirror,
        )

    def extent(self) -> Extent:
        left, bottom, right, top = bounds(self.picture.figure)
        return (-right, bottom, -left, top) if self.picture.mirror else (left, bottom, right, top)

    def _show(self, *_: object) -> None:
        picture: Picture = self.picture
        wanted = (id(picture.figure), picture.hot, picture.both, picture.mirror)
        if wanted != self._built:
            self._built = wanted
            self.shadow = picture.figure is None or picture.figure.view != "above"
            self.build()
        else:
            self.place()


class FigureStage(BoxLayout):
    """A figure that moves or, under reduced motion, its start and its end side by side, both still."""

    picture = ObjectProperty(NO_PICTURE)
    beside = NumericProperty(0)
    """The room that it leaves to something beside it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("picture", self._show)
        theme.bind(still=self._arrange)
        self._arrange()

    def _arrange(self, *_: object) -> None:
        self.clear_widgets()
        for _number in range(2 if theme.still else 1):
            self.add_widget(FigureView())
        self._show()

    def _show(self, *_: object) -> None:
        views = list(reversed(self.children))
        if len(views) == 1:
            views[0].picture = self.picture
        else:
            for view, position in zip(views, (0.0, 1.0), strict=True):
                view.picture = structs.replace(self.picture, position=position, breath=0.0)


class BodyMap(Drawing):
    """Front and back of a body, with `muscles` marked, and those in `also` more softly."""

    muscles = ListProperty()
    also = ListProperty()
    shadow = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in ("muscles", "also"):
            self.fbind(name, self.build)
        self.build()

    def shapes(self) -> tuple[Shape, ...]:
        return body_map(self.muscles, self.also)

    def extent(self) -> Extent:
        return extent_of(self.shapes())
