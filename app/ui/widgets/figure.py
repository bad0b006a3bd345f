"""The moving picture of an exercise, and the small body with its muscles. Knows no exercise: values come in."""

from typing import Any

from kivy.graphics import Color, RoundedRectangle
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty
from kivy.uix.boxlayout import BoxLayout
from msgspec import structs

from app.core.body_map import body_map
from app.core.scene import bounds, shapes_at
from app.core.shapes import Extent, Shape, extent_of
from app.ui.theme import theme
from app.ui.widgets.drawing import Drawing
from app.ui.widgets.photograph import photograph
from app.views.picture import NO_PICTURE, Picture


class FigureView(Drawing):
    """One figure, or a picture of the user's own: `picture` is a `Picture`."""

    picture = ObjectProperty(NO_PICTURE)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._built: tuple[object, ...] = ()
        self._photograph: RoundedRectangle | None = None
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
        wanted = (id(picture.figure), picture.hot, picture.both, picture.mirror, picture.file)
        if wanted != self._built:
            self._built = wanted
            self.shadow = picture.figure is None or picture.figure.view != "above"
            self.build()
        else:
            self.place()

    def build(self, *_: object) -> None:
        super().build()
        texture = photograph(self.picture.file) if self.picture.file else None
        self._photograph = None
        if texture is not None:
            with self.canvas:
                Color(1, 1, 1, 1)  # as it was taken
                self._photograph = RoundedRectangle(texture=texture)
            self.place()

    def place(self, *_: object) -> None:
        if self._photograph is None:
            super().place()
            return
        width, height = self._photograph.texture.size
        scale = min(self.width / width, self.height / height)
        size = (width * scale, height * scale)
        self._photograph.size = size
        self._photograph.pos = (self.x + (self.width - size[0]) / 2, self.y + (self.height - size[1]) / 2)
        self._photograph.radius = [theme.radius_s]


class FigureStage(BoxLayout):
    """A figure that moves or, under reduced motion, its start and its end side by side, both still.

    A picture of the user's own has one moment only.
    """

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
        for _number in range(2 if self._wants_two else 1):
            self.add_widget(FigureView())
        self._show()

    @property
    def _wants_two(self) -> bool:
        return bool(theme.still and not self.picture.file)

    def _show(self, *_: object) -> None:
        if len(self.children) != (2 if self._wants_two else 1):
            self._arrange()
            return
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
