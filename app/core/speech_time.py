"""How long a sentence takes to say. Knows no voice: it is an estimate, on the long side.

Measured on 527 sentences of the library with espeak-ng 1.51 at 175 words a minute, its default:
54 ms a letter, 23 a word, 445 a full stop inside, 294 a comma, 115 in all; nine sentences in ten lie within
a sixth of that. What stands here is an eighth more, so that a sentence which fits by the estimate fits.
"""

import re

LETTER_MS, WORD_MS, STOP_MS, COMMA_MS, START_MS = 60, 25, 500, 330, 130

_NUMBER = re.compile(r"\d+")
_STOP = re.compile(r"[.?!:;](?=\s)")
_COMMA = re.compile(r",(?=\s)")
_ONES = (0, 3, 3, 5, 4, 4, 3, 5, 5, 4, 3, 6, 6, 8, 8, 7, 7, 9, 8, 8)
"""Letters of "one", "two" … "nineteen"; a nought after another figure is not said."""
_TENS = (0, 3, 6, 6, 5, 5, 5, 7, 6, 6)
"""Letters of "ten", "twenty" … "ninety"."""
_HUNDRED = 10
"""Letters of "hundred and"."""


def speech_ms(text: str, speed: float = 1.0) -> int:
    """Milliseconds that `text` takes at `speed`, where 1 is 175 words a minute; 0 for an empty one.

    "Hold, 12 times." is 15 letters (Hold, twelve, times), 3 words and a comma:
    15 × 60 + 3 × 25 + 330 + 130 = 1,435 ms, at a speed of 0.7 2,050.
    """
    if not text.strip():
        return 0
    letters = sum(char.isalpha() for char in text) + sum(map(_letters_of, _NUMBER.findall(text)))
    pauses_ms = STOP_MS * len(_STOP.findall(text)) + COMMA_MS * len(_COMMA.findall(text))
    return round((LETTER_MS * letters + WORD_MS * len(text.split()) + pauses_ms + START_MS) / speed)


def _letters_of(figures: str) -> int:
    """Letters of a number in words, up to 999: 12 has 6, 30 has 6, 125 has 3 + 10 + 6 + 4 = 23."""
    hundreds, rest = divmod(int(figures[-3:]), 100)
    small = _ONES[rest] if rest < 20 else _TENS[rest // 10] + _ONES[rest % 10]
    return small + (_ONES[hundreds] + _HUNDRED if hundreds else 0) or 4  # "zero"
