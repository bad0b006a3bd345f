"""How the voice speaks: how much, and how fast. Knows no words and no voice."""

from typing import Literal

from msgspec import Struct

Verbosity = Literal["full", "short", "chimes"]
"""Everything; what comes and the numbers, for whoever knows the routine; nothing but chimes."""


class Manner(Struct, frozen=True):
    """A speed of 1 is 175 words a minute; `voice` is the engine's own name of one of its voices, "" for its first."""

    verbosity: Verbosity = "full"
    speed: float = 1.0
    voice: str = ""


class VoiceName(Struct, frozen=True):
    """One voice of an engine: `id` is what the engine calls it, `name` what a person may read."""

    id: str
    name: str
