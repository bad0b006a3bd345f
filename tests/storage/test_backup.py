"""A backup a day, and how long each is kept."""

from datetime import date, timedelta
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from app.storage.backup import back_up, kept_days
from tests.storage.sessions import CALVES

MARCH_31 = date(2026, 3, 31)
_days = st.dates(date(2024, 1, 1), date(2027, 1, 1))


def _daily(start, end):
    return {start + timedelta(days=n) for n in range((end - start).days + 1)}


def test_a_year_of_days_thins_out_to_seven_days_four_weeks_and_twelve_months():
    kept = kept_days(_daily(date(2025, 3, 1), MARCH_31))
    week = _daily(date(2026, 3, 25), MARCH_31)
    sundays = {
        date(2026, 3, 22),
        date(2026, 3, 15),
    }  # 29 March is one of the week, 31 March stands for its own
    months = {
        date(2026, 2, 28),
        date(2026, 1, 31),
        date(2025, 12, 31),
        date(2025, 11, 30),
        date(2025, 10, 31),
    }
    months |= {date(2025, 9, 30), date(2025, 8, 31), date(2025, 7, 31), date(2025, 6, 30), date(2025, 5, 31)}
    months |= {date(2025, 4, 30)}  # the eleventh before March
    assert kept == week | sundays | months


@given(st.sets(_days, max_size=60))
def test_the_newest_seven_are_always_kept_and_never_more_than_23(days):
    kept = kept_days(days)
    assert set(sorted(days)[-7:]) <= kept <= days
    assert len(kept) <= 7 + 4 + 12


@given(_days, st.integers(400, 800))
def test_thinning_out_day_by_day_still_leaves_twelve_months(start, length):
    kept = set()
    for n in range(length):
        kept = kept_days(kept | {start + timedelta(days=n)})
    assert len({(day.year, day.month) for day in kept}) == 12


def test_the_backup_holds_everything_but_backups_and_the_lock(opened, tmp_path):
    opened().put(CALVES)
    (tmp_path / "settings.json").write_text("{}")
    (tmp_path / "routines" / "exercises").mkdir(parents=True)
    (tmp_path / "routines" / "exercises" / "mine.toml").write_text("format = 1")
    made = back_up(tmp_path, MARCH_31)
    assert made == tmp_path / "backups" / "2026-03-31.zip"
    with ZipFile(made) as archive:
        assert sorted(archive.namelist()) == [
            "device",
            "log/2026-1f2e3d4c.jsonl",
            "routines/exercises/mine.toml",
            "settings.json",
        ]
        log = tmp_path / "log" / "2026-1f2e3d4c.jsonl"
        assert archive.read("log/2026-1f2e3d4c.jsonl") == log.read_bytes()


def test_there_is_one_a_day(tmp_path):
    (tmp_path / "settings.json").write_text("{}")
    assert back_up(tmp_path, MARCH_31)
    assert back_up(tmp_path, MARCH_31) is None


def test_an_empty_folder_needs_none(tmp_path):
    assert back_up(tmp_path, MARCH_31) is None
    assert not list((tmp_path / "backups").iterdir())


def test_those_past_their_time_go_and_strange_files_stay(tmp_path):
    (tmp_path / "settings.json").write_text("{}")
    backups = tmp_path / "backups"
    backups.mkdir()
    for day in _daily(date(2026, 3, 23), date(2026, 3, 30)):
        (backups / f"{day}.zip").write_text("")
    for strange in ("before-import.zip", "2026-02-31.zip"):
        (backups / strange).write_text("")
    back_up(tmp_path, MARCH_31)
    # The newest seven are 25 to 31 March; 29 March stands for its week; 23 and 24 March have had their time.
    assert {path.stem for path in backups.iterdir()} == {
        *(str(day) for day in _daily(date(2026, 3, 25), MARCH_31)),
        "before-import",
        "2026-02-31",
    }
