"""Compares what is drawn with a picture of it that was looked at and accepted before. Draws nothing itself."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kivy.core.image import Image

STEP = 4
"""Levels of 255 are kept in steps of so many: the files are a fifth smaller, and no eye sees it."""
STEPS = bytes(level // STEP * STEP + STEP // 2 for level in range(256))
ROUNDING = 2 * STEP
"""What another build of the graphics library may round otherwise, in any channel of any pixel, with the steps."""
EDGE = 48
"""A pixel that is further off than this was painted with something else; smooth edges are rounded by less."""
MEAN_AT_MOST = 0.02
"""Levels beyond `ROUNDING`, over all pixels and channels: for a colour that changed a little on a large area.

A button of 60 x 360 px is 6.75 % of a screen of 400 x 800. Painted 12 levels off in one channel of three, one
step beyond rounding, it gives 4 x 0.0675 / 3 = 0.09 and is found. A chip of 60 x 40 px, 0.75 %, is found from
20 levels off in one channel: (20 - 8) x 0.0075 / 3 = 0.03.
"""
FAR_AT_MOST = 1 / 8000
"""The share of pixels beyond `EDGE`, 40 of a screen: for what moved, came or went.

A letter of 13 px that moved by a pixel leaves about 10 such pixels on its two sides, so a word of five letters
is found; and so is an icon of 24 px in another colour, with about 150 pixels of ink.
"""
RED, FAINT = bytes((220, 0, 40)), 5


@dataclass(frozen=True)
class Picture:
    """RGB bytes in steps, the top row first."""

    width: int
    height: int
    rgb: bytes

    def rows(self) -> Iterator[bytes]:
        length = self.width * 3
        return (self.rgb[at : at + length] for at in range(0, len(self.rgb), length))


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart: `mean` in levels of 255, `far` as a share of the pixels."""

    mean: float
    far: float

    @property
    def is_small(self) -> bool:
        return self.mean <= MEAN_AT_MOST and self.far <= FAR_AT_MOST


def difference(expected: Picture, actual: Picture) -> Difference:
    """Of two pictures of one size; of different sizes, all of it."""
    if (expected.width, expected.height) != (actual.width, actual.height):
        return Difference(255.0, 1.0)
    total = far = 0
    for *_, apart in _pixels_apart(expected, actual):
        total += sum(max(0, by - ROUNDING) for by in apart)
        far += max(apart) > EDGE
    count = expected.width * expected.height
    return Difference(total / count / 3, far / count)


def marked(expected: Picture, actual: Picture) -> Picture:
    """The expected picture, faint, with every pixel that is off by more than rounding in red."""
    rgb = bytearray(255 - (255 - level) // FAINT for level in expected.rgb)
    for row, column, apart in _pixels_apart(expected, actual):
        if max(apart) > ROUNDING:
            at = (row * expected.width + column) * 3
            rgb[at : at + 3] = RED
    return Picture(expected.width, expected.height, bytes(rgb))


def _pixels_apart(expected: Picture, actual: Picture) -> Iterator[tuple[int, int, tuple[int, int, int]]]:
    """Row, column and how far off it is in each channel, for every pixel that is not the same."""
    for row, (one, other) in enumerate(zip(expected.rows(), actual.rows(), strict=False)):
        if one == other:
            continue
        for at in range(0, min(len(one), len(other)), 3):
            if one[at : at + 3] != other[at : at + 3]:
                apart = (
                    abs(one[at] - other[at]),
                    abs(one[at + 1] - other[at + 1]),
                    abs(one[at + 2] - other[at + 2]),
                )
                yield row, at // 3, apart


def from_pixels(width: int, height: int, rgba: bytes) -> Picture:
    rgb = bytearray(width * height * 3)
    for channel in range(3):
        rgb[channel::3] = rgba[channel::4]
    return Picture(width, height, bytes(rgb).translate(STEPS))


def read_png(path: Path) -> Picture:
    loaded = Image.load(str(path), keep_data=True, nocache=True).image._data[0]
    if loaded.fmt == "rgb":
        return Picture(loaded.width, loaded.height, bytes(loaded.data))
    return from_pixels(loaded.width, loaded.height, bytes(loaded.data))


def write_png(path: Path, picture: Picture) -> None:
    """Without row filters: for flat areas and few colours that packs best, a third less than Kivy's writer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    packed = zlib.compress(b"".join(b"\0" + row for row in picture.rows()), 9)
    header = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
