"""The commands. Imports Kivy only to open the window; knows no rule, only what to call and what to print."""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from app import __version__

DONE, FAILED, WRONG_USAGE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command: 0 done, 1 what was asked for failed, 2 wrong usage (raised as SystemExit)."""
    _make_output_robust()
    try:
        try:
            return _run(_parser().parse_args(argv))
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # here, where a reader that has left is no error
    except BrokenPipeError:
        _let_output_go()
        return DONE
    except OSError as error:
        _let_output_go()
        where = f"{error.filename}: " if error.filename else ""
        _complain(f"Soleus had to stop: {where}{error.strerror or error}.")
        return FAILED


def _run(arguments: argparse.Namespace) -> int:
    try:
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        return FAILED
    except Exception as error:
        from app.run.home import RunError

        if not isinstance(error, RunError):
            raise
        _complain(str(error))
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="soleus", description="Timed stretching routines, followed by ear, remembered on this machine."
    )
    parser.add_argument("--version", action="version", version=f"soleus {__version__}")
    parser.add_argument(
        "--first-frame", action="store_true", help="print the seconds to the first frame, and end"
    )
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_play(commands)
    _add(commands, "list", _list, "the library of routines", json=True)
    show = _add(commands, "show", _show, "what a routine unfolds into", json=True)
    show.add_argument("routine", metavar="ROUTINE", help="an id or a path")
    check = _add(commands, "check", _check, "find every mistake in routine and exercise files")
    check.add_argument("files", metavar="FILE", nargs="+")
    history = _add(commands, "history", _history, "the sessions, newest first", json=True)
    history.add_argument("--since", metavar="DAY", type=_day, help="from this day on, as YYYY-MM-DD")
    _add(commands, "streak", _streak, "weeks in a row and the habit score", json=True)
    _add(commands, "doctor", _doctor, "what works on this machine")
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
    play = _add(commands, "play", _play, "follow a routine")
    play.add_argument("routine", metavar="ROUTINE", help="an id or a path")
    play.add_argument("--terminal", action="store_true", help="here, instead of in the window")
    play.add_argument("--auto", action="store_true", help="pass open-ended steps after their usual time")
    play.add_argument("--speed", type=_speed, default=1.0, metavar="X", help="run the clock X times as fast")


def _add_screenshot(commands: Any) -> None:
    shot = _add(commands, "screenshot", _screenshot, "draw one screen on demo data into a picture")
    shot.add_argument("screen", metavar="SCREEN", help="today, player, settings …; any other name lists them")
    shot.add_argument("file", metavar="FILE.png", type=_picture)
    shot.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    shot.add_argument("--size", type=_size, default=(400, 800), metavar="WIDTHxHEIGHT")
    shot.add_argument("--text-scale", type=_text_scale, default=1.0, metavar="X")


def _window(arguments: argparse.Namespace) -> int:
    from app.run.window import open_window

    return open_window(first_frame=arguments.first_frame)


def _play(arguments: argparse.Namespace) -> int:
    if not arguments.terminal:
        if arguments.auto or arguments.speed != 1:
            _complain("soleus: --auto and --speed go with --terminal")
            return WRONG_USAGE
        from app.run.window import open_window

        return open_window(routine=arguments.routine)
    from app.run.terminal import follow_in_terminal
    from app.views import terminal as view

    record, trouble = follow_in_terminal(
        arguments.routine, auto=arguments.auto, speed=arguments.speed, print_line=_print_line
    )
    if trouble:
        _complain(view.unwritten(trouble))
        return FAILED
    _print_line(view.closing(record))
    return DONE


def _list(arguments: argparse.Namespace) -> int:
    from app.run.home import library
    from app.views.commands import list_json, list_lines

    found = library()
    _print(list_json(found) if arguments.json else list_lines(found), arguments.json)
    for problem in found.problems:
        _complain(str(problem))
    return DONE


def _show(arguments: argparse.Namespace) -> int:
    from app.core.timeline import unfold
    from app.run.home import found
    from app.views.commands import show_json, show_lines

    routine, library = found(arguments.routine)
    timeline = unfold(routine, library.exercises)
    _print(show_json(timeline) if arguments.json else show_lines(timeline), arguments.json)
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from app.run.home import check
    from app.views.commands import checked, mistaken

    problems = check(arguments.files)
    if not problems:
        _print([checked(len(arguments.files))], False)
        return DONE
    _print([str(problem) for problem in problems], False)
    _complain(mistaken(len(problems)))
    return FAILED


def _history(arguments: argparse.Namespace) -> int:
    from app.run.home import sessions
    from app.views.commands import history_json, history_lines

    found, problems = sessions(arguments.since)
    _print(history_json(found) if arguments.json else history_lines(found), arguments.json)
    for problem in problems:
        _complain(str(problem))
    return DONE


def _streak(arguments: argparse.Namespace) -> int:
    from app.run.home import streak_now
    from app.views.commands import streak_json, streak_lines

    found = streak_now()
    _print(streak_json(found) if arguments.json else streak_lines(found), arguments.json)
    return DONE


def _doctor(_: argparse.Namespace) -> int:
    from app.run.machine import doctor
    from app.views.machine import doctor_lines

    _print(list(doctor_lines(doctor())), False)
    return DONE


def _screenshot(arguments: argparse.Namespace) -> int:
    from app.run.pictures import draw_screen

    draw_screen(
        arguments.screen,
        arguments.file,
        theme=arguments.theme,
        size=arguments.size,
        text_scale=arguments.text_scale,
    )
    return DONE


def _print(found: Any, as_json: bool) -> None:
    if as_json:
        import json

        print(json.dumps(found, ensure_ascii=not _writes_every_letter(), indent=2))
    else:
        for line in found:
            print(line)


def _complain(line: str) -> None:
    with suppress(OSError):  # the terminal may be gone
        print(line, file=sys.stderr)


def _print_line(line: str) -> None:
    """Flushed at once: whoever listens at the other end of a pipe hears it in time."""
    print(line, flush=True)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no day; write it as 2026-11-22') from None


def _speed(text: str) -> float:
    return _number(text, 0.01, 1000, "a speed is a number from 0.01 to 1000")


def _text_scale(text: str) -> float:
    return _number(text, 0.8, 2, "a text scale is a number from 0.8 to 2")


def _number(text: str, least: float, most: float, rule: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f'{rule}, not "{text}"')
    return value


def _picture(text: str) -> str:
    if not text.lower().endswith(".png"):
        raise argparse.ArgumentTypeError(f'a picture is a .png, not "{text}"')
    return text


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f'a size is WIDTHxHEIGHT such as 400x800, not "{text}"')
    if not (200 <= int(width) <= 4000 and 200 <= int(height) <= 4000):
        raise argparse.ArgumentTypeError("a size is from 200x200 to 4000x4000")
    return int(width), int(height)


def _writes_every_letter() -> bool:
    encoding = getattr(sys.stdout, "encoding", None) or ""
    return encoding.lower().startswith("utf")


def _make_output_robust() -> None:
    """A terminal that lacks a letter shows "?" for it instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _let_output_go() -> None:
    """Whoever read the output, such as `head`, has had enough: nothing more is written, at exit either."""
    import os

    with suppress(OSError, AttributeError):  # there may be no output at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
