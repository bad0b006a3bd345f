"""Where the data lies: the data folder and the names inside it. Knows no content."""

from collections.abc import Mapping
from pathlib import Path

DEVICE = "device"
LOCK = "lock"
SETTINGS = "settings.json"
SIGNS = "warning-signs.json"
ROUTINES = "routines"
BACKUPS = "backups"
CACHE = "cache"
LOGS = "log"
LOG_SUFFIX = ".jsonl"


def data_folder(environ: Mapping[str, str]) -> Path:
    """`SOLEUS_HOME` if it is set, else the platform's own place for a user's data. Need not exist yet."""
    if chosen := environ.get("SOLEUS_HOME"):
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("soleus", appauthor=False)


def log_path(folder: Path, year: int, device: str) -> Path:
    """The one log that this device writes in a year, such as `log/2026-1f2e3d4c.jsonl`."""
    return folder / LOGS / f"{year:04d}-{device}{LOG_SUFFIX}"


def device_of(log: Path) -> str:
    """The device that a log's name tells; `2026-1f2e3d4c.sync-conflict-….jsonl` is 1f2e3d4c's too."""
    return log.name.split(".")[0].partition("-")[2]


def year_of(log: Path) -> int:
    """The year that a log's name tells; 0 if it tells none."""
    year = log.name.partition("-")[0]
    return int(year) if year.isdecimal() else 0
