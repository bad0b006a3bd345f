"""What Settings shows, row by row. Knows no window and no file."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct, structs

from app.core.ladder import Ladder
from app.core.manner import VoiceName
from app.core.ports import Health
from app.core.settings import Settings, with_weekly_target
from app.views import words
from app.views.machine import PartRow, part_rows
from app.views.reminding_lines import breaks_line, reminders_line

Kind = Literal["choice", "switch", "slider", "stepper"]

THEMES = {"system": "Automatic", "light": "Light", "dark": "Dark", "contrast": "Contrast"}
TEXT_SCALES = {1.0: "Normal", 1.3: "Large", 1.6: "Larger"}
FIRST_WEEKDAYS = {0: "Monday", 6: "Sunday", 5: "Saturday"}
VERBOSITIES = {"full": "Everything", "short": "Short"}
FIRST_VOICE = "The machine's own"
AS_THE_ROUTINE_SAYS = "As the routine says"


class SettingRow(Struct, frozen=True):
    """One setting. `value` is the index of the choice, 0 or 1 of a switch, or the slider's percentage.

    A stepper shows `text`, and `can_lower` and `can_raise` say which of its buttons do something.
    """

    key: str
    kind: Kind
    label: str
    note: str = ""
    value: int = 0
    choices: tuple[str, ...] = ()
    text: str = ""
    can_lower: bool = True
    can_raise: bool = True
    enabled: bool = True


class Section(Struct, frozen=True):
    title: str
    rows: tuple[SettingRow, ...]


class SettingsView(Struct, frozen=True):
    sections: tuple[Section, ...]
    folder: str
    can_open: bool
    parts: tuple[PartRow, ...]
    version: str
    trouble: str
    reminders: str
    breaks: str


LADDERS: dict[str, Ladder[int | None]] = {
    "prepare_s": Ladder((None, 0, 3, 5, 8, 10, 15, 20, 30, 45, 60)),
    "rest_s": Ladder((None, 0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300)),
    "weekly_target": Ladder((1, 2, 3, 4, 5, 6, 7)),
    "day_start_h": Ladder((0, 1, 2, 3, 4, 5, 6)),
}
SPEEDS: Ladder[float] = Ladder((0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5))
CHOICES: dict[str, tuple[object, ...]] = {
    "theme": tuple(THEMES),
    "text_scale": tuple(TEXT_SCALES),
    "first_weekday": tuple(FIRST_WEEKDAYS),
    "verbosity": tuple(VERBOSITIES),
}


def changed(
    settings: Settings, key: str, value: int, this_week: date, voices: Sequence[VoiceName] = ()
) -> Settings:
    """The settings after the row `key` was moved to `value`: an index, a percentage, or a step up or down.

    Another weekly target holds from `this_week`, its first day, on.
    """
    if key == "weekly_target":
        days = LADDERS[key].moved(settings.weekly_target, value)
        return with_weekly_target(settings, days or settings.weekly_target, this_week)
    if key == "voice_speed":
        return structs.replace(settings, voice_speed=SPEEDS.moved(settings.voice_speed, value))
    if key == "voice_name":
        return structs.replace(settings, voice_name=_next_voice(settings.voice_name, value, voices))
    if key in LADDERS:
        return structs.replace(settings, **{key: LADDERS[key].moved(getattr(settings, key), value)})
    if key in CHOICES:
        return structs.replace(settings, **{key: CHOICES[key][value]})
    current = getattr(settings, key)
    return structs.replace(settings, **{key: bool(value) if isinstance(current, bool) else value})


def settings_view(
    settings: Settings,
    folder: str,
    found: Sequence[Health],
    version: str,
    *,
    can_open: bool = False,
    trouble: str = "",
    voices: Sequence[VoiceName] = (),
) -> SettingsView:
    """`can_open` is whether the desktop can show the folder, `voices` are those that can be chosen."""
    return SettingsView(
        sections=(
            _look(settings),
            _hearing(settings, voices),
            _seeing(settings),
            _following(settings),
            _week(settings),
        ),
        folder=folder,
        can_open=can_open,
        parts=part_rows(found),
        version=f"Soleus {version}",
        trouble=trouble,
        reminders=reminders_line(settings),
        breaks=breaks_line(settings),
    )


def _look(settings: Settings) -> Section:
    return Section(
        "Look",
        (
            _choice("theme", "Theme", settings.theme, tuple(THEMES), tuple(THEMES.values())),
            _choice(
                "text_scale",
                "Text size",
                settings.text_scale,
                tuple(TEXT_SCALES),
                tuple(TEXT_SCALES.values()),
            ),
            SettingRow(
                "reduced_motion", "switch", "Less motion", "Screens change at once.", settings.reduced_motion
            ),
        ),
    )


def _hearing(settings: Settings, voices: Sequence[VoiceName]) -> Section:
    return Section(
        "What you hear",
        (
            SettingRow(
                "voice", "switch", "Voice", "Says what comes, and counts the last seconds.", settings.voice
            ),
            *_voice(settings, voices),
            _volume("voice_volume", "Voice volume", settings.voice_volume, settings.voice),
            SettingRow("sounds", "switch", "Chimes", "Mark each start, change and end.", settings.sounds),
            _volume("volume", "Chime volume", settings.volume, settings.sounds),
        ),
    )


def _voice(settings: Settings, voices: Sequence[VoiceName]) -> tuple[SettingRow, ...]:
    speed, chosen = settings.voice_speed, settings.voice_name
    name = next((voice.name for voice in voices if voice.id == chosen), chosen)
    return (
        _choice(
            "verbosity",
            "How much it says",
            settings.verbosity,
            tuple(VERBOSITIES),
            tuple(VERBOSITIES.values()),
        ),
        SettingRow(
            "voice_speed",
            "stepper",
            "How fast it speaks",
            text=f"{round(100 * speed)} %",
            can_lower=settings.voice and SPEEDS.moved(speed, -1) != speed,
            can_raise=settings.voice and SPEEDS.moved(speed, 1) != speed,
        ),
        SettingRow(
            "voice_name",
            "stepper",
            "Which voice",
            text=name or FIRST_VOICE,
            can_lower=settings.voice and _next_voice(chosen, -1, voices) != chosen,
            can_raise=settings.voice and _next_voice(chosen, 1, voices) != chosen,
        ),
    )


def _next_voice(chosen: str, by: int, voices: Sequence[VoiceName]) -> str:
    """The voice so many places on; before the first stands the machine's own, "". Unknown ones are left for that."""
    ids = ("", *(voice.id for voice in voices))
    place = ids.index(chosen) + by if chosen in ids else 0
    return ids[place] if 0 <= place < len(ids) else chosen


def _seeing(settings: Settings) -> Section:
    return Section(
        "What you see",
        (
            SettingRow(
                "flash",
                "switch",
                "Flash at every change",
                "The whole screen, with one large word.",
                settings.flash,
            ),
            SettingRow(
                "show_sentences",
                "switch",
                "Show what is said",
                "The last sentence, as text.",
                settings.show_sentences,
            ),
        ),
    )


def _following(settings: Settings) -> Section:
    return Section(
        "Following a routine",
        (
            _stepper(
                "prepare_s",
                "Time to prepare",
                "Before each exercise.",
                settings.prepare_s,
                AS_THE_ROUTINE_SAYS if settings.prepare_s is None else f"{settings.prepare_s} s",
            ),
            _stepper(
                "rest_s",
                "Rest",
                "Between two sets.",
                settings.rest_s,
                AS_THE_ROUTINE_SAYS if settings.rest_s is None else f"{settings.rest_s} s",
            ),
        ),
    )


def _week(settings: Settings) -> Section:
    start = settings.day_start_h
    return Section(
        "Your week",
        (
            _stepper(
                "weekly_target",
                "Weekly target",
                "Days with a session that make a week count.",
                settings.weekly_target,
                words.count(settings.weekly_target, "day"),
            ),
            _stepper(
                "day_start_h",
                "The day begins at",
                "A session before that hour belongs to the day before.",
                start,
                f"{start}:00",
            ),
            _choice(
                "first_weekday",
                "The week begins on",
                settings.first_weekday,
                tuple(FIRST_WEEKDAYS),
                tuple(FIRST_WEEKDAYS.values()),
            ),
        ),
    )


def _choice(
    key: str, label: str, value: object, values: tuple[object, ...], names: tuple[str, ...]
) -> SettingRow:
    chosen = values.index(value) if value in values else -1
    return SettingRow(key, "choice", label, value=chosen, choices=names)


def _stepper(key: str, label: str, note: str, value: int | None, text: str) -> SettingRow:
    ladder = LADDERS[key]
    return SettingRow(
        key,
        "stepper",
        label,
        note,
        text=text,
        can_lower=ladder.moved(value, -1) != value,
        can_raise=ladder.moved(value, 1) != value,
    )


def _volume(key: str, label: str, value: int, enabled: bool) -> SettingRow:
    return SettingRow(key, "slider", label, value=value, text=f"{value} %", enabled=enabled)
