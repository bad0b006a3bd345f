"""The commands that hand a routine on: print, share. Knows what to call and what to print, no rule."""

from argparse import Namespace

from app.cli.codes import DONE
from app.cli.output import print_line


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
