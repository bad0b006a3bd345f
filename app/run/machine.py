"""What works on this machine. Knows no session."""

from __future__ import annotations

import os
from pathlib import Path

from app.core.guide import Hearing
from app.core.ports import Health
from app.core.settings import Settings
from app.run.home import folder, sounds_folder


def doctor() -> list[Health]:
    """What works on this machine, part by part, without opening a window."""
    from app.adapters.chime import open_terminal_chime
    from app.adapters.keep_awake import open_terminal_keep_awake
    from app.adapters.notify import open_notifier
    from app.adapters.probes import display_health, opengl_health
    from app.adapters.speech import open_live_speaker
    from app.run.scheduling import scheduler_health

    found = [display_health(), opengl_health()]
    for part in (
        open_terminal_chime(sounds_folder()),
        open_notifier(),
        open_live_speaker(),
        open_terminal_keep_awake(),
    ):
        found.append(part.health())
        if hasattr(part, "close"):
            part.close()
    return [*found, scheduler_health(), *data_health()]


def data_health(*, is_ours: bool = False) -> list[Health]:
    """The data folder, its lock and the integrity of the log; `is_ours` if we hold the lock ourselves."""
    from app.storage.store import check_log

    where = folder()
    damage = check_log(where)
    return [
        _folder_health(where),
        Health("lock", works=True, by="held by this window") if is_ours else _lock_health(where),
        Health("log", not damage, by="every line is sound", why="; ".join(damage)),
    ]


def _lock_health(where: Path) -> Health:
    from app.storage.lock import lock_free

    free = lock_free(where)
    return Health("lock", free, by="free", why="" if free else f"{where / 'lock'} is held by another Soleus")


def _folder_health(where: Path) -> Health:
    nearest = where
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    works = nearest.is_dir() and os.access(nearest, os.W_OK)
    return Health("data", works, by=str(where), why=f"{where} cannot be written to")


def hearing(chosen: Settings) -> Hearing:
    return Hearing(
        voice=chosen.voice,
        chimes=chosen.sounds,
        voice_volume=chosen.voice_volume / 100,
        chime_volume=chosen.volume / 100,
        lead_ms=chosen.cue_lead_ms,
        manner=chosen.manner,
    )
