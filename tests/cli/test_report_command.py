"""report: its numbers against sums over the log's own lines, and against each other."""

import json
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.core.csv_text import read_rows
from app.core.recording import begun
from app.core.timeline import unfold
from app.demo import MOMENT
from app.run import demo, reporting
from app.run import home as at_home
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.storage.store import open_store
from app.views.muscles import MUSCLES
from tests.cli.conftest import Soleus
from tests.storage.sessions import NOW

LIBRARY = read_library(routines_folder(), None)
SINCE = "2026-09-07"
TODAY = date(2026, 11, 29)
"""A Sunday; 7 September is the Monday 12 weeks before the next."""
PERIOD = f"{SINCE}/{TODAY}"


class StandingClock:
    """Says the same moment to whoever asks."""

    def now(self):
        return MOMENT + timedelta(days=7)


@pytest.fixture
def lived(soleus: Soleus, home: Path, monkeypatch) -> Path:
    """A year of somebody's, in the data folder."""
    for module in (demo, reporting, at_home):
        monkeypatch.setattr(module, "SystemClock", StandingClock)
    assert soleus("demo", home, "--years", "1").code == 0
    return home


def documents(folder: Path, table: str) -> list[dict]:
    """The newest revision of each document, read from the lines of the log without a word of Soleus."""
    newest: dict[str, dict] = {}
    for file in sorted((folder / "log").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if entry.get("table") == table and entry["rev"] >= newest.get(entry["id"], {"rev": 0})["rev"]:
                newest[entry["id"]] = entry
    return [entry["doc"] for entry in newest.values() if entry["doc"] is not None]


def in_period(documents: list[dict]) -> list[dict]:
    return [document for document in documents if SINCE <= document["day"] <= TODAY.isoformat()]


def numbers(file: Path) -> dict[tuple[str, ...], str]:
    """The values of a CSV by everything but its unit."""
    rows = read_rows(file.read_text(encoding="utf-8").removeprefix("\ufeff"))
    return {row.cells[:5]: row.cells[5] for row in list(rows)[1:]}


def text(file: Path) -> str:
    (page,) = PdfReader(file, strict=True).pages
    return " ".join(page.extract_text().split())


def in_minutes(ms: float) -> str:
    return f"{max(1, round(ms / 60_000)):,}" if ms else "0"


def test_the_numbers_of_the_page_and_of_the_table_are_the_logs(soleus, lived, tmp_path):
    pdf, csv = tmp_path / "report.pdf", tmp_path / "report.csv"
    for file in (pdf, csv):
        answer = soleus("report", file)
        assert (answer.code, answer.err) == (0, "")
    page, table = text(pdf), numbers(csv)

    sessions = in_period(documents(lived, "sessions"))
    finished = sum(each["status"] == "finished" for each in sessions)
    done_ms = sum(each["done_ms"] for each in sessions)
    planned_ms = sum(each["planned_ms"] for each in sessions)
    assert len(sessions) > 40
    assert f"{len(sessions)} sessions: {finished} finished, {len(sessions) - finished} cut short" in page
    assert table["total", PERIOD, "", "", "sessions finished"] == str(finished)
    assert table["total", PERIOD, "", "", "sessions cut short"] == str(len(sessions) - finished)
    assert f"{in_minutes(done_ms)} min" in page
    assert f"{in_minutes(planned_ms)} min were planned" in page
    assert float(table["total", PERIOD, "", "", "work done"]) == pytest.approx(done_ms / 1000)
    assert float(table["total", PERIOD, "", "", "work planned"]) == pytest.approx(planned_ms / 1000)

    days = {each["day"] for each in sessions if each["done_ms"] * 2 >= each["planned_ms"]}
    assert table["total", PERIOD, "", "", "days done"] == str(len(days))
    assert f"{len(days)} days done" in page

    by_week = defaultdict(int)
    for each in sessions:
        by_week[(date.fromisoformat(each["day"]) - date.fromisoformat(SINCE)).days // 7] += each["done_ms"]
    bars = [in_minutes(by_week[week]) for week in range(12)]
    assert " ".join(bars) in page
    for week in range(12):
        first = date.fromisoformat(SINCE) + timedelta(days=7 * week)
        within = f"{first}/{first + timedelta(days=6)}"
        assert float(table["by time", within, "", "", "work"]) == pytest.approx(by_week[week] / 1000)


def test_pain_and_tightness_are_the_check_ins_of_the_log(soleus, lived, tmp_path):
    soleus("report", tmp_path / "report.pdf")
    soleus("report", tmp_path / "report.csv")
    page, table = text(tmp_path / "report.pdf"), numbers(tmp_path / "report.csv")
    check_ins = in_period(documents(lived, "check-ins"))
    for place, name, in_table in (
        ("left-calf", "Left calf", ("calf", "left")),
        ("right-calf", "Right calf", ("calf", "right")),
        ("back", "Back", ("back", "")),
    ):
        row = [name]
        for measure in ("pain", "tightness"):
            scores = [
                felt[measure]
                for each in check_ins
                for felt in each["felt"]
                if felt["place"] == place and felt[measure] is not None
            ]
            assert len(scores) > 40
            mean = sum(scores) / len(scores)
            row += [f"{mean:.1f}", str(max(scores)), str(len(scores))]
            assert float(table["felt", PERIOD, *in_table, f"{measure} mean"]) == pytest.approx(
                mean, abs=0.005
            )
            assert table["felt", PERIOD, *in_table, f"{measure} highest"] == str(max(scores))
            assert table["felt", PERIOD, *in_table, f"{measure} answers"] == str(len(scores))
        assert " ".join(row) in page
    mornings = [each["morning"] for each in check_ins if each["morning"] is not None]
    worse = mornings.count("worse")
    assert f"on {worse} of {len(mornings)} mornings" in page
    assert table["total", PERIOD, "", "", "mornings worse"] == str(worse)
    assert table["total", PERIOD, "", "", "mornings asked"] == str(len(mornings))


def test_self_tests_are_those_of_the_log(soleus, lived, tmp_path):
    soleus("report", tmp_path / "report.pdf")
    soleus("report", tmp_path / "report.csv")
    page, table = text(tmp_path / "report.pdf"), numbers(tmp_path / "report.csv")
    ever = sorted(documents(lived, "self-tests"), key=lambda each: each["day"])
    tests = in_period(ever)
    assert len(tests) > 3

    def value(test: dict, side: str) -> float:
        return sum(test[side]) / len(test[side]) if test["kind"] == "knee-to-wall" else max(test[side])

    for kind, places in (("knee-to-wall", 1), ("heel-rise", 0)):
        for side in ("left", "right"):
            first = next(each for each in ever if each["kind"] == kind)
            last = next(each for each in reversed(tests) if each["kind"] == kind)
            assert first["day"] < SINCE
            since = date.fromisoformat(first["day"])
            change = value(last, side) - value(first, side)
            said = f"{value(last, side):.{places}f}, since {since.day} {since:%B %Y}"
            assert f"{side.capitalize()} {said} {change:+.{places}f}".replace("-", "−") in page
            cell = table["test", first["day"], "calf", side, f"first {kind}"]
            assert float(cell) == pytest.approx(value(first, side), abs=0.005)
    for each in tests:
        for side in ("left", "right"):
            cell = table["test", each["day"], "calf", side, each["kind"]]
            assert float(cell) == pytest.approx(value(each, side), abs=0.005)


def test_left_and_right_are_the_work_of_the_log(soleus, lived, tmp_path):
    soleus("report", tmp_path / "report.pdf")
    soleus("report", tmp_path / "report.csv")
    page, table = text(tmp_path / "report.pdf"), numbers(tmp_path / "report.csv")
    stretch_ms, reps = defaultdict(int), defaultdict(int)
    for each in in_period(documents(lived, "sessions")):
        for item in each["work"]:
            exercise = LIBRARY.exercises[item["exercise"]]
            for muscle in exercise.muscles:
                for side in ("left", "right") if item["side"] is None else (item["side"],):
                    if exercise.kind == "stretch":
                        stretch_ms[muscle, side] += item["ms"]
                    elif exercise.kind in ("strength", "mobility", "posture"):
                        reps[muscle, side] += item["reps"]
    muscles = {muscle for muscle, _ in stretch_ms} | {muscle for muscle, _ in reps}
    shown = 0
    for muscle in muscles:
        left, right = (stretch_ms[muscle, side] for side in ("left", "right"))
        for side in ("left", "right"):
            cell = table["muscle", PERIOD, muscle, side, "stretch"]
            assert float(cell) == pytest.approx(stretch_ms[muscle, side] / 1000)
            assert table["muscle", PERIOD, muscle, side, "repetitions"] == str(reps[muscle, side])
        times = f"{reps[muscle, 'left']:,} {reps[muscle, 'right']:,}"
        name = MUSCLES[muscle].capitalize()
        shown += f"{name} {in_minutes(left)} {in_minutes(right)} {times} " in page
    assert shown == 7


def test_days_due_are_counted_as_the_log_has_them(soleus, lived, tmp_path):
    """By hand over the days, of somebody's own targets: whether each routine was done as often as it was wanted."""
    with open_store(lived, now=StandingClock().now(), writable=True) as store:
        store.delete_all(care=store.enrolments())
    soleus("report", tmp_path / "report.csv")
    table = numbers(tmp_path / "report.csv")
    targets = documents(lived, "targets")
    done = defaultdict(int)
    for each in documents(lived, "sessions"):
        if each["done_ms"] and each["done_ms"] * 2 >= each["planned_ms"]:
            done[each["routine"], each["day"]] += 1
    worked = {each["day"] for each in documents(lived, "sessions") if each["done_ms"]}
    apart = {each["day"]: each["mark"] for each in documents(lived, "days")}

    def is_due(target: dict, day: date) -> bool:
        if not (target["start"] <= str(day) and (target["end"] is None or str(day) <= target["end"])):
            return False
        rhythm = target["rhythm"]
        if rhythm["rhythm"] == "weekdays":
            return day.weekday() in rhythm["weekdays"]
        if rhythm["rhythm"] == "nth-day":
            before = [str(day - timedelta(days=back)) for back in range(1, rhythm["days"])]
            return not any(done[target["routine"], each] for each in before)
        return True

    due = met = 0
    for number in range(84):
        day = date.fromisoformat(SINCE) + timedelta(days=number)
        wanted = {target["routine"]: target["times"] for target in targets if is_due(target, day)}
        excused = str(day) not in worked and (apart.get(str(day)) is not None or day == TODAY)
        if wanted and not (excused and apart.get(str(day)) != "rest"):
            due += 1
            met += all(done[routine, str(day)] >= times for routine, times in wanted.items())
    assert due > 20
    assert table["total", PERIOD, "", "", "days due"] == str(due)
    assert table["total", PERIOD, "", "", "days due and done"] == str(met)


def test_since_decides_where_it_begins(soleus, lived, tmp_path):
    answer = soleus("report", tmp_path / "x.csv", "--since", "2026-11-01")
    assert answer.code == 0
    assert answer.lines[0].startswith(f"{tmp_path / 'x.csv'}: 1 November to 29 November 2026, 29 days, ")


def test_the_same_history_gives_the_same_bytes(soleus, lived, tmp_path):
    for ending in ("pdf", "csv"):
        first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
        soleus("report", first)
        soleus("report", second)
        assert first.read_bytes() == second.read_bytes()


def test_letter_paper_is_known(soleus, lived, tmp_path):
    assert soleus("report", tmp_path / "x.pdf", "--paper", "Letter").code == 0
    # 8.5 inches of 72 points.
    assert float(PdfReader(tmp_path / "x.pdf").pages[0].mediabox.width) == 612


@pytest.mark.parametrize("ending", ["pdf", "csv"])
def test_without_a_history_it_says_so_in_one_line_and_writes_nothing(soleus, home, tmp_path, ending):
    answer = soleus("report", tmp_path / f"x.{ending}")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("There is nothing to report from ")
    assert answer.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_day_to_come_is_one_line(soleus, lived, tmp_path):
    answer = soleus("report", tmp_path / "x.pdf", "--since", "2027-01-01")
    assert answer.code == 1
    assert answer.err == "1 January 2027 is still to come, so there is nothing to report yet.\n"


@pytest.mark.parametrize(
    "arguments", [("x.txt",), ("x.csv", "--paper", "A4"), ("x.pdf", "--since", "soon"), ()]
)
def test_what_makes_no_report_is_wrong_usage(soleus, home, arguments):
    assert soleus("report", *arguments).code == 2


def test_a_folder_that_is_not_there_is_one_line(soleus, lived, tmp_path):
    answer = soleus("report", tmp_path / "nowhere" / "x.pdf")
    assert answer.code == 1
    assert "could not be written" in answer.err
    assert answer.err.count("\n") == 1


def test_a_session_that_still_runs_is_not_in_it(soleus, home, history, tmp_path):
    entry = LIBRARY.find("calf-reset")
    assert entry is not None
    assert entry.routine is not None
    history.put(begun(unfold(entry.routine, LIBRARY.exercises), "r", NOW, 4))
    history.close()
    assert soleus("report", tmp_path / "x.pdf", "--since", "2026-01-01").code == 1
