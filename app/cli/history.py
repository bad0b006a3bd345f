"""The commands that look back: history, streak. Knows what to call and what to print, no rule."""

from argparse import Namespace

from app.cli.codes import DONE
from app.cli.output import complain, print_found


def run_history(arguments: Namespace) -> int:
    from app.run.home import sessions
    from app.views.commands import history_json, history_lines

    found, problems = sessions(arguments.since)
    print_found(history_json(found) if arguments.json else history_lines(found), arguments.json)
    for problem in problems:
        complain(str(problem))
    return DONE


def run_streak(arguments: Namespace) -> int:
    from app.run.home import streak_now
    from app.views.commands import streak_json, streak_lines

    found = streak_now()
    print_found(streak_json(found) if arguments.json else streak_lines(found), arguments.json)
    return DONE
