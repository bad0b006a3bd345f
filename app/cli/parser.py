"""Which commands there are and what each takes. Knows nothing of what they do."""

import argparse
from collections.abc import Callable
from typing import Any

from app import __version__
from app.cli.arguments import (
    day,
    export,
    new_id,
    parcel,
    pdf,
    picture,
    report,
    size,
    speed,
    text_scale,
    years,
)
from app.cli.data import run_backup, run_demo, run_export, run_import, run_restore
from app.cli.history import run_history, run_streak
from app.cli.machine import run_doctor, run_remind, run_screenshot
from app.cli.playing import run_play, run_window
from app.cli.routines import run_check, run_list, run_show
from app.cli.sharing import run_print, run_report, run_share
from app.cli.sheet import run_sheet


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="soleus", description="Timed stretching routines, followed by ear, remembered on this machine."
    )
    parser.add_argument("--version", action="version", version=f"soleus {__version__}")
    parser.add_argument(
        "--first-frame", action="store_true", help="print the seconds to the first frame, and end"
    )
    parser.set_defaults(run=run_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_play(commands)
    _add(commands, "list", run_list, "the library of routines", json=True)
    show = _add(commands, "show", run_show, "what a routine unfolds into", json=True)
    show.add_argument("routine", metavar="ROUTINE", help="an id or a path")
    check = _add(commands, "check", run_check, "find every mistake in routine and exercise files")
    check.add_argument("files", metavar="FILE", nargs="+")
    _add_sheet(commands)
    _add_print(commands)
    share = _add(commands, "share", run_share, "a routine with its exercises as one file to pass on")
    share.add_argument("routine", metavar="ROUTINE", help="an id or a path")
    share.add_argument("file", metavar="FILE.soleus", type=parcel)
    history = _add(commands, "history", run_history, "the sessions, newest first", json=True)
    history.add_argument("--since", metavar="DAY", type=day, help="from this day on, as YYYY-MM-DD")
    _add_report(commands)
    _add(commands, "streak", run_streak, "weeks in a row and the habit score", json=True)
    _add_data(commands)
    _add(commands, "doctor", run_doctor, "what works on this machine")
    remind = _add(commands, "remind", run_remind, "send the reminders that are due, for the system to call")
    remind.add_argument("--due", action="store_true", required=True, help="what is due now, each time once")
    _add_screenshot(commands)
    return parser


def _add(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], about: str, *, json: bool = False
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=about.capitalize() + "."
    )
    command.set_defaults(run=run)
    if json:
        command.add_argument("--json", action="store_true", help="for scripts")
    return command


def _add_play(commands: Any) -> None:
    play = _add(commands, "play", run_play, "follow a routine")
    play.add_argument("routine", metavar="ROUTINE", help="an id or a path")
    play.add_argument("--terminal", action="store_true", help="here, instead of in the window")
    play.add_argument("--auto", action="store_true", help="pass open-ended steps after their usual time")
    play.add_argument("--speed", type=speed, default=1.0, metavar="X", help="run the clock X times as fast")


def _add_sheet(commands: Any) -> None:
    sheet = _add(commands, "sheet", run_sheet, "read a therapist's sheet, a line an exercise", json=True)
    sheet.add_argument("file", metavar="FILE", help="plain text; - for the standard input")
    sheet.add_argument("--save", metavar="ID", type=new_id, help="make a routine of it")


def _add_print(commands: Any) -> None:
    paper = _add(commands, "print", run_print, "a routine's sheet, with figures, doses and boxes to tick")
    paper.add_argument("routine", metavar="ROUTINE", help="an id or a path")
    paper.add_argument("file", metavar="FILE.pdf", type=pdf)
    paper.add_argument("--paper", choices=("A4", "Letter"), default="A4")


def _add_report(commands: Any) -> None:
    page = _add(commands, "report", run_report, "a page for the clinician: what was done, pain, tests, sides")
    page.add_argument("file", metavar="FILE.pdf|.csv", type=report)
    page.add_argument("--since", metavar="DAY", type=day, help="from this day on; else the last 12 weeks")
    page.add_argument("--paper", choices=("A4", "Letter"), help="of a .pdf (A4)")


def _add_data(commands: Any) -> None:
    out = _add(commands, "export", run_export, "the history as CSV or JSON, or everything as a zip")
    out.add_argument("file", metavar="FILE.csv|.json|.zip", type=export)
    _add_import(commands)
    _add(commands, "backup", run_backup, "make a backup now")
    back = _add(commands, "restore", run_restore, "list the backups, or put one back")
    back.add_argument("name", metavar="NAME", nargs="?", help="a backup of the list, or the path of one")
    demo = _add(commands, "demo", run_demo, "an invented history in a folder of its own, to look at")
    demo.add_argument("folder", metavar="FOLDER", help="new or empty")
    demo.add_argument("--years", type=years, default=10.0, metavar="N", help="how many (10)")


def _add_import(commands: Any) -> None:
    into = _add(commands, "import", run_import, "sessions or a routine from a file; none comes in twice")
    into.add_argument(
        "file",
        metavar="FILE",
        help="a .soleus routine, or a history: from Soleus, Loop Habit Tracker, or a CSV of date,minutes",
    )
    into.add_argument(
        "--dry-run", action="store_true", help="say what it would add and change, and write nothing"
    )
    into.add_argument(
        "--habit",
        action="append",
        default=[],
        metavar="NAME",
        help="of Loop's habits this one; may be repeated",
    )
    into.add_argument("--as", dest="as_id", metavar="ID", type=new_id, help="take the routine in by this id")
    into.add_argument("--replace", action="store_true", help="in the place of the routine with its id")


def _add_screenshot(commands: Any) -> None:
    shot = _add(commands, "screenshot", run_screenshot, "draw one screen on demo data into a picture")
    shot.add_argument("screen", metavar="SCREEN", help="today, player, settings …; any other name lists them")
    shot.add_argument("file", metavar="FILE.png", type=picture)
    shot.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    shot.add_argument("--size", type=size, default=(400, 800), metavar="WIDTHxHEIGHT")
    shot.add_argument("--text-scale", type=text_scale, default=1.0, metavar="X")
