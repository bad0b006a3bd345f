"""Small shapes, drawn once into a texture and then laid out by the hundred in one mesh. Knows no chart.

A mesh of four corners a shape costs a hundredth of as many smooth instructions, and the edges are as smooth.
"""

from collections.abc import Callable, Sequence

from kivy.graphics import Color, Mesh
from kivy.graphics.texture import Texture

Coverage = Callable[[float, float], float]
"""How much of the pixel around a point, in px from the middle of the shape, it covers: from 0 to 1."""
Box = tuple[float, float, float, float]
"""Left, bottom, width and height in px."""


class Stamps:
    """Shapes of the same size in a row, each `side` px wide and high with a clear pixel around it."""

    def __init__(self, shapes: Sequence[Coverage], side: int) -> None:
        self.side = side
        self._count = len(shapes)
        cell = side + 2
        alphas = bytearray(cell * cell * self._count)
        middle = (side - 1) / 2
        for number, shape in enumerate(shapes):
            for row in range(side):
                start = (row + 1) * cell * self._count + number * cell + 1
                alphas[start : start + side] = bytes(
                    round(255 * shape(column - middle, row - middle)) for column in range(side)
                )
        self.texture = Texture.create(size=(cell * self._count, cell), colorfmt="rgba", bufferfmt="ubyte")
        white = bytearray(b"\xff" * (4 * len(alphas)))
        white[3::4] = alphas
        self.texture.blit_buffer(bytes(white), colorfmt="rgba", bufferfmt="ubyte")

    def whole(self, shape: int) -> Box:
        """Where the shape of that number lies in the texture, with its clear rim."""
        share = 1 / self._count
        return shape * share, 0.0, share, 1.0

    def part(self, shape: int, left: float, bottom: float, right: float, top: float) -> Box:
        """What lies between these edges, as shares of its width and height without the rim."""
        begin, _, width, _ = self.whole(shape)
        rim, inside = 1 / (self.side + 2), self.side / (self.side + 2)
        return (
            begin + width * (rim + left * inside),
            rim + bottom * inside,
            width * (right - left) * inside,
            (top - bottom) * inside,
        )


def lay(texture: Texture, colour: Sequence[float], pieces: Sequence[tuple[Box, Box]]) -> None:
    """Adds a mesh of one colour to the canvas that is open: of each piece where it lies, and what of the texture."""
    vertices: list[float] = []
    indices: list[int] = []
    for number, ((x, y, width, height), (u, v, across, along)) in enumerate(pieces):
        right, top = x + width, y + height
        vertices += (x, y, u, v, right, y, u + across, v)
        vertices += (right, top, u + across, v + along, x, top, u, v + along)
        first = 4 * number
        indices += (first, first + 1, first + 2, first, first + 2, first + 3)
    Color(*colour)
    Mesh(mode="triangles", vertices=vertices, indices=indices, texture=texture)
