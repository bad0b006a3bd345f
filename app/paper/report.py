"""The page for the clinician, drawn on one sheet. Knows no number, only what is said and where points lie."""

from collections.abc import Sequence

from app.core.care.check_in import Place
from app.core.record import Side
from app.core.skeleton import XY
from app.paper.ink import BLACK, FAINT, MM, SOFT, Ink, PaperSize
from app.views.chart import Label
from app.views.report import BarChart, LineChart, ReportView, Table
from app.views.report_tests import LegLine, TestChart

EDGE = 14 * MM
GAP = 4.5 * MM
BETWEEN = 9 * MM
"""Two charts or tables side by side."""
TITLE, KEY, HEADING, TEXT, SMALL, TINY = 17.0, 15.0, 10.0, 8.0, 7.2, 6.4
ROW = 11.0
AXIS = 12.0
"""Below a chart for its dates, and left of it for its scale."""
SAMPLE = 22.0
"""A piece of line beside a name."""
HIGHEST = 118.0
DROP = 9.0
"""From the title of a chart to its top."""
BAR = "#8fa6b8"
DARK, MIDDLE, PALE = "#123f63", "#c8612a", "#8b93a0"
"""Each differs from the others in lightness too, for printers without colour."""
DASHES: dict[str, tuple[float, ...]] = {DARK: (), MIDDLE: (5, 2.2), PALE: (1.2, 1.8)}
PLACES: dict[Place, str] = {"left-calf": DARK, "right-calf": MIDDLE, "back": PALE}
SIDES: dict[Side, str] = {"left": DARK, "right": MIDDLE}
BANDS: dict[Side, str] = {"left": "#dfe6ec", "right": "#f4ebe4"}
BAND_EDGES: dict[Side, str] = {"left": "#a9bccb", "right": "#dcb79f"}
SHARES = (0.27, 0.36, 0.37)
"""What the minutes, the lines and the tests have of the height that charts may take."""
WHITE = "#ffffff"


def report_page(said: ReportView, paper: PaperSize = "A4") -> bytes:
    """A PDF of one page, the same bytes for the same view."""
    ink = Ink(paper, said.title)
    page = _Page(ink, said)
    page.draw()
    ink.end_page()
    return ink.data()


class _Page:
    """Goes down the sheet. What stands at its foot is measured first, and the charts share what is left."""

    def __init__(self, ink: Ink, said: ReportView) -> None:
        self._ink = ink
        self._said = said
        self._left = EDGE
        self._width = ink.size[0] - 2 * EDGE
        self._half = (self._width - BETWEEN) / 2
        self._y = ink.size[1] - EDGE

    def draw(self) -> None:
        self._head()
        self._key_numbers()
        tables_top = EDGE + self._foot_height() + self._tables_height()
        room = self._y - tables_top - self._fixed_height()
        minutes, lines, tests = self._heights(room)
        self._minutes(minutes)
        self._felt(lines)
        self._tests(tests)
        self._tables()
        self._foot()

    def _heights(self, room: float) -> tuple[float, float, float]:
        """How high each of the three may be; what is missing leaves its share to the others."""
        wanted = (True, not self._said.nothing_felt, not self._said.no_tests)
        shares = [share if want else 0.0 for share, want in zip(SHARES, wanted, strict=True)]
        minutes, lines, tests = (min(HIGHEST, room * share / sum(shares)) for share in shares)
        return minutes, lines, tests

    def _head(self) -> None:
        ink, said, right = self._ink, self._said, self._left + self._width
        self._y -= TITLE
        ink.words(said.title, self._left, self._y, TITLE, bold=True)
        ink.words(said.app, right - ink.width_of(said.app, TEXT), self._y, TEXT, SOFT)
        self._y -= 14
        ink.words(said.period, self._left, self._y, TEXT + 1.5, SOFT)
        self._y -= 24
        x = self._left
        for number, blank in enumerate(said.blanks):
            end = right if number else self._left + self._width * 0.62
            ink.words(blank, x, self._y, TEXT, SOFT)
            ink.line((x + ink.width_of(blank, TEXT) + 6, self._y - 2), (end, self._y - 2), SOFT, 0.7)
            x = end + 14
        self._y -= 12

    def _key_numbers(self) -> None:
        ink, keys = self._ink, self._said.keys
        width = self._width / len(keys)
        widest = max(ink.width_of(key.number, KEY, bold=True) for key in keys)
        size = KEY * min(1.0, (width - 8) / widest)
        self._y -= KEY + 2
        deepest = 0.0
        for number, key in enumerate(keys):
            x = self._left + number * width
            ink.words(key.number, x, self._y, size, bold=True)
            deepest = max(deepest, ink.paragraph(key.words, x, self._y - 4, width - 10, SMALL, SOFT))
        self._y -= deepest + 6
        for fact in self._said.facts:
            self._y -= ROW
            ink.words(ink.fitting(fact, self._width, TEXT), self._left, self._y, TEXT)
        self._y -= 4

    def _fixed_height(self) -> float:
        """What the three charts need besides their own heights."""
        said = self._said
        minutes = self._heading_height() + AXIS + 8
        felt = 2 * ROW if said.nothing_felt else ROW + DROP + AXIS + (len(said.felt.rows) + 1) * ROW + 11
        tests = ROW if said.no_tests else ROW + DROP + AXIS + 4 * ROW - 2
        return minutes + 2 * self._heading_height() + felt + tests

    def _heading_height(self) -> float:
        return GAP + HEADING + 3

    def _heading(self, text: str, about: str = "") -> None:
        ink = self._ink
        self._y -= GAP + HEADING
        ink.words(text, self._left, self._y, HEADING, bold=True)
        if about:
            x = self._left + ink.width_of(text, HEADING, bold=True) + 8
            ink.words(ink.fitting(about, self._left + self._width - x, SMALL), x, self._y, SMALL, SOFT)
        self._y -= 3

    def _minutes(self, height: float) -> None:
        ink, chart = self._ink, self._said.minutes
        self._heading(chart.title)
        top = self._y - 8
        bottom = top - height
        _bars(ink, chart, self._left, bottom, self._width, height)
        self._y = bottom - AXIS

    def _felt(self, height: float) -> None:
        ink, said = self._ink, self._said
        self._heading(said.felt_title, "" if said.nothing_felt else said.felt_about)
        if said.nothing_felt:
            self._y -= 2 * ROW
            ink.words(said.nothing_felt, self._left, self._y + ROW / 2, TEXT, SOFT)
            return
        self._y -= ROW
        for number, chart in enumerate((said.pain, said.tightness)):
            x = self._left + number * (self._half + BETWEEN)
            ink.words(chart.title, x, self._y, TEXT, bold=True)
            _lines(ink, chart, x, self._y - DROP - height, self._half, height)
        self._y -= DROP + height + AXIS + 5
        self._y -= _table(ink, said.felt, self._left, self._y, self._width, list(PLACES.values())) + 6

    def _tests(self, height: float) -> None:
        ink, said = self._ink, self._said
        self._heading(said.tests.title)
        if said.no_tests:
            self._y -= ROW
            ink.words(said.no_tests, self._left, self._y, TEXT, SOFT)
            return
        self._y -= ROW
        for number, chart in enumerate(said.tests.charts):
            x = self._left + number * (self._half + BETWEEN)
            ink.words(chart.title, x, self._y, TEXT, bold=True)
            _test(ink, chart, x, self._y - DROP - height, self._half, height)
        self._y -= DROP + height + AXIS + 4 * ROW - 2

    def _tables_height(self) -> float:
        rows = max(len(self._said.sides.rows), len(self._said.exercises.rows))
        return self._heading_height() + (rows + 2) * ROW + 6

    def _tables(self) -> None:
        y = self._y - GAP - HEADING
        for number, table in enumerate((self._said.sides, self._said.exercises)):
            x = self._left + number * (self._half + BETWEEN)
            self._ink.words(table.title, x, y, HEADING, bold=True)
            _table(self._ink, table, x, y - 3, self._half)

    def _foot_height(self) -> float:
        return 6 + len(self._ink.lines_of(self._said.small_print, self._width, TINY)) * TINY * 1.3

    def _foot(self) -> None:
        top = EDGE + self._foot_height()
        self._ink.line((self._left, top), (self._left + self._width, top))
        self._ink.paragraph(self._said.small_print, self._left, top - 4, self._width, TINY, SOFT)


def _bars(ink: Ink, chart: BarChart, left: float, bottom: float, width: float, height: float) -> None:
    pitch = width / max(1, len(chart.bars))
    wide = max((ink.width_of(bar.minutes, SMALL) for bar in chart.bars), default=0.0)
    size = SMALL if wide < pitch - 1 else max(4.5, min(SMALL, SMALL * (pitch - 1) / wide))
    for number, bar in enumerate(chart.bars):
        x = left + number * pitch
        ink.bar(x + pitch * 0.14, bottom, pitch * 0.72, bar.share * height, BAR)
        ink.words_in_the_middle(bar.minutes, x + pitch / 2, bottom + bar.share * height + 2, size)
    ink.line((left, bottom), (left + width, bottom), SOFT)
    labels = [Label((label.at + 0.5) / max(1, len(chart.bars)), label.text) for label in chart.dates]
    _dates(ink, labels, left, bottom, width)


def _dates(ink: Ink, labels: Sequence[Label], left: float, bottom: float, width: float) -> None:
    """As many as have room beside each other; the first, and from it on each n-th."""
    if not labels:
        return
    widest = max(ink.width_of(label.text, TINY) for label in labels) + 5
    apart = (labels[-1].at - labels[0].at) * width / max(1, len(labels) - 1)
    every = max(1, -(-widest // apart)) if apart else 1
    for label in labels[:: int(every)]:
        half = ink.width_of(label.text, TINY) / 2
        x = min(max(left + label.at * width, left + half), left + width - half)
        ink.words_in_the_middle(label.text, x, bottom - TINY - 2, TINY, SOFT)


def _grid(
    ink: Ink, scale: Sequence[Label], left: float, bottom: float, width: float, height: float
) -> tuple[float, float]:
    """Lines with their numbers. Returns where the chart itself begins and how wide it is."""
    for label in scale:
        y = bottom + label.at * height
        ink.line((left + AXIS, y), (left + width, y), FAINT, 0.5)
        ink.words(label.text, left + AXIS - 3 - ink.width_of(label.text, TINY), y - TINY * 0.35, TINY, SOFT)
    return left + AXIS, width - AXIS


def _lines(ink: Ink, chart: LineChart, left: float, bottom: float, width: float, height: float) -> None:
    x, wide = _grid(ink, chart.scale, left, bottom, width, height)
    _dates(ink, chart.dates, x, bottom, wide)
    for line in reversed(chart.lines):
        for run in line.runs:
            points = [(x + across * wide, bottom + up * height) for across, up in run]
            _marked(ink, points, PLACES[line.place])


def _test(ink: Ink, chart: TestChart, left: float, bottom: float, width: float, height: float) -> None:
    x, wide = left + AXIS, width - AXIS
    for line in reversed(chart.lines):
        _band(ink, line, x, bottom, wide, height)
    for line in reversed(chart.lines):
        _band_edges(ink, line, x, bottom, wide, height)
    _grid(ink, chart.scale, left, bottom, width, height)
    _dates(ink, chart.dates, x, bottom, wide)
    for line in reversed(chart.lines):
        points = [(x + across * wide, bottom + up * height) for across, up in line.points]
        _marked(ink, points, SIDES[line.side])
    y = bottom - AXIS - 1
    for line in chart.lines:
        y -= ROW
        _sample(ink, left, y, SIDES[line.side])
        ink.words(ink.fitting(line.told, width - SAMPLE - 6, TEXT), left + SAMPLE + 6, y, TEXT)
    for text, size in ((chart.difference, TEXT), (chart.about, TINY)):
        if text:
            y -= ROW
            ink.words(ink.fitting(text, width, size), left, y, size, SOFT)


def _band(ink: Ink, line: LegLine, left: float, bottom: float, width: float, height: float) -> None:
    low, high = (bottom + edge * height for edge in line.band)
    ink.bar(left, low, width, high - low, BANDS[line.side])


def _band_edges(ink: Ink, line: LegLine, left: float, bottom: float, width: float, height: float) -> None:
    """Drawn over the bands of both legs, which may lie upon each other."""
    for edge in line.band:
        y, dash = bottom + edge * height, DASHES[SIDES[line.side]]
        ink.line((left, y), (left + width, y), BAND_EDGES[line.side], 0.8, dash)


def _marked(ink: Ink, points: Sequence[XY], colour: str) -> None:
    """A line with a mark at each point, if there is room for marks."""
    if len(points) > 1:
        ink.polyline(points, colour, 1.5, DASHES[colour])
    if len(points) == 1 or (points[-1][0] - points[0][0]) / (len(points) - 1) > 5:
        for x, y in points:
            _mark(ink, x, y, colour)


def _mark(ink: Ink, x: float, y: float, colour: str) -> None:
    """A disc, a hollow square or a triangle, by which the lines can be told apart without colour."""
    if colour == DARK:
        ink.disc(x, y, 2.1, colour)
    elif colour == MIDDLE:
        square = [(x - 2, y - 2), (x + 2, y - 2), (x + 2, y + 2), (x - 2, y + 2)]
        ink.polygon(square, WHITE)
        ink.polyline([*square, square[0], square[1]], colour, 1.1)
    else:
        ink.polygon([(x - 2.5, y - 1.9), (x + 2.5, y - 1.9), (x, y + 2.5)], colour)


def _sample(ink: Ink, left: float, baseline: float, colour: str) -> None:
    y = baseline + TEXT * 0.34
    ink.polyline(((left, y), (left + SAMPLE, y)), colour, 1.5, DASHES[colour])
    _mark(ink, left + SAMPLE / 2, y, colour)


def _table(
    ink: Ink, table: Table, left: float, top: float, width: float, samples: Sequence[str] = ()
) -> float:
    """Names at the left, numbers at the right of their columns, from `top` down. Returns the height."""
    indent = SAMPLE + 6 if samples else 0.0
    columns = _columns(ink, table, width, indent)
    y = top - ROW
    _cells(ink, table.heads, left, y, columns, SMALL, SOFT)
    for number, row in enumerate(table.rows):
        ink.line((left, y - 3), (left + width, y - 3), FAINT, 0.4)
        y -= ROW
        if samples:
            _sample(ink, left, y, samples[number])
        _cells(ink, row, left, y, columns, TEXT, BLACK, indent)
    if table.note:
        y -= ROW
        ink.words(table.note, left, y, TINY, SOFT)
    return top - y


def _columns(ink: Ink, table: Table, width: float, indent: float) -> list[float]:
    """How wide each is: as its longest cell, and what is left over in equal parts; the names give way."""

    def widest(place: int) -> float:
        cells = [ink.width_of(row[place], TEXT) for row in table.rows]
        return max([ink.width_of(table.heads[place], SMALL), *cells]) + 7

    numbers = [widest(place) for place in range(1, len(table.heads))]
    name = min(widest(0) + indent, width - sum(numbers))
    more = (width - name - sum(numbers)) / len(numbers)
    return [name, *(number + more for number in numbers)]


def _cells(
    ink: Ink,
    cells: Sequence[str],
    left: float,
    y: float,
    columns: Sequence[float],
    size: float,
    colour: str,
    indent: float = 0.0,
) -> None:
    name, *numbers = cells
    ink.words(ink.fitting(name, columns[0] - indent - 4, size), left + indent, y, size, colour)
    right = left + columns[0]
    for cell, column in zip(numbers, columns[1:], strict=True):
        right += column
        ink.words(cell, right - ink.width_of(cell, size), y, size, colour)
