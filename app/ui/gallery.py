"""Every component in every state on one sheet, to look at and to compare with. Knows no data of the user's."""

from collections.abc import Callable
from typing import Any

from kivy.metrics import dp
from kivy.properties import StringProperty
from kivy.uix.stacklayout import StackLayout
from kivy.uix.widget import Widget

from app.ui import gallery_charts
from app.ui.kv import load_kv
from app.ui.screens.place import Place
from app.ui.widgets.badge import SideBadge
from app.ui.widgets.button import IconButton, PlusButton, PrimaryButton, QuietButton, RoundButton
from app.ui.widgets.card import Card, Column
from app.ui.widgets.controls import Chips, Choice, LevelSlider, Stepper, Toggle
from app.ui.widgets.dialog import DialogCard
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.field import Field, NoteField
from app.ui.widgets.keys import KeysCard
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.notice import Banner
from app.ui.widgets.ring import Ring
from app.ui.widgets.row import ListRow
from app.ui.widgets.search import SearchField
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import BottomSheetCard
from app.ui.widgets.snackbar import Snackbar
from app.ui.widgets.text import Display, Heading, Small, Title, Words
from app.ui.widgets.time_picker import TimeNumber, TimePicker
from app.ui.widgets.week import WeekCard
from app.views.keys import KEYS
from app.views.picture import Picture
from app.views.places import PLACES
from app.views.week import DayDot, WeekView

WIDE = dp(1100)
SHORT = "Calf reset"
FOUR_STATES = "normal, pressed, focused, disabled"
LONG = "The slow evening routine for calves, hips and the lower back after a long day of sitting"
SENTENCE = "The file notes.toml could not be written. See that its folder is there and can be written to."
WEEK = WeekView(
    number="3",
    of="of 4",
    fraction=0.75,
    headline="One more day this week",
    streak="5 weeks in a row",
    dots=tuple(
        DayDot(letter=letter, state=state)
        for letter, state in zip(
            "MTWTFSS", ("done", "none", "unwell", "paused", "rest", "today", "open"), strict=True
        )
    ),
)

Sample = tuple[str, Widget]
"""A state in a word, and the component in that state."""


class Specimen(Column):
    """One component with the name of its state."""

    state_name = StringProperty("")


class GallerySection(Card):
    """One kind of component."""

    title = StringProperty("")


class GalleryScreen(Place):
    """`view` is a picture of an exercise, which the figures need; nothing here can be used."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._columns = [_column(samples) for samples in (_buttons(), _answers(), _controls(self.view))]
        self.fbind("width", self._arrange)

    def _arrange(self, *_: object) -> None:
        """The columns stand beside each other where they have room, else below each other."""
        place = self.ids.wide if self.width >= WIDE else self.ids.narrow
        if self._columns[0].parent is not place:
            self.ids.wide.clear_widgets()
            self.ids.narrow.clear_widgets()
            for column in self._columns:
                place.add_widget(column)


class GalleryColumn(Column):
    """Sections below each other, from the top."""


class GalleryRing(Ring):
    """As on Today."""


class GallerySegments(Segments):
    """As in the player."""


load_kv(__file__)


def _column(sections: tuple[tuple[str, tuple[Sample, ...]], ...]) -> GalleryColumn:
    column = GalleryColumn()
    for title, samples in sections:
        column.add_widget(_section(title, samples))
    return column


def _section(title: str, samples: tuple[Sample, ...]) -> GallerySection:
    section = GallerySection(title=title)
    for state, widget in samples:
        specimen = Specimen(state_name=state)
        specimen.add_widget(widget)
        section.add_widget(specimen)
    return section


def _focused(widget: Any) -> Any:
    """As it looks with the keyboard's focus, which only one widget can really have."""
    widget.keyboard_mode = "managed"
    if hasattr(widget, "cursor_blink"):
        widget.cursor_blink = False
    widget.focus = True
    return widget


def _pressed(widget: Any) -> Any:
    widget.state = "down"
    return widget


def _disabled(widget: Any) -> Any:
    widget.disabled = True
    return widget


def _beside(*widgets: Widget) -> StackLayout:
    row = StackLayout(spacing=dp(8), size_hint_y=None)
    row.bind(minimum_height=row.setter("height"))
    for widget in widgets:
        row.add_widget(widget)
    return row


def _inside(widget: Widget, kind: type[Widget]) -> Any:
    return next(child for child in widget.walk() if isinstance(child, kind))


def _states(make: Callable[..., Widget], **words: Any) -> tuple[Sample, ...]:
    """The four states that everything has that can be pressed."""
    return (
        ("normal", make(**words)),
        ("pressed", _pressed(make(**words))),
        ("focused", _focused(make(**words))),
        ("disabled", _disabled(make(**words))),
    )


def _buttons() -> tuple[tuple[str, tuple[Sample, ...]], ...]:
    start = {"text": "Start", "icon": "start"}
    return (
        (
            "Text",
            (
                ("display", Display(text=SHORT)),
                ("title", Title(text=SHORT)),
                ("heading", Heading(text=SHORT)),
                ("body", Words(text=SENTENCE)),
                ("small", Small(text=SENTENCE)),
            ),
        ),
        ("Primary button", (*_states(PrimaryButton, **start), ("long", PrimaryButton(text=LONG)))),
        ("Quiet button", (*_states(QuietButton, text="See every step"), ("long", QuietButton(text=LONG)))),
        (
            "Icons",
            (
                (FOUR_STATES, _beside(*(icon for _, icon in _states(IconButton, icon="skip")))),
                (FOUR_STATES, _beside(*(icon for _, icon in _states(RoundButton, icon="pause")))),
                (FOUR_STATES, _beside(*(plus for _, plus in _states(PlusButton)))),
            ),
        ),
        (
            "Chips and choice",
            (
                ("one chosen", Chips(words=("3 min", "5 min", "10 min"), chosen=1)),
                ("none chosen, focused", _focus_first(Chips(words=("All", "Ease", "At the desk")))),
                ("choice", Choice(words=("System", "Light", "Dark", "Contrast"), chosen=1)),
                ("focused", _focus_first(Choice(words=("Routines", "Exercises"), chosen=0))),
            ),
        ),
        (
            "Switch and slider",
            (
                ("on, off, focused, disabled", _switches()),
                ("not set", LevelSlider(value=-1)),
                ("at 0", LevelSlider(value=0)),
                ("at 40 of 100, focused", _focused(LevelSlider(value=40))),
                ("disabled", LevelSlider(value=70, disabled=True)),
            ),
        ),
        ("Days", gallery_charts.days()),
    )


def _answers() -> tuple[tuple[str, tuple[Sample, ...]], ...]:
    nothing = EmptyState(icon="nothing_found", text="Nothing is called that.", action="Show all")
    return (
        (
            "Banner and snackbar",
            (
                ("trouble", Banner(text=SENTENCE)),
                ("done", Snackbar(text="Calf reset was discarded.")),
                ("long, focused", _with_focus_on_undo(Snackbar(text=f"{LONG} was discarded."))),
            ),
        ),
        ("Dialog", _dialogs()),
        ("Sheet", (("normal, pressed, focused", _sheet()),)),
        ("Keys", (("in two groups", KeysCard(groups=KEYS)),)),
        ("Empty state", (("with its one button", nothing),)),
        ("Navigation", (("at Today", Navigation(places=PLACES, here="today")),)),
        ("Weeks", gallery_charts.weeks()),
    )


def _controls(picture: Picture) -> tuple[tuple[str, tuple[Sample, ...]], ...]:
    said = {"title": SHORT, "subtitle": "2 exercises  ·  a wall", "label": "Ease", "trailing": "4 min"}
    return (
        (
            "Fields",
            (
                ("empty", Field(hint_text="A name")),
                ("written", Field(text=SHORT)),
                ("focused", _focused(Field(text=SHORT))),
                ("disabled", Field(text=SHORT, disabled=True)),
                ("search", SearchField(hint_text="Search")),
                ("search with a word", SearchField(text="calf")),
                ("several lines", NoteField(text=SENTENCE)),
            ),
        ),
        (
            "Stepper and time",
            (
                ("normal", Stepper(text="5 s")),
                ("at its end, long", Stepper(text="As the routine says", can_lower=False)),
                ("time", TimePicker(hour=7, minute=30)),
                ("focused", _time_with_focus()),
            ),
        ),
        (
            "Row",
            (
                *_states(ListRow, **said),
                ("an icon", ListRow(icon="history", title=SHORT, trailing="4 min")),
                ("a picture", ListRow(picture=picture, title=SHORT, subtitle="Stretch  ·  upper calf")),
                ("alarming, long", ListRow(title=LONG, subtitle=SENTENCE, alarming=True)),
            ),
        ),
        (
            "Progress",
            (
                (
                    "ring: empty, two fifths, full",
                    _beside(*(GalleryRing(fraction=share) for share in (0.0, 0.4, 1.0))),
                ),
                ("segments", GallerySegments(parts=(1.0, 1.0, 0.4, 0.0, 0.0), weights=(2, 1, 2, 1, 2))),
                ("side", _beside(SideBadge(side="left", word="LEFT"), SideBadge(side="right", word="RIGHT"))),
                ("week", WeekCard(week=WEEK)),
            ),
        ),
        ("Sides and score", gallery_charts.sides()),
    )


def _with_focus_on_undo(bar: Snackbar) -> Snackbar:
    _focused(bar.ids.undo)
    return bar


def _dialogs() -> tuple[Sample, ...]:
    return (
        ("normal", DialogCard(title="Stop now?", text="What was done is kept.", answer="Stop")),
        (
            "dangerous, long",
            DialogCard(title=LONG, text=SENTENCE, answer="Delete it for good", dangerous=True),
        ),
        ("one answer", DialogCard(title="Saved", text=SENTENCE, answer="Good", refusal="")),
    )


def _sheet() -> BottomSheetCard:
    choices = (("edit", "Edit"), ("copy", "Duplicate"), ("remove", "Delete"))
    sheet = BottomSheetCard(title=SHORT, choices=choices)
    _pressed(sheet.ids.rows.children[1])
    _focused(sheet.ids.rows.children[0])
    return sheet


def _switches() -> StackLayout:
    return _beside(Toggle(active=True), Toggle(), _focused(Toggle(active=True)), _disabled(Toggle()))


def _focus_first(choice: Any) -> Any:
    _focused(choice.children[-1])
    return choice


def _time_with_focus() -> TimePicker:
    picker = TimePicker(hour=23, minute=5)
    _focused(_inside(picker, TimeNumber))
    return picker
