"""The commands about routines: list, show, check. Knows what to call and what to print, no rule."""

from argparse import Namespace

from app.cli.codes import DONE, FAILED
from app.cli.output import complain, print_found


def run_list(arguments: Namespace) -> int:
    from app.run.home import library
    from app.views.commands import list_json, list_lines

    found = library()
    print_found(list_json(found) if arguments.json else list_lines(found), arguments.json)
    for problem in found.problems:
        complain(str(problem))
    return DONE


def run_show(arguments: Namespace) -> int:
    from app.core.timeline import unfold
    from app.run.home import found
    from app.views.commands import show_json, show_lines

    routine, library = found(arguments.routine)
    timeline = unfold(routine, library.exercises)
    print_found(show_json(timeline) if arguments.json else show_lines(timeline), arguments.json)
    return DONE


def run_check(arguments: Namespace) -> int:
    from app.run.home import check
    from app.views.commands import checked, mistaken

    problems = check(arguments.files)
    if not problems:
        print_found([checked(len(arguments.files))], False)
        return DONE
    print_found([str(problem) for problem in problems], False)
    complain(mistaken(len(problems)))
    return FAILED
