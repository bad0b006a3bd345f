"""Where what is read downwards is cut to stand in two columns. Knows no screen."""

from collections.abc import Sequence


def left_column(heights: Sequence[float]) -> int:
    """How many of them stand in the left column, so that the taller one is as low as can be.

    Heights of 3, 2, 2 and 3 stand as 2 and 2, each column 5 high. Of two cuts alike, as with five of one height,
    the one with more at the left.
    """
    cuts = range(len(heights), 0, -1)
    return min(cuts, key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])), default=0)
