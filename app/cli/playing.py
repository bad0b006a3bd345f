"""The window, and following a routine in the terminal. Imports Kivy only to open the window."""

from argparse import Namespace

from app.cli.codes import DONE, FAILED, WRONG_USAGE
from app.cli.output import complain, print_line


def run_window(arguments: Namespace) -> int:
    from app.run.window import open_window

    return open_window(first_frame=arguments.first_frame)


def run_play(arguments: Namespace) -> int:
    if not arguments.terminal:
        if arguments.auto or arguments.speed != 1:
            complain("soleus: --auto and --speed go with --terminal")
            return WRONG_USAGE
        from app.run.window import open_window

        return open_window(routine=arguments.routine)
    from app.run.terminal import follow_in_terminal
    from app.views import terminal as view

    record, trouble = follow_in_terminal(
        arguments.routine, auto=arguments.auto, speed=arguments.speed, print_line=print_line
    )
    if trouble:
        complain(view.unwritten(trouble))
        return FAILED
    print_line(view.closing(record))
    return DONE
