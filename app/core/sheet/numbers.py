"""How numbers, ranges and times are written on a sheet, and what they come to. Knows no exercise.

The patterns are for text in lower case with plain dashes and quotes, as `scribble` makes it. A number may
follow an "x" ("3x30s") but no other letter ("L5"). Of a range the lower end counts: it is what the therapist
asks for at least, and too little is sooner made good than too much.
"""

import re

_NAMED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_WORDS = {name: number for number, name in enumerate(_NAMED, 1)} | {"thirty": 30, "forty": 40, "sixty": 60}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))

_START = r"(?<![0-9a-wyz_])(?<![0-9][.,])"
_NUMBER = rf"(?:{_START}[0-9]{{1,4}}(?![0-9]|[.,][0-9])|(?<![a-wyz_])(?:{_WORD})(?![a-z]))"
_TO = r"(?:\s*-\s*|\s+(?:to|or)\s+)"


def count(name: str = "count") -> str:
    """The pattern of a whole number, or of a range of them, with its first number in a group of this name.

    "3", "ten", "10-12", "2 to 3", "20+".
    """
    return rf"(?P<{name}>{_NUMBER})\+?(?:{_TO}{_NUMBER})?"


COUNT = count()

_AMOUNT = (
    rf"(?:{_START}[0-9]{{1,4}}(?:[.,][0-9]{{1,2}})?½?(?![0-9])|½|(?<![a-z])(?:half\ an?|half|{_WORD})(?![a-z]))"
).replace("\\ ", r"\s")
_SECONDS = r"(?:seconds?|secs?|s|\"|'')(?![a-z0-9])"
_MINUTES = r"(?:minutes?|mins?|'(?!'))(?![a-z])"
_PLAIN_TIME = (
    rf"{_AMOUNT}(?:{_TO}{_AMOUNT})?\s*-?\s*(?:{_SECONDS}|{_MINUTES}(?:\s*(?:and\s+)?{_AMOUNT}\s*{_SECONDS})?)"
)
TIME = (
    rf"(?:(?<!at\s){_START}[0-9]:[0-5][0-9](?![0-9:]|\s*[ap]\.?m)"
    rf"|{_PLAIN_TIME}(?:{_TO}{_PLAIN_TIME})?"
    r"|(?<![a-z])an?\s+minute(?![a-z]))"
)
"""A duration or a range of them: "30s", "20-30 secs", "1 min 30 s", "1:30", "half a minute", 45".

From ten minutes on "10:30" is an hour of the day.
"""

_FIRST = re.compile(
    rf"(?P<amount>{_AMOUNT})(?:{_TO}{_AMOUNT})?\s*-?\s*(?:(?P<minutes>{_MINUTES})|{_SECONDS})"
)
_AND_SECONDS = re.compile(rf"\s*(?:and\s+)?(?P<amount>{_AMOUNT})\s*{_SECONDS}")
_CLOCK = re.compile(r"([0-9]):([0-9]{2})")


def whole(text: str) -> int:
    """The number that `COUNT` found: "12" and "twelve" are 12."""
    return _WORDS[text] if text in _WORDS else int(text)


def seconds(text: str) -> float:
    """The seconds of what `TIME` found, by the lower end of a range.

    "1 min 30 s" is 90, "30 sec to 1 min" is 30.
    """
    if clock := _CLOCK.match(text):
        return int(clock[1]) * 60 + int(clock[2])
    first = _FIRST.match(text)
    if first is None:
        return 60
    if first["minutes"] is None:
        return _amount(first["amount"])
    more = _AND_SECONDS.match(text, first.end())
    return 60 * _amount(first["amount"]) + (_amount(more["amount"]) if more else 0)


def _amount(text: str) -> float:
    """ "1½" is 1.5, "half a" is 0.5, "2,5" is 2.5."""
    if text in _WORDS:
        return _WORDS[text]
    if text.startswith(("half", "½")):
        return 0.5
    return float(text.rstrip("½").replace(",", ".")) + (0.5 if text.endswith("½") else 0)
