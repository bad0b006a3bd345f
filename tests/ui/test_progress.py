"""Progress in the window: its charts answer to fingers and keys, and say in words what they show."""

from datetime import date, timedelta

import pytest
from kivy.core.window import Window
from kivy.graphics import Canvas, Mesh
from kivy.tests.common import UnitTestTouch

from app.core.day_states import Kind
from app.demo import MOMENT
from app.ui.focus import focused
from app.ui.screens.day import DayContent
from app.ui.screens.progress import LatestLine, NoteLine, ProgressScreen
from app.ui.screens.session import SessionScreen
from app.ui.screens.sessions import SessionsScreen
from app.ui.theme import theme
from app.ui.widgets.balance import BalancePlot, LedgerCard
from app.ui.widgets.bars import Bars
from app.ui.widgets.chart import ChartCard, Plot, PlotLabel
from app.ui.widgets.heatmap import COLOURS, DayLegend, Heatmap, HeatmapCard, HeatmapPlot
from app.ui.widgets.score import ScoreLine
from app.views.day_shapes import KINDS
from app.views.labels import Progress as ProgressWords
from tests.ui.still_time import frames, settle
from tests.ui.visit import SETTLING

TODAY = MOMENT.date()
SHAPES: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != "unknown")
"""What is not known has no need to stand out."""


def days_asked(here) -> list[date]:
    found: list[date] = []
    here.screen.bind(on_day=lambda _, day: found.append(day))
    return found


def tap_day(here, days_back: int, off: int = 0) -> None:
    """Taps the cell of a day, `off` px to the right of and below its middle."""
    plot = here.only(HeatmapPlot)
    here.bring_into_sight(plot)
    x, below = plot.grid.place(len(plot.heatmap.days) - 1 - days_back)
    half = plot.grid.cell / 2
    finger = UnitTestTouch(
        *plot.to_window(plot.x + x + half + off, plot.y + plot.grid.height - below - half - off)
    )
    finger.touch_down()
    frames(1)
    finger.touch_up()
    frames(SETTLING)


def drawn_by(plot: Plot) -> list[object]:
    return [
        item
        for canvas in plot.canvas.before.children
        if isinstance(canvas, Canvas)
        for item in canvas.children
    ]


def meshes(plot: Plot) -> int:
    return sum(isinstance(item, Mesh) for item in drawn_by(plot))


@pytest.mark.parametrize("days_back", [0, 1, 6, 7, 100, 181])
def test_a_day_that_is_pressed_is_opened(visit, days_back):
    here = visit("progress")
    asked = days_asked(here)
    tap_day(here, days_back)
    assert asked == [TODAY - timedelta(days=days_back)]
    assert here.only(DayContent).view.date.split()[1] == str(asked[0].day)


def test_a_press_beside_the_days_opens_the_nearest(visit):
    here = visit("progress")
    asked = days_asked(here)
    tap_day(here, 0, off=5)
    assert asked == [TODAY]


def test_the_days_are_gone_through_by_keys(visit):
    here = visit("progress")
    asked = days_asked(here)
    heatmap = here.only(Heatmap)
    heatmap.focus = True
    assert here.says("Today: Not yet")
    here.press("left", "up")
    # A week and a day before Sunday 22 November.
    assert here.says("Saturday 14 November: ")
    here.press("enter")
    assert asked == [date(2026, 11, 14)]


def test_the_cursor_goes_from_the_first_day_to_the_last(visit):
    here = visit("progress")
    heatmap = here.only(Heatmap)
    heatmap.focus = True
    here.press("home")
    assert heatmap.cursor == 0
    here.press("up", "left")
    assert heatmap.cursor == 0
    here.press("end", "right", "down")
    assert heatmap.cursor == 181


def test_the_arrows_move_the_cursor_and_not_the_page(visit):
    here = visit("progress")
    here.only(Heatmap).focus = True
    settle()
    page = next(widget for widget in here.screen.walk() if hasattr(widget, "scroll_y"))
    before = page.scroll_y
    here.press("up", "down", "home", "end")
    assert page.scroll_y == before


def test_without_the_keyboard_it_says_that_a_day_can_be_pressed(visit):
    here = visit("progress")
    assert here.says(ProgressWords.PRESS_A_DAY)
    here.only(Heatmap).focus = True
    settle()
    assert not here.says(ProgressWords.PRESS_A_DAY)
    focused().focus = False
    settle()
    assert here.says(ProgressWords.PRESS_A_DAY)


def test_the_sides_of_earlier_weeks_can_be_turned_to(visit):
    here = visit("progress")
    ledger = here.only(LedgerCard)
    assert ledger.chart.week == "This week"
    here.bring_into_sight(here.button("The week before"))
    here.touch("The week before")
    assert ledger.chart.week == "Last week"
    here.touch("The week before")
    assert ledger.chart.week == "2 to 8 November"
    here.touch("The week after")
    here.touch("The week after")
    assert ledger.chart.week == "This week"
    assert here.button("The week after").disabled


def test_progress_begins_with_this_week_again(visit):
    here = visit("progress")
    here.screen.dispatch("on_week", -1)
    here.press("1", "3")
    assert here.only(LedgerCard).chart.week == "This week"


def test_a_session_opens_from_the_latest(visit):
    here = visit("progress")
    line = next(here.widgets(LatestLine))
    here.bring_into_sight(line)
    here.touch_at(line)
    assert isinstance(here.screen, SessionScreen)


def test_all_sessions_open(visit):
    here = visit("progress-end")
    here.touch(ProgressWords.ALL_SESSIONS)
    assert isinstance(here.screen, SessionsScreen)


def test_a_note_opens_what_it_was_written_on(visit):
    here = visit("progress")
    note = next(here.widgets(NoteLine))
    here.bring_into_sight(note)
    here.touch_at(note)
    assert isinstance(here.screen, SessionScreen)


def test_a_wide_window_shows_a_year_and_a_narrow_one_half(visit):
    here = visit("progress", size=(1280, 800))
    assert (here.only(Heatmap).heatmap.weeks, len(here.only(Bars).bars.bars)) == (53, 26)
    Window.size = 400, 800
    settle()
    assert (here.only(Heatmap).heatmap.weeks, len(here.only(Bars).bars.bars)) == (26, 12)
    Window.size = 839, 800
    settle()
    assert here.only(Heatmap).heatmap.weeks == 26
    Window.size = 840, 800
    settle()
    assert here.only(Heatmap).heatmap.weeks == 53


@pytest.mark.parametrize("width", [320, 400, 719, 840, 1280])
@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_every_day_and_label_lies_inside_its_chart(visit, width, scale):
    here = visit("progress", size=(width, 800))
    theme.text_scale = scale
    settle()
    plot = here.only(HeatmapPlot)
    assert plot.grid.left + plot.grid.width <= plot.width
    assert plot.grid.cell >= 7
    for chart in here.widgets(Plot):
        for label in (child for child in chart.children if child.opacity):
            assert -1 <= label.x <= label.right <= chart.width + 1, (chart, label.text)
            assert -1 <= label.y <= label.top <= chart.height + 1, (chart, label.text)


def test_in_a_wide_window_the_days_stand_above_all_else_over_the_whole_width(visit):
    here = visit("progress", size=(1280, 800))
    days, sides = here.only(HeatmapCard), here.only(LedgerCard)
    assert days.width > 2 * sides.width * 0.95
    assert days.to_window(*days.pos)[1] > sides.to_window(sides.x, sides.top)[1]


def test_every_chart_has_its_words(visit):
    here = visit("progress")
    charts = [card.chart for card in here.widgets(ChartCard)]
    assert len(charts) == 4
    for chart in charts:
        assert chart.title
        assert chart.unit
        assert chart.summary
        assert here.says(chart.title)
        assert here.says(chart.summary)
    for plot in here.widgets(Plot):
        assert plot.label or isinstance(plot, DayLegend)
    assert {type(plot) for plot in here.widgets(Plot)} == {
        HeatmapPlot,
        DayLegend,
        Bars,
        BalancePlot,
        ScoreLine,
    }


def test_the_legend_shows_each_shape_with_its_word(visit):
    legend = visit("progress").only(DayLegend)
    assert [label.text for label in legend.children] == [item.word for item in legend.items]
    assert [item.kind for item in legend.items] == list(KINDS)
    assert meshes(legend) == len(KINDS)


def test_on_the_first_day_every_chart_says_how_it_comes_about(visit):
    here = visit("progress-new")
    charts = [card.chart for card in here.widgets(ChartCard)]
    assert all(chart.empty and here.says(chart.empty) for chart in charts)
    assert len(charts) == 4
    assert not list(here.widgets(LatestLine))


def test_the_days_are_one_mesh_a_colour_however_many_there_are(visit):
    here = visit("progress", size=(1280, 800))
    plot = here.only(HeatmapPlot)
    colours = {COLOURS[state.kind] for state in plot.heatmap.days}
    assert meshes(plot) == len(colours)


def test_drawing_again_leaves_nothing_behind(visit):
    here = visit("progress")
    plots = list(here.widgets(Plot))

    def drawn() -> list[tuple[int, int]]:
        return [(len(drawn_by(plot)), len(plot.children)) for plot in plots]

    before = drawn()
    assert all(shapes and labels for shapes, labels in before)
    for _ in range(3):
        for plot in plots:
            plot.redraw()
        settle()
    assert drawn() == before


def test_the_charts_take_the_colours_of_another_scheme(visit):
    here = visit("progress")
    labels = [label for plot in here.widgets(Plot) for label in plot.children if isinstance(label, PlotLabel)]
    before = [tuple(label.color) for label in labels]
    theme.scheme = "dark"
    try:
        settle()
        assert all(tuple(label.color) != old for label, old in zip(labels, before, strict=True))
    finally:
        theme.scheme = "light"


def test_a_new_week_of_the_ledger_keeps_the_page_where_it_is(visit):
    here = visit("progress-sides")
    page = next(widget for widget in here.screen.walk() if hasattr(widget, "scroll_y"))
    ledger = here.only(LedgerCard)
    top = ledger.to_window(ledger.x, ledger.top)[1]
    here.touch("The week before")
    assert isinstance(here.screen, ProgressScreen)
    assert page.scroll_y > 0
    assert ledger.to_window(ledger.x, ledger.top)[1] == pytest.approx(top, abs=2)
