"""Numbers, times, sides and lists in words, for every screen. Knows no screen and no clock."""

from collections.abc import Sequence
from datetime import date

from app.core.record import Side

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
GOALS = {
    "ease": "Ease",
    "strength": "Strength",
    "warm-up": "Warm-up",
    "recovery": "Recovery",
    "desk": "At the desk",
}
EQUIPMENT = {
    "wall": "a wall",
    "chair": "a chair",
    "step": "a step",
    "band": "a band",
    "foam-roller": "a foam roller",
    "ball": "a ball",
    "towel": "a towel",
    "mat": "a mat",
    "heat-pack": "a heat pack",
    "cold-pack": "a cold pack",
}


def clock(ms: int) -> str:
    """Minutes and seconds, counted down as people do: 61,200 ms is "1:02", for 1:01.2 is not yet over."""
    seconds = -(-max(0, ms) // 1000)
    return f"{seconds // 60}:{seconds % 60:02}"


def seconds_left(ms: int) -> str:
    """Whole seconds that have begun: 2,001 ms is "3". From 100 s on as minutes: "1:40"."""
    seconds = -(-max(0, ms) // 1000)
    return str(seconds) if seconds < 100 else clock(ms)


def minutes(ms: int) -> str:
    """Rounded to whole minutes and never none: 248,000 ms is "4 min"."""
    return f"{whole_minutes(ms)} min"


def whole_minutes(ms: int) -> int:
    """Rounded, and never none: 248,000 ms are 4."""
    return max(1, round(ms / 60_000))


def duration(ms: int) -> str:
    """Exact to the second and as short as can be: "45 s", "2 min", "2 min 5 s"."""
    whole = round(ms / 1000)
    if whole < 60:
        return f"{whole} s"
    rest = f" {whole % 60} s" if whole % 60 else ""
    return f"{whole // 60} min{rest}"


def spoken_duration(ms: int) -> str:
    """As it is read aloud: "45 seconds", "1 minute", "2 minutes and 5 seconds"."""
    whole = round(ms / 1000)
    parts = []
    if whole >= 60:
        parts.append(count(whole // 60, "minute"))
    if whole % 60 or not parts:
        parts.append(count(whole % 60, "second"))
    return " and ".join(parts)


def count(number: int, noun: str) -> str:
    """The number with its noun: "1 week", "3 weeks", "1,195 times"."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def listing(items: Sequence[str]) -> str:
    """As in a sentence: "a wall", "a wall and a chair", "a wall, a chair and a band"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def equipment(items: Sequence[str]) -> str:
    """What is needed, in the same order everywhere: "a wall and a chair"."""
    return listing([name for item, name in EQUIPMENT.items() if item in items])


def side(value: Side | None) -> str:
    return {"left": "Left", "right": "Right", None: ""}[value]


def sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def full_day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def near_day(day: date, today: date) -> str:
    """The day as people call it on `today`: "Today", "Yesterday", "Thursday 19 November", with an old year."""
    days = (today - day).days
    if days in (0, 1):
        return ("Today", "Yesterday")[days]
    return full_day(day) if day.year == today.year else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def on_day(day: date, today: date) -> str:
    """As it ends a sentence: "today", "yesterday", "on Thursday 19 November"."""
    near = near_day(day, today)
    return near.lower() if near in ("Today", "Yesterday") else f"on {near}"
