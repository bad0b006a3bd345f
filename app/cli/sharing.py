"""The commands that hand a routine or a report on, and take a routine in. Knows what to call, and no rule."""

from argparse import Namespace

from app.cli.codes import DONE, WRONG_USAGE
from app.cli.output import complain, print_found, print_line


def run_print(arguments: Namespace) -> int:
    from app.run.sharing import print_routine
    from app.views.sharing import printed

    pages = print_routine(arguments.routine, arguments.file, arguments.paper)
    print_line(printed(arguments.file, pages))
    return DONE


def run_share(arguments: Namespace) -> int:
    from app.run.sharing import share_routine
    from app.views.sharing import shared

    print_line(shared(arguments.file, share_routine(arguments.routine, arguments.file)))
    return DONE


def run_report(arguments: Namespace) -> int:
    from app.run.reporting import make_report
    from app.views.report import ONLY_ON_PAPER, written

    on_paper = arguments.file.lower().endswith(".pdf")
    if arguments.paper and not on_paper:
        complain(ONLY_ON_PAPER)
        return WRONG_USAGE
    report = make_report(arguments.file, arguments.since, arguments.paper or "A4")
    print_line(written(arguments.file, report))
    return DONE


def run_import_routine(arguments: Namespace) -> int:
    """`soleus import` of a `.soleus` file."""
    from app.run.arriving import id_for, look_into_parcel, take_in_parcel
    from app.run.home import library
    from app.views.sharing import NO_HABITS, ONE_OF_BOTH, arrival_lines

    if arguments.habit or (arguments.as_id and arguments.replace):
        complain(NO_HABITS if arguments.habit else ONE_OF_BOTH)
        return WRONG_USAGE
    shelf = library()
    found = look_into_parcel(arguments.file, shelf)
    as_id = id_for(found, shelf, arguments.file, as_id=arguments.as_id, replace=arguments.replace)
    if not arguments.dry_run:
        take_in_parcel(found, as_id)
    done = not arguments.dry_run
    print_found(arrival_lines(found.routine, found.exercises, found.new, found.kept, as_id, done=done), False)
    return DONE
