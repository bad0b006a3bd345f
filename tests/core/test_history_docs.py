"""The examples of docs/history-files.md are what Soleus writes and reads, to the letter."""

import re
from pathlib import Path

from app.core.history_csv import write_csv
from app.core.history_json import write_json
from tests.core.incoming import read
from tests.storage.sessions import CALVES

TEXT = (Path(__file__).parents[2] / "docs" / "history-files.md").read_text(encoding="utf-8")


def examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def test_the_json_is_what_an_export_writes():
    assert examples("json") == [write_json([CALVES])]


def test_the_csv_is_what_an_export_writes():
    assert examples("csv")[0] == write_csv([CALVES]).removeprefix("\ufeff").replace("\r\n", "\n")


def test_the_plain_csv_reads_as_it_is_told():
    later, earlier = read("diary.csv", examples("csv")[1]).sessions
    assert (earlier.day.day, earlier.done_ms, earlier.note) == (20, 750_000, "after the run")  # 12.5 min
    assert (later.day.day, later.done_ms, later.note) == (22, 600_000, "")
