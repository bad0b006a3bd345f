"""Milliseconds as the seconds that scripts and spreadsheets read, and back. Knows no format."""

from decimal import ROUND_HALF_EVEN, Decimal

MOST_SECONDS = 1_000_000_000
"""Thirty-one years. Up to here, and a thousand times beyond, a float holds every millisecond apart."""


def seconds(ms: int) -> int | float:
    """Seconds as a script wants them: 30,000 ms is 30, 12,345 ms is 12.345."""
    return ms // 1000 if ms % 1000 == 0 else ms / 1000


def milliseconds(seconds: float | Decimal) -> int:
    """The way back, exact for what `seconds` gave: 12.345 is 12,345 ms, where 12.345 * 1000 may not be.

    Anything finer than a millisecond is rounded.
    """
    return int((Decimal(seconds) * 1000).to_integral_value(ROUND_HALF_EVEN))
