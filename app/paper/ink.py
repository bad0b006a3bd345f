"""Marks on a PDF page: words, lines and polygons in points, y upwards. Knows no routine and no report.

Everything that is drawn goes through here, so that only this module knows the library behind it.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from app.core.skeleton import XY

PaperSize = Literal["A4", "Letter"]
MM = 72 / 25.4
"""Points in a millimetre."""
SIZES: dict[PaperSize, tuple[float, float]] = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}
"""Width and height in points."""
BLACK, SOFT, FAINT = "#20293a", "#4d5666", "#c9ccd2"
PLAIN, BOLD = "Soleus", "Soleus-Bold"
LEADING = 1.3
MOST_PIXELS = 600
"""A side of a photograph: 600 dots an inch in a box of 25 mm."""


class Ink:
    """A document of one or more pages. `size` is a page's width and height in points."""

    def __init__(self, paper: PaperSize, title: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        _register_fonts()
        self.size = SIZES[paper]
        self._bytes = BytesIO()
        # Invariant: the same sheet gives the same bytes, whenever it is printed.
        self._canvas = Canvas(self._bytes, pagesize=self.size, invariant=True, pageCompression=1)
        self._canvas.setTitle(title)
        self._canvas.setCreator("Soleus")
        self._canvas.setLineJoin(1)

    def end_page(self) -> None:
        self._canvas.showPage()

    def data(self) -> bytes:
        """The finished document; nothing can be drawn after that."""
        self._canvas.save()
        return self._bytes.getvalue()

    def words(
        self, text: str, x: float, y: float, size: float = 10, colour: str = BLACK, *, bold: bool = False
    ) -> None:
        """One line with its baseline at `y`."""
        self._canvas.setFillColor(colour)
        self._canvas.setFont(BOLD if bold else PLAIN, size)
        self._canvas.drawString(x, y, text)

    def words_in_the_middle(
        self, text: str, x: float, y: float, size: float = 10, colour: str = BLACK, *, bold: bool = False
    ) -> None:
        """One line with its middle at `x`."""
        self.words(text, x - self.width_of(text, size, bold=bold) / 2, y, size, colour, bold=bold)

    def paragraph(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        size: float = 10,
        colour: str = BLACK,
        *,
        bold: bool = False,
    ) -> float:
        """Lines of at most `width`, the first one's top at `y`. Returns the height of them all."""
        lines = self.lines_of(text, width, size, bold=bold)
        for number, line in enumerate(lines):
            self.words(line, x, y - size - number * size * LEADING, size, colour, bold=bold)
        return len(lines) * size * LEADING

    def lines_of(self, text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
        """The text broken at spaces, and inside a word that is longer than a line."""
        return broken(text, width, lambda part: self.width_of(part, size, bold=bold))

    def width_of(self, text: str, size: float, *, bold: bool = False) -> float:
        return float(self._canvas.stringWidth(text, BOLD if bold else PLAIN, size))

    def fitting(self, text: str, width: float, size: float, *, bold: bool = False) -> str:
        """The text if one line holds it, else as much of its beginning as does, with "…" after it."""
        if self.width_of(text, size, bold=bold) <= width:
            return text
        kept = text
        while kept and self.width_of(f"{kept}…", size, bold=bold) > width:
            kept = kept[:-1].rstrip()
        return f"{kept}…"

    def line(
        self, a: XY, b: XY, colour: str = FAINT, thickness: float = 0.6, dash: Sequence[float] = ()
    ) -> None:
        self.polyline((a, b), colour, thickness, dash)

    def polyline(
        self, points: Sequence[XY], colour: str, thickness: float, dash: Sequence[float] = ()
    ) -> None:
        """A line through the points, whole or with `dash`: the lengths of marks and gaps, in turn."""
        path = self._canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(thickness)
        self._canvas.setDash(list(dash))
        self._canvas.drawPath(path, stroke=1, fill=0)
        self._canvas.setDash([])

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle with its middle there."""
        self._canvas.setFillColor(colour)
        self._canvas.circle(x, y, radius, stroke=0, fill=1)

    def box(self, left: float, bottom: float, width: float, height: float, colour: str = SOFT) -> None:
        """An empty box with softened corners, to be ticked by hand."""
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(0.8)
        self._canvas.roundRect(left, bottom, width, height, 1.5, stroke=1, fill=0)

    def bar(self, left: float, bottom: float, width: float, height: float, colour: str) -> None:
        """A filled bar; one without a length leaves no mark."""
        if width > 0 and height > 0:
            self._canvas.setFillColor(colour)
            self._canvas.rect(left, bottom, width, height, stroke=0, fill=1)

    def polygon(self, corners: Sequence[XY], colour: str) -> None:
        path = self._canvas.beginPath()
        path.moveTo(*corners[0])
        for corner in corners[1:]:
            path.lineTo(*corner)
        path.close()
        self._canvas.setFillColor(colour)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def picture(self, file: Path, left: float, bottom: float, width: float, height: float) -> None:
        """The picture in a PNG or JPEG as large as it fits into the box, in its middle.

        Leaves the box empty if there is none, or none that can be drawn.
        """
        from reportlab.lib.utils import ImageReader

        if (found := _photograph(file)) is not None:
            self._canvas.drawImage(
                ImageReader(found), left, bottom, width, height, preserveAspectRatio=True, anchor="c"
            )


def broken(text: str, width: float, width_of: Callable[[str], float]) -> list[str]:
    """`text` in lines no wider than `width`, as `width_of` measures them; a letter that is wider stands alone."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        candidate = f"{line} {word}" if line else word
        if width_of(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        line = word
        while len(line) > 1 and width_of(line) > width:
            cut = max(1, next(n for n in range(len(line), 0, -1) if n == 1 or width_of(line[:n]) <= width))
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line] if line else lines


def _photograph(file: Path) -> Any | None:
    """The picture upright on white, decoded here: half of a JPEG would make a PDF that nobody can read."""
    from PIL import Image, ImageOps  # what reportlab itself reads pictures with

    # What a damaged picture raises depends on where it is damaged.
    with suppress(OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        with Image.open(file) as found:
            upright = ImageOps.exif_transpose(found).convert("RGBA")
        upright.thumbnail((MOST_PIXELS, MOST_PIXELS))
        white = Image.new("RGBA", upright.size, "white")
        return Image.alpha_composite(white, upright).convert("RGB")
    return None


def _register_fonts() -> None:
    """The window's own letters, for a PDF's built-in ones know Western Europe only."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if PLAIN not in pdfmetrics.getRegisteredFontNames():
        folder = _kivy_folder() / "data" / "fonts"
        pdfmetrics.registerFont(TTFont(PLAIN, str(folder / "Roboto-Regular.ttf")))
        pdfmetrics.registerFont(TTFont(BOLD, str(folder / "Roboto-Bold.ttf")))


def _kivy_folder() -> Path:
    """Where Kivy lies, found without importing it, which would take longer than the whole sheet."""
    spec = find_spec("kivy")
    assert spec is not None  # noqa: S101  # it is a dependency
    assert spec.origin is not None  # noqa: S101
    return Path(spec.origin).parent
