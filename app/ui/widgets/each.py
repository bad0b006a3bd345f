"""A column or row with one widget for each item of a list. Knows no widget: its class comes in by name."""

from kivy.factory import Factory
from kivy.properties import ListProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout


class Each(BoxLayout):
    """Shows `items` by widgets of the class named `kind`, which have a property `item`.

    Widgets stay and get their new item, so that the keyboard's focus stays where it is.
    """

    items = ListProperty()
    kind = StringProperty("")

    def on_items(self, *_: object) -> None:
        self._fill()

    def on_kind(self, *_: object) -> None:
        self._fill()

    def _fill(self) -> None:
        if not self.kind:
            return
        while len(self.children) > len(self.items):
            self.remove_widget(self.children[0])
        for child, item in zip(reversed(self.children), self.items, strict=False):
            child.item = item
        for item in self.items[len(self.children) :]:
            self.add_widget(Factory.get(self.kind)(item=item))
